"""AWS's runtime interface emulator with our binary as the function, on two free ports of this machine."""

import http.client
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import unittest

import prepare
from endpoint import environment

HERE = pathlib.Path(__file__).resolve().parent
BINARY = os.environ["TRAINING_TRACKER"]
START_SECONDS_MAX = 60


def program() -> pathlib.Path:
    try:
        return prepare.lambda_emulator("lambda_emulator", HERE / "requirements.txt")
    except prepare.Missing as missing:
        raise unittest.SkipTest(str(missing)) from missing


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Function:
    """`training-tracker lambda OPTIONS`, or another program, in the emulator, which starts it with the first event."""

    def __init__(self, *options: str, program_of_function: pathlib.Path | None = None, **variables: str) -> None:
        command = [program_of_function] if program_of_function else [BINARY, "lambda", *options]
        self.port = free_port()
        addresses = ["--runtime-interface-emulator-address", f"127.0.0.1:{self.port}", "--runtime-api-address", f"127.0.0.1:{free_port()}"]
        self.log = tempfile.TemporaryFile("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [program(), *addresses, *command],
            stdout=self.log,
            stderr=subprocess.STDOUT,
            env={**environment(), "AWS_REGION": "us-east-1", **variables},
        )

    def invoke(self, event: object) -> tuple[int, object]:
        """The status of the emulator and the function's answer."""
        deadline = time.monotonic() + START_SECONDS_MAX
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while True:
            try:
                connection.connect()
                break
            except ConnectionRefusedError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
        connection.request("POST", "/2015-03-31/functions/function/invocations", json.dumps(event))
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        try:
            return response.status, json.loads(text)
        except json.JSONDecodeError:
            return response.status, text

    def logged(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def __enter__(self) -> "Function":
        return self

    def __exit__(self, *_: object) -> None:
        # The emulator ends its function when it ends in peace.
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
