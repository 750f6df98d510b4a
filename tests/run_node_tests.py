"""Runs a folder's Vitest or Playwright tests and reports as GoogleTest does: run_node_tests.py vitest|playwright FOLDER.

The report goes where GTEST_OUTPUT=json:FOLDER/ says, so that `./pw test` counts these tests with the others.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

# Both write what JUnit writes.
REPORTERS = {
    "vitest": (["run", "--reporter=default", "--reporter=junit", "--outputFile.junit={report}"], {}),
    "playwright": (["test", "--reporter=list,junit"], {"PLAYWRIGHT_JUNIT_OUTPUT_FILE": "{report}"}),
}


def case_of(entry: xml.etree.ElementTree.Element) -> dict:
    case = {"classname": entry.get("classname", ""), "name": entry.get("name", ""), "result": "COMPLETED"}
    failures = [found for kind in ("failure", "error") for found in entry.findall(kind)]
    skipped = entry.find("skipped")
    if failures:
        case["failures"] = [{"failure": (found.text or found.get("message", ""))[:4000]} for found in failures]
    elif skipped is not None:
        reasons = [entry.get("value", "") for entry in entry.iter("property") if entry.get("name") == "skip"]
        case |= {"result": "SKIPPED", "skipped": [{"message": " ".join(reasons) or skipped.get("message") or "skipped there"}]}
    return case


def main() -> int:
    runner, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    program = folder / "node_modules/.bin" / runner
    if not program.exists():
        print(f"{folder} has no {runner}; ./pw test and ./pw slow install it.")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch, "report.xml")
        arguments, variables = REPORTERS[runner]
        command = [program, *(argument.format(report=report) for argument in arguments)]
        environment = os.environ | {name: value.format(report=report) for name, value in variables.items()}
        status = subprocess.run(command, cwd=folder, env=environment, check=False).returncode
        cases = [case_of(entry) for entry in xml.etree.ElementTree.parse(report).iter("testcase")] if report.exists() else []
    output = os.environ.get("GTEST_OUTPUT", "")
    if output.startswith("json:"):
        counted = {"testsuites": [{"testsuite": cases}]}
        pathlib.Path(output.removeprefix("json:"), f"{folder.name}_node.json").write_text(json.dumps(counted))
    return status or (0 if cases else 1)


sys.exit(main())
