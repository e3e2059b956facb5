/**
 * Modules of the standard library: names that PyPI gives to no new project.
 * Origin: CPython 2.7, 3.6, 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 2026-11-22.
 * Written by `.ci/refresh/standard-library.ts`; not edited by hand.
 */

/** Normalised as project names are. */
export const STANDARD_LIBRARY: ReadonlySet<string> = new Set(
  `
abc aifc antigravity anydbm argparse array ast asynchat asyncio asyncore atexit audiodev audioop base64
basehttpserver bastion bdb binascii binhex bisect bsddb builtins bz2 calendar cgi cgihttpserver cgitb chunk
cmath cmd code codecs codeop collections colorsys commands compileall compiler concurrent configparser
contextlib contextvars cookie cookielib copy copy-reg copyreg cpickle cprofile crypt cstringio csv ctypes curses
dataclasses datetime dbhash dbm decimal difflib dircache dis distutils doctest docxmlrpcserver dumbdbm
dummy-thread dummy-threading email encodings ensurepip enum errno exceptions faulthandler fcntl filecmp
fileinput fnmatch formatter fpformat fractions ftplib functools future-builtins gc genericpath getopt getpass
gettext glob graphlib grp gzip hashlib heapq hmac hotshot html htmlentitydefs htmllib htmlparser http httplib
idlelib ihooks imaplib imghdr imp importlib imputil inspect io ipaddress itertools json keyword lib2to3
linecache linuxaudiodev locale logging lzma macpath macurl2path mailbox mailcap markupbase marshal math md5
mhlib mimetools mimetypes mimewriter mimify mmap modulefinder msilib msvcrt multifile multiprocessing mutex
netrc new nis nntplib nt ntpath nturl2path numbers opcode operator optparse os os2emxpath ossaudiodev parser
pathlib pdb pickle pickletools pipes pkgutil platform plistlib popen2 poplib posix posixfile posixpath pprint
profile pstats pty pwd py-compile pyclbr pydoc pydoc-data pyexpat queue quopri random re readline repr reprlib
resource rexec rfc822 rlcompleter robotparser runpy sched secrets select selectors sets sgmllib sha shelve shlex
shutil signal simplehttpserver simplexmlrpcserver site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre
sre-compile sre-constants sre-parse ssl stat statistics statvfs string stringio stringold stringprep strop
struct subprocess sunau sunaudio symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile
termios test textwrap this thread threading time timeit tkinter toaiff token tokenize tomllib trace traceback
tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib urllib2 urlparse user userdict
userlist userstring uu uuid venv warnings wave weakref webbrowser whichdb winreg winsound wsgiref xdrlib xml
xmllib xmlrpc xmlrpclib xxlimited xxsubtype zipapp zipfile zipimport zlib zoneinfo
`
    .trim()
    .split(/\s/),
);
