"""Brings what tests and benchmarks need from package registries into build/prepared/, once per list of versions.

Each function returns the folder that it filled. Missing says which program is not on this machine; `./pw slow` and
`./pw bench` install all of them.
"""

import collections.abc
import contextlib
import fcntl
import hashlib
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PREPARED = ROOT / "build" / "prepared"
SECONDS_MAX = 1200


class Missing(Exception):
    """A toolchain that is not here."""


def program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise Missing(f"{name} is not on this machine; ./pw install brings it")
    return found


def run(command: list, folder: pathlib.Path) -> None:
    done = subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, text=True, timeout=SECONDS_MAX, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(str(word) for word in command)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")


@contextlib.contextmanager
def alone():
    """One at a time: the local caches of package managers do not bear two that fill them."""
    PREPARED.mkdir(parents=True, exist_ok=True)
    with open(PREPARED / ".lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def once(name: str, pinned: list[pathlib.Path], fill: collections.abc.Callable[[pathlib.Path], None]) -> pathlib.Path:
    """The folder `name`, filled anew when a pinned file has changed. The pinned files are copied into it."""
    folder, stamp = PREPARED / name, PREPARED / f"{name}.stamp"
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in pinned)).hexdigest()
    with alone():
        if stamp.exists() and stamp.read_text() == digest and folder.exists():
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for path in pinned:
            shutil.copy2(path, folder)
        fill(folder)
        stamp.write_text(digest)
    return folder


def python(name: str, requirements: pathlib.Path) -> pathlib.Path:
    """A virtual environment: bin/python and the commands of what was asked for."""

    def fill(folder: pathlib.Path) -> None:
        run([sys.executable, "-m", "venv", "environment"], folder)
        run([folder / "environment/bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements], folder)

    return once(name, [requirements], fill) / "environment"


def node(name: str, package: pathlib.Path) -> pathlib.Path:
    """node_modules/ beside a copy of package.json."""

    def fill(folder: pathlib.Path) -> None:
        quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
        run([npm, "install", *quiet, "--prefix", folder], folder)

    program("node")
    npm = program("npm")
    return once(name, [package], fill)


def java(name: str, pom: pathlib.Path) -> pathlib.Path:
    """All jars (and native libraries) that the POM needs to run."""

    def fill(folder: pathlib.Path) -> None:
        copy = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'lib'}"]
        run([maven, "-q", "-B", *copy], folder)

    program("javac")
    maven = program("mvn")
    return once(name, [pom], fill) / "lib"


def go(name: str, module: pathlib.Path) -> pathlib.Path:
    """The program of a Go module, as the file `program`."""

    def fill(folder: pathlib.Path) -> None:
        # Not another toolchain than the one here.
        run(["env", "GOTOOLCHAIN=local", "GOFLAGS=-mod=readonly -buildvcs=false", compiler, "build", "-o", "program", "."], folder)

    compiler = program("go")
    pinned = sorted(path for path in module.iterdir() if path.name in ("go.mod", "go.sum") or path.suffix == ".go")
    return once(name, pinned, fill) / "program"
