"""DynamoDB endpoints that are measured side by side: ours (always on disk), DynamoDB Local, Dynoxide and dynalite."""

import contextlib
import dataclasses
import http.client
import json
import pathlib
import shutil
import subprocess
import sys
import time

import dynamodb_local
import prepare
from processes import Programs

HERE = pathlib.Path(__file__).resolve().parent
DYNOXIDE_VERSION = "3.2.0"
START_SECONDS_MAX = 60
AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + "0" * 64
CONTENT_TYPE = "application/x-amz-json-1.0"


def headers(operation: str) -> dict[str, str]:
    """Those of a signed request, as SDKs send them; none of the endpoints looks at the signature."""
    return {"X-Amz-Target": f"DynamoDB_20120810.{operation}", "X-Amz-Date": "20260101T000000Z", "Authorization": AUTHORIZATION}


class Running:
    """An endpoint that answers. Killed at the end of a `with`."""

    def __init__(self, command: list[str], port: int, log: pathlib.Path):
        self.port = port
        self.log = open(log, "w", encoding="utf-8")
        began = time.perf_counter()
        # Its own words go to the log; ours says there which port it has taken.
        self.process = subprocess.Popen([str(word) for word in command], stdout=self.log, stderr=self.log)
        self.wait(began, log)
        self.start_seconds = time.perf_counter() - began

    def wait(self, began: float, log: pathlib.Path) -> None:
        while time.perf_counter() - began < START_SECONDS_MAX and self.process.poll() is None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                self.call("ListTables", {})
                return
            time.sleep(0.001)
        self.__exit__()
        raise RuntimeError(f"{self.process.args[0]} does not answer; look at {log}")

    def call(self, operation: str, body: dict) -> dict:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_SECONDS_MAX)) as connection:
            connection.request("POST", "/", json.dumps(body), {"Content-Type": CONTENT_TYPE, **headers(operation)})
            response = connection.getresponse()
            content = response.read()
        if response.status != 200:
            raise RuntimeError(f"{operation}: {response.status} {content[:300]!r}")
        return json.loads(content)

    def create_table(self, definition: dict) -> None:
        self.call("CreateTable", definition)
        while self.call("DescribeTable", {"TableName": definition["TableName"]})["Table"]["TableStatus"] != "ACTIVE":
            time.sleep(0.01)

    def memory_mib(self) -> float:
        """Resident now."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.log.close()


@dataclasses.dataclass
class Kind:
    name: str
    is_on_disk: bool
    command: object  # of a port and an empty directory
    lacks: frozenset = frozenset()  # operations that it does not know

    def start(self, directory: pathlib.Path) -> Running:
        """On an empty directory."""
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)
        port = dynamodb_local.free_port()
        return Running(self.command(port, directory), port, directory.with_suffix(".log"))


def ours(programs: Programs) -> Kind:
    def command(port: int, directory: pathlib.Path) -> list:
        return [programs.training_tracker, "dynamodb", "--listen", f"127.0.0.1:{port}", "--data-dir", directory / "data"]

    return Kind("ours", True, command)


def dynoxide() -> list[Kind]:
    def fill(folder: pathlib.Path) -> None:
        features = ["--no-default-features", "--features", "native-sqlite,http-server,cli"]
        prepare.run([cargo, "install", "dynoxide-rs", "--version", DYNOXIDE_VERSION, "--locked", *features, "--root", folder], folder)

    cargo = prepare.program("cargo")
    binary = prepare.once(f"dynoxide-{DYNOXIDE_VERSION}", [], fill) / "bin/dynoxide"
    serve = [binary, "serve", "--host", "127.0.0.1", "--port"]
    return [
        Kind("Dynoxide in memory", False, lambda port, _: [*serve, port]),
        Kind("Dynoxide on disk", True, lambda port, directory: [*serve, port, "--db-path", directory / "db"]),
    ]


def local() -> list[Kind]:
    dynamodb_local.command(0)  # fetches it, if it is not here
    return [
        Kind("DynamoDB Local in memory", False, lambda port, _: dynamodb_local.command(port)),
        Kind("DynamoDB Local on disk", True, lambda port, directory: dynamodb_local.command(port, directory)),
    ]


def dynalite() -> list[Kind]:
    script = prepare.node("bench_peers", HERE / "peers/package.json") / "node_modules/dynalite/cli.js"
    serve = [prepare.program("node"), script, "--host", "127.0.0.1", "--createTableMs", "0", "--port"]
    return [
        Kind("dynalite in memory", False, lambda port, _: [*serve, port]),
        Kind("dynalite on disk", True, lambda port, directory: [*serve, port, "--path", directory], frozenset({"TransactWriteItems"})),
    ]


def peers() -> list[Kind]:
    """Those that can be had on this machine; a sentence about each other one."""
    found = []
    for make in (dynoxide, local, dynalite):
        try:
            found += make()
        except (prepare.Missing, RuntimeError) as reason:
            print(f"Without {make.__name__}: {str(reason)[-300:]}", file=sys.stderr)
    return found
