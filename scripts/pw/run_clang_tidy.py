"""Runs clang-tidy two at a time: run_clang_tidy.py BUILD_FOLDER.

Looks at the .cc files that changed against the main branch and in the working tree, with CI=true at all of src/. Files whose text
and included project headers are as in a clean run before are left out; what was clean is remembered in the user's cache folder, as ccache
remembers objects, so that a second checkout need not look again. Tests are left out too: what GoogleTest's and
RapidCheck's macros become takes most of the time and says nothing of ours.
"""

import concurrent.futures
import hashlib
import os
import pathlib
import re
import subprocess
import sys


def git(*arguments: str) -> list[str]:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False).stdout.splitlines()


def is_test(name: str) -> bool:
    return name.endswith("_test.cc") or "/testing/" in name


def candidates() -> list[str]:
    if os.environ.get("CI") == "true":
        return [name for name in git("ls-files", "src/*.cc") if not is_test(name)]
    changed = git("diff", "--name-only", "main...HEAD") + git("diff", "--name-only", "HEAD") + git("ls-files", "-o", "--exclude-standard")
    return sorted({name for name in changed if name.startswith("src/") and name.endswith(".cc") and os.path.exists(name) and not is_test(name)})


def fingerprint(name: str) -> str:
    """Of the file, the project's headers it reaches, and the rules."""
    seen: dict[str, bytes] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in seen or not os.path.exists(current):
            continue
        seen[current] = pathlib.Path(current).read_bytes()
        waiting += ["src/" + header for header in re.findall(r'#include "([^"]+)"', seen[current].decode())]
    digest = hashlib.sha256(pathlib.Path(".clang-tidy").read_bytes())
    for key in sorted(seen):
        digest.update(key.encode() + seen[key])
    return digest.hexdigest()


def tidy(name: str, build: str, stamps: pathlib.Path) -> str:
    stamp = stamps / fingerprint(name)
    if stamp.exists():
        return ""
    result = subprocess.run(["clang-tidy-19", "-p", build, "--quiet", name], capture_output=True, text=True, check=False)
    findings = [line for line in result.stdout.splitlines() if line]
    if result.returncode == 0 and not findings:
        stamp.touch()
        return ""
    return "\n".join(findings) or result.stderr


def main() -> int:
    build = sys.argv[1]
    cache = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    stamps = pathlib.Path(cache, "training-tracker", "clang-tidy")
    stamps.mkdir(parents=True, exist_ok=True)
    names = candidates()
    clean = True
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, findings in zip(names, pool.map(lambda name: tidy(name, build, stamps), names)):
            if findings:
                clean = False
                print(f"{name}:\n{findings}", flush=True)
    print(f"{len(names)} files looked at")
    return 0 if clean else 1


sys.exit(main())
