"""Runs a folder's *_test.py with unittest and reports as GoogleTest does: run_python_tests.py FOLDER.

The report goes where GTEST_OUTPUT=json:FOLDER/ says, so that `./pw test` counts these tests with the others.
"""

import json
import os
import pathlib
import sys
import unittest


class Result(unittest.TextTestResult):
    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        self.cases = []

    def _add(self, test, result, **more):
        suite, name = type(test).__name__, test.id().rsplit(".", 1)[-1]  # a module that is skipped has no dot
        self.cases.append({"classname": suite, "name": name, "result": result, **more})

    def addSuccess(self, test):
        super().addSuccess(test)
        self._add(test, "COMPLETED")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._add(test, "COMPLETED", failures=[{"failure": str(err[1])}])

    def addError(self, test, err):
        super().addError(test, err)
        self._add(test, "COMPLETED", failures=[{"failure": str(err[1])}])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._add(test, "SKIPPED", skipped=[{"message": reason}])


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    suite = unittest.defaultTestLoader.discover(str(folder), pattern="*_test.py")
    result = unittest.TextTestRunner(resultclass=Result, verbosity=1).run(suite)
    output = os.environ.get("GTEST_OUTPUT", "")
    if output.startswith("json:"):
        report = {"testsuites": [{"testsuite": result.cases}]}
        pathlib.Path(output.removeprefix("json:"), f"{folder.name}_python.json").write_text(json.dumps(report))
    return 0 if result.wasSuccessful() and result.cases else 1


sys.exit(main())
