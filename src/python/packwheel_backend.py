"""Build backend for Python's tools that hands over to packwheel, a program for Node.

It needs nothing but Python's standard library, so a project keeps it beside its pyproject.toml:

    [build-system]
    requires = []
    build-backend = "packwheel_backend"
    backend-path = ["."]

packwheel is the first of: the command in the environment variable PACKWHEEL, the npm package in `node_modules` of the
project or of a folder around it, `packwheel` on PATH, `npx --yes packwheel`.

Hooks: https://peps.python.org/pep-0517/, https://peps.python.org/pep-0660/
"""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys

__version__ = "0.1.0"

__all__ = [
    "UnsupportedOperation",
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

MINIMUM_NODE = (20, 19)


class BuildFailed(RuntimeError):
    """packwheel ended with an error; the message is what it said."""


class UnsupportedOperation(RuntimeError):
    """Node or packwheel is not there."""


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return _build("--wheel", wheel_directory, config_settings)


def build_sdist(sdist_directory, config_settings=None):
    return _build("--sdist", sdist_directory, config_settings)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return _build("--editable", wheel_directory, config_settings)


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    return _build("--metadata-only", metadata_directory, config_settings)


def prepare_metadata_for_build_editable(metadata_directory, config_settings=None):
    return _build("--metadata-only", metadata_directory, config_settings)


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_sdist(config_settings=None):
    return []


def get_requires_for_build_editable(config_settings=None):
    return []


def _build(kind, directory, config_settings):
    """Run `packwheel build`, and return the name of what it wrote."""
    project = os.getcwd()
    command = _find_packwheel(project)
    command += ["build", kind, "--json", "--out-dir=" + os.path.abspath(directory)]
    command += _setting_options(config_settings) + ["."]
    result = _run(command, project)
    files = [entry["path"] for entry in result["files"]]
    if len(files) != 1:
        raise BuildFailed("packwheel wrote %d files where one was asked for" % len(files))
    return os.path.basename(files[0].replace("\\", "/"))


def _setting_options(config_settings):
    """One word for each value: `{"python-tag": ["py2", "py3"]}` gives two."""
    options = []
    for key, given in (config_settings or {}).items():
        for value in given if isinstance(given, (list, tuple)) else [given]:
            options.append("--config-setting=%s=%s" % (key, value))
    return options


def _run(command, project):
    """The object that packwheel prints on stdout. Its stderr goes where ours goes."""
    sys.stderr.write("+ %s\n" % " ".join(shlex.quote(word) for word in command))
    sys.stderr.flush()
    try:
        process = subprocess.Popen(command, cwd=project, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    except OSError as error:
        raise UnsupportedOperation("Cannot run packwheel (%s): %s" % (" ".join(command[:2]), error))
    output = process.communicate()[0].decode("utf-8", "replace")
    try:
        result = json.loads(output)
        findings = result["findings"]
    except (ValueError, TypeError, KeyError):
        said = output.strip()[-2000:] or "nothing on stdout"
        message = "packwheel (%s) ended with exit code %d and gave no result: %s"
        raise BuildFailed(message % (" ".join(command[:2]), process.returncode, said))
    errors = [finding for finding in findings if finding["severity"] == "error"]
    if process.returncode != 0 or errors:
        told = [_describe(finding) for finding in errors] or ["exit code %d" % process.returncode]
        raise BuildFailed("packwheel: " + "\n".join(told))
    for finding in findings:
        sys.stderr.write("%s: %s\n" % (finding["severity"], _describe(finding)))
    sys.stderr.flush()
    return result


def _describe(finding):
    place = finding["path"] + ": " if finding.get("path") else ""
    if finding["message"].startswith(place):
        place = ""
    hint = "\n  hint: " + finding["hint"] if finding.get("hint") else ""
    return "%s%s [%s]%s" % (place, finding["message"], finding["code"], hint)


def _find_packwheel(project):
    """The words that run packwheel."""
    wish = os.environ.get("PACKWHEEL", "").strip()
    if wish:
        return _command_of(wish)
    for folder in _trusted_folders(project):
        modules = os.path.join(folder, "node_modules")
        script = os.path.join(modules, "packwheel", "bin", "packwheel.js")
        if os.path.isfile(script):
            return [_find_node(), script]
        program = shutil.which("packwheel", path=os.path.join(modules, ".bin"))
        if program:
            return _through_node(program)
    program = shutil.which("packwheel")
    if program:
        return _through_node(program)
    _find_node()
    npx = shutil.which("npx")
    if npx:
        return [npx, "--yes", "packwheel"]
    raise UnsupportedOperation(
        "Cannot find packwheel: it is not in node_modules, not on PATH, and there is no npx\n"
        "  hint: Run npm install --save-dev packwheel in the project, or set PACKWHEEL to the command that runs it"
    )


def _command_of(wish):
    """A path of a program or script, or a command line with quotes as a POSIX shell reads them."""
    words = [wish] if os.path.isfile(wish) else shlex.split(wish, posix=os.name != "nt")
    words = [word.strip('"') for word in words] if os.name == "nt" else words
    program = shutil.which(words[0]) if words else None
    if len(words) == 1 and os.path.isfile(words[0]) and words[0].endswith((".js", ".mjs", ".cjs")):
        return [_find_node(), os.path.abspath(words[0])]
    if program is None:
        raise UnsupportedOperation(
            "Cannot find the command of the environment variable PACKWHEEL: %s\n"
            "  hint: Set it to the path of packwheel, or to a command such as: node path/to/packwheel.js" % wish
        )
    return [os.path.abspath(program)] + words[1:]


def _through_node(program):
    """What npm puts on PATH is a link to the script, or on Windows a batch file beside its node_modules."""
    script = os.path.realpath(program)
    if script.endswith(".js"):
        return [_find_node(), script]
    folder = os.path.dirname(os.path.abspath(program))
    for modules in [os.path.join(folder, "node_modules"), os.path.dirname(folder)]:
        script = os.path.join(modules, "packwheel", "bin", "packwheel.js")
        if os.path.isfile(script):
            return [_find_node(), script]
    return [os.path.abspath(program)]


def _trusted_folders(project):
    """The project and the folders around it, up to one that everybody may write to, such as /tmp."""
    folder = project
    while folder == project or os.name == "nt" or not os.stat(folder).st_mode & stat.S_IWOTH:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _find_node():
    """The path of a Node that packwheel runs on."""
    wanted = "%d.%d" % MINIMUM_NODE
    node = shutil.which("node")
    if node is None:
        raise UnsupportedOperation(
            "Cannot find Node: packwheel needs node %s or newer on PATH\n"
            "  hint: Install it from https://nodejs.org or with your system's package manager" % wanted
        )
    try:
        said = subprocess.check_output([node, "--version"], stdin=subprocess.DEVNULL).decode("ascii", "replace")
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnsupportedOperation("Cannot run Node (%s): %s" % (node, error))
    version = re.match(r"v(\d+)\.(\d+)", said)
    if version is None or (int(version.group(1)), int(version.group(2))) < MINIMUM_NODE:
        raise UnsupportedOperation(
            "Cannot use Node %s (%s): packwheel needs %s or newer\n"
            "  hint: Install a newer Node, or put it first on PATH" % (said.strip(), node, wanted)
        )
    return node
