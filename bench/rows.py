"""Rows of the table that is printed: what, ours, the peer's, their ratio, the goal."""

import dataclasses
import statistics


@dataclasses.dataclass
class Row:
    what: str
    ours: str
    peer: str
    value: float
    goal: str
    is_met: bool
    shown: str = ""

    def cells(self) -> list[str]:
        verdict = "" if not self.goal else "met" if self.is_met else "MISSED"
        return [self.what, self.ours, self.peer, self.shown or f"{self.value:.2f}", self.goal, verdict]


def at_least(what: str, ours: str, peer: str, ratio: float, goal: float) -> Row:
    return Row(what, ours, peer, ratio, f">= {goal:g}", ratio >= goal)


def at_most(what: str, ours: str, peer: str, ratio: float, goal: float) -> Row:
    return Row(what, ours, peer, ratio, f"<= {goal:g}", ratio <= goal)


def below(what: str, value: float, goal: float, unit: str, digits: int) -> Row:
    shown = f"{value:.{digits}f} {unit}"
    return Row(what, shown, "", value, f"< {goal:g} {unit}", value < goal, f"{value / goal:.2f} of goal")


def without_goal(what: str, ours: str, peer: str, ratio: float) -> Row:
    return Row(what, ours, peer, ratio, "", True)


def median_ratio(ours: list[float], peers: list[float]) -> float:
    """Of rounds that were measured side by side, so that what else the machine did touches both."""
    return statistics.median(our / peer for our, peer in zip(ours, peers, strict=True))


HEADINGS = ["measured", "ours", "peer", "ratio", "goal", ""]


def as_markdown(rows: list[Row]) -> str:
    table = [HEADINGS] + [row.cells() for row in rows]
    widths = [max(len(cells[column]) for cells in table) for column in range(len(HEADINGS))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |" for cells in table]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
