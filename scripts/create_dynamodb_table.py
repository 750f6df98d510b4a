#!/usr/bin/env python3
"""Makes the DynamoDB table: hands over to `training-tracker table create`, with its arguments and its exit status.

Which DynamoDB, and which table, say the environment (DYNAMODB_ENDPOINT, DYNAMODB_TABLE_NAME, AWS_REGION) or the arguments;
`--help` lists them. The program is the one that TRAINING_TRACKER names, this folder's, or one on PATH; where there is none
it is built.
"""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILT = ROOT / "build" / "training-tracker"


def program() -> str | None:
    for candidate in (os.environ.get("TRAINING_TRACKER"), BUILT, "training-tracker"):
        if candidate and (found := shutil.which(str(candidate))):
            return found
    return None


def main() -> int:
    found = program()
    if not found:
        print("training-tracker is not built yet; ./pw build does it now (some minutes).", file=sys.stderr, flush=True)
        built = subprocess.run([ROOT / "pw", "build"], cwd=ROOT, stdout=sys.stderr.fileno(), check=False)
        found = program()
        if built.returncode != 0 or not found:
            print("There is no training-tracker to make the table with; look at what ./pw build says.", file=sys.stderr)
            return built.returncode or 1
    os.execv(found, [found, "table", "create", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
