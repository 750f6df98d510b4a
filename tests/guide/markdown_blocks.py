"""The fenced blocks of a Markdown page, in order, each with the headings that it stands under."""

import dataclasses
import pathlib
import re

FENCE = re.compile(r"^```(\w*)\s*(.*?)\s*$")
HEADING = re.compile(r"^(#+)\s+(.*?)\s*$")
# How the guide writes what the reader has to fill in.
PLACEHOLDER = re.compile(r"<your-[\w-]+>")


@dataclasses.dataclass(frozen=True)
class Block:
    headings: tuple[str, ...]  # outermost first, without the page's title
    language: str
    words: str  # what follows the language
    text: str
    line: int  # of the fence, from 1

    @property
    def section(self) -> str:
        return self.headings[0] if self.headings else ""

    def filled(self, values: dict[str, str]) -> str:
        """The text with every <your-…> replaced; KeyError names one that has no value."""
        return PLACEHOLDER.sub(lambda found: values[found[0]], self.text)


def blocks(page: pathlib.Path) -> list[Block]:
    found: list[Block] = []
    headings: list[str] = []
    begun: tuple[int, str, str] | None = None
    text: list[str] = []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if begun and fence and not fence[1] and not fence[2]:
            first, language, words = begun
            found.append(Block(tuple(headings), language, words, "\n".join(text) + "\n", first))
            begun = None
        elif begun:
            text.append(line)
        elif fence:
            begun, text = (number, fence[1], fence[2]), []
        elif heading := HEADING.match(line):
            level = len(heading[1])  # 1 is the page's title
            headings = [*headings[: max(0, level - 2)], heading[2]] if level > 1 else []
    if begun:
        raise ValueError(f"{page}:{begun[0]}: this block has no end")
    return found
