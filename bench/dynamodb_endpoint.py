"""Our DynamoDB endpoint beside its peers: rates at 16 and 1 connections, start-up, memory. Reads are compared with peers in memory, writes
with peers on disk; ours is always on disk, and a write is on disk before it is acknowledged."""

import json
import pathlib
import shutil
import statistics
import subprocess
import sys

import dynamodb_endpoints
import dynamodb_requests
import rows
from processes import Programs

SECONDS = 2.0
LOAD_SECONDS = 6.0  # of BatchWriteItem
FILL_SECONDS_MAX = 600
STORED = 100_000
MEBIBYTES_GOAL = 64
# operation of http_load's file → (its name, the API's, what one request counts for, goals against Dynoxide and DynamoDB Local at 16 connections)
READS = {"GetItem": ("GetItem", "GetItem", 1, 3, 6), "Query": ("Query, 100 items", "Query", 1, 6, 6), "newest": ("newest 50 by GSI1", "Query", 1, 6, 6)}
WRITES = {
    "PutItem": ("PutItem", "PutItem", 1, 5, 20),
    "TransactWriteItems": ("TransactWriteItems of 4", "TransactWriteItems", 1, 5, 25),
    "BatchWriteItem": ("BatchWriteItem load, items", "BatchWriteItem", dynamodb_requests.BATCH, 10, 40),
}


def load(programs: Programs, running, api: str, requests: pathlib.Path, seconds: float, connections: int, *more: str) -> dict:
    """What http_load measured. Every answer has to be a good one."""
    named = {"--port": running.port, "--requests": requests, "--seconds": seconds, "--connections": connections, "--content-type": dynamodb_endpoints.CONTENT_TYPE}
    words = [programs.http_load, *(word for pair in named.items() for word in pair), *more]
    for name, value in dynamodb_endpoints.headers(api).items():
        words += ["--header", f"{name}: {value}"]
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{running.process.args[0]}, {requests.stem}: {done.stdout}{done.stderr}")
    measured = json.loads(done.stdout)
    if measured["failures"] or not measured["requests"]:
        raise RuntimeError(f"{running.process.args[0]} refused some of {requests.stem}: {measured}")
    return measured


def prepared(programs: Programs, kind, work: pathlib.Path, files: dict, is_filled: bool):
    running = kind.start(work / kind.name.replace(" ", "-"))
    running.create_table(dynamodb_requests.create_table())
    if is_filled:
        load(programs, running, "BatchWriteItem", files["load"], FILL_SECONDS_MAX, 16, "--once", "--warm-up-seconds", "0")
    return running


def rates(programs: Programs, servers: dict, work: dict, operations: dict, connections: int, rounds: int, lacking=frozenset()) -> dict:
    """(operation, server) → requests per second of each round; the servers take turns. `lacking` are pairs that are not measured."""
    found = {(operation, name): [] for operation in operations for name in servers}
    for operation, (_, api, counts, _, _) in operations.items():
        seconds = LOAD_SECONDS if operation == "BatchWriteItem" else SECONDS
        for _ in range(rounds):
            for name, running in servers.items():
                if (api, name) in lacking:
                    continue
                measured = load(programs, running, api, work[operation], seconds, connections)
                found[(operation, name)].append(measured["requests_per_second"] * counts)
    return found


def compared(operations: dict, found: dict, names: list[str], connections: int) -> list[rows.Row]:
    made = []
    for operation, (title, _, _, dynoxide_goal, local_goal) in operations.items():
        ours = found[(operation, "ours")]
        for name in names:
            peer = found[(operation, name)]
            if not peer:
                continue
            shown = [f"{statistics.median(each):,.0f}/s" for each in (ours, peer)]
            what, ratio = f"{title}, {connections} connections, {name}", rows.median_ratio(ours, peer)
            goal = dynoxide_goal if name.startswith("Dynoxide") else local_goal if name.startswith("DynamoDB Local") else None
            is_goal = goal is not None and connections == 16
            made.append(rows.at_least(what, *shown, ratio, goal) if is_goal else rows.without_goal(what, *shown, ratio))
    return made


def measured_side_by_side(programs: Programs, work: pathlib.Path, files: dict, kinds: list, operations: dict, rounds: int, is_filled: bool):
    """Rows, and the servers' resident memory after they were filled."""
    servers, made, memory = {}, [], {}
    try:
        for kind in kinds:
            print(f"  {kind.name}", file=sys.stderr)
            servers[kind.name] = prepared(programs, kind, work, files, is_filled)
            memory[kind.name] = servers[kind.name].memory_mib()
        names = [kind.name for kind in kinds[1:]]
        lacking = {(api, kind.name) for kind in kinds for api in kind.lacks}
        for connections in (16, 1):
            made += compared(operations, rates(programs, servers, files, operations, connections, rounds, lacking), names, connections)
    finally:
        for running in servers.values():
            running.__exit__()
    return made, memory


def start_rows(kinds: list, work: pathlib.Path, rounds: int) -> list[rows.Row]:
    seconds = {kind.name: [] for kind in kinds}
    for _ in range(rounds):
        for kind in kinds:
            with kind.start(work / "started") as running:
                seconds[kind.name].append(running.start_seconds)
    made, ours = [], seconds["ours"]
    for name, peer in list(seconds.items())[1:]:
        shown = [f"{statistics.median(each) * 1000:.0f} ms" for each in (ours, peer)]
        what, ratio = f"start to first answer, {name} (how many times faster)", rows.median_ratio(peer, ours)
        goal = 1 if name.startswith("Dynoxide") else 50 if name.startswith("DynamoDB Local") else None
        made.append(rows.at_least(what, *shown, ratio, goal) if goal else rows.without_goal(what, *shown, ratio))
    return made


def memory_rows(memory: dict) -> list[rows.Row]:
    made = [rows.below(f"resident after {STORED:,} items", memory["ours"], MEBIBYTES_GOAL, "MiB", 0)]
    for name, resident in list(memory.items())[1:]:
        made.append(rows.without_goal(f"resident after {STORED:,} items, {name}", f"{memory['ours']:.0f} MiB", f"{resident:.0f} MiB", memory["ours"] / resident))
    return made


def measure(programs: Programs, scratch: pathlib.Path, rounds: int) -> list[rows.Row]:
    work = scratch / "dynamodb"
    work.mkdir(parents=True, exist_ok=True)
    ours, peers = dynamodb_endpoints.ours(programs), dynamodb_endpoints.peers()
    files = dynamodb_requests.write_files(work, STORED)
    in_memory, on_disk = ([ours, *(kind for kind in peers if kind.is_on_disk == wanted)] for wanted in (False, True))
    reads, memory = measured_side_by_side(programs, work, files, in_memory, READS, rounds, is_filled=True)
    writes, _ = measured_side_by_side(programs, work, files, on_disk, WRITES, rounds, is_filled=False)
    made = reads + writes + start_rows([ours, *peers], work, rounds) + memory_rows(memory)
    shutil.rmtree(work)
    return made
