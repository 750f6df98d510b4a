"""A person's terminal with the guide beside it: a clean environment, blocks in order, servers that go on beside."""

import contextlib
import http.client
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from running import is_taken, runs

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
API_PORT, DYNAMODB_PORT = 8080, 8000
CREATE = "python scripts/create_dynamodb_table.py"
KEY_NAMES = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
BLOCK_SECONDS_MAX = 240
STOP_SECONDS_MAX = 30
STAND_INS = ("docker", "java", "wget")
# A line that ends only with Ctrl-C; assignments may stand before it.
SERVER = re.compile(r"^((?:\w+=\S*\s+)*)(?=(\./pw start|java\b|(?:build/)?training-tracker (?:serve|dynamodb))(?!.*--help))", re.MULTILINE)
LISTEN = re.compile(r"\s--listen[= ]\S*:(\d+)")


def eventually(is_so, seconds: float = STOP_SECONDS_MAX) -> bool:
    end = time.monotonic() + seconds
    while not (answer := is_so()) and time.monotonic() < end:
        time.sleep(0.1)
    return bool(answer)


def with_servers_beside(script: str) -> str:
    """The script, whose servers are started in the background."""

    def beside(found: re.Match) -> str:
        line = script[found.start() :].split("\n", 1)[0]
        listen = LISTEN.search(line)
        port = listen[1] if listen else API_PORT if found[2] == "./pw start" or found[2].endswith("serve") else DYNAMODB_PORT
        return f"{found[1]}in_background {port} "

    return SERVER.sub(beside, script)


class Terminal:
    """`dynamodb` is what the stand-ins of docker and java start: "local" (DynamoDB Local) or "ours"."""

    def __init__(self, dynamodb: str = "ours", **variables: str) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="guide-")
        top = pathlib.Path(self.folder.name)
        self.checkout, self.state, self.programs = top / "checkout", top / "state", top / "programs"
        for folder in (self.checkout, self.state, self.programs, top / "home"):
            folder.mkdir()
        # What a block writes into the current folder stays out of the real checkout; build/ is the real one.
        for entry in ROOT.iterdir():
            (self.checkout / entry.name).symlink_to(entry)
        self.make_stand_ins(dynamodb)
        path = [str(self.programs), "/usr/local/bin", "/usr/bin", "/bin"]
        if python := shutil.which("python"):  # which ./pw install sees to; some have it elsewhere
            path.append(str(pathlib.Path(python).parent))
        self.home = {"HOME": str(top / "home"), "PATH": ":".join(path), "LANG": "C.UTF-8"}
        self.environment = {**self.home, **variables}

    def make_stand_ins(self, dynamodb: str) -> None:
        """They need what the clean environment hides."""
        real = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "PYTHONPATH": f"{HERE / 'stand_ins'}:{ROOT / 'tests/tools'}",
            "STAND_IN_STATE": str(self.state),
            "STAND_IN_DYNAMODB": dynamodb,
            "TRAINING_TRACKER": str(ROOT / "build/training-tracker"),
        }
        variables = " ".join(f"{name}={shlex.quote(value)}" for name, value in real.items())
        for name in STAND_INS:
            script = self.programs / name
            script.write_text(f'#!/bin/sh\nexec env {variables} {sys.executable} {HERE}/stand_ins/{name}.py "$@"\n')
            script.chmod(0o755)

    def begin_anew(self, **variables: str) -> None:
        """A new terminal in the same folder: nothing runs, nothing is exported but these."""
        self.stop()
        self.remove_containers()
        self.environment = {**self.home, **variables}

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Both outputs are in stdout, in their order. `variables` are for this time only."""
        before = {**self.environment, **variables}
        prelude = f'. "{HERE}/prelude.sh"\n'
        with open(self.state / "output", "w+", encoding="utf-8") as output:
            done = subprocess.run(
                ["bash", "-c", prelude + with_servers_beside(script)],
                cwd=self.checkout,
                env={**before, "GUIDE_STATE": str(self.state)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=BLOCK_SECONDS_MAX,
                check=False,
            )
            output.seek(0)
            done.stdout = output.read()
        after = (self.state / "environment").read_bytes().decode().split("\0")
        exported = dict(entry.split("=", 1) for entry in after if entry)
        for shells_own in ("_", "SHLVL", "PWD", "OLDPWD", "GUIDE_STATE"):
            exported.pop(shells_own, None)
        for name in variables:
            exported.pop(name, None)
        self.environment = {**exported, **{name: before for name, before in self.environment.items() if name in variables}}
        return done

    def servers(self) -> list[tuple[int, int, pathlib.Path]]:
        """Process, port, log; of those that run."""
        listed = self.state / "servers"
        lines = listed.read_text().splitlines() if listed.exists() else []
        found = [(int(process), int(port), pathlib.Path(log)) for process, port, log in (line.split() for line in lines)]
        return [server for server in found if runs(server[0])]

    def log_of(self, port: int) -> str:
        return "".join(log.read_text() for _, its_port, log in self.servers() if its_port == port)

    def stop(self, port: int | None = None) -> None:
        """What Ctrl-C in its terminal does; all servers where no port is named."""
        for process, its_port, log in self.servers():
            if port not in (None, its_port):
                continue
            os.kill(process, signal.SIGTERM)
            if not eventually(lambda process=process: not runs(process)):
                os.kill(process, signal.SIGKILL)
                raise AssertionError(f"the server on port {its_port} did not end:\n{log.read_text()[-2000:]}")

    def logs_of_containers(self) -> str:
        return "".join(log.read_text() for log in self.state.glob("container-log.*"))

    def remove_containers(self) -> None:
        for container in self.state.glob("container.*"):
            subprocess.run([self.programs / "docker", "rm", "-f", container.name.split(".", 1)[1]], capture_output=True, check=True)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.begin_anew()
        self.folder.cleanup()


def api(method: str, path: str, body: object = None, port: int = API_PORT):
    """Status and answer of the tracker's API."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.closing(connection):
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, {"Content-Type": "application/json"} if text else {})
        response = connection.getresponse()
        content = response.read()
    return response.status, json.loads(content) if content else None


def what_is_missing() -> str:
    """A sentence; empty where a guide can be followed here."""
    for port in (API_PORT, DYNAMODB_PORT):
        if is_taken(port):
            return f"port {port}, which the guide uses, is taken by another program on this machine"
    return "" if shutil.which("curl") else "curl is not on this machine"
