"""The main job as a user meets it: serve, log, kill, start again, back up, restore."""

import http.client
import json
import pathlib
import socket
import tempfile
import unittest

from server import Server, command


class Serve(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"

    def log_a_session(self, server, name="Ann", **more):
        status, _, athlete = server.request("POST", "/v1/athletes", {"name": name})
        self.assertEqual(status, 201)
        session = {"athlete_id": athlete["id"], "date": "2026-11-23", "duration": 45, "distance": 8.5, **more}
        status, headers, session = server.request("POST", "/v1/training-sessions", session)
        self.assertEqual(status, 201)
        self.assertEqual(headers["Location"], f"/v1/training-sessions/{session['id']}")
        return athlete, session

    def test_what_was_answered_is_there_after_kill_9(self):
        with Server(self.data) as server:
            _, session = self.log_a_session(server, notes="before the kill")
            server.kill()
        with Server(self.data) as server:
            self.assertEqual(server.get(f"/v1/training-sessions/{session['id']}"), session)
            self.assertEqual(server.get("/v1/training-sessions/statistics")["totalSessions"], 1)

    def test_a_first_start_logs_no_error(self):
        with Server(self.data) as server:
            self.assertEqual(server.stop(), 0)
        log = (self.folder / "data.log").read_text()
        self.assertIn("embedded store in", log)
        self.assertNotIn("rror", log)

    def test_sigterm_ends_it_with_status_0(self):
        with Server(self.data) as server:
            self.log_a_session(server)
            self.assertEqual(server.stop(), 0)

    def test_a_backup_of_the_running_server_is_restored_into_an_empty_directory_only(self):
        backup, restored = self.folder / "backup", self.folder / "restored"
        with Server(self.data) as server:
            _, session = self.log_a_session(server)
            made = command("backup", str(backup), data=self.data)
            self.assertEqual(made.returncode, 0, made.stderr)
            self.log_a_session(server, "Bob")
        refused = command("restore", str(backup), data=self.data)
        self.assertEqual(refused.returncode, 1, refused.stderr)
        done = command("restore", str(backup), data=restored)
        self.assertEqual(done.returncode, 0, done.stderr)
        with Server(restored) as server:
            self.assertEqual([athlete["name"] for athlete in server.get("/v1/athletes")], ["Ann"])
            self.assertEqual(server.get(f"/v1/training-sessions/{session['id']}"), session)

    def test_a_second_server_is_told_who_holds_the_directory(self):
        with Server(self.data) as server:
            result = command("serve", "--listen", "127.0.0.1:0", data=self.data)
            self.assertEqual(result.returncode, 1)
            self.assertIn(str(server.process.pid), result.stderr)

    def test_commands_go_through_the_server_that_holds_the_directory(self):
        rows = self.folder / "log.csv"
        rows.write_text("Date,Duration,Distance,Notes\n2026-01-02,45,8.5,easy\n2026-01-03,60,,long \u00fc\n")
        with Server(self.data) as server:
            self.log_a_session(server)
            imported = command("import", str(rows), "--athlete", "Bob", data=self.data)
            self.assertEqual(imported.returncode, 0, imported.stderr)
            self.assertEqual(server.get("/v1/training-sessions")["pagination"]["total"], 3)
            again = command("import", str(rows), "--athlete", "Bob", data=self.data)
            self.assertEqual(again.returncode, 0, again.stderr)
            self.assertEqual(server.get("/v1/training-sessions")["pagination"]["total"], 3)
            while_served = command("export", data=self.data)
            described = command("table", "describe", data=self.data)
            self.assertIn("SessionById", described.stdout)
            answer = json.loads(command("table", "describe", "--json", data=self.data).stdout)
            self.assertEqual(answer["Table"]["TableStatus"], "ACTIVE")
            self.assertEqual(len(answer["Table"]["GlobalSecondaryIndexes"]), 4)
            self.assertEqual(server.stop(), 0)
        alone = command("export", data=self.data)
        self.assertEqual(while_served.returncode, 0, while_served.stderr)
        self.assertEqual(while_served.stdout, alone.stdout)

    def test_example_data_goes_into_an_empty_store_only(self):
        with Server(self.data, "--example-data") as server:
            self.assertEqual([athlete["name"] for athlete in server.get("/v1/athletes")], ["Jane Smith", "John Doe"])
            self.assertEqual(server.get("/v1/training-sessions")["pagination"]["total"], 4)
            self.assertEqual(server.request("DELETE", "/v1/athletes/athlete-2?cascade=true")[0], 204)
        with Server(self.data, "--example-data") as server:
            self.assertEqual([athlete["id"] for athlete in server.get("/v1/athletes")], ["athlete-1"])

    def test_listening_beyond_this_machine_needs_tokens(self):
        refused = command("serve", "--listen", "0.0.0.0:0", data=self.data)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--token-file", refused.stderr)

    def test_with_tokens_only_their_bearers_come_in_and_no_log_shows_one(self):
        token = "0123456789abcdef0123456789abcdef"
        file = self.folder / "tokens"
        file.write_text(token + "\n")
        file.chmod(0o600)
        with Server(self.data, "--token-file", str(file)) as server:
            status, headers, _ = server.request("GET", "/v1/athletes")
            self.assertEqual((status, headers["WWW-Authenticate"].split()[0]), (401, "Bearer"))
            self.assertEqual(server.request("GET", "/v1/athletes", headers={"Authorization": "Bearer wrong"})[0], 401)
            self.assertEqual(server.request("GET", "/v1/athletes", headers={"Authorization": f"Bearer {token}"})[0], 200)
            self.assertEqual(server.get("/healthz") is not None, True)
            server.stop()
        self.assertNotIn(token, (self.folder / "data.log").read_text())

    def test_the_documentation_needs_no_other_host(self):
        with Server(self.data) as server:
            page = server.get("/docs").decode()
            self.assertNotIn("https://", page)
            self.assertEqual(server.get("/openapi.json")["openapi"], "3.1.0")

    def test_health_readiness_and_metrics_answer(self):
        with Server(self.data) as server:
            self.assertEqual(server.request("GET", "/healthz")[0], 200)
            self.assertEqual(server.request("GET", "/readyz")[0], 200)
            self.assertIn(b"# TYPE", server.get("/metrics"))


class WrongUse(unittest.TestCase):
    def test_unknown_commands_and_flags_end_with_status_2(self):
        for arguments in ([], ["fly"], ["serve", "--wings"], ["import"], ["serve", "--listen", "8080"], ["serve", "--store", "paper"]):
            self.assertEqual(command(*arguments).returncode, 2, arguments)

    def test_every_command_has_help_with_an_example(self):
        for name in ("serve", "import", "export", "backup", "restore"):
            shown = command(name, "--help")
            self.assertEqual(shown.returncode, 0)
            self.assertIn("Example:", shown.stdout)

    def test_a_directory_that_cannot_be_made_gives_a_sentence(self):
        result = command("export", data=pathlib.Path("/proc/nowhere"))
        self.assertEqual(result.returncode, 1)
        self.assertNotIn("terminate", result.stderr)

    def test_what_only_reads_makes_no_directory(self):
        with tempfile.TemporaryDirectory() as folder:
            data, log = pathlib.Path(folder) / "data", pathlib.Path(folder) / "log.csv"
            log.write_text("Date,Duration,Distance\n2026-11-23,45:00,8.5\n")
            self.assertEqual(command("export", data=data).returncode, 1)
            self.assertEqual(command("import", "nothing.csv", data=data).returncode, 1)
            tried = command("import", str(log), "--athlete", "Ann", "--dry-run", data=data)
            self.assertEqual(tried.returncode, 0, tried.stderr)
            self.assertIn("line 2: new", tried.stdout)
            self.assertFalse(data.exists())

    def test_a_json_export_is_not_given_to_one_athlete(self):
        with tempfile.TemporaryDirectory() as folder:
            data, export = pathlib.Path(folder) / "data", pathlib.Path(folder) / "log.json"
            with Server(data) as server:
                server.stop()
            self.assertEqual(command("export", "--output", str(export), data=data).returncode, 0)
            refused = command("import", str(export), "--athlete", "Ann", data=data)
            self.assertEqual(refused.returncode, 1)
            self.assertIn("log.json: a JSON export carries its own athletes", refused.stderr)
            self.assertEqual(command("import", str(export), data=data).returncode, 0)

    def test_an_error_of_an_import_names_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / "log.csv"
            log.write_text("Date,Duration,Distance\n2026-11-23,45:00,8.5\n")
            refused = command("import", str(log), "--athlete-id", "nobody", data=pathlib.Path(folder) / "data")
            self.assertEqual(refused.returncode, 1)
            self.assertIn("log.csv: ", refused.stderr)

    def test_a_remote_store_needs_a_region_or_an_endpoint(self):
        result = command("table", "describe", "--store", "dynamodb")
        self.assertEqual(result.returncode, 1)
        self.assertIn("AWS_REGION", result.stderr)
        self.assertIn("DYNAMODB_ENDPOINT", result.stderr)


class BadInput(unittest.TestCase):
    """One server takes all of it, and goes on serving."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = Server(pathlib.Path(cls.folder.name) / "data")

    @classmethod
    def tearDownClass(cls):
        cls.server.kill()
        cls.folder.cleanup()

    def tearDown(self):
        self.assertEqual(self.server.request("GET", "/v1/athletes")[0], 200)

    def raw(self, data: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=30) as connection:
            connection.settimeout(30)
            received = b""
            try:
                connection.sendall(data)
                while piece := connection.recv(65536):
                    received += piece
            except ConnectionError:
                pass
            return received

    def status(self, data: bytes) -> int:
        return int(self.raw(data).split(b" ", 2)[1])

    def post(self, path: str, text: bytes) -> tuple[int, dict]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        connection.request("POST", path, text, {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, json.loads(response.read())

    def test_json_that_is_none(self):
        for text in (b"{", b"{'name':1}", b'{"name":"x",}', b"\xff\xfe", b'{"name":"\\ud800"}'):
            status, body = self.post("/v1/athletes", text)
            self.assertIn(status, (400, 422), text)
            self.assertIn("detail", body)

    def test_numbers_that_are_none_name_the_field_or_the_place(self):
        for number in (b"1e400", b"-1", b"1e7", b'"abc"', b"[]", b"null"):
            text = b'{"athlete_id":"x","date":"2026-01-01","duration":' + number + b',"distance":1}'
            status, body = self.post("/v1/training-sessions", text)
            self.assertEqual(status, 422, number)
            self.assertEqual(body["detail"][0]["loc"], ["body", "duration"], number)
        for number in (b"NaN", b"Infinity", b"-Infinity"):
            text = b'{"athlete_id":"x","date":"2026-01-01","duration":' + number + b',"distance":1}'
            self.assertEqual(self.post("/v1/training-sessions", text)[0], 422, number)

    def test_large_bodies(self):
        head = b"POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        for path, mebibytes, status in (
            (b"/v1/athletes", 2, 413),  # beyond what this route takes
            (b"/v1/imports/preview", 2, 422),  # a training log may be larger
            (b"/v1/imports/preview", 33, 413),  # beyond what any takes
        ):
            size = mebibytes * 1024 * 1024
            self.assertEqual(self.status(head % (path, size) + b"x" * size), status, (path, mebibytes))

    def test_a_hundred_thousand_headers(self):
        headers = b"".join(b"X-%d: y\r\n" % number for number in range(100_000))
        self.assertEqual(self.status(b"GET / HTTP/1.1\r\nHost: localhost\r\n" + headers + b"\r\n"), 431)

    def test_paths(self):
        self.assertEqual(self.status(b"GET /v1/athletes/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 404)
        self.assertEqual(self.status(b"GET /docs/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 404)
        self.assertEqual(self.status(b"GET /v1/athletes/" + b"x" * 3000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 404)

    def test_methods(self):
        self.assertEqual(self.status(b"BREW /v1/athletes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 405)

    def test_foreign_hosts_and_origins(self):
        self.assertEqual(self.status(b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"), 421)
        post = b"POST /v1/athletes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 14\r\n%s\r\n" + b'{"name":"Eve"}'
        for line in (b"Origin: https://evil.example\r\n", b"Origin: null\r\n", b"Sec-Fetch-Site: cross-site\r\n"):
            self.assertEqual(self.status(post % line), 403, line)

    def test_half_requests_are_closed_and_hold_up_nobody(self):
        half = [socket.create_connection(("127.0.0.1", self.server.port), timeout=30) for _ in range(200)]
        for connection in half:
            connection.sendall(b"POST /v1/athletes HTTP/1.1\r\nHost: localhost\r\nContent-Le")
        self.assertEqual(self.server.request("GET", "/v1/athletes")[0], 200)
        for connection in half:
            connection.close()


if __name__ == "__main__":
    unittest.main()
