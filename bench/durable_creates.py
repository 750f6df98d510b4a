"""Sessions created per second, each on disk before it is answered, beside one fsync for each."""

import json
import pathlib
import shutil
import statistics
import subprocess

import data
import rows
from processes import CONNECTIONS, Programs, Server, load, requests_file, serve

SECONDS = 3.0
RECORD_BYTES = 500  # about what one session takes as the guide's item
BODIES = 1000


def create_lines(athletes: list[str]) -> list[str]:
    """Requests that go round the athletes."""
    lines = []
    for number in range(BODIES):
        body = {
            "athlete_id": athletes[number % len(athletes)],
            "date": f"20{number % 26:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "duration": 30 + number % 90,
            "distance": 5 + number % 200 / 10,
            "notes": f"Session {number}: easy along the river, then strides; felt strong. Wind from the west, dry paths.",
        }
        lines.append("POST /v1/training-sessions " + json.dumps(body, separators=(",", ":")))
    return lines


def syncs_per_second(programs: Programs, file: pathlib.Path) -> float:
    command = [programs.fsync_writer, file, str(RECORD_BYTES), str(SECONDS)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["records_per_second"]


def compare(programs: Programs, server: Server, requests: pathlib.Path, file: pathlib.Path, rounds: int):
    ours, peers = [], []
    for _ in range(rounds):
        ours.append(load(programs, server, requests, SECONDS)["requests_per_second"])
        peers.append(syncs_per_second(programs, file))
    return ours, peers


def measure(programs: Programs, work: pathlib.Path, small: data.Data, rounds: int) -> list[rows.Row]:
    result = []
    for what, athletes in (("10 athletes", small.athletes), ("one athlete", small.athletes[:1])):
        requests = requests_file(work / "create.txt", create_lines(athletes))
        directory = data.copy(small, work / "creates")
        with serve(programs, directory) as server:
            ours, peers = compare(programs, server, requests, work / "synced", rounds)
        shown = [f"{statistics.median(each):,.0f}/s" for each in (ours, peers)]
        result.append(rows.at_least(f"durable creates, {what}, {CONNECTIONS} connections", *shown, rows.median_ratio(ours, peers), 4))
        shutil.rmtree(directory)
    return result
