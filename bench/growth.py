"""How the time of one answer grows with what is stored: one connection, the same question at every size."""

import contextlib
import pathlib
import statistics

import data
import rows
from processes import Programs, Server, load, requests_file, serve

SECONDS = 1.0
RATIO_GOAL = 1.3


def questions(stored: data.Data) -> dict[str, list[str]]:
    return {
        "get a session by id": [f"GET /v1/training-sessions/{session}" for session in stored.sessions],
        "newest page of 50": ["GET /v1/training-sessions?limit=50"],
        "an athlete's page of 50": [f"GET /v1/training-sessions?limit=50&athleteId={athlete}" for athlete in stored.athletes],
    }


def compare(programs: Programs, servers: list[Server], requests: list[pathlib.Path], rounds: int) -> list[float]:
    """Median microseconds of each server's answers; the rounds go through all servers, so that noise touches all alike."""
    measured = [[] for _ in servers]
    for _ in range(rounds):
        for latencies, server, file in zip(measured, servers, requests):
            latencies.append(load(programs, server, file, SECONDS, connections=1)["latency_microseconds"]["p50"])
    return [statistics.median(latencies) for latencies in measured]


def measure(programs: Programs, work: pathlib.Path, sizes: list[data.Data], rounds: int) -> list[rows.Row]:
    result = []
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(serve(programs, stored.directory)) for stored in sizes]
        for what in questions(sizes[0]):
            files = [requests_file(work / f"ask-{stored.size}.txt", questions(stored)[what]) for stored in sizes]
            latencies = compare(programs, servers, files, rounds)
            shown = " / ".join(f"{latency:.0f}" for latency in latencies[1:])
            count = " / ".join(f"{stored.size:,}" for stored in sizes[1:])
            ratio = latencies[-1] / latencies[0]
            row = rows.at_most(f"{what}, at {count} sessions beside {sizes[0].size:,}", f"{shown} µs", f"{latencies[0]:.0f} µs", ratio, RATIO_GOAL)
            result.append(row)
    return result
