"""The programs of a benchmark: servers that are started and stopped or killed, and the load that is put on them."""

import contextlib
import http.client
import json
import pathlib
import signal
import subprocess
import time

CONNECTIONS = 16
START_SECONDS_MAX = 60
STOP_SECONDS_MAX = 60


class Programs:
    """Where the built programs are."""

    def __init__(self, build: pathlib.Path):
        self.training_tracker = build / "training-tracker"
        self.bare_beast_responder = build / "bench" / "bare_beast_responder"
        self.http_load = build / "bench" / "http_load"
        self.fsync_writer = build / "bench" / "fsync_writer"
        self.load_sessions = build / "bench" / "load_sessions"
        self.remote_client = build / "bench" / "remote_client"
        self.capacity_per_request = build / "bench" / "capacity_per_request"


class Server:
    """A running server that prints "listening on http://ADDRESS:PORT". Killed at the end of a `with`, if it still runs."""

    def __init__(self, command: list, log: pathlib.Path | None = None):
        self.log = open(log, "w") if log else None
        errors = self.log or subprocess.DEVNULL
        self.began = time.perf_counter()
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=errors, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            self.kill()
            raise RuntimeError(f"{command[0]} did not start: {line!r} (look at {log})")
        self.port = int(line.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def get(self, target: str) -> bytes:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_SECONDS_MAX)) as connection:
            connection.request("GET", target)
            response = connection.getresponse()
            body = response.read()
            if response.status != 200:
                raise RuntimeError(f"GET {target}: {response.status} {body[:200]!r}")
            return body

    def memory_mib(self) -> dict[str, float]:
        """Resident now, and the most there was."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        fields = {line.split(":")[0]: line.split(":")[1] for line in lines}
        return {name: int(fields[field].split()[0]) / 1024 for name, field in (("now", "VmRSS"), ("most", "VmHWM"))}

    def processor_seconds(self) -> float:
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=STOP_SECONDS_MAX)
        self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        if self.log:
            self.log.close()


def serve(programs: Programs, directory: pathlib.Path, access_log: bool = False) -> Server:
    """Ours. What it logs goes to a file, as it would on a server."""
    command = [programs.training_tracker, "serve", "--listen", "127.0.0.1:0", "--store", "embedded", "--data-dir", directory]
    if not access_log:
        command.append("--no-access-log")
    return Server(command, directory.with_suffix(".log"))


def bare_responder(programs: Programs, body_bytes: int, threads: int) -> Server:
    return Server([programs.bare_beast_responder, body_bytes, threads])


def requests_file(path: pathlib.Path, lines: list[str]) -> pathlib.Path:
    """For load(): each line "METHOD TARGET [BODY]"."""
    path.write_text("".join(line + "\n" for line in lines))
    return path


def load_command(programs: Programs, server: Server, requests: pathlib.Path, seconds: float, connections: int) -> list[str]:
    options = {"--port": server.port, "--requests": requests, "--seconds": seconds, "--connections": connections}
    return [str(programs.http_load)] + [str(word) for option in options.items() for word in option]


def load(programs: Programs, server: Server, requests: pathlib.Path, seconds: float, connections: int = CONNECTIONS) -> dict:
    """What http_load measured. Every answer has to be a good one."""
    command = load_command(programs, server, requests, seconds, connections)
    measured = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    if measured["failures"] or measured["errors"] or not measured["requests"]:
        raise RuntimeError(f"some requests of {requests} were refused: {measured}")
    return measured
