"""Many simulated people who send requests to a gateway and check each response."""

import asyncio
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import brotli
import zstandard

from benchmarks.soak.stack import Stack
from benchmarks.soak.wishes import ASKER, USERS, Wish, wish

_PATIENCE = 30.0
_UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "identity": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": zstandard.decompress,
}
_TOO_LATE = 504
_DONE = frozenset({200, 294, 304})


@dataclass
class Seen:
    """What came of one phase. `wrong` must stay empty, and so must `lost`.

    `late` counts requests that the gateway gave up as a whole (504), which takes a machine that lets it starve.
    """

    name: str
    seconds: float = 0.0
    sent: int = 0
    whole: int = 0
    partial: int = 0
    late: int = 0
    left: int = 0
    slowest: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    wishes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def lost(self) -> int:
        """Requests that got no answer although the client waited."""
        return self.sent - self.whole - self.partial - self.late - self.left

    def add(self, other: "Seen") -> None:
        """The same phase of another cycle."""
        for name in ("seconds", "sent", "whole", "partial", "late", "left"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.wrong += other.wrong
        for name in ("codes", "statuses", "wishes"):
            getattr(self, name).update(getattr(other, name))


def browser() -> aiohttp.ClientSession:
    """A client without a bound on connections, a cookie jar, or a will of its own."""
    connector = aiohttp.TCPConnector(limit=0)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False)


async def ask(
    stack: Stack, http: aiohttp.ClientSession, seen: Seen, *, hasty: bool = False, user: str | None = None
) -> None:
    """One request of one person, judged."""
    user = stack.chance.choice(USERS) if user is None else user
    wanted = wish(stack.chance)
    if wanted.body is None:
        user = ""
    headers = {**wanted.headers, **({"authorization": f"JWT demo-{user}"} if user else {})}
    patience = 0.02 if hasty and stack.chance.random() < 0.05 else _PATIENCE
    seen.sent += 1
    seen.wishes[wanted.name] += 1
    started = time.monotonic()
    try:
        async with http.request(
            "GET" if wanted.body is None else "POST",
            f"{stack.url}{wanted.target}",
            json=wanted.body,
            headers=headers,
            timeout=aiohttp.ClientTimeout(patience),
        ) as reply:
            body = await reply.read()
            text = _UNPACK[reply.headers.get("content-encoding", "identity")](body).decode()
            status = reply.status
    except TimeoutError:
        if patience < 1:
            seen.left += 1
        return
    except aiohttp.ClientError as error:
        seen.wrong.append(f"no answer: {type(error).__name__}")
        return
    seen.statuses[status] += 1
    seen.slowest = max(seen.slowest, time.monotonic() - started)
    try:
        _judge(seen, user, wanted, status, text)
    except (ValueError, LookupError, TypeError) as error:
        seen.wrong.append(f"{wanted.name}: {type(error).__name__} in {text[:200]!r}")


def _judge(seen: Seen, user: str, wanted: Wish, status: int, text: str) -> None:
    answers = list(_answers(text))
    errors = [error for answer in answers for error in _errors(answer)]
    codes = [error["extensions"]["code"] for error in errors]
    seen.codes.update(codes)
    if status == _TOO_LATE:
        seen.late += 1
        return
    if codes:
        seen.partial += 1
    else:
        seen.whole += 1
    if status not in _DONE or "INTERNAL" in codes:
        seen.wrong.append(f"{wanted.name}: status {status}, {errors}"[:300])
    names = {name for answer in answers for name in _names(answer)}
    if not names <= {user}:
        seen.wrong.append(f"{wanted.name}: {user or 'visitor'} was shown {names}")


def _answers(text: str) -> Iterator[Any]:
    """The one answer, or the parts of it. Raises for an answer that is cut."""
    if not text.startswith("\r\n---"):
        yield json.loads(text)
        return
    *parts, end = text.split("\r\n---")
    if end != "--\r\n":
        raise ValueError(f"parts without an end: {text[-80:]!r}")
    for part in parts[1:]:
        yield json.loads(part.partition("\r\n\r\n")[2])


def _errors(answer: Any) -> list[Any]:
    errors = list(answer.get("errors", ()))
    for entry in (*answer.get("incremental", ()), *answer.get("completed", ())):
        errors += entry.get("errors", ())
    return errors


def _names(answer: Any) -> Iterator[str]:
    """The usernames that an answer or a part of one gives for its asker."""
    whole = answer.get("data") or {}
    late = [entry.get("data") or {} for entry in answer.get("incremental", ())]
    for person in (
        (whole.get(ASKER) or {}),
        *(((data.get("progress")) or {}) for data in (whole.get("course") or {}, *late)),
    ):
        if isinstance(person.get("username"), str):
            yield person["username"]


async def crowd(stack: Stack, seen: Seen, seconds: float, *, hasty: bool = False) -> None:
    """`stack.users` people asking one after the other, with pauses, until the time is up."""
    started = time.monotonic()
    end = started + seconds

    async def person() -> None:
        while time.monotonic() < end:
            await ask(stack, http, seen, hasty=hasty)
            if stack.pause:
                await asyncio.sleep(stack.chance.expovariate(1 / stack.pause))

    async with browser() as http:
        await asyncio.gather(*(person() for _ in range(stack.users)))
    seen.seconds = time.monotonic() - started
