"""Checks what the compiler does not: who may include whom, and that nothing lies about unused.

The allowed arrows are the add_room lines of CMakeLists.txt, so they stand in one place. Prints one line per violation.
"""

import pathlib
import re
import subprocess
import sys

LINES_MAX = 800
LEFTOVER_WORDS = re.compile(r"\b(TODO|FIXME|XXX|HACK|not implemented|unimplemented)\b")
# The only rooms that may see these headers.
FOREIGN_HEADERS = {
    "rocksdb/": {"engine"},
    "boost/beast": {"http"},
    "rapidjson/": {"json"},
    "boost/json": {"json"},
    "spdlog/": {"cli"},
    "CLI/": {"cli"},
    "date/": {"operations"},
    "expat.h": {"operations"},
    "zlib.h": {"aws", "endpoint"},
    "aws/auth/": {"aws"},
    "aws/cal/": {"aws"},
    "aws/common/": {"aws"},
    "aws/http/": {"aws"},
    "aws/io/": {"aws"},
    "aws/sdkutils/": {"aws"},
}
# dynamodb/ is pure, but for the port, which names Asio's awaitable.
ASIO_FREE = {"dynamodb": {"src/dynamodb/database.h"}, "json": set()}


def tracked(*patterns: str) -> list[pathlib.Path]:
    command = ["git", "ls-files", "-co", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [pathlib.Path(name) for name in names if pathlib.Path(name).exists()]


def rooms() -> dict[str, set[str]]:
    text = pathlib.Path("CMakeLists.txt").read_text()
    found = re.findall(r"add_room\((\w+)(?:\s+USES ([^)]*?))?(?:TEST_USES ([^)]*))?\)", text)
    names = {name for name, _, _ in found}
    uses = {name: {word for word in listed.split() if word in names} for name, listed, _ in found}
    for name, _, for_tests in found:
        uses[name + " tests"] = uses[name] | {word for word in for_tests.split() if word in names}
    return uses


def includes(path: pathlib.Path) -> list[str]:
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', path.read_text(), re.MULTILINE)


def is_test(path: pathlib.Path) -> bool:
    return path.stem.endswith("_test") or "testing" in path.parts


def check_file(path: pathlib.Path, uses: dict[str, set[str]]) -> list[str]:
    room = path.parts[1]
    allowed = uses[room + " tests"] if is_test(path) else uses[room]
    problems = []
    for header in includes(path):
        top = header.split("/")[0]
        if top in uses and top != room and top not in allowed:
            problems.append(f"{path}: {room} may not include {header} (see add_room in CMakeLists.txt)")
        for prefix, owners in FOREIGN_HEADERS.items():
            if header.startswith(prefix) and room not in owners:
                problems.append(f"{path}: only {', '.join(sorted(owners))} may include <{header}>")
        if header.startswith("boost/asio") and room in ASIO_FREE and not is_test(path) and str(path) not in ASIO_FREE[room]:
            problems.append(f"{path}: {room} may not include Asio")
    return problems


def main() -> int:
    uses = rooms()
    sources = tracked("src/*.cc", "src/*.h")
    problems = [problem for path in sources for problem in check_file(path, uses)]
    included = {header for path in tracked("*.cc", "*.h") for header in includes(path)}
    for path in sources:
        if path.suffix == ".h" and str(path.relative_to("src")) not in included:
            problems.append(f"{path}: no file includes it; delete it")
    for room in uses:
        if " " not in room and not pathlib.Path("src", room, "README.md").exists():
            problems.append(f"src/{room}: it has no README.md")
    for path in tracked("src", "tests", "bench", "fuzz/*.cc", "scripts", "pw", "cmake", ".ci"):
        if path.name == "check_house.py" or path.suffix in {".png", ".csv", ".json", ".jsonl", ".golden", ".sha256"} or "corpus" in path.parts:
            continue
        lines = path.read_text().splitlines()
        if len(lines) > LINES_MAX:
            problems.append(f"{path}: {len(lines)} lines; split it (at most {LINES_MAX})")
        for number, line in enumerate(lines, 1):
            if LEFTOVER_WORDS.search(line):
                problems.append(f"{path}:{number}: finish it or say it otherwise: {line.strip()[:100]}")
    print("\n".join(problems) if problems else f"{len(sources)} source files, no violation")
    return 1 if problems else 0


sys.exit(main())
