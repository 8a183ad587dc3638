"""Runs the unittest files of a folder and writes a JUnit report: junit.py FOLDER REPORT [NAME...]"""

import sys
import time
import unittest
from xml.sax.saxutils import escape, quoteattr


class Recorder(unittest.TextTestResult):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.cases = []
        self.began = 0.0

    def startTest(self, test):
        self.began = time.monotonic()
        super().startTest(test)

    def note(self, test, kind=None, text=""):
        self.cases.append((test.id(), time.monotonic() - self.began, kind, text))

    def addSuccess(self, test):
        super().addSuccess(test)
        self.note(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(test, "failure", self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.note(test, "error", self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note(test, "skipped", reason)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.note(subtest, "failure", self._exc_info_to_string(err, test))


def report(name, cases, seconds):
    def count(kind):
        return sum(1 for case in cases if case[2] == kind)

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<testsuite name={quoteattr(name)} tests="{len(cases)}" failures="{count("failure")}" '
        f'errors="{count("error")}" skipped="{count("skipped")}" time="{seconds:.3f}">\n'
    )
    for case, duration, kind, text in cases:
        group, _, test = case.rpartition(".")
        body = f"<{kind}>{escape(text)}</{kind}>" if kind else ""
        yield f'<testcase classname={quoteattr(group)} name={quoteattr(test)} time="{duration:.3f}">{body}</testcase>\n'
    yield "</testsuite>\n"


def main():
    folder, target, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    sys.path.insert(0, folder)
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(names) if names else loader.discover(folder)
    began = time.monotonic()
    result = unittest.TextTestRunner(verbosity=2, resultclass=Recorder).run(suite)
    with open(target, "w", encoding="utf-8") as file:
        file.writelines(report(folder, result.cases, time.monotonic() - began))
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
