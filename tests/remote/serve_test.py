"""The tracker on a DynamoDB elsewhere: the same answers, the truth while it is away, and no write lost or doubled."""

import json
import pathlib
import socket
import tempfile
import threading
import time
import unittest

from tracker_on_dynamodb import DynamoDb, Tracker, command, eventually, free_port, make_table

GUIDE_POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchWriteItem"],
            "Resource": ["arn:aws:dynamodb:*:*:table/training-tracker", "arn:aws:dynamodb:*:*:table/training-tracker/index/*"],
        }
    ],
}
KEYS = "[default]\naws_access_key_id = AKIATEST\naws_secret_access_key = dummy-secret\n"
KEY_VARIABLES = {"AWS_ACCESS_KEY_ID": "AKIATEST", "AWS_SECRET_ACCESS_KEY": "dummy-secret"}


class OnDynamoDb(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        return str(path)

    def dynamodb(self, *options: str) -> DynamoDb:
        return DynamoDb(self.folder, self.port, *options)

    def tracker(self, *options: str, **variables: str) -> Tracker:
        return Tracker(self.folder, self.url, *options, **variables)

    def a_round(self, tracker: Tracker) -> None:
        """Every kind of request of the API."""
        status, _, ann = tracker.request("POST", "/v1/athletes", {"name": "Ann"})
        self.assertEqual(status, 201, ann)
        _, _, bob = tracker.request("POST", "/v1/athletes", {"name": "Bob"})
        session = {"athlete_id": ann["id"], "date": "2026-11-23", "duration": 45, "distance": 8.5}
        status, _, made = tracker.request("POST", "/v1/training-sessions", session)
        self.assertEqual(status, 201, made)
        path = f"/v1/training-sessions/{made['id']}"
        status, _, moved = tracker.request("PUT", path, {**session, "athlete_id": bob["id"]})
        self.assertEqual((status, moved["athlete_name"]), (200, "Bob"), moved)
        self.assertEqual(tracker.request("PUT", f"/v1/athletes/{bob['id']}", {"name": "Bobby"})[0], 200)
        self.assertEqual(tracker.request("GET", path)[2]["athlete_name"], "Bobby")
        self.assertEqual(tracker.request("GET", "/v1/training-sessions/statistics")[2]["totalSessions"], 1)
        self.assertEqual(tracker.request("GET", "/v1/training-sessions?limit=50")[2]["pagination"]["total"], 1)
        self.assertEqual(tracker.request("DELETE", path)[0], 204)
        self.assertEqual(tracker.request("DELETE", f"/v1/athletes/{bob['id']}?cascade=true")[0], 204)
        self.assertEqual([athlete["name"] for athlete in tracker.request("GET", "/v1/athletes")[2]], ["Ann"])

    def test_serves_as_on_its_own_store_and_says_where_it_is(self):
        make_table(self.folder)
        with self.dynamodb(), self.tracker() as tracker:
            self.assertEqual(tracker.status("/readyz"), 200)
            self.a_round(tracker)
            self.assertEqual(tracker.stop(), 0)
            first = tracker.log_text().splitlines()[0]
            self.assertIn(f"Store: DynamoDB at {self.url}, region us-east-1, table training-tracker (because DYNAMODB_ENDPOINT is set)", first)
            self.assertNotIn("warning", tracker.log_text())

    def test_serves_at_once_without_its_store_and_gets_well_by_itself(self):
        make_table(self.folder)
        with self.tracker("--example-data") as tracker:
            self.assertEqual(tracker.status("/healthz"), 200)
            for path, code in (("/readyz", "NOT_READY"), ("/v1/athletes", "UNAVAILABLE")):
                status, headers, body = tracker.request("GET", path)
                self.assertEqual((status, body["detail"]["error"], headers["Retry-After"]), (503, code, "1"))
                self.assertIn("Connection refused", body["detail"]["message"])
                self.assertIn(f"docker run -d -p {self.port}:8000 amazon/dynamodb-local", body["detail"]["message"])
            eventually(lambda: "Connection refused" in tracker.log_text())
            with self.dynamodb() as store:
                eventually(lambda: tracker.status("/readyz") == 200)
                eventually(lambda: tracker.request("GET", "/v1/training-sessions")[2]["pagination"]["total"] == 4)  # the example data
                store.kill()
            self.assertEqual(tracker.status("/readyz"), 503)
            self.assertEqual(tracker.status("/healthz"), 200)
            with self.dynamodb():
                eventually(lambda: tracker.status("/readyz") == 200)
                self.assertEqual(tracker.request("GET", "/v1/training-sessions?limit=50")[2]["pagination"]["total"], 4)
            self.assertIn("The store answers again.", tracker.log_text())
            self.assertEqual(tracker.stop(), 0)

    def test_ends_at_once_while_the_store_is_away(self):
        with self.tracker() as tracker:
            started = time.monotonic()
            self.assertEqual(tracker.stop(), 0)
            self.assertLess(time.monotonic() - started, 10)

    def test_says_how_to_make_the_table_and_makes_none(self):
        with self.dynamodb(), self.tracker() as tracker:
            status, _, body = tracker.request("GET", "/readyz")
            self.assertEqual(status, 503)
            self.assertIn("ResourceNotFoundException", body["detail"]["message"])
            self.assertIn("python scripts/create_dynamodb_table.py", body["detail"]["message"])
            self.assertIn("create_dynamodb_table.py", tracker.request("GET", "/v1/athletes")[2]["detail"]["message"])
            self.assertIn("create_dynamodb_table.py", tracker.log_text())

    def test_says_that_credentials_are_missing(self):
        with self.dynamodb():
            # Not by DYNAMODB_ENDPOINT, which has placeholders.
            with self.tracker("--store", "dynamodb", DYNAMODB_ENDPOINT="", AWS_REGION="us-east-1", AWS_ENDPOINT_URL_DYNAMODB=self.url) as tracker:
                status, _, body = tracker.request("GET", "/readyz")
                self.assertEqual(status, 503)
                self.assertIn("Unable to locate credentials", body["detail"]["message"])
                self.assertIn("AWS_ACCESS_KEY_ID", body["detail"]["message"])

    def test_a_wrong_address_is_said_by_its_variable(self):
        refused = command("serve", "--listen", "127.0.0.1:0", DYNAMODB_ENDPOINT="localhost:8000")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("DYNAMODB_ENDPOINT", refused.stderr)

    def test_the_guides_policy_is_enough(self):
        make_table(self.folder)
        keys = self.file("keys", KEYS)
        with self.dynamodb("--credentials", keys, "--iam-policy", self.file("policy", json.dumps(GUIDE_POLICY))):
            with self.tracker(**KEY_VARIABLES) as tracker:
                self.a_round(tracker)

    def test_a_missing_action_is_named(self):
        make_table(self.folder)
        policy = json.loads(json.dumps(GUIDE_POLICY))
        policy["Statement"][0]["Action"].remove("dynamodb:UpdateItem")
        keys = self.file("keys", KEYS)
        with self.dynamodb("--credentials", keys, "--iam-policy", self.file("policy", json.dumps(policy))):
            with self.tracker(**KEY_VARIABLES) as tracker:
                _, _, athlete = tracker.request("POST", "/v1/athletes", {"name": "Ann"})
                status, _, body = tracker.request("DELETE", f"/v1/athletes/{athlete['id']}")
                self.assertEqual(status, 503)
                self.assertIn("dynamodb:UpdateItem", body["detail"]["message"])
                self.assertIn("IAM policy", body["detail"]["message"])

    def test_wrong_keys_are_told_and_never_shown(self):
        make_table(self.folder)
        secret = "anotherDummySecret"
        with self.dynamodb("--credentials", self.file("keys", KEYS)):
            with self.tracker(AWS_ACCESS_KEY_ID="AKIATEST", AWS_SECRET_ACCESS_KEY=secret) as tracker:
                status, _, body = tracker.request("GET", "/readyz")
                self.assertEqual(status, 503)
                self.assertIn("AWS_SECRET_ACCESS_KEY", body["detail"]["message"])
                self.assertNotIn(secret, json.dumps(body) + tracker.log_text())

    def test_no_write_is_lost_or_doubled_by_lost_answers_and_throttling(self):
        make_table(self.folder)
        faults = [option for fault in ("*=0.08:lost", "TransactWriteItems=0.1:conflict", "*=0.05:internal") for option in ("--fail", fault)]
        with self.dynamodb(*faults), self.tracker() as tracker:
            ids = [tracker.until("POST", "/v1/athletes", {"name": name}, {"Idempotency-Key": name})[2]["id"] for name in ("Ann", "Bob")]
            self.assertEqual(len({*ids}), 2)
            sessions = {}

            def log_sessions(worker: int) -> None:
                for number in range(10):
                    key = f"{worker}-{number}"
                    session = {"athlete_id": ids[worker % 2], "date": f"2026-10-{number + 1:02}", "duration": 45, "distance": 8.5, "notes": key}
                    status, _, made = tracker.until("POST", "/v1/training-sessions", session, {"Idempotency-Key": key})
                    sessions[key] = (status, made.get("id"))

            workers = [threading.Thread(target=log_sessions, args=(worker,)) for worker in range(4)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            self.assertEqual({status for status, _ in sessions.values()}, {201})
            for key, (_, made) in list(sessions.items())[:10]:
                body = {"athlete_id": ids[1], "date": "2026-10-20", "duration": 30, "distance": 5, "notes": key}
                self.assertEqual(tracker.until("PUT", f"/v1/training-sessions/{made}", body)[0], 200)
            page = tracker.until("GET", "/v1/training-sessions?limit=100")[2]
            self.assertEqual(page["pagination"]["total"], 40)
            self.assertEqual({session["id"] for session in page["data"]}, {made for _, made in sessions.values()})

    def test_import_and_export_work_on_it(self):
        make_table(self.folder)
        csv = self.file("log.csv", "date,duration,distance\n2026-11-01,45,8.5\n2026-11-02,30,5\n")
        with self.dynamodb():
            imported = command("import", csv, "--athlete", "Ann", DYNAMODB_ENDPOINT=self.url)
            self.assertEqual(imported.returncode, 0, imported.stderr)
            exported = command("export", DYNAMODB_ENDPOINT=self.url)
            self.assertEqual(exported.returncode, 0, exported.stderr)
            self.assertEqual(len(json.loads(exported.stdout)["sessions"]), 2)
        refused = command("export", DYNAMODB_ENDPOINT=self.url)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Connection refused", refused.stderr)


class OnAStoreThatHangs(unittest.TestCase):
    """It takes connections and never answers."""

    REQUESTS = 420  # more than may wait

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.addCleanup(self.listener.close)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def test_health_goes_on_and_readiness_tells(self):
        with Tracker(self.folder, self.url) as tracker:
            started = time.monotonic()
            self.assertEqual(tracker.status("/healthz"), 200)
            self.assertLess(time.monotonic() - started, 1)
            status, _, body = tracker.request("GET", "/readyz")
            self.assertEqual(status, 503)
            self.assertIn("does not answer", body["detail"]["message"])
            self.assertLess(time.monotonic() - started, 5)

    def test_who_would_wait_too_long_is_sent_away_at_once(self):
        with Tracker(self.folder, self.url) as tracker:
            waiting = []
            for _ in range(self.REQUESTS):
                client = socket.create_connection(("127.0.0.1", tracker.port))
                client.sendall(b"GET /v1/athletes HTTP/1.1\r\nHost: localhost\r\n\r\n")
                waiting.append(client)
            started = time.monotonic()
            status, headers, body = tracker.request("GET", "/v1/athletes")
            self.assertEqual((status, headers["Retry-After"]), (503, "1"), body)
            self.assertIn("Too many requests wait", body["detail"]["message"])
            self.assertEqual(tracker.status("/healthz"), 200)
            self.assertLess(time.monotonic() - started, 5)
            for client in waiting:
                client.close()


if __name__ == "__main__":
    unittest.main()
