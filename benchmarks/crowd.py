"""Many people asking a gateway for pages, each answer judged."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp

KEYS = ("course-v1:OpenedX+DemoX+DemoCourse", "course-v1:OpenedX+BotanyX+2026", "course-v1:Demo+Large+300")
USERS = ("alex", "sam", "taylor", "jordan", "")
QUERIES = (
    """query Home($key: CourseKey!) { viewer { username } course(key: $key) {
        title tabs { id } dates { blocks { title } } outline { sections { title sequences { title } } }
    } }""",
    "query About($key: CourseKey!) { viewer { username } course(key: $key) { title shortDescription } }",
    "query Progress($key: CourseKey!) { viewer { username name } course(key: $key) { progress { username } } }",
)


class Source(Protocol):
    """Whom to ask, how many ask, and their chance."""

    users: int
    chance: random.Random

    @property
    def url(self) -> str: ...


@dataclass
class Seen:
    """What came of one phase. `late` and `wrong` must stay empty."""

    name: str
    seconds: float = 0.0
    sent: int = 0
    whole: int = 0
    partial: int = 0
    left: int = 0
    shed: int = 0
    slowest: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    memory: int = 0

    @property
    def lost(self) -> int:
        """Requests that got no answer although the client waited."""
        return self.sent - self.whole - self.partial - self.left


async def ask(
    soak: Source, http: aiohttp.ClientSession, seen: Seen, *, hasty: bool = False, user: str | None = None
) -> None:
    """One request of one user, judged."""
    user = soak.chance.choice(USERS) if user is None else user
    body = {"query": soak.chance.choice(QUERIES), "variables": {"key": soak.chance.choice(KEYS)}}
    headers = {"authorization": f"JWT demo-{user}"} if user else {}
    patience = 0.02 if hasty and soak.chance.random() < 0.05 else 30.0
    seen.sent += 1
    started = time.monotonic()
    try:
        async with http.post(
            f"{soak.url}/graphql", json=body, headers=headers, timeout=aiohttp.ClientTimeout(patience)
        ) as reply:
            answer = await reply.json(content_type=None)
            seen.statuses[reply.status] += 1
    except TimeoutError:
        if patience < 1:
            seen.left += 1
        return
    except aiohttp.ClientError as error:
        seen.wrong.append(f"no answer: {type(error).__name__}")
        return
    seen.slowest = max(seen.slowest, time.monotonic() - started)
    _judge(seen, user, answer)


def _judge(seen: Seen, user: str, answer: dict[str, Any]) -> None:
    codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
    seen.codes.update(codes)
    if codes:
        seen.partial += 1
    else:
        seen.whole += 1
    if "INTERNAL" in codes:
        seen.wrong.append(f"INTERNAL: {answer['errors']}"[:300])
    data = answer.get("data") or {}
    viewer = data.get("viewer") or {}
    names = {viewer.get("username"), ((data.get("course") or {}).get("progress") or {}).get("username")} - {None}
    if not names <= {user}:
        seen.wrong.append(f"{user or 'visitor'} was shown {names}")


async def crowd(soak: Source, seen: Seen, seconds: float, *, hasty: bool = False) -> None:
    """`soak.users` people asking one after the other until the time is up."""
    end = time.monotonic() + seconds
    started = time.monotonic()

    async def person() -> None:
        while time.monotonic() < end:
            await ask(soak, http, seen, hasty=hasty)

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as http:
        await asyncio.gather(*(person() for _ in range(soak.users)))
    seen.seconds = time.monotonic() - started
