"""A tracker of its own on a table of its own, behind a proxy of its own; one scene after the other is played on it."""

import json
import pathlib

import operations
from fault_proxy import Fault, FaultProxy
from json_over_http import request
from table import Picture, Table, athlete_item, session_item
from tracker_on_dynamodb import Process, command, eventually

SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/secretOfTheTest"
SESSION_TOKEN = "IQoJb3JpZ2luX2Vj//sessionTokenOfTheTest=="
BEARER = "bearer-token-of-the-test-0123456789"
SECRETS = (SECRET_KEY, SESSION_TOKEN, BEARER)
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "AKIATEST", "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_SESSION_TOKEN": SESSION_TOKEN}


def show_no_secret(text: str) -> None:
    shown = [secret for secret in (*SECRETS, "Signature=") if secret in text]
    assert not shown, f"{shown} is shown"


class Lane:
    def __init__(self, store: Process, folder: pathlib.Path, number: int, **variables: str) -> None:
        self.folder = folder / f"lane-{number}"
        self.folder.mkdir()
        self.proxy = FaultProxy(store.port)
        table_name = f"{folder.name}-{number}"
        self.variables = {**CREDENTIALS, "DYNAMODB_TABLE_NAME": table_name, **variables}
        made = command("table", "create", DYNAMODB_ENDPOINT=f"http://127.0.0.1:{store.port}", DYNAMODB_TABLE_NAME=table_name)
        assert made.returncode == 0, made.stderr
        self.table = Table(store.port, table_name)
        tokens = self.folder / "tokens"
        tokens.write_text(BEARER + "\n")
        tokens.chmod(0o600)
        # With its access log: that is all it can be made to say.
        arguments = ["serve", "--listen", "127.0.0.1:0", "--token-file", str(tokens)]
        self.tracker = Process(self.folder / "tracker.log", arguments, DYNAMODB_ENDPOINT=self.proxy.url, **self.variables)
        # It looks for interrupted renames when it starts; in an empty table that is one request.
        eventually(lambda: self.proxy.requests)
        self.proxy.disarm()
        self.import_file = self.folder / "import.csv"
        self.import_file.write_text("date,duration,distance\n" + "".join(f"2026-09-{day + 1:02},45,8.5\n" for day in range(operations.IMPORTED)))
        self.imports_said = ""

    def set_scene(self, sessions: int) -> None:
        self.table.clear()
        jane = [session_item("jane", "Jane", f"j{number}", f"2026-10-{1 + number % 30:02}") for number in range(sessions)]
        self.table.put([athlete_item("jane", "Jane"), athlete_item("joe", "Joe"), *jane])

    def perform(self, operation: operations.Operation) -> tuple[int, object]:
        """The status, 503 or another, and the body."""
        if operation.method == "IMPORT":
            done = command("import", str(self.import_file), "--athlete", "Joe", DYNAMODB_ENDPOINT=self.proxy.url, **self.variables)
            self.imports_said += done.stdout + done.stderr
            return (503 if done.returncode else operation.status), done.stderr
        headers = {"Authorization": f"Bearer {BEARER}", **operation.headers}
        status, _, body = request(self.tracker.port, operation.method, operation.path, operation.body, headers)
        if status >= 400:
            show_no_secret(json.dumps(body))
        return status, body

    def attempt(self, operation: operations.Operation, fault: Fault | None, fails: range) -> tuple[int, object, list[str]]:
        """On a scene of its own; the answer, and the operations that the store was asked for."""
        self.set_scene(operation.sessions)
        self.proxy.arm(fault, fails)
        status, body = self.perform(operation)
        return status, body, self.proxy.disarm()

    def picture(self) -> Picture:
        return Picture(self.table.items())

    def said(self) -> str:
        return self.tracker.log_text() + self.imports_said

    def close(self) -> None:
        self.tracker.__exit__()
        self.proxy.close()
