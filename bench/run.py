"""Runs the benchmarks and prints them as ratios, with the goals beside. docs/benchmarks.md says what each row means."""

import argparse
import os
import pathlib
import platform
import shutil
import sys
import time

# What brings and starts peers is shared with the tests of the endpoint.
sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "tests" / "tools"))

import capacity
import data
import durable_creates
import dynamodb_endpoint
import growth
import remote
import requests_per_second
import rows
import start_up
from processes import Programs

SIZES = [1_000, 100_000, 1_000_000]
ROUNDS = 5
OF_SERVE = ["requests", "creates", "growth", "start", "capacity"]
PARTS = [*OF_SERVE, "dynamodb", "remote"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./pw bench", description="Benchmarks, as ratios against peers of the same run.")
    parser.add_argument("--quick", action="store_true", help="leave out 1,000,000 sessions")
    parser.add_argument("--only", action="append", choices=PARTS, help="only this part (may be repeated)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often ours and its peer are measured in turn")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"), help=argparse.SUPPRESS)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/bench"), help="where the data is kept")
    return parser.parse_args()


def machine() -> str:
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    return f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {memory_gib:.0f} GiB, {platform.system()}; load before: {busy:.1f}"


def prepare(programs: Programs, work: pathlib.Path, sizes: list[int]) -> dict[int, data.Data]:
    prepared = {}
    for size in sizes:
        began = time.monotonic()
        prepared[size] = data.ready(programs, work, size)
        print(f"{size:>9,} sessions ready after {time.monotonic() - began:.1f} s", file=sys.stderr)
    return prepared


def of_serve(programs: Programs, scratch: pathlib.Path, stored: dict[int, data.Data], rounds: int) -> dict:
    smallest, middle, largest = stored[SIZES[0]], stored[SIZES[1]], stored[max(stored)]
    return {
        "requests": lambda: requests_per_second.measure(programs, scratch, middle, rounds),
        "creates": lambda: durable_creates.measure(programs, scratch, smallest, rounds),
        "growth": lambda: growth.measure(programs, scratch, list(stored.values()), rounds),
        "capacity": lambda: capacity.measure(programs, scratch, smallest, middle),
        "start": lambda: start_up.measure(programs, scratch, largest, rounds),
    }


def main() -> int:
    options = arguments()
    programs, work = Programs(options.build), options.work
    parts, rounds = options.only or PARTS, max(1, options.rounds)
    print(machine(), file=sys.stderr)
    scratch = work / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    measurements = {"dynamodb": lambda: dynamodb_endpoint.measure(programs, scratch, rounds), "remote": lambda: remote.measure(programs, scratch, rounds)}
    if set(parts) & set(OF_SERVE):
        stored = prepare(programs, work, SIZES[:-1] if options.quick else SIZES)
        measurements |= of_serve(programs, scratch, stored, rounds)
    measured = []
    for part in parts:
        print(f"Measuring: {part}", file=sys.stderr)
        measured += measurements[part]()
    shutil.rmtree(scratch)
    print(rows.as_markdown(measured))
    missed = [row for row in measured if not row.is_met]
    print(f"{len(missed)} of {sum(1 for row in measured if row.goal)} goals missed", file=sys.stderr)
    return 1 if missed else 0


sys.exit(main())
