/** What a Python is asked, in words that Python 2.7 and every Python 3 understand; the answer is one line of JSON. */
export const PYTHON_QUESTION = `
import json, os, platform, struct, sys, sysconfig
def libc():
    try:
        name, version = os.confstr("CS_GNU_LIBC_VERSION").split()[:2]
        return name, version
    except (AttributeError, OSError, TypeError, ValueError):
        pass
    import re, subprocess
    # The loader of a program stands near its beginning.
    with open(sys.executable, "rb") as program:
        loader = re.search(b"/lib/ld-musl-[^\\0]+", program.read(8192))
    if loader:
        text = subprocess.Popen([loader.group()], stderr=subprocess.PIPE).communicate()[1]
        found = re.search(b"Version ([0-9]+[.][0-9]+)", text)
        return "musl", found.group(1).decode("ascii") if found else ""
    return platform.libc_ver()
name = sys.implementation.name if hasattr(sys, "implementation") else platform.python_implementation().lower()
major, minor = sys.version_info[:2]
threads = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
suffix = sysconfig.get_config_var("EXT_SUFFIX") or ""
if name == "cpython":
    flags = "t" if threads else ""
    if sysconfig.get_config_var("Py_DEBUG") or hasattr(sys, "gettotalrefcount"):
        flags += "d"
    if (major, minor) < (3, 8) and sysconfig.get_config_var("WITH_PYMALLOC") not in (0, False):
        flags += "m"
    if (major, minor) < (3, 3) and sys.maxunicode > 0xffff:
        flags += "u"
    abis = ["cp%d%d%s" % (major, minor, flags)]
    if "d" in flags and (major, minor) >= (3, 8):
        abis.append("cp%d%d%s" % (major, minor, flags.replace("d", "")))
else:
    parts = suffix.strip(".").split(".")[0].split("-")
    abis = ["_".join(parts[:3] if name == "graalpy" else parts[:2])]
installed = {}
for folder in reversed(sys.path):
    try:
        entries = os.listdir(folder)
    except (OSError, TypeError):
        continue
    for entry in entries:
        stem, ending = os.path.splitext(entry)
        if ending in (".dist-info", ".egg-info"):
            parts = stem.split("-")
            installed[parts[0]] = parts[1] if len(parts) > 1 else ""
libc_name, libc_version = libc() if sys.platform.startswith("linux") else ("", "")
full = "%d.%d.%d" % tuple(sys.version_info[:3])
marker = {
    "python_version": "%d.%d" % (major, minor),
    "python_full_version": platform.python_version(),
    "os_name": os.name,
    "sys_platform": sys.platform,
    "platform_release": platform.release(),
    "platform_system": platform.system(),
    "platform_version": platform.version(),
    "platform_machine": platform.machine(),
    "platform_python_implementation": platform.python_implementation(),
    "implementation_name": name,
    "implementation_version": full,
}
sys.stdout.write(json.dumps({
    "executable": sys.executable,
    "implementation": name,
    "version": full,
    "abis": abis,
    "freeThreaded": threads,
    "platform": sysconfig.get_platform(),
    "bits": struct.calcsize("P") * 8,
    "libc": libc_name,
    "libcVersion": libc_version,
    "macVersion": platform.mac_ver()[0],
    "installed": installed,
    "marker": marker,
}) + "\\n")
`;
