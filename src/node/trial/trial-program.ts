/**
 * The Python program that tries a wheel, in words that Python 2.7 and every Python 3 understand.
 *
 * It gets one file, the job, and writes another one, how far it came: what it was at stays there when it crashes. Its
 * modules come from the wheel: one that is found elsewhere fails.
 */
export const TRIAL_PROGRAM = `
import json, os, sys

with open(sys.argv[1], "rb") as job_file:
    job = json.loads(job_file.read().decode("utf-8"))


def note(stage, **facts):
    facts["stage"] = stage
    with open(job["report"], "wb") as report:
        report.write(json.dumps(facts).encode("utf-8"))


def prepare():
    import site

    own_folder = os.path.dirname(os.path.abspath(sys.argv[0]))
    sys.path[:] = [path for path in sys.path if path and os.path.abspath(path) != own_folder]
    sys.path.insert(0, job["site"])
    # Files that end in .pth count, as in any site-packages.
    site.addsitedir(job["site"])
    sys.dont_write_bytecode = True
    sys.argv[:] = [""]


def import_modules():
    import importlib

    folder = os.path.realpath(job["site"]) + os.sep
    for name in job["modules"]:
        note("import", module=name)
        module = importlib.import_module(name)
        place = getattr(module, "__file__", None)
        if place is not None and not os.path.realpath(place).startswith(folder):
            raise ImportError("%s comes from %s, and not from the wheel" % (name, place))


def run_file(path):
    if os.path.isdir(path):
        return run_folder(path)
    import runpy

    sys.path.insert(0, os.path.dirname(path))
    count = run_pytest(path)
    if count:
        return count
    name = os.path.splitext(os.path.basename(path))[0]
    with open(path, "rb") as source:
        is_unittest = b"TestCase" in source.read()
    if not is_unittest:
        runpy.run_path(path, run_name="__main__")
        return None
    import unittest

    __import__(name)
    return run_suite(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[name]))


def run_folder(path):
    import unittest

    count = run_pytest(path)
    if count is None:
        count = run_suite(unittest.defaultTestLoader.discover(path, top_level_dir=path))
    if count == 0:
        sys.exit("There are no tests in %s" % path)
    return count


def run_suite(suite):
    import unittest

    result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
    if not result.wasSuccessful():
        sys.exit(1)
    return result.testsRun


def run_pytest(path):
    """The number of tests; None where there is no pytest."""
    try:
        import pytest
    except ImportError:
        return None

    class Counter(object):
        count = 0

        def pytest_runtest_logreport(self, report):
            if report.when == "call":
                self.count += 1

    counter = Counter()
    code = int(pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", os.path.dirname(path), path], plugins=[counter]))
    if code not in (0, 5):
        sys.exit(code)
    return counter.count


def main():
    prepare()
    import_modules()
    if job["code"] is not None:
        note("code")
        exec(compile(job["code"], "<-c>", "exec"), {"__name__": "__main__"})
    tests = None
    if job["file"] is not None:
        note("file")
        tests = run_file(job["file"])
    sys.stdout.flush()
    note("done", tests=tests)


main()
`;
