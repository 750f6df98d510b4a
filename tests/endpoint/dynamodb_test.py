"""`training-tracker dynamodb` as a client meets it that speaks nothing but HTTP."""

import datetime
import json
import pathlib
import tempfile
import unittest

from dynamodb_server import TABLE, DynamoDb, command, error_of


class InAFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text, mode=0o600):
        path = self.folder / name
        path.write_text(text)
        path.chmod(mode)
        return str(path)


class Dynamodb(InAFolder):
    def start(self, *options):
        return DynamoDb(self.folder, "--data-dir", str(self.folder / "data"), *options)

    def test_a_table_and_its_items_outlive_kill_9(self):
        with self.start() as server:
            status, answer = server.ask("CreateTable", TABLE)
            self.assertEqual(status, 200, answer)
            self.assertEqual(answer["TableDescription"]["TableArn"], "arn:aws:dynamodb:us-east-1:000000000000:table/log")
            self.assertEqual(server.ask("PutItem", {"TableName": "log", "Item": {"id": {"S": "1"}, "n": {"N": "8.50"}}}), (200, {}))
            server.kill()
        with self.start() as server:
            status, answer = server.ask("GetItem", {"TableName": "log", "Key": {"id": {"S": "1"}}})
            self.assertEqual((status, answer["Item"]), (200, {"id": {"S": "1"}, "n": {"N": "8.5"}}))
            self.assertEqual(server.stop(), 0)

    def test_curl_sees_that_it_is_healthy(self):
        with self.start() as server:
            status, headers, body = server.send({"Host": f"localhost:{server.port}"}, b"", method="GET")
            self.assertEqual((status, body.decode()), (200, f"healthy: localhost:{server.port} "))
            self.assertEqual(len(headers["x-amzn-RequestId"]), 52)
            self.assertEqual(server.send({}, b"", method="GET", path="/shell")[0], 404)

    def test_foreign_hosts_and_pages_are_refused(self):
        with self.start("--allow-host", "dynamodb-local") as server:
            headers = {**server.headers("ListTables"), "Authorization": "any"}
            self.assertEqual(server.send(headers, b"{}")[0], 200)
            self.assertEqual(server.send({**headers, "Host": "dynamodb-local:8000"}, b"{}")[0], 200)
            self.assertEqual(server.send({**headers, "Host": "evil.example"}, b"{}")[0], 421)
            self.assertEqual(server.send({**headers, "Origin": "https://evil.example"}, b"{}")[0], 403)
            self.assertEqual(server.send({**headers, "Sec-Fetch-Site": "cross-site"}, b"{}")[0], 403)
            self.assertNotIn("Access-Control-Allow-Origin", server.send(headers, b"{}")[1])

    def test_unsigned_requests_are_refused(self):
        with self.start() as server:
            status, _, body = server.send(server.headers("ListTables"), b"{}")
            self.assertEqual((status, error_of(json.loads(body))), (400, "MissingAuthenticationTokenException"))

    def test_a_backup_is_made_while_it_runs(self):
        with self.start() as server:
            self.assertEqual(server.ask("CreateTable", TABLE)[0], 200)
            made = command("backup", str(self.folder / "backup"), "--data-dir", str(self.folder / "data"))
            self.assertEqual(made.returncode, 0, made.stderr)

    def test_serve_shows_the_trackers_own_table_beside_the_api(self):
        with DynamoDb(self.folder, "--data-dir", str(self.folder / "data"), "--example-data", beside_the_api=True) as server:
            self.assertEqual(server.ask("ListTables", {}), (200, {"TableNames": ["training-tracker"]}))
            status, answer = server.ask("Scan", {"TableName": "training-tracker", "Select": "COUNT"})
            self.assertEqual(status, 200, answer)
            self.assertGreater(answer["Count"], 5)
            self.assertEqual(server.stop(), 0)
        refused = command("serve", "--dynamodb-listen", "0.0.0.0:0", "--data-dir", str(self.folder / "data"))
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--dynamodb-credentials", refused.stderr)

    def test_tables_in_memory_are_gone_afterwards(self):
        for _ in range(2):
            with DynamoDb(self.folder, "--memory") as server:
                self.assertEqual(server.ask("CreateTable", TABLE)[0], 200)
                self.assertEqual(server.stop(), 0)


class Keys(InAFolder):
    KEYS = "[ann]\naws_access_key_id = AKIAANN\naws_secret_access_key = ann-secret\n[bob]\naws_access_key_id = AKIABOB\naws_secret_access_key = bob-secret\n"

    def test_only_the_keys_of_the_file_come_in(self):
        keys = self.file("keys", self.KEYS)
        with DynamoDb(self.folder, "--memory", "--credentials", keys) as server:
            self.assertEqual(server.ask_as("AKIAANN", "ann-secret", "ListTables", {}), (200, {"TableNames": []}))
            refusals = {
                "InvalidSignatureException": ("AKIAANN", "bob-secret"),
                "UnrecognizedClientException": ("AKIAEVE", "ann-secret"),
            }
            for name, (key, secret) in refusals.items():
                status, answer = server.ask_as(key, secret, "ListTables", {})
                self.assertEqual((status, error_of(answer)), (400, name))
            old = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=16)
            status, answer = server.ask_as("AKIAANN", "ann-secret", "ListTables", {}, old)
            self.assertEqual((status, error_of(answer)), (400, "InvalidSignatureException"))
            self.assertIn("Signature expired: ", answer["message"])
            self.assertEqual(server.stop(), 0)
        self.assertNotIn("secret", (self.folder / "log").read_text())

    def test_a_policy_holds_them(self):
        policy = {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "arn:aws:dynamodb:*:*:table/log*"},
                {"Effect": "Deny", "Action": "dynamodb:DeleteTable", "Resource": "*"},
            ],
        }
        options = ["--credentials", self.file("keys", self.KEYS), "--iam-policy", self.file("policy", json.dumps(policy))]
        with DynamoDb(self.folder, "--memory", *options) as server:
            self.assertEqual(server.ask_as("AKIAANN", "ann-secret", "CreateTable", TABLE)[0], 200)
            status, answer = server.ask_as("AKIABOB", "bob-secret", "DeleteTable", {"TableName": "log"})
            self.assertEqual((status, error_of(answer)), (400, "AccessDeniedException"))
            self.assertEqual(
                answer.get("message") or answer.get("Message"),
                "User: arn:aws:iam::000000000000:user/bob is not authorized to perform: dynamodb:DeleteTable on resource: "
                "arn:aws:dynamodb:us-east-1:000000000000:table/log with an explicit deny in an identity-based policy",
            )
            status, answer = server.ask_as("AKIABOB", "bob-secret", "CreateTable", {**TABLE, "TableName": "other"})
            self.assertEqual((status, error_of(answer)), (400, "AccessDeniedException"))

    def test_wrong_use_ends_with_status_2_and_a_sentence(self):
        for options, words in {
            ("--listen", "0.0.0.0:0"): "--credentials",
            ("--listen", "8000"): "8000",
            ("--credentials", str(self.folder / "none")): "cannot be read",
            ("--credentials", self.file("open", self.KEYS, 0o644)): "chmod 600",
            ("--credentials", self.file("empty", "")): "no access key",
            ("--iam-policy", self.file("condition", '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}}')): "Condition",
            ("--fail", "PutItem"): "RATE",
            ("--fail", "Fly=1:lost"): "Fly",
            ("--fail", "*=2:lost"): "rate",
            ("--fail", "*=1:hiccup"): "throttling",
            ("--index-delay", "-1"): "--index-delay",
            ("--data-dir", "somewhere"): "--memory",
        }.items():
            result = command("dynamodb", "--memory", *options)
            self.assertEqual(result.returncode, 2, options)
            self.assertIn(words, result.stderr + result.stdout, options)


class Faults(InAFolder):
    def test_a_lost_answer_is_of_a_write_that_was_done(self):
        with DynamoDb(self.folder, "--memory", "--fail", "PutItem=1:lost") as server:
            self.assertEqual(server.ask("CreateTable", TABLE)[0], 200)
            status, answer = server.ask("PutItem", {"TableName": "log", "Item": {"id": {"S": "1"}}})
            self.assertEqual((status, error_of(answer)), (500, "InternalServerError"))
            self.assertIn("Item", server.ask("GetItem", {"TableName": "log", "Key": {"id": {"S": "1"}}})[1])

    def test_about_half_is_about_half(self):
        with DynamoDb(self.folder, "--memory", "--fail", "ListTables=0.5:throttling") as server:
            refused = sum(server.ask("ListTables", {})[0] == 400 for _ in range(200))
            self.assertGreater(refused, 50)  # 7 standard deviations
            self.assertLess(refused, 150)


if __name__ == "__main__":
    unittest.main()
