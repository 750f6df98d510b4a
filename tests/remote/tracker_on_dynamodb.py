"""Starts `training-tracker dynamodb` and, on it, `training-tracker serve`, as the setup guide does."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import time

import json_over_http

BINARY = os.environ["TRAINING_TRACKER"]
START_SECONDS_MAX = 60


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def environment(**variables: str) -> dict[str, str]:
    """This one's, without what would choose another store or other credentials; the files of AWS are none."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "DYNAMODB_", "XDG_"))}
    nowhere = {"AWS_CONFIG_FILE": "/nonexistent/config", "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent/credentials"}
    return {**kept, **nowhere, "AWS_EC2_METADATA_DISABLED": "true", **variables}


def command(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs one command of the binary to its end."""
    env = environment(**variables)
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, env=env, timeout=300, check=False)


def eventually(what, seconds: float = 30):
    """The first true answer of `what`."""
    deadline = time.monotonic() + seconds
    while not (answer := what()):
        if time.monotonic() > deadline:
            raise AssertionError("it did not happen in time")
        time.sleep(0.05)
    return answer


class Process:
    """A server of the binary, from its first line on."""

    def __init__(self, log: pathlib.Path, arguments: list[str], **variables: str) -> None:
        self.log_path = log
        self.log = open(log, "a", encoding="utf-8")
        env = environment(**variables)
        self.process = subprocess.Popen([BINARY, *arguments], stdout=subprocess.PIPE, stderr=self.log, text=True, env=env)
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            self.process.wait(START_SECONDS_MAX)
            raise RuntimeError(f"it did not start: {log.read_text()}")
        self.port = int(re.search(r":(\d+)\b", line.split("//", 1)[1]).group(1))

    def log_text(self) -> str:
        return self.log_path.read_text(encoding="utf-8")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """By SIGTERM; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.process.stdout.close()
        self.log.close()


class DynamoDb(Process):
    """`training-tracker dynamodb`. With the same folder and port it is the same one, started again."""

    def __init__(self, folder: pathlib.Path, port: int, *options: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        super().__init__(folder / "dynamodb.log", ["dynamodb", "--listen", f"127.0.0.1:{port}", "--data-dir", str(folder / "tables"), *options])


def make_table(folder: pathlib.Path) -> None:
    """In the folder of a DynamoDb that does not run."""
    made = command("table", "create", "--data-dir", str(folder / "tables"))
    if made.returncode != 0:
        raise RuntimeError(made.stderr)


class Tracker(Process):
    """`training-tracker serve` on a DynamoDB."""

    def __init__(self, folder: pathlib.Path, url: str, *options: str, **variables: str) -> None:
        arguments = ["serve", "--listen", "127.0.0.1:0", "--no-access-log", *options]
        super().__init__(folder / "tracker.log", arguments, **{"DYNAMODB_ENDPOINT": url, **variables})

    def request(self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None):
        return json_over_http.request(self.port, method, path, body, headers)

    def status(self, path: str) -> int:
        return self.request("GET", path)[0]

    def until(self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None):
        """As a client that minds Retry-After would, but sooner: the first answer that is not 503."""

        def attempt():
            answer = self.request(method, path, body, headers)
            return answer if answer[0] != 503 else None

        return eventually(attempt, 60)
