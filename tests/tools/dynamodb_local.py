"""DynamoDB Local of AWS, from Maven Central, on a free port of the loopback: what we compare with, and are measured against."""

import pathlib
import socket
import subprocess

import prepare

HERE = pathlib.Path(__file__).resolve().parent / "dynamodb_local"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def command(port: int, data: pathlib.Path | None = None) -> list[str]:
    """Prints "listening on …" when it answers. Without `data` it keeps everything in memory."""
    libraries = prepare.java("dynamodb_local", HERE / "pom.xml")
    where = ["-dbPath", str(data)] if data else ["-inMemory"]
    arguments = [*where, "-sharedDb", "-disableTelemetry", "-port", str(port)]
    native = f"-Djava.library.path={libraries}"
    return [prepare.program("java"), native, "-cp", f"{libraries}/*", str(HERE / "OnLoopback.java"), *arguments]


class DynamoDBLocal:
    def __init__(self) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(command(self.port), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if line.startswith("listening on "):
                return
        raise RuntimeError(f"DynamoDB Local ended with status {self.process.wait()}")

    def __enter__(self) -> "DynamoDBLocal":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
