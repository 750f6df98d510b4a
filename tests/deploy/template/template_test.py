"""deploy/cloudformation.yaml: cfn-lint accepts it, and its table is the one that `table create` makes."""

import functools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import prepare
from endpoint import environment

HERE = pathlib.Path(__file__).resolve().parent
DEPLOY = HERE.parents[2] / "deploy"
TEMPLATE = DEPLOY / "cloudformation.yaml"
SECONDS_MAX = 300


@functools.cache
def lint_environment() -> pathlib.Path:
    try:
        return prepare.python("cfn_lint", HERE / "requirements.txt") / "bin"
    except prepare.Missing as missing:
        raise unittest.SkipTest(str(missing)) from missing


def lint(template: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Where AWS Budgets is at home, and where it is not."""
    command = [lint_environment() / "cfn-lint", "--regions", "us-east-1", "eu-central-1", "--", template]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_MAX, check=False)


@functools.cache
def template() -> dict:
    command = [lint_environment() / "python", HERE / "read_template.py", TEMPLATE]
    return json.loads(subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_MAX, check=True).stdout)


def created_by_the_command(*options: str) -> dict:
    command = [os.environ["TRAINING_TRACKER"], "table", "create", "--store", "memory", "--json", *options]
    made = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=SECONDS_MAX, check=True)
    return json.loads(made.stdout)["Table"]


def by_name(indexes: list[dict]) -> dict:
    return {index["IndexName"]: {"key": index["KeySchema"], "projection": index["Projection"]} for index in indexes}


def attributes(table: dict) -> dict:
    return {attribute["AttributeName"]: attribute["AttributeType"] for attribute in table["AttributeDefinitions"]}


def loops(resources: dict) -> dict:
    return {name: value for name, value in resources.items() if name.startswith("Fn::ForEach")}


class Template(unittest.TestCase):
    def test_cfn_lint_accepts_it(self):
        result = lint(TEMPLATE)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_cfn_lint_looks_into_its_loops(self):
        sound, broken = "ResourceId: !Sub table/${Table}/index/", "ResourceName: !Sub table/${Table}/index/"
        text = TEMPLATE.read_text()
        self.assertIn(sound, text)
        with tempfile.TemporaryDirectory() as folder:
            mutant = pathlib.Path(folder) / "template.yaml"
            mutant.write_text(text.replace(sound, broken))
            self.assertIn("ResourceName", lint(mutant).stdout)

    def test_its_table_is_the_one_that_the_command_makes(self):
        properties = template()["Resources"]["Table"]["Properties"]
        made = created_by_the_command()
        self.assertEqual(properties["KeySchema"], made["KeySchema"])
        self.assertEqual(attributes(properties), attributes(made))
        self.assertEqual(by_name(properties["GlobalSecondaryIndexes"]), by_name(made["GlobalSecondaryIndexes"]))

    def test_its_table_is_billed_as_the_commands(self):
        properties = template()["Resources"]["Table"]["Properties"]
        self.assertEqual(properties["BillingMode"], {"Fn::If": ["IsProvisioned", "PROVISIONED", "PAY_PER_REQUEST"]})
        self.assertEqual(template()["Parameters"]["BillingMode"]["Default"], "on-demand")
        self.assertEqual(created_by_the_command()["BillingModeSummary"]["BillingMode"], "PAY_PER_REQUEST")
        units = template()["Parameters"]["MinReadCapacity"]["Default"], template()["Parameters"]["MinWriteCapacity"]["Default"]
        made = created_by_the_command("--billing-mode", "provisioned")
        for throughput in (made["ProvisionedThroughput"], *(index["ProvisionedThroughput"] for index in made["GlobalSecondaryIndexes"])):
            self.assertEqual((throughput["ReadCapacityUnits"], throughput["WriteCapacityUnits"]), units)

    def test_the_time_to_live_is_the_trackers(self):
        with tempfile.TemporaryDirectory() as folder:
            command = [os.environ["TRAINING_TRACKER"], "table", "create", "--data-dir", folder]
            made = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=SECONDS_MAX, check=True)
        attribute = template()["Resources"]["Table"]["Properties"]["TimeToLiveSpecification"]["AttributeName"]
        self.assertIn(f"time to live: by {attribute}", made.stdout)

    def test_nothing_but_the_hand_of_a_person_deletes_the_table(self):
        table = template()["Resources"]["Table"]
        self.assertEqual((table["DeletionPolicy"], table["UpdateReplacePolicy"]), ("Retain", "Retain"))
        for setting in ("DeletionProtection", "PointInTimeRecovery"):
            self.assertEqual(template()["Parameters"][setting]["Default"], "true")

    def test_every_index_scales_and_its_throttles_are_watched(self):
        resources = template()["Resources"]
        indexes = [index["IndexName"] for index in resources["Table"]["Properties"]["GlobalSecondaryIndexes"]]
        self.assertEqual(loops(resources)["Fn::ForEach::IndexScaling"][1], indexes)
        alarm = loops(resources)["Fn::ForEach::Throttles"][2]["Throttled${Direction}s"]["Properties"]
        dimensions = [metric["MetricStat"]["Metric"]["Dimensions"] for metric in alarm["Metrics"] if "MetricStat" in metric]
        watched = [dimension["Value"] for group in dimensions for dimension in group if dimension["Name"] == "GlobalSecondaryIndexName"]
        self.assertEqual(watched, indexes)
        self.assertEqual(len(dimensions), len(indexes) + 1)  # and the table's own

    def test_the_role_has_the_guides_policy_for_this_table_alone(self):
        document = template()["Resources"]["Role"]["Properties"]["Policies"][0]["PolicyDocument"]
        [statement] = document["Statement"]
        [wanted] = json.loads((DEPLOY / "iam-policy.json").read_text())["Statement"]
        self.assertEqual(sorted(statement["Action"]), sorted(wanted["Action"]))
        self.assertEqual(statement["Resource"], [{"Fn::GetAtt": ["Table", "Arn"]}, {"Fn::Sub": "${Table.Arn}/index/*"}])
