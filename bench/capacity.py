"""What each request of the API consumes on DynamoDB, in capacity units, at two sizes of the log: the larger beside the smaller.

Reads and writes are added up for the ratio; the row shows them apart, as "0.5 R + 6 W". Statistics read what their month holds, so
their units are divided by its sessions.
"""

import json
import pathlib
import re
import subprocess

import data
import rows
from processes import Programs

RATIO_GOAL = 1.2  # the same, but for the last half unit that a read is rounded up to
BY_ID_UNITS_GOAL = 1.5


def consumed(programs: Programs, scratch: pathlib.Path, stored: data.Data) -> list[tuple[str, float, float]]:
    """What, read units and write units."""
    directory = data.copy(stored, scratch / "capacity")
    printed = subprocess.run([programs.capacity_per_request, directory], stdout=subprocess.PIPE, text=True, check=True).stdout
    return [(what, *units) for what, units in json.loads(printed).items()]


def shown(read: float, write: float) -> str:
    parts = [f"{units:g} {kind}" for units, kind in ((read, "RCU"), (write, "WCU")) if units]
    return " + ".join(parts)


def per_session(what: str, units: float) -> float:
    sessions = re.search(r"with (\d+) sessions", what)
    return units / max(1, int(sessions[1])) if sessions else units


def measure(programs: Programs, scratch: pathlib.Path, smaller: data.Data, larger: data.Data) -> list[rows.Row]:
    result = []
    of_smaller, of_larger = (consumed(programs, scratch, stored) for stored in (smaller, larger))
    for (what, read, write), (small_what, small_read, small_write) in zip(of_larger, of_smaller, strict=True):
        ratio = per_session(what, read + write) / per_session(small_what, small_read + small_write)
        title = f"{what}, {larger.size:,} sessions beside {smaller.size:,}"
        if "month" in what:
            result.append(rows.without_goal(f"{title} (there: {small_what.rsplit('with ', 1)[1]}), per session", shown(read, write), shown(small_read, small_write), ratio))
        else:
            result.append(rows.at_most(title, shown(read, write), shown(small_read, small_write), ratio, RATIO_GOAL))
        if what == "a session by its id":
            result.append(rows.at_most("  its read capacity units", f"{read:g}", "1", read, BY_ID_UNITS_GOAL))
    return result
