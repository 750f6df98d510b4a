"""Data directories of a known size, built once and kept for later runs, and copies of them to be written to."""

import dataclasses
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import time

from processes import Programs, serve

# What decides how the data lies on disk; a change of it builds the directories anew.
LAYOUT = (
    "bench/load_sessions.cc",
    "src/dynamodb/encoded_item.cc",
    "src/engine/key_encoding.cc",
    "src/engine/open_store.cc",
    "src/engine/storage.h",
    "src/engine/system_keys.cc",
    "src/tracker/schema.h",
    "src/tracker/session_item.cc",
    "src/tracker/table_definition.cc",
)
SETTLED_SECONDS = 2.0


@dataclasses.dataclass
class Data:
    size: int
    directory: pathlib.Path
    athletes: list[str]
    sessions: list[str]  # ids spread evenly over all


def layout_digest() -> str:
    digest = hashlib.sha256()
    for name in LAYOUT:
        digest.update(pathlib.Path(name).read_bytes())
    return digest.hexdigest()[:12]


def settle(programs: Programs, directory: pathlib.Path):
    """Waits until the store has finished the compactions that loading left."""
    with serve(programs, directory) as server:
        quiet_since, used = time.monotonic(), server.processor_seconds()
        while time.monotonic() - quiet_since < SETTLED_SECONDS:
            time.sleep(0.2)
            if server.processor_seconds() - used > 0.05:
                quiet_since, used = time.monotonic(), server.processor_seconds()
        server.stop()


def ready(programs: Programs, work: pathlib.Path, size: int) -> Data:
    """The directory with `size` sessions."""
    folder = work / f"{size}-{layout_digest()}"
    identifiers = folder / "identifiers.json"
    if not identifiers.exists():
        for outdated in work.glob(f"{size}-*"):
            shutil.rmtree(outdated)
        folder.mkdir(parents=True)
        command = [programs.load_sessions, folder / "data", str(size)]
        printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        settle(programs, folder / "data")
        identifiers.write_text(printed)
    known = json.loads(identifiers.read_text())
    return Data(size, folder / "data", known["athletes"], known["sessions"])


def copy(data: Data, destination: pathlib.Path) -> pathlib.Path:
    """A copy to be written to. The store never changes a finished table file, so those are shared."""
    shutil.rmtree(destination, ignore_errors=True)

    def link_or_copy(source: str, target: str):
        os.link(source, target) if source.endswith(".sst") else shutil.copy2(source, target)

    sockets = shutil.ignore_patterns("*.sock")  # which a killed server leaves
    shutil.copytree(data.directory, destination, copy_function=link_or_copy, ignore=sockets)
    return destination
