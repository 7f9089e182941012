"""`gateway check`: checks the settings and the LMS, and prints versions."""

import asyncio
import sys
from http import HTTPStatus
from importlib.metadata import version
from urllib.parse import urlsplit

import httpx
import msgspec

from gateway.commands.requirements import check_requirements
from gateway.documents.manifest import load_manifests
from gateway.documents.prepared import Documents
from gateway.settings.settings import Settings, load_settings
from gateway.telemetry.logs import without_secrets
from gateway.upstreams import open_upstreams
from loaders.calls.reachability import reason_of
from loaders.calls.transport import Reply
from loaders.calls.upstream import Upstream
from loaders.endpoints.catalog import CATALOG_SEARCH, COURSE_RUNS
from loaders.registry import endpoints, is_there, probe_target
from schema.schema import build_schema

_PACKAGES = (
    "lectern-gateway",
    "strawberry-graphql",
    "graphql-core",
    "starlette",
    "uvicorn",
    "httpx",
    "msgspec",
)
_SECONDS = 5.0
_REFUSALS = frozenset({401, 403, 429})
"""An LMS may require a sign-in for its catalogue."""


def run_check() -> int:
    """Prints the results. Returns 0 if the gateway could serve, 1 if something it needs does not work."""
    settings = load_settings()
    check_requirements(settings)
    print("settings   ok")
    print(f"mode       {settings.mode.value}")
    sound = _check_documents(settings) if settings.trusted_documents else True
    print(f"python     {sys.version.split()[0]}")
    for package in _PACKAGES:
        print(f"{package:<19}{version(package)}")
    return 0 if asyncio.run(_examine(settings)) and sound else 1


def _check_documents(settings: Settings) -> bool:
    """Prints the number of trusted documents and those that the schema or the limits refuse. False if there are any."""
    trusted = load_manifests(settings.trusted_documents)
    documents = Documents.of(build_schema()._schema, settings)
    errors = {document_id: documents.prepare(text).errors for document_id, text in trusted.items()}
    refused = [(document_id, found[0].message) for document_id, found in errors.items() if found]
    print(f"documents  {len(trusted)} trusted{f', {len(refused)} of them refused:' if refused else ''}")
    for document_id, message in refused:
        print(f"           {document_id[:80]}: {message}")
    return not refused


async def _examine(settings: Settings) -> bool:
    """Prints the state of each service. False if one of them does not work."""
    async with open_upstreams(settings) as upstreams:
        fault = await _fault_of_lms(upstreams.lms)
        print(f"lms        {settings.lms_url} {fault or 'answers'}")
        works = fault is None
        if works:
            await _examine_optional(upstreams.lms)
        luminus = upstreams.lms.services.get("luminus")
        if luminus is not None:
            fault = await _fault_of_luminus(luminus)
            print(f"luminus    {luminus.base_url} {fault or 'answers'}")
            works = works and fault is None
    if settings.redis_url is not None:
        fault = await _fault_of_redis(settings.redis_url.get_secret_value())
        print(f"redis      {fault or 'answers'}")
        works = works and fault is None
    return works


async def _fault_of_lms(lms: Upstream) -> str | None:
    """The problem with the LMS; None if a route that every LMS has responds as expected."""
    target = CATALOG_SEARCH.call(page_size="1").target()
    reply = await _ask(lms, target)
    if isinstance(reply, str):
        return reply
    body = _decoded(reply)
    refused = reply.status in _REFUSALS and isinstance(body, dict)
    if refused or (reply.status == 200 and isinstance(body, dict) and "results" in body):
        return None
    return f"answers, but not as an LMS: GET {target} gave {_shown(reply)}{_hint(reply, lms.base_url)}"


def _hint(reply: Reply, url: str) -> str:
    """A hint about a response that Django sends before any view of the LMS is called."""
    place = reply.headers.get("location")
    if place is not None:
        return f"; it redirects to {place}"
    if reply.status == HTTPStatus.BAD_REQUEST and _decoded(reply) is None:
        return f"; its ALLOWED_HOSTS may lack {urlsplit(url).hostname}"
    return ""


async def _fault_of_luminus(luminus: Upstream) -> str | None:
    reply = await _ask(luminus, COURSE_RUNS.path)
    if isinstance(reply, str):
        return reply
    if reply.status in {401, 403}:
        return f"refuses GATEWAY_LUMINUS_KEY with status {reply.status}"
    if reply.status not in {200, 404} or _decoded(reply) is None:
        return f"answers, but not as the catalogue: GET {COURSE_RUNS.path} gave {_shown(reply)}"
    return None


async def _fault_of_redis(url: str) -> str | None:
    from redis.asyncio import Redis
    from redis.exceptions import RedisError

    try:
        async with Redis.from_url(url, socket_connect_timeout=_SECONDS, socket_timeout=_SECONDS) as redis:
            await redis.execute_command("PING")  # type: ignore[no-untyped-call]
    except (RedisError, OSError) as error:
        return f"does not answer: {without_secrets(str(error))}"
    return None


async def _ask(service: Upstream, target: str) -> Reply | str:
    """The response, or the reason why there is none."""
    try:
        reply = await service.request_as_visitor(target, timeout=_SECONDS)
    except (TimeoutError, httpx.TransportError, OverflowError) as error:
        return f"does not answer: {reason_of(error)}"
    return f"answers with status {reply.status}" if reply.status >= 500 and reply.status != 501 else reply


def _decoded(reply: Reply) -> object:
    """The JSON value of a response; None if it is not JSON."""
    try:
        return msgspec.json.decode(reply.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _shown(reply: Reply) -> str:
    kind = reply.headers.get("content-type", "no content type").partition(";")[0]
    return f"status {reply.status} ({kind})"


async def _examine_optional(lms: Upstream) -> None:
    """Prints the optional endpoints that the LMS does not have, and those that could not be checked."""
    absent: list[str] = []
    unknown: list[str] = []
    asked: set[str] = set()
    for endpoint in endpoints():
        target = probe_target(endpoint)
        if not endpoint.optional or endpoint.service != "lms" or target is None or target in asked:
            continue
        asked.add(target)
        reply = await _ask(lms, target)
        there = None if isinstance(reply, str) else is_there(endpoint, reply)
        if there is None:
            unknown.append(f"{endpoint.name}: {reply if isinstance(reply, str) else _shown(reply)}")
        elif not there:
            absent.append(endpoint.name)
    if not absent and not unknown:
        print("optional   all of the endpoints are there")
    for heading, names in (("missing on this LMS:", absent), ("unknown whether they are there:", unknown)):
        if names:
            print(f"optional   {heading}")
            for name in names:
                print(f"           {name}")
