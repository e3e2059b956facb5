/**
 * How two wheels of one project differ, as Python's own modules read them. What only looks different is no difference:
 * the spelling of requirements, the order of fields that come several times, line ends around the description.
 */
import { askPython } from "./ask-python.ts";
import type { Python } from "./judge.ts";

/**
 * One line for each difference, theirs first:
 * `METADATA Metadata-Version: ["2.1"] | ["2.4"]`, `only theirs: *.dist-info/top_level.txt`.
 *
 * @param python One that has `packaging`.
 */
export function compareWheels(python: Python, theirs: string, ours: string): readonly string[] {
  const answer = askPython(python, SCRIPT, { theirs, ours });
  if (!Array.isArray(answer)) throw new Error("The script gives an array");
  return answer.map(String);
}

const SCRIPT = `
import configparser, email.parser, email.policy, hashlib, re, zipfile
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name, parse_wheel_filename

def read(path):
    name, version, build, tags = parse_wheel_filename(path.replace("\\\\", "/").split("/")[-1])
    members = {}
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                members[re.sub(r"^[^/]+\\.(dist-info|data)/", r"*.\\1/", info.filename)] = archive.read(info)
    return dict(name=(name, str(version), build, sorted(map(str, tags))), members=members)

def marker(parsed):
    text = str(parsed)
    return text if " or " in text or "(" in text else " and ".join(sorted(text.split(" and ")))

def requirement(text):
    parsed = Requirement(text)
    return "%s[%s]%s @%s ;%s" % (canonicalize_name(parsed.name), ",".join(sorted(parsed.extras)),
        ",".join(sorted(map(str, parsed.specifier))), parsed.url, marker(parsed.marker))

def normal(field, value):
    value = str(value).strip()
    if field == "Requires-Dist": return requirement(value)
    if field == "Requires-Python": return ",".join(sorted(map(str, SpecifierSet(value))))
    if field == "License": return "\\n".join(line.strip() for line in value.split("\\n"))
    if field == "Keywords": return ",".join(sorted(value.split(",")))
    return value

def fields(data):
    message = email.parser.Parser(policy=email.policy.compat32).parsestr(data.decode("utf-8").replace("\\r\\n", "\\n"))
    found = {}
    for field, value in message.items():
        found.setdefault(field, []).append(normal(field, value))
    found["(description)"] = [message.get_payload().strip("\\n")]
    return {field: sorted(values) for field, values in found.items()}

def entry_points(data):
    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    parser.optionxform = str
    parser.read_string(data.decode("utf-8"))
    return {group: {key: value.replace(" ", "") for key, value in parser[group].items()}
            for group in parser.sections() if len(parser[group])}

def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 300 else text[:300] + "..."

def compare_tables(title, a, b):
    return ["%s %s: %s | %s" % (title, key, short(a.get(key)), short(b.get(key)))
            for key in sorted(set(a) | set(b)) if a.get(key) != b.get(key)]

a, b = read(question["theirs"]), read(question["ours"])
answer = [] if a["name"] == b["name"] else ["name: %s | %s" % (a["name"], b["name"])]
a, b = a["members"], b["members"]
answer += ["only theirs: " + path for path in sorted(set(a) - set(b))]
answer += ["only ours: " + path for path in sorted(set(b) - set(a))]
for path in sorted(set(a) & set(b)):
    if path == "*.dist-info/METADATA": answer += compare_tables("METADATA", fields(a[path]), fields(b[path]))
    elif path == "*.dist-info/WHEEL": answer += compare_tables("WHEEL", fields(a[path]), fields(b[path]))
    elif path == "*.dist-info/entry_points.txt":
        answer += compare_tables("entry_points.txt", entry_points(a[path]), entry_points(b[path]))
    elif path != "*.dist-info/RECORD" and a[path] != b[path]: answer.append("content: " + path)
`;
