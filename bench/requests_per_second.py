"""Answers per second, beside a bare Beast responder that sends as many bytes and does nothing else."""

import os
import pathlib
import statistics

import data
import rows
from processes import Programs, Server, bare_responder, load, requests_file, serve

SECONDS = 2.0
LIST_TARGET = "/v1/training-sessions?limit=50"


def threads() -> int:
    """As many as `serve` takes."""
    return max(2, len(os.sched_getaffinity(0)))


def compare(programs: Programs, servers: list[Server], requests: pathlib.Path, rounds: int) -> list[list[float]]:
    """Requests per second of each server, in every round one after the other."""
    measured = [[] for _ in servers]
    for _ in range(rounds):
        for rates, server in zip(measured, servers):
            rates.append(load(programs, server, requests, SECONDS)["requests_per_second"])
    return measured


def measure(programs: Programs, work: pathlib.Path, stored: data.Data, rounds: int) -> list[rows.Row]:
    one = requests_file(work / "get.txt", [f"GET /v1/training-sessions/{session}" for session in stored.sessions])
    many = requests_file(work / "list.txt", [f"GET {LIST_TARGET}"])
    logged_directory = data.copy(stored, work / "logged")
    result = []
    with serve(programs, stored.directory) as quiet, serve(programs, logged_directory, access_log=True) as logged:
        for what, target, requests, goal in (
            ("get a session by id", f"/v1/training-sessions/{stored.sessions[0]}", one, 0.5),
            ("list of 50 sessions", LIST_TARGET, many, 0.3),
        ):
            body_bytes = len(quiet.get(target))
            with bare_responder(programs, body_bytes, threads()) as bare:
                rates = compare(programs, [quiet, logged, bare], requests, rounds)
            ours, ours_logged, peers = rates
            shown = [f"{statistics.median(each):,.0f}/s" for each in rates]
            result.append(rows.at_least(f"{what} ({body_bytes} bytes)", shown[0], shown[2], rows.median_ratio(ours, peers), goal))
            result.append(rows.without_goal(f"{what}, access log on", shown[1], shown[2], rows.median_ratio(ours_logged, peers)))
    return result
