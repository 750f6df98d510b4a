"""deploy/'s policies: what the guide lists, no more and no less, as an endpoint enforces it."""

import json
import pathlib
import re
import tempfile
import unittest

from dynamodb_server import DynamoDb, command, error_of

DEPLOY = pathlib.Path(__file__).resolve().parents[2] / "deploy"
KEY, SECRET = "AKIDOFTHEPROGRAM", "itsSecret"
TABLE = "training-tracker"
ITEM = {"PK": {"S": "ATHLETE#1"}, "SK": {"S": "ATHLETE#1"}}
GSI1 = {
    "IndexName": "GSI1",
    "KeyConditionExpression": "GSI1PK = :s",
    "ExpressionAttributeValues": {":s": {"S": "SESSION"}},
}


def put(table: str) -> dict:
    return {"RequestItems": {table: [{"PutRequest": {"Item": ITEM}}]}}


def by_partition(table: str) -> dict:
    return {"TableName": table, "KeyConditionExpression": "PK = :p", "ExpressionAttributeValues": {":p": ITEM["PK"]}}


def allowed(table: str) -> list[tuple[str, dict]]:
    """One request for each action, the index and a transaction of them."""
    return [
        ("PutItem", {"TableName": table, "Item": ITEM}),
        ("GetItem", {"TableName": table, "Key": ITEM}),
        ("UpdateItem", {"TableName": table, "Key": ITEM, "UpdateExpression": "SET a = :a", "ExpressionAttributeValues": {":a": {"S": "b"}}}),
        ("DeleteItem", {"TableName": table, "Key": ITEM}),
        ("Query", by_partition(table)),
        ("Query", {"TableName": table, **GSI1}),
        ("Scan", {"TableName": table}),
        ("BatchWriteItem", put(table)),
        ("TransactWriteItems", {"TransactItems": [{"Put": {"TableName": table, "Item": ITEM}}]}),
    ]


def not_allowed(table: str) -> list[tuple[str, dict]]:
    key = {"TableName": table, "Key": ITEM}
    check = {"ConditionCheck": {**key, "ConditionExpression": "attribute_exists(PK)"}}
    return [
        ("DescribeTable", {"TableName": table}),
        ("DeleteTable", {"TableName": table}),
        ("UpdateTable", {"TableName": table, "DeletionProtectionEnabled": True}),
        ("UpdateTimeToLive", {"TableName": table, "TimeToLiveSpecification": {"Enabled": False, "AttributeName": "ExpiresAt"}}),
        ("ListTables", {}),
        ("BatchGetItem", {"RequestItems": {table: {"Keys": [ITEM]}}}),
        ("TransactWriteItems", {"TransactItems": [check]}),
    ]


def actions(file_name: str) -> list[str]:
    listed = []
    for statement in json.loads((DEPLOY / file_name).read_text())["Statement"]:
        action = statement["Action"]
        listed += [action] if isinstance(action, str) else action
    return listed


class Policies(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def endpoint(self, policy: pathlib.Path, *tables: str) -> DynamoDb:
        for table in tables:
            made = command("table", "create", "--data-dir", str(self.folder / "data"), "--table", table)
            self.assertEqual(made.returncode, 0, made.stderr)
        credentials = self.folder / "credentials"
        credentials.write_text(f"[program]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n")
        credentials.chmod(0o600)
        options = ["--credentials", str(credentials), "--iam-policy", str(policy)]
        return DynamoDb(self.folder, "--data-dir", str(self.folder / "data"), *options)

    def ask(self, server: DynamoDb, operation: str, request: dict):
        return server.ask_as(KEY, SECRET, operation, request)

    def assert_denied(self, server: DynamoDb, operation: str, request: dict) -> None:
        status, answer = self.ask(server, operation, request)
        self.assertEqual((operation, status, error_of(answer)), (operation, 400, "AccessDeniedException"))

    def test_the_program_may_do_what_the_guide_lists_and_nothing_else(self):
        with self.endpoint(DEPLOY / "iam-policy.json", TABLE, "another") as server:
            for operation, request in allowed(TABLE):
                status, answer = self.ask(server, operation, request)
                self.assertEqual(status, 200, (operation, answer))
            for operation, request in not_allowed(TABLE):
                self.assert_denied(server, operation, request)
            for operation, request in allowed("another"):
                self.assert_denied(server, operation, request)

    def test_the_readmes_command_scopes_it_to_another_table(self):
        readme = (DEPLOY / "README.md").read_text()
        before, after = re.search(r"sed 's\|([^|]+)\|([^|]+)\|' deploy/iam-policy\.json", readme).groups()
        table = after.removeprefix("table/")
        policy = self.folder / "policy.json"
        policy.write_text((DEPLOY / "iam-policy.json").read_text().replace(before, after))
        with self.endpoint(policy, TABLE, table) as server:
            for operation, request in allowed(table):
                status, answer = self.ask(server, operation, request)
                self.assertEqual(status, 200, (operation, answer))
            for operation, request in allowed(TABLE):
                self.assert_denied(server, operation, request)

    def test_the_readme_says_which_command_needs_which_action(self):
        rows = re.findall(r"^\| `table \w+` \| (.+) \|$", (DEPLOY / "README.md").read_text(), re.MULTILINE)
        named = {f"dynamodb:{word}" for row in rows for word in re.findall(r"\b[A-Z][a-z]+[A-Z]\w+|\bScan\b", row)}
        self.assertEqual(named, set(actions("operator-policy.json")))

    def test_the_policies_share_nothing_but_the_scan(self):
        self.assertEqual(set(actions("operator-policy.json")) & set(actions("iam-policy.json")), {"dynamodb:Scan"})
