"""Runs every fuzzer for a while on its corpus: run_fuzzers.py FOLDER SECONDS.

A fuzzer is FOLDER/NAME_fuzz with its seeds in fuzz/corpus/NAME. The corpora in the repository are only read; what is found new
stays in FOLDER. The last line is "N passed, N failed, 0 skipped".
"""

import pathlib
import subprocess
import sys


def run(fuzzer: pathlib.Path, seconds: int) -> bool:
    name = fuzzer.name.removesuffix("_fuzz")
    seeds = pathlib.Path("fuzz/corpus") / name
    found = fuzzer.parent / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    command = [str(fuzzer), f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1",
               f"-artifact_prefix={found}/crash-", str(found), str(seeds)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 120, check=False)
    executed = [line for line in result.stderr.splitlines() if "number_of_executed_units" in line]
    print(f"{fuzzer.name}: {'ok' if result.returncode == 0 else 'FAILED'} {' '.join(executed)}", flush=True)
    if result.returncode != 0:
        print(result.stderr[-4000:])
    return result.returncode == 0


def main() -> int:
    folder, seconds = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    results = [run(fuzzer, seconds) for fuzzer in sorted(folder.glob("*_fuzz"))]
    pathlib.Path("build/results").mkdir(exist_ok=True)
    pathlib.Path("build/results/fuzzers.count").write_text(f"{sum(results)} {results.count(False)} 0")
    print(f"{sum(results)} passed, {results.count(False)} failed, 0 skipped")
    return 0 if results and all(results) else 1


sys.exit(main())
