"""From starting the process to its first answer, after a clean stop and after a kill under load; and its memory."""

import pathlib
import random
import statistics
import subprocess
import time

import data
import durable_creates
import rows
from processes import CONNECTIONS, Programs, Server, load, load_command, requests_file, serve

SECONDS_GOAL = 0.3
MEBIBYTES_GOAL = 200
LOADED_SECONDS = 3.0


def seconds_to_answer(server: Server, stored: data.Data) -> float:
    """Since the process was started."""
    server.get(f"/v1/training-sessions/{random.choice(stored.sessions)}")
    return time.perf_counter() - server.began


def kill_under_load(programs: Programs, directory: pathlib.Path, requests: pathlib.Path):
    with serve(programs, directory) as server:
        command = load_command(programs, server, requests, LOADED_SECONDS * 2, CONNECTIONS)
        load_process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(LOADED_SECONDS * random.uniform(0.5, 1.0))
        server.kill()
        load_process.wait()


def log_mebibytes(directory: pathlib.Path) -> float:
    """What the next start has to replay."""
    return sum(file.stat().st_size for file in directory.rglob("*.log")) / 2**20


def start_rows(what: str, seconds: list[float]) -> rows.Row:
    row = rows.below(what, max(seconds), SECONDS_GOAL, "s", 3)
    row.ours += f" (median {statistics.median(seconds):.3f})"
    return row


def measure(programs: Programs, work: pathlib.Path, stored: data.Data, rounds: int) -> list[rows.Row]:
    clean, killed, logs = [], [], []
    for _ in range(rounds):
        with serve(programs, stored.directory) as server:
            clean.append(seconds_to_answer(server, stored))
            server.stop()
    requests = requests_file(work / "create.txt", durable_creates.create_lines(stored.athletes))
    directory = data.copy(stored, work / "killed")
    for _ in range(rounds):
        kill_under_load(programs, directory, requests)
        logs.append(log_mebibytes(directory))
        with serve(programs, directory) as server:
            killed.append(seconds_to_answer(server, stored))
            server.stop()
    at = f"with {stored.size:,} sessions"
    return [
        start_rows(f"first answer {at}, slowest of {rounds} starts", clean),
        start_rows(f"the same, killed under {CONNECTIONS} writers before (log of up to {max(logs):.1f} MiB)", killed),
        memory_row(programs, work, stored, at),
    ]


def memory_row(programs: Programs, work: pathlib.Path, stored: data.Data, at: str) -> rows.Row:
    """After many different questions and creates."""
    lines = [f"GET /v1/training-sessions/{session}" for session in stored.sessions]
    lines += [f"GET /v1/training-sessions?limit=100&athleteId={athlete}" for athlete in stored.athletes] * 100
    lines += ["GET /v1/training-sessions?limit=100"] * 1000 + durable_creates.create_lines(stored.athletes) * 2
    random.shuffle(lines)
    requests = requests_file(work / "mixed.txt", lines)
    with serve(programs, data.copy(stored, work / "killed")) as server:
        load(programs, server, requests, 4 * LOADED_SECONDS)
        memory = server.memory_mib()
        row = rows.below(f"resident memory {at}, after reads and creates", memory["most"], MEBIBYTES_GOAL, "MiB", 0)
        row.ours += f" at most ({memory['now']:.0f} at the end)"
    return row
