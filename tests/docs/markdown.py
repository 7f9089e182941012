"""Parses the Markdown pages: fenced blocks, links, headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"(?P<indent> *)(?P<ticks>```+)(?P<info>.*)")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"")
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block. `words` is what follows the language on the fence: `as=alex`, `variables`, `answer`."""

    path: Path
    line: int
    language: str
    words: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        """Where it stands, for a test's name: `README.md:12`."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"

    def value(self, word: str) -> str | None:
        """The value of `word=value` on the fence."""
        found = (w.partition("=")[2] for w in self.words if w.startswith(f"{word}="))
        return next(found, None)


def pages() -> list[Path]:
    """Every page of the documentation."""
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("deploy/**/*.md")])


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found: list[Block] = []
    opened: tuple[int, str, str, list[str]] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = _FENCE.fullmatch(line)
        if opened is None:
            if match:
                opened = (number, match["indent"] + match["ticks"], match["info"], [])
        elif line.rstrip() == opened[1]:
            words = opened[2].split() or [""]
            found.append(Block(path, opened[0], words[0], tuple(words[1:]), "\n".join(opened[3]) + "\n"))
            opened = None
        else:
            indent = len(opened[1]) - len(opened[1].lstrip())
            opened[3].append(line[indent:])
    assert opened is None, f"{path}:{opened[0]}: the block is not closed"
    return found


def prose(path: Path) -> str:
    """A page without its fenced blocks."""
    kept: list[str] = []
    inside: str | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _FENCE.fullmatch(line)
        if inside is None and match:
            inside = match["indent"] + match["ticks"]
        elif inside is None:
            kept.append(line)
        elif line.rstrip() == inside:
            inside = None
    return "\n".join(kept)


def links(path: Path) -> Iterator[str]:
    """The targets of a page's links and pictures."""
    for match in _LINK.finditer(_CODE.sub("", prose(path))):
        yield match[1] or match[2]


def codes(path: Path) -> Iterator[str]:
    """What a page sets in `code`."""
    for match in _CODE.finditer(prose(path)):
        yield match[1]


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives to a page's headings."""
    headings = re.findall(r"^#+ +(.+?) *$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
