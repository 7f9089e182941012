"""The execution experiment, in process: from the LMS's bytes to the response's bytes, without HTTP and parsing.

The document is parsed and validated beforehand on both sides and the LMS's answers lie in memory: what is left is
decoding, resolving, completing and encoding.
"""

import asyncio
import gc
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import graphql
import httpx
import orjson

from benchmarks.naive.app import schema as naive_schema
from benchmarks.naive.lms import BASE_URL, Lms
from benchmarks.pages import CREDENTIAL, Page
from gateway.documents.prepared import Documents
from gateway.endpoint import GraphQLEndpoint, Params
from gateway.settings.settings import load_settings
from loaders.answer import Answer
from loaders.calls.batch import Loaders
from loaders.calls.client import LmsClient, Outcome, Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call
from resolvers.fetch.context import Request
from schema.schema import build_schema

Run = Callable[[], Awaitable[bytes]]


@dataclass
class Execution:
    """CPU milliseconds of one execution: medians."""

    title: str
    naive: float
    gateway: float

    @property
    def ratio(self) -> float:
        """How many times less the gateway takes."""
        return self.naive / self.gateway


class _Memory(LmsClient):
    """The LMS as bytes in memory."""

    answers: Mapping[str, bytes]
    now: str

    async def get(self, call: Call, *, extra: Mapping[str, str] | None = None, keys: int = 1) -> Outcome:
        self.date = self.now
        return Answer(call.endpoint, self.answers[call.target(extra or {}).partition("?")[0]], 200, self.now)


class _NaiveMemory(Lms):
    """The same for the naive gateway."""

    def __init__(self, answers: Mapping[str, bytes], now: str) -> None:
        self._answers = answers
        self._now = now
        self._kept: dict[str, Any] = {}

    async def _read(self, target: str) -> Any:
        if target not in self._kept:
            self._kept[target] = json.loads(self._answers[target])
        return self._kept[target]

    async def metadata(self, course_key: str) -> Any:
        return await self._read(f"/api/course_home/course_metadata/{course_key}")

    async def outline(self, course_key: str) -> Any:
        return await self._read(f"/api/course_home/outline/{course_key}")

    async def me(self) -> Any:
        return await self._read("/api/user/v1/me")

    async def preferences(self) -> Any:
        return await self._read("/api/user/v1/preferences/alex")

    async def date(self) -> str:
        return self._now


async def answers_for(base_url: str, page: Page) -> tuple[dict[str, bytes], str]:
    """What the upstream answers to the calls of a course home page, and its clock."""
    key = page.variables["key"]
    targets = (
        f"/api/course_home/course_metadata/{key}",
        f"/api/course_home/outline/{key}",
        "/api/user/v1/me",
        "/api/user/v1/preferences/alex",
    )
    async with httpx.AsyncClient(base_url=base_url, headers={"authorization": CREDENTIAL}) as client:
        responses = [await client.get(target) for target in targets]
    return {t: r.content for t, r in zip(targets, responses, strict=True)}, responses[0].headers["date"]


def _gateway(page: Page, answers: Mapping[str, bytes], now: str, base_url: str) -> Run:
    schema = build_schema()._schema
    settings = load_settings(lms_base_url=base_url, lms_public_url=BASE_URL)  # URLs are joined to the same address
    upstream = Upstream(base_url)
    endpoint = GraphQLEndpoint(schema, settings, upstream)
    document = Documents(schema).prepare(page.query)
    params = Params(page.query, variables=page.variables)
    credentials = Credentials(headers=(("authorization", CREDENTIAL),), schemes=Auth.JWT)

    async def run() -> bytes:
        client = _Memory(upstream, credentials, deadline=time.monotonic() + 60)
        client.answers, client.now = answers, now
        request = Request(Loaders(client), settings.public_url)
        result = await endpoint.execute(document, params, request)
        assert isinstance(result, graphql.ExecutionResult)
        assert not result.errors, result.errors
        return orjson.dumps({"data": result.data})

    return run


def _naive(page: Page, answers: Mapping[str, bytes], now: str) -> Run:
    core = naive_schema._schema
    document = graphql.parse(page.query)

    async def run() -> bytes:
        result = graphql.execute(
            core,
            document,
            context_value={"lms": _NaiveMemory(answers, now)},
            variable_values=page.variables,
            executor_class=naive_schema.execution_context_class,
        )
        done = await result if not isinstance(result, graphql.ExecutionResult) else result
        assert not done.errors, done.errors
        return json.dumps({"data": done.data}).encode()

    return run


async def run(base_url: str, pages: list[Page], rounds: int) -> dict[str, Execution]:
    """Measures both, interleaved; raises AssertionError when their data differ."""
    found: dict[str, Execution] = {}
    for page in pages:
        answers, now = await answers_for(base_url, page)
        naive, ours = _naive(page, answers, now), _gateway(page, answers, now, base_url)
        assert json.loads(await naive()) == json.loads(await ours()), f"{page.name}: the data differ"
        gc.collect()
        gc.freeze()
        times: dict[str, list[float]] = {"naive": [], "gateway": []}
        for _ in range(rounds):
            times["naive"].append(await _time(naive))
            times["gateway"].append(await _time(ours))
        gc.unfreeze()
        execution = found[page.name] = Execution(
            page.title, statistics.median(times["naive"]), statistics.median(times["gateway"])
        )
        print(
            f"  {page.name:<10} naive {execution.naive:.2f} ms, gateway {execution.gateway:.2f} ms: "
            f"{execution.ratio:.1f} times less",
            flush=True,
        )
    return found


async def _time(run: Run) -> float:
    """CPU milliseconds of one execution: the mean over a fifth of a second."""
    await run()
    begun = time.process_time()
    count = 0
    while (spent := time.process_time() - begun) < 0.2:
        await run()
        await asyncio.sleep(0)
        count += 1
    return spent * 1000 / count
