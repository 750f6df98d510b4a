"""The tracker on a remote store: its answers per second over DynamoDB Local, and its client alone beside boto3."""

import os
import pathlib
import shutil
import statistics
import subprocess

import dynamodb_endpoint
import dynamodb_endpoints
import dynamodb_requests
import prepare
import rows
from processes import Programs, Server, load, requests_file

SECONDS = 2.0
PAGE_SECONDS, PAGE_CONNECTIONS = 8.0, 4  # DynamoDB Local counts thousands of sessions slowly
FILL_SECONDS_MAX = 600
CLIENT_GOAL = 5
CLIENT_STORED = 10_000
# Answers per second of the earlier Python service on DynamoDB Local, as issue 5 records them; not measured here.
EARLIER = {100: {"get": 151.0, "page": 47.0}, 10_000: {"get": 8.0, "page": 2.6}}
BOTO3 = pathlib.Path(__file__).resolve().parents[1] / "tests/clients/python/requirements.txt"


def environment(port: int) -> dict[str, str]:
    mine = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "DYNAMODB_"))}
    return mine | {"DYNAMODB_ENDPOINT": f"http://127.0.0.1:{port}", "DYNAMODB_TABLE_NAME": dynamodb_requests.TABLE, "AWS_REGION": "us-east-1"}


def filled(programs: Programs, kind, work: pathlib.Path, size: int):
    """An endpoint with the tracker's table and `size` sessions."""
    running = kind.start(work / kind.name.replace(" ", "-"))
    subprocess.run([programs.training_tracker, "table", "create"], env=environment(running.port), check=True, capture_output=True)
    file = requests_file(work / f"fill-{size}.txt", dynamodb_requests.batches(0, size))
    dynamodb_endpoint.load(programs, running, "BatchWriteItem", file, FILL_SECONDS_MAX, 4, "--once", "--warm-up-seconds", "0")
    return running


def questions(work: pathlib.Path, size: int) -> dict[str, pathlib.Path]:
    return {
        "get": requests_file(work / "get.txt", [f"GET /v1/training-sessions/{number:08d}" for number in range(size)]),
        "page": requests_file(work / "page.txt", ["GET /v1/training-sessions?limit=50"]),
        "cursor": requests_file(work / "cursor.txt", ["GET /v1/training-sessions?limit=50&cursor="]),
    }


TITLES = {"get": "get a session by id", "page": "a page of 50 with its total", "cursor": "a page of 50 by cursor"}


def api_rows(programs: Programs, work: pathlib.Path, size: int, rounds: int) -> list[rows.Row]:
    made = []
    local = next(kind for kind in dynamodb_endpoints.local() if not kind.is_on_disk)
    with filled(programs, local, work, size) as store:
        command = ["env", *(f"{name}={value}" for name, value in environment(store.port).items() if name.startswith(("AWS_", "DYNAMODB_"))),
                   programs.training_tracker, "serve", "--listen", "127.0.0.1:0", "--no-access-log"]
        with Server(command, work / "serve.log") as server:
            for what, file in questions(work, size).items():
                how = (PAGE_SECONDS, PAGE_CONNECTIONS) if what == "page" else (SECONDS,)
                ours = statistics.median(load(programs, server, file, *how)["requests_per_second"] for _ in range(rounds))
                title = f"on DynamoDB Local, {size:,} sessions: {TITLES[what]}"
                earlier = EARLIER[size].get(what)
                peer = f"{earlier:g}/s (the earlier service, not in this run)" if earlier else ""
                ratio = ours / earlier if earlier else 0
                made.append(rows.Row(title, f"{ours:,.0f}/s", peer, ratio, "", True, shown=f"{ratio:.1f}" if earlier else "-"))
    return made


def rate_of(command: list, port: int) -> float:
    done = subprocess.run([str(word) for word in command], env=environment(port), stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def client_rows(programs: Programs, work: pathlib.Path, rounds: int) -> list[rows.Row]:
    made = []
    python = prepare.python("clients", BOTO3) / "bin/python"
    with filled(programs, dynamodb_endpoints.ours(programs), work, CLIENT_STORED) as store:
        for connections in (1, 16):
            common = [dynamodb_requests.TABLE, CLIENT_STORED, connections, SECONDS]
            ours, peer = [], []
            for _ in range(rounds):
                ours.append(rate_of([programs.remote_client, *common], store.port))
                peer.append(rate_of([python, pathlib.Path(__file__).with_name("boto3_client.py"), f"http://127.0.0.1:{store.port}", *common], store.port))
            shown = [f"{statistics.median(each):,.0f}/s" for each in (ours, peer)]
            made.append(rows.at_least(f"the client alone, GetItem, {connections} at once, boto3 beside", *shown, rows.median_ratio(ours, peer), CLIENT_GOAL))
    return made


def measure(programs: Programs, scratch: pathlib.Path, rounds: int) -> list[rows.Row]:
    work = scratch / "remote"
    work.mkdir(parents=True, exist_ok=True)
    made = [row for size in EARLIER for row in api_rows(programs, work, size, rounds)] + client_rows(programs, work, rounds)
    shutil.rmtree(work)
    return made
