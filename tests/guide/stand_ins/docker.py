"""docker, as far as the guide needs it: run -d, ps, stop and rm of containers of amazon/dynamodb-local.

A container is a process and a file that holds its id. Like docker's own, it keeps its tables in memory.
"""

import argparse
import os
import pathlib
import secrets
import signal
import subprocess
import sys
import time

import servers
from running import is_taken, runs

STATE = pathlib.Path(os.environ["STAND_IN_STATE"])
START_SECONDS_MAX = 60
REFUSED = 125  # docker's own status


def refuse(sentence: str) -> int:
    print(f"docker: Error response from daemon: {sentence}", file=sys.stderr)
    return REFUSED


def file_of(name: str) -> pathlib.Path:
    return STATE / f"container.{name}"


def process_of(name: str) -> int:
    return int(file_of(name).read_text())


def run(arguments: argparse.Namespace) -> int:
    outside, inside = arguments.publish.split(":")
    if arguments.image.split(":")[0] != "amazon/dynamodb-local" or inside != "8000":
        return refuse(f"this stand-in has only amazon/dynamodb-local, on port 8000, not {arguments.image} on {inside}")
    if file_of(arguments.name).exists():
        return refuse(f'Conflict. The container name "/{arguments.name}" is already in use.')
    if is_taken(int(outside)):
        return refuse(f"Bind for 0.0.0.0:{outside} failed: port is already allocated.")
    log = STATE / f"container-log.{arguments.name}"
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen(servers.command(int(outside)), stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
    file_of(arguments.name).write_text(str(process.pid))
    end = time.monotonic() + START_SECONDS_MAX
    while "listening on " not in log.read_text():
        if process.poll() is not None or time.monotonic() > end:
            file_of(arguments.name).unlink()
            return refuse(log.read_text())
        time.sleep(0.05)
    print(secrets.token_hex(32))
    return 0


def stop(name: str) -> None:
    process = process_of(name)
    if runs(process):
        os.kill(process, signal.SIGTERM)
    while runs(process):
        time.sleep(0.05)


def stop_all(arguments: argparse.Namespace) -> int:
    for name in arguments.names:
        if not file_of(name).exists():
            return refuse(f"No such container: {name}")
        stop(name)
        print(name)
    return 0


def remove_all(arguments: argparse.Namespace) -> int:
    for name in arguments.names:
        if not file_of(name).exists():
            return refuse(f"No such container: {name}")
        if arguments.force:
            stop(name)
        if runs(process_of(name)):
            return refuse(f"cannot remove container {name}: container is running: stop the container before removing or force remove")
        file_of(name).unlink()
        print(name)
    return 0


def show(_: argparse.Namespace) -> int:
    print("IMAGE                   NAMES")
    for container in sorted(STATE.glob("container.*")):
        name = container.name.split(".", 1)[1]
        if runs(process_of(name)):
            print(f"amazon/dynamodb-local   {name}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="docker")
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("run")
    one.add_argument("-d", "--detach", action="store_true", required=True)
    one.add_argument("-p", "--publish", required=True)
    one.add_argument("--name", default=f"stand-in-{secrets.token_hex(4)}")
    one.add_argument("image")
    one.set_defaults(action=run)
    one = commands.add_parser("stop")
    one.add_argument("names", nargs="+")
    one.set_defaults(action=stop_all)
    one = commands.add_parser("rm")
    one.add_argument("-f", "--force", action="store_true")
    one.add_argument("names", nargs="+")
    one.set_defaults(action=remove_all)
    one = commands.add_parser("ps")
    one.set_defaults(action=show)
    arguments = parser.parse_args()
    return arguments.action(arguments)


sys.exit(main())
