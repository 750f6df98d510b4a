"""Starts and stops the real binary, and talks to it, with Python's standard library alone."""

import os
import pathlib
import signal
import subprocess

import json_over_http

BINARY = os.environ["TRAINING_TRACKER"]
START_SECONDS_MAX = 60


def environment() -> dict[str, str]:
    """Without what would choose another store."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "DYNAMODB_", "XDG_"))}


def command(*arguments: str, data: pathlib.Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs one command of the binary to its end."""
    where = ["--data-dir", str(data)] if data else []
    return subprocess.run([BINARY, *arguments, *where], capture_output=True, text=True, env=environment(), timeout=300, check=False)


class Server:
    """`training-tracker serve` on a free port."""

    def __init__(self, data: pathlib.Path, *options: str) -> None:
        arguments = [BINARY, "serve", "--listen", "127.0.0.1:0", "--data-dir", str(data), "--no-access-log", *options]
        self.log = open(data.parent / f"{data.name}.log", "a+", encoding="utf-8")
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=self.log, text=True, env=environment())
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            self.process.wait(START_SECONDS_MAX)
            self.log.seek(0)
            raise RuntimeError(f"the server did not start: {self.log.read()}")
        self.port = int(line.rsplit(":", 1)[1])

    def request(self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None):
        return json_over_http.request(self.port, method, path, body, headers)

    def get(self, path: str):
        status, _, body = self.request("GET", path)
        assert status == 200, (status, body)
        return body

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.close()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(30)
        self.close()
        return status

    def close(self) -> None:
        self.process.stdout.close()
        self.log.close()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()
