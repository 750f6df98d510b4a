"""Adds up GoogleTest's JSON reports below the given folder: count_tests.py FOLDER CTEST_STATUS.

The last line is "N passed, N failed, N skipped"; a program that died before it could report counts as one failure.
"""

import json
import pathlib
import sys


def main() -> int:
    folder, ctest_status = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    passed = failed = 0
    skipped: list[str] = []
    for report in sorted(folder.rglob("*.json")):
        for suite in json.loads(report.read_text())["testsuites"]:
            for case in suite["testsuite"]:
                if case.get("failures"):
                    failed += 1
                elif case["result"] == "SKIPPED":
                    reason = " ".join(entry["message"].strip() for entry in case.get("skipped", []))
                    skipped.append(f"{case['classname']}.{case['name']}: {reason}")
                elif case["result"] == "COMPLETED":
                    passed += 1
    if ctest_status != 0 and failed == 0:
        failed = 1
    for line in skipped:
        print("skipped", line)
    folder.with_suffix(".count").write_text(f"{passed} {failed} {len(skipped)}")
    print(f"{passed} passed, {failed} failed, {len(skipped)} skipped")
    return 1 if failed or passed == 0 else 0


sys.exit(main())
