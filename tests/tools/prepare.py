"""Brings what tests and benchmarks need from package registries into build/prepared/, once per list of versions.

Each function returns the folder that it filled. Missing says which program is not on this machine; `./pw slow` and
`./pw bench` install all of them.
"""

import collections.abc
import contextlib
import fcntl
import hashlib
import json
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PREPARED = ROOT / "build" / "prepared"
SECONDS_MAX = 1200
GO_MINOR_MIN, GO_PATCH = 24, 9  # what the SDK pinned in tests/clients/go asks for


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


def lambda_emulator(name: str, requirements: pathlib.Path) -> pathlib.Path:
    """aws-lambda-rie for this processor, out of the wheel that the requirements pin."""

    def fill(folder: pathlib.Path) -> None:
        run([sys.executable, "-m", "venv", "environment"], folder)
        download = ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary=:all:"]
        run([folder / "environment/bin/pip", *download, "-d", folder, "-r", requirements], folder)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            (folder / "aws-lambda-rie").write_bytes(wheel.read(f"samcli/local/rapid/aws-lambda-rie-{processor}"))
        (folder / "aws-lambda-rie").chmod(0o755)

    processor = {"x86_64": "x86_64", "aarch64": "arm64"}.get(platform.machine())
    if not processor:
        raise Missing(f"AWS has no runtime interface emulator for {platform.machine()}")
    return once(name, [requirements], fill) / "aws-lambda-rie"


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


def go_compiler() -> pathlib.Path:
    """The Go that is here; where it is older than the SDK wants (Debian 12 has 1.19), one that comes as a Go module."""
    here = pathlib.Path(program("go"))
    version = re.search(r"go1\.(\d+)", subprocess.run([here, "env", "GOVERSION"], capture_output=True, text=True, check=True).stdout)
    if version and int(version[1]) >= GO_MINOR_MIN:
        return here

    def fill(folder: pathlib.Path) -> None:
        wanted = f"golang.org/toolchain@v0.0.1-go1.{GO_MINOR_MIN}.{GO_PATCH}.linux-{'arm64' if platform.machine() == 'aarch64' else 'amd64'}"
        (folder / "go.mod").write_text("module fetch\n")
        answer = subprocess.run([here, "mod", "download", "-json", wanted], cwd=folder, capture_output=True, text=True, check=True)
        shutil.copytree(json.loads(answer.stdout)["Dir"], folder / "go")
        # Modules have no executable files.
        for file in [*folder.glob("go/bin/*"), *folder.glob("go/pkg/tool/*/*")]:
            file.chmod(0o755)

    return once("go_toolchain", [pathlib.Path(__file__)], fill) / "go/bin/go"


def go(name: str, module: pathlib.Path) -> pathlib.Path:
    """The program of a Go module, as the file `program`."""

    def fill(folder: pathlib.Path) -> None:
        run(["env", "GOTOOLCHAIN=local", "GOFLAGS=-mod=readonly -buildvcs=false", compiler, "build", "-o", "program", "."], folder)

    compiler = go_compiler()
    pinned = sorted(path for path in module.iterdir() if path.name in ("go.mod", "go.sum") or path.suffix == ".go")
    return once(name, pinned, fill) / "program"
