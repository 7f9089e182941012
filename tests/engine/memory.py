"""Recorded answers of an LMS in memory, so that the engine can be run on thousands of valid and damaged ones."""

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import orjson

from loaders.answer import Answer
from loaders.calls.client import LmsClient
from loaders.calls.judge import Outcome
from loaders.endpoint import Call, Endpoint, Missing
from loaders.errors import Code, Failure

RECORDED = Path(__file__).parents[1] / "recorded"
_SPOILS: tuple[Any, ...] = (
    *(None, "", "text", 0, -1, 1.5, 2**40, True, [], {}, [None], {"id": 1}, ["x"], "2026-13-45"),
    *("NaN", "1e999", " 1 ", "0.5", 3.0, -0.0, 2**63, 2**53 + 1),
)


def recorded_answers(user: str) -> dict[str, bytes]:
    """Body by path of every recorded GET that answered this user with JSON. Of several, the one that holds most: others
    were asked for some of their fields only."""
    found: dict[str, bytes] = {}
    for file in sorted(RECORDED.glob("*.json")):
        recorded = json.loads(file.read_text())
        request = recorded.get("request", {})
        asked = request.get("method") == "GET" and request.get("user") == user
        if asked and recorded.get("status") == 200 and isinstance(recorded.get("body"), dict | list):
            path, body = unquote(request["path"]).rstrip("/"), orjson.dumps(recorded["body"])
            found[path] = max(found.get(path, b""), body, key=len)
    return found


class MemoryClient(LmsClient):
    """A client whose LMS is a table of bodies."""

    bodies: Mapping[str, bytes]

    async def get(self, call: Call, *, extra: Mapping[str, str] | None = None, keys: int = 1) -> Outcome:
        """The body of this path, or what came of the call in its place."""
        path = unquote(re.sub(r"\?.*", "", call.target())).rstrip("/")
        if isinstance(self.bodies, FailingAnswers) and (fate := self.bodies.fate(call.endpoint, path)) is not None:
            return fate
        body = self.bodies.get(path)
        return Missing.ABSENT if body is None else Answer(call.endpoint, body)

    def may_replace(self, failures: Iterable[Failure]) -> bool:
        """Always: no budget of an earlier run counts."""
        return True


class SpoiltAnswers(Mapping[str, bytes]):
    """Sound answers of which every other one is spoilt, when it is asked for; the same seed spoils alike."""

    def __init__(self, sound: Mapping[str, bytes], seed: int) -> None:
        self._sound = sound
        self._seed = seed
        self._made: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        body = self._made.get(path)
        if body is None:
            chance = random.Random(f"{self._seed} {path}")
            sound = self._sound[path]
            body = self._made[path] = spoil(sound, chance) if chance.random() < 0.5 else sound
        return body

    def __iter__(self) -> Iterator[str]:
        return iter(self._sound)

    def __len__(self) -> int:
        return len(self._sound)


class FailingAnswers(SpoiltAnswers):
    """Answers of which every third does not come; where it `spoils`, others are spoilt. The same seed fails alike."""

    def __init__(self, sound: Mapping[str, bytes], seed: int, *, spoils: bool) -> None:
        super().__init__(sound, seed)
        self._spoils = spoils

    def __getitem__(self, path: str) -> bytes:
        return super().__getitem__(path) if self._spoils else self._sound[path]

    def fate(self, endpoint: Endpoint, path: str) -> Failure | Missing | None:
        """The outcome of a call instead of its answer; None if it is answered."""
        chance = random.Random(f"{self._seed} fate of {path}")
        if chance.random() > 0.35:
            return None
        if chance.random() < 0.4:
            return chance.choice(list(Missing))
        code = chance.choice((Code.UPSTREAM_UNAVAILABLE, Code.UPSTREAM_TIMEOUT, Code.FORBIDDEN, Code.UNAUTHENTICATED))
        return Failure(code, f"{endpoint.name} failed", endpoint.name)


def spoil(body: bytes, chance: random.Random) -> bytes:
    """A body with up to forty values replaced or removed; now and then cut short, or something else altogether."""
    fate = chance.random()
    if fate < 0.04:
        return body[: chance.randint(1, len(body) - 1)]
    if fate < 0.08:
        return orjson.dumps(chance.choice(_SPOILS))
    tree = orjson.loads(body)
    for _ in range(chance.choice((1, 1, 2, 4, 12, 40))):
        tree = _spoilt(tree, chance, 0)
    return orjson.dumps(tree, option=orjson.OPT_NON_STR_KEYS)


def _spoilt(tree: Any, chance: random.Random, depth: int) -> Any:
    """A copy with one value spoilt, mostly a leaf: what is spoilt near the top hides all that is below."""
    descends = depth == 0 or chance.random() < 0.9
    if isinstance(tree, dict) and tree and descends:
        key = chance.choice(list(tree))
        if chance.random() < 0.1:
            return {name: value for name, value in tree.items() if name != key}
        return {**tree, key: _spoilt(tree[key], chance, depth + 1)}
    if isinstance(tree, list) and tree and descends:
        place = chance.randrange(len(tree))
        return [*tree[:place], _spoilt(tree[place], chance, depth + 1), *tree[place + 1 :]]
    return chance.choice(_SPOILS)


def grown(bodies: Mapping[str, bytes], sections: int) -> dict[str, bytes]:
    """Both trees of the demo course with so many sections more."""
    found: dict[str, bytes] = {}
    for path in (path for path in bodies if "/outline/course" in path or "/navigation/course" in path):
        tree = json.loads(bodies[path])
        blocks = tree.get("course_blocks", tree)["blocks"]
        root = next(block for block in blocks.values() if block["type"] == "course")
        section = next(block for block in blocks.values() if block["type"] == "chapter")
        for number in range(sections):
            key = f"{section['id']}{number}"
            blocks[key] = {**section, "id": key}
            root["children"].append(key)
        found[path] = json.dumps(tree).encode()
    return found
