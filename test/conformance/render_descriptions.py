"""Render descriptions as PyPI does, and say which fail: JSON in, JSON out.

The settings are those of PyPI's renderer, and halt at the first warning.
"""
import io
import json
import re
import sys

import docutils
from docutils.core import publish_parts
from docutils.parsers.rst import roles
from docutils.utils import SystemMessage
from docutils.writers.html5_polyglot import HTMLTranslator, Writer


class Translator(HTMLTranslator):
    def read_size_with_PIL(self, node):
        return None


SETTINGS = {
    "_disable_config": True,
    "cloak_email_addresses": True,
    "doctitle_xform": False,
    "sectsubtitle_xform": False,
    "initial_header_level": 1,
    "file_insertion_enabled": False,
    "halt_level": 2,
    "math_output": "MathJax /dummy.js",
    "raw_enabled": False,
    "report_level": 5,
    "smart_quotes": True,
    "strip_comments": True,
    # Colours of code change no verdict, and need a package of their own.
    "syntax_highlight": "none",
    "field_name_limit": 0,
    "section_self_link": True,
    "id_prefix": "user-content-",
}


def judge(source):
    # Roles stay known from one document to the next.
    roles._roles.clear()
    writer = Writer()
    writer.translator_class = Translator
    settings = dict(SETTINGS, warning_stream=io.StringIO())
    try:
        parts = publish_parts(source, writer=writer, settings_overrides=settings)
    except SystemMessage as error:
        text = str(error.args[0])
        match = re.match(r"(?:<string>:(\d*).*?)?\(\w+/\d\) (.*)", text)
        line, message = match.groups() if match else (None, text)
        return {"renders": False, "line": int(line or 0), "message": message}
    except Exception as error:  # PyPI cannot render it either
        return {"renders": False, "line": 0, "message": "%s: %s" % (type(error).__name__, error)}
    return {"renders": bool(parts["docinfo"] + parts["fragment"]), "line": 0, "message": ""}


sources = json.loads(sys.stdin.buffer.read().decode("utf-8"))
answer = {"version": docutils.__version__, "verdicts": [judge(source) for source in sources]}
sys.stdout.write(json.dumps(answer))
