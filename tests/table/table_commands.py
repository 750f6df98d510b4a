"""What the `table` commands do on a DynamoDB elsewhere, whichever it is. A child says which (`url`)."""

import http.client
import json
import os
import pathlib
import subprocess
import sys
import urllib.parse

from dynamodb_server import signed

BINARY = os.environ["TRAINING_TRACKER"]
SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "create_dynamodb_table.py"
KEYS = {"AWS_ACCESS_KEY_ID": "AKIDOFATEST", "AWS_SECRET_ACCESS_KEY": "itsSecret"}
SECONDS_MAX = 300
SESSIONS = 2000
BATCH = 25
GUIDE_INDEXES = ["GSI1"]
ALL_INDEXES = ["GSI1", "SessionById", "SessionsByAthlete", "AthletesByName"]


def environment(**more: str) -> dict[str, str]:
    """Without what would choose another store."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "DYNAMODB_", "XDG_"))}
    return {**kept, "AWS_EC2_METADATA_DISABLED": "true", **more}


def session(number: int) -> dict:
    """As the guide has it."""
    texts = {
        "PK": "ATHLETE#1",
        "SK": f"SESSION#{number:06}",
        "GSI1PK": "SESSION",
        "GSI1SK": f"2026-01-01#{number:06}",
        "Type": "SESSION",
        "SessionId": f"{number:06}",
        "AthleteId": "1",
        "AthleteName": "Ann",
        "Date": "2026-01-01",
        "Duration": "45.0",
        "Distance": "8.5",
    }
    return {name: {"S": text} for name, text in texts.items()}


def athlete(identity: str, name: str) -> dict:
    key = f"ATHLETE#{identity}"
    return {attribute: {"S": text} for attribute, text in {"PK": key, "SK": key, "Type": "ATHLETE", "AthleteId": identity, "Name": name}.items()}


class TableCommands:
    """Each test has a table of its own."""

    url = ""
    tables = 0

    def setUp(self):
        TableCommands.tables += 1
        self.table = f"table-commands-{os.getpid()}-{TableCommands.tables}"

    def variables(self) -> dict[str, str]:
        return environment(**KEYS, DYNAMODB_ENDPOINT=self.url, DYNAMODB_TABLE_NAME=self.table, AWS_REGION="us-east-1")

    def run_command(self, command: list) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, capture_output=True, text=True, env=self.variables(), stdin=subprocess.DEVNULL, timeout=SECONDS_MAX, check=False
        )

    def table_command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run_command([BINARY, "table", *arguments])

    def succeeds(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = self.table_command(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def fails(self, *arguments: str, status: int = 1) -> str:
        done = self.table_command(*arguments)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def described(self) -> dict:
        return json.loads(self.succeeds("describe", "--json").stdout)["Table"]

    def indexes(self) -> list[str]:
        return [index["IndexName"] for index in self.described()["GlobalSecondaryIndexes"]]

    def ask(self, operation: str, request: dict) -> dict:
        """Past the program, as any client."""
        address = urllib.parse.urlsplit(self.url).netloc
        body = json.dumps(request).encode()
        headers = {"Host": address, "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"DynamoDB_20120810.{operation}"}
        connection = http.client.HTTPConnection(address, timeout=60)
        connection.request("POST", "/", body, signed(headers, body, KEYS["AWS_ACCESS_KEY_ID"], KEYS["AWS_SECRET_ACCESS_KEY"]))
        response = connection.getresponse()
        answer = json.loads(response.read())
        connection.close()
        self.assertEqual(response.status, 200, answer)
        return answer

    def put(self, items: list[dict]) -> None:
        for first in range(0, len(items), BATCH):
            puts = [{"PutRequest": {"Item": item}} for item in items[first : first + BATCH]]
            answer = self.ask("BatchWriteItem", {"RequestItems": {self.table: puts}})
            self.assertFalse(answer["UnprocessedItems"])

    def entries(self, index: str) -> int:
        request = {"TableName": self.table, "IndexName": index, "Select": "COUNT"}
        page = self.ask("Scan", request)
        count = page["Count"]
        while last := page.get("LastEvaluatedKey"):
            page = self.ask("Scan", {**request, "ExclusiveStartKey": last})
            count += page["Count"]
        return count

    def test_create_waits_until_it_is_there_and_again_is_fine(self):
        table = json.loads(self.succeeds("create", "--json").stdout)["Table"]
        self.assertEqual(table["TableStatus"], "ACTIVE")
        self.assertEqual(sorted(index["IndexName"] for index in table["GlobalSecondaryIndexes"]), sorted(ALL_INDEXES))
        time_to_live = self.ask("DescribeTimeToLive", {"TableName": self.table})["TimeToLiveDescription"]
        self.assertEqual(time_to_live["AttributeName"], "ExpiresAt")
        self.assertIn("is there already, and it fits", self.succeeds("create").stderr)

    def test_several_that_create_at_once_all_succeed(self):
        command = [BINARY, "table", "create"]
        running = [subprocess.Popen(command, env=self.variables(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(4)]
        for process in running:
            self.assertEqual((process.communicate(timeout=SECONDS_MAX)[1].count("rror"), process.returncode), (0, 0))

    def test_a_table_that_does_not_fit_is_explained_and_left_alone(self):
        other = {
            "TableName": self.table,
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "N"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        }
        self.ask("CreateTable", other)
        said = self.fails("create", "--billing-mode", "provisioned")
        self.assertIn("The key of the table is id (a number); it has to be PK (a string) and SK (a string).", said)
        self.assertIn("The index GSI1 is missing", said)
        self.assertIn("The capacity is on demand", said)
        self.assertIn("The key of the table is id", self.fails("upgrade"))
        self.assertIn("not the tracker's: The key of the table is id", self.succeeds("describe").stdout)
        self.assertNotIn("GlobalSecondaryIndexes", self.described())

    def test_upgrade_brings_the_indexes_to_the_guides_table_with_its_items(self):
        self.succeeds("create", "--indexes", "guide")
        self.assertEqual(self.indexes(), GUIDE_INDEXES)
        self.assertIn("`training-tracker table upgrade` adds", self.succeeds("create").stderr)
        self.put([session(number) for number in range(SESSIONS)] + [athlete(str(number), f"Athlete {number}") for number in range(3)])
        done = self.succeeds("upgrade")
        for index in ALL_INDEXES[1:]:
            self.assertIn(f"The index {index} was added and filled.", done.stderr)
        self.assertEqual(sorted(self.indexes()), sorted(ALL_INDEXES))
        self.assertEqual([self.entries(index) for index in ALL_INDEXES], [SESSIONS, SESSIONS, SESSIONS, 3])
        self.assertIn("has every index already", self.succeeds("upgrade").stderr)

    def test_upgrade_refuses_where_an_index_could_not_take_an_item(self):
        self.succeeds("create", "--indexes", "guide")
        self.put([athlete("1", "Ann"), athlete("2", ""), athlete("3", "x" * 1025), athlete("4", "x" * 1024)])
        said = self.fails("upgrade")
        self.assertIn("2 items have values that cannot be a key of an index", said)
        self.assertIn("ATHLETE#2 / ATHLETE#2: Name is empty", said)
        self.assertIn("ATHLETE#3 / ATHLETE#3: Name has 1025 bytes, a key at most 1024", said)
        self.assertEqual(self.indexes(), GUIDE_INDEXES)
        self.put([athlete("2", "Bob"), athlete("3", "Cid")])
        self.succeeds("upgrade")
        self.assertEqual(self.entries("AthletesByName"), 4)

    def test_capacity_there_and_back(self):
        self.succeeds("create")
        provisioned = ["capacity", "provisioned", "--read-capacity", "7", "--write-capacity", "3"]
        self.assertIn("is now provisioned, 7 read and 3 write units", self.succeeds(*provisioned).stderr)
        table = self.described()
        for throughput in (table["ProvisionedThroughput"], *(index["ProvisionedThroughput"] for index in table["GlobalSecondaryIndexes"])):
            self.assertEqual((throughput["ReadCapacityUnits"], throughput["WriteCapacityUnits"]), (7, 3))
        self.assertIn("was already", self.succeeds(*provisioned).stderr)
        self.assertIn("asked for is on demand", self.fails("create", "--billing-mode", "on-demand"))
        self.succeeds("capacity", "on-demand")
        self.assertEqual(self.described()["BillingModeSummary"]["BillingMode"], "PAY_PER_REQUEST")
        self.assertIn("was already on demand", self.succeeds("capacity", "on-demand").stderr)

    def test_upgrade_of_a_provisioned_table(self):
        self.succeeds("create", "--indexes", "guide", "--billing-mode", "provisioned", "--read-capacity", "9", "--write-capacity", "8")
        self.succeeds("upgrade")
        for index in self.described()["GlobalSecondaryIndexes"]:
            throughput = index["ProvisionedThroughput"]
            self.assertEqual((throughput["ReadCapacityUnits"], throughput["WriteCapacityUnits"]), (9, 8), index["IndexName"])

    def test_delete_wants_the_name(self):
        self.succeeds("create")
        self.assertIn("--yes", self.fails("delete", status=2))
        self.assertIn("Nothing was deleted", self.fails("delete", "--yes", "another", status=2))
        self.succeeds("delete", "--yes", self.table)
        self.fails("describe")
        self.fails("delete", "--yes", self.table)

    def test_a_protected_table_is_unprotected_only_when_that_is_said(self):
        self.succeeds("create", "--deletion-protection")
        self.assertIn("protected against deletion", self.fails("delete", "--yes", self.table))
        self.assertIn("deletion protection: on", self.succeeds("describe").stdout)
        self.succeeds("delete", "--yes", self.table, "--unprotect")

    def test_point_in_time_recovery_is_said_to_be_missing_where_it_is(self):
        self.assertIn("has no point-in-time recovery", self.fails("create", "--point-in-time-recovery"))
        self.assertEqual(self.described()["TableStatus"], "ACTIVE")

    def test_a_table_that_is_not_there(self):
        for command in (["describe"], ["upgrade"], ["capacity", "on-demand"]):
            self.assertIn("create_dynamodb_table.py", self.fails(*command))

    def test_the_guides_script_hands_everything_over(self):
        script = [sys.executable, SCRIPT]
        done = self.run_command([*script, "--indexes", "guide"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.indexes(), GUIDE_INDEXES)
        self.assertEqual(self.run_command(script).returncode, 0)
        self.assertEqual(self.run_command([*script, "--indexes", "none"]).returncode, 2)
        self.assertEqual(self.run_command([*script, "--billing-mode", "provisioned"]).returncode, 1)
