"""The documentation's examples: queries with variables and responses, and curl commands with responses."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.docs.markdown import Block, blocks, pages

ANYTHING = "…"
"""Stands in a shown answer for text that differs from time to time."""

_TEMPLATE = re.compile(r"(?:gql|graphql)\(?\s*(?:/\* GraphQL \*/)?\s*`([^`]*)`")
_JSON = {"json", "jsonc"}


@dataclass(frozen=True, slots=True)
class Example:
    """A query, or a block of shell commands, with what is said to come of it."""

    block: Block
    variables: dict[str, Any] | None
    answer: Any


def examples(*languages: str) -> list[Example]:
    """The examples in these languages, on all pages."""
    return [example for page in pages() for example in _of_page(page) if example.block.language in languages]


def _of_page(path: Path) -> list[Example]:
    """A `json variables` or `json answer` block belongs to the block before it."""
    found: list[Example] = []
    for block in blocks(path):
        if block.language in _JSON and block.words:
            assert found, f"{block.name}: belongs to no example"
            last, value = found[-1], json.loads(block.text)
            if block.words[0] == "variables":
                found[-1] = Example(last.block, value, last.answer)
            else:
                assert block.words == ("answer",), f"{block.name}: neither variables nor an answer"
                found[-1] = Example(last.block, last.variables, value)
        else:
            found.append(Example(block, None, None))
    return found


def documents_in_code(block: Block) -> list[str]:
    """The GraphQL documents in a block of JavaScript or TypeScript."""
    return _TEMPLATE.findall(block.text)


def commands(block: Block) -> list[list[str]]:
    """The commands of a block of shell, split into words; comments and continuations are understood."""
    joined = block.text.replace("\\\n", " ")
    words = (shlex.split(line, comments=True) for line in _lines(joined))
    return [command for command in words if command]


def _lines(text: str) -> list[str]:
    """Lines, where one with an open quote goes on in the next."""
    found: list[str] = []
    kept = ""
    for line in text.splitlines():
        kept = f"{kept}\n{line}" if kept else line
        try:
            shlex.split(kept, comments=True)
        except ValueError:
            continue
        found.append(kept)
        kept = ""
    assert not kept, f"a quote is not closed: {kept}"
    return found


def shown(got: Any, expected: Any) -> Any:
    """What was got, with `ANYTHING` where the shown answer has it, so that the two can be compared."""
    if expected == ANYTHING:
        return ANYTHING
    if isinstance(got, dict) and isinstance(expected, dict):
        return {name: shown(value, expected.get(name)) for name, value in got.items()}
    if isinstance(got, list) and isinstance(expected, list) and len(got) == len(expected):
        return [shown(*pair) for pair in zip(got, expected, strict=True)]
    return got
