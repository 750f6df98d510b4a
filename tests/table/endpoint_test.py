"""The `table` commands on our own endpoint, over HTTP."""

import pathlib
import subprocess
import tempfile
import unittest

from dynamodb_server import DynamoDb
from table_commands import BINARY, KEYS, SECONDS_MAX, TableCommands, environment

DEPLOY = pathlib.Path(__file__).resolve().parents[2] / "deploy"


class OnOurEndpoint(TableCommands, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = DynamoDb(pathlib.Path(cls.folder.name), "--memory")
        cls.url = f"http://127.0.0.1:{cls.server.port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.kill()
        cls.server.__exit__()
        cls.folder.cleanup()

    def test_tags_are_set_and_added(self):
        self.succeeds("create", "--tag", "env=test", "--tag", "team=run=fast")
        self.assertIn("tags: env=test team=run=fast\n", self.succeeds("describe").stdout)
        self.assertIn("1 tag was set", self.succeeds("create", "--tag", "env=prod", "--tag", "team=run=fast").stderr)
        self.assertIn("tags: env=prod team=run=fast\n", self.succeeds("describe").stdout)
        self.assertIn("KEY=VALUE", self.fails("create", "--tag", "env", status=2))


class WithNobodyThere(unittest.TestCase):
    def test_every_command_says_so_at_once(self):
        variables = environment(**KEYS, DYNAMODB_ENDPOINT="http://127.0.0.1:9", AWS_MAX_ATTEMPTS="1")
        for words in (["create"], ["describe"], ["upgrade"], ["capacity", "on-demand"], ["delete", "--yes", "training-tracker"]):
            done = subprocess.run([BINARY, "table", *words], capture_output=True, text=True, env=variables, timeout=30, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn("Connection refused", done.stderr)


class UnderAPolicy(unittest.TestCase):
    def commands(self, policy: str) -> list[subprocess.CompletedProcess[str]]:
        """Every `table` command, one after the other, by somebody held to that policy."""
        table = "training-tracker"
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            credentials = folder / "credentials"
            key, secret = KEYS.values()
            credentials.write_text(f"[somebody]\naws_access_key_id = {key}\naws_secret_access_key = {secret}\n")
            credentials.chmod(0o600)
            with DynamoDb(folder, "--memory", "--credentials", str(credentials), "--iam-policy", str(DEPLOY / policy)) as server:
                variables = environment(**KEYS, DYNAMODB_ENDPOINT=f"http://127.0.0.1:{server.port}", DYNAMODB_TABLE_NAME=table)
                return [
                    subprocess.run([BINARY, "table", *words], capture_output=True, text=True, env=variables, timeout=SECONDS_MAX, check=False)
                    for words in (
                        ["create", "--indexes", "guide", "--tag", "env=prod", "--deletion-protection"],
                        ["create", "--indexes", "guide", "--tag", "env=test"],
                        ["describe"],
                        ["upgrade"],
                        ["capacity", "provisioned", "--read-capacity", "5", "--write-capacity", "5"],
                        ["delete", "--yes", table, "--unprotect"],
                    )
                ]

    def test_the_operators_is_enough_for_every_command(self):
        for done in self.commands("operator-policy.json"):
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_with_the_programs_the_missing_action_is_named(self):
        actions = ["CreateTable", "CreateTable", "DescribeTable", "DescribeTable", "DescribeTable", "DescribeTable"]
        for done, action in zip(self.commands("iam-policy.json"), actions, strict=True):
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"dynamodb:{action}", done.stderr)
