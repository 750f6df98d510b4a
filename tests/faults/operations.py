"""Every kind of thing that is asked of the tracker, and what is to be in the table afterwards.

Before each there are Jane with her sessions j0, j1, … and Joe without any.
"""

import collections.abc
import dataclasses

MANY = 120  # sessions: more than one transaction takes
IMPORTED = 2  # each is looked for in the table first

Counts = list[tuple[str, int]]
KEY = {"Idempotency-Key": "the same each time"}


def session(athlete: str, notes: str = "") -> dict:
    return {"athlete_id": athlete, "date": "2026-11-20", "duration": 30, "distance": 5, "notes": notes}


@dataclasses.dataclass
class Operation:
    name: str
    method: str
    path: str
    after: Counts
    body: dict | None = None
    headers: dict = dataclasses.field(default_factory=dict)
    status: int = 200
    sessions: int = 3  # of Jane, before
    removes: collections.abc.Callable[[str], bool] = lambda session: False
    # What an answer of success has to say beyond its status.
    says: collections.abc.Callable[[object], bool] = lambda body: True

    @property
    def before(self) -> Counts:
        return [("Jane", self.sessions), ("Joe", 0)]

    @property
    def repeat_statuses(self) -> tuple[int, ...]:
        """Who repeats a deletion that was done finds nothing."""
        return (self.status, 404) if self.method == "DELETE" else (self.status,)


def _of_sessions(total: int) -> collections.abc.Callable[[object], bool]:
    return lambda body: body["pagination"]["total"] == total and len({row["id"] for row in body["data"]}) == min(total, 50)


UNCHANGED = [("Jane", 3), ("Joe", 0)]
WRITES = [
    Operation("create athlete", "POST", "/v1/athletes", [("Jane", 3), ("Jim", 0), ("Joe", 0)], {"name": "Jim"}, KEY, 201),
    Operation("create session", "POST", "/v1/training-sessions", [("Jane", 3), ("Joe", 1)], session("joe"), KEY, 201),
    Operation("update session", "PUT", "/v1/training-sessions/j0", UNCHANGED, session("jane", "edited"), says=lambda body: body["notes"] == "edited"),
    Operation("move session", "PUT", "/v1/training-sessions/j0", [("Jane", 2), ("Joe", 1)], session("joe"), says=lambda body: body["athlete_name"] == "Joe"),
    Operation("delete session", "DELETE", "/v1/training-sessions/j0", [("Jane", 2), ("Joe", 0)], status=204, removes=lambda id: id == "j0"),
    Operation("rename athlete", "PUT", "/v1/athletes/jane", [("Janet", 3), ("Joe", 0)], {"name": "Janet"}),
    Operation("rename athlete with many sessions", "PUT", "/v1/athletes/jane", [("Janet", MANY), ("Joe", 0)], {"name": "Janet"}, sessions=MANY),
    Operation("delete athlete", "DELETE", "/v1/athletes/joe", [("Jane", 3)], status=204),
    Operation("cascade", "DELETE", "/v1/athletes/jane?cascade=true", [("Joe", 0)], status=204, removes=lambda id: True),
    Operation("cascade of many", "DELETE", "/v1/athletes/jane?cascade=true", [("Joe", 0)], status=204, sessions=MANY, removes=lambda id: True),
    Operation("import", "IMPORT", "", [("Jane", 3), ("Joe", IMPORTED)], status=0),
]
READS = [
    Operation("get session", "GET", "/v1/training-sessions/j0", UNCHANGED, says=lambda body: body["id"] == "j0"),
    Operation("list sessions", "GET", "/v1/training-sessions?limit=50&offset=0", UNCHANGED, says=_of_sessions(3)),
    Operation("list many", "GET", "/v1/training-sessions?athleteId=jane&limit=50&offset=0", [("Jane", MANY), ("Joe", 0)], sessions=MANY, says=_of_sessions(MANY)),
    Operation("list athletes", "GET", "/v1/athletes", UNCHANGED, says=lambda body: [athlete["name"] for athlete in body] == ["Jane", "Joe"]),
    Operation("statistics", "GET", "/v1/training-sessions/statistics", UNCHANGED, says=lambda body: body["totalSessions"] == 3),
]
