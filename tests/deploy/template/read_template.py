"""Prints a CloudFormation template as JSON, read as cfn-lint reads it: read_template.py FILE (in cfn-lint's environment)."""

import json
import sys

import cfnlint.decode

template, problems = cfnlint.decode.decode(sys.argv[1])
if problems:
    sys.exit("\n".join(str(problem) for problem in problems))
print(json.dumps(template))
