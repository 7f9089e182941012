"""httpx's own transport instead of the gateway's client: the same results, and its additional features."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import hypercorn.asyncio
import hypercorn.config
import pytest
import trustme
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from gateway.app import create_app
from loaders.calls.authorities import trusted_authorities
from loaders.calls.transport import httpx_transport
from loaders.calls.upstream import Upstream
from tests.conftest import settings_for
from tests.loaders.servers import http, raw_server
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.people import KEY
from tests.support.servers import served

QUERY = "query($key: CourseKey!) { viewer { username } course(key: $key) { title outline { sections { title } } } }"


@pytest.fixture
def over_httpx(lms: DemoLms) -> Iterator[Gateway]:
    """A gateway that asks the LMS through httpx's transport."""
    with served(lambda url: create_app(settings_for(lms.url, transport="httpx"))) as url:
        gateway = Gateway(url, lms)
        yield gateway
        gateway.close()


def test_the_same_answers_and_the_same_calls(gateway: Gateway, over_httpx: Gateway) -> None:
    expected = gateway.ask(QUERY, {"key": KEY})
    answer = over_httpx.ask(QUERY, {"key": KEY})
    assert answer.sound() == expected.sound()
    assert sorted(answer.paths) == sorted(expected.paths)


@asynccontextmanager
async def proxy() -> AsyncIterator[tuple[str, list[bytes]]]:
    """A proxy that answers by itself, and the request lines that it got."""
    lines: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        lines.append(head.split(b"\r\n")[0])
        writer.write(http(b'{"proxied": true}', b"Connection: close"))
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}", lines
    finally:
        listening.close()
        await listening.wait_closed()


@pytest.mark.parametrize(("exempt", "proxied"), [("", True), ("lms.test", False)])
def test_proxy_variables_are_obeyed(monkeypatch: pytest.MonkeyPatch, exempt: str, proxied: bool) -> None:
    async def scenario() -> list[bytes]:
        async with proxy() as (address, lines):
            monkeypatch.setenv("http_proxy", address)
            monkeypatch.setenv("no_proxy", exempt)
            upstream = Upstream("http://lms.test", transport=httpx_transport("http://lms.test", max_connections=2))
            try:
                reply = await upstream.probe("/api", timeout=2)
            finally:
                await upstream.aclose()
            assert (reply is not None) is proxied
            return lines

    assert asyncio.run(scenario()) == ([b"GET http://lms.test/api HTTP/1.1"] if proxied else [])


def test_http_2_is_spoken_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def version(request: Request) -> JSONResponse:
        return JSONResponse({"version": request.scope["http_version"]})

    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    certificate = authority.issue_cert("localhost")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    certificate.private_key_pem.write_to_path(tmp_path / "key.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    trusted_authorities.cache_clear()

    async def scenario() -> bytes:
        config = hypercorn.config.Config()
        config.bind = ["127.0.0.1:0"]
        config.certfile, config.keyfile = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")
        config.errorlog = None
        stop = asyncio.Event()
        app = Starlette(routes=[Route("/", version)])
        sockets = config.create_sockets()
        sockets.secure_sockets[0].listen()  # who connects before the server is ready waits
        port = sockets.secure_sockets[0].getsockname()[1]
        config.create_sockets = lambda: sockets  # type: ignore[method-assign]
        serving = asyncio.create_task(hypercorn.asyncio.serve(app, config, shutdown_trigger=stop.wait))  # type: ignore[arg-type]
        base = f"https://localhost:{port}"
        upstream = Upstream(base, transport=httpx_transport(base, max_connections=2))
        try:
            reply = await upstream.request_as_visitor("/", timeout=5)
            return reply.body
        finally:
            await upstream.aclose()
            stop.set()
            await serving

    try:
        assert asyncio.run(scenario()) == b'{"version":"2"}'
    finally:
        trusted_authorities.cache_clear()


def test_no_data_of_one_caller_reaches_the_next() -> None:
    """Neither its cookies nor a second response on its connection."""

    def reply(count: int, head: bytes) -> bytes:
        answer = http(b'{"n": %d}' % count, b"Set-Cookie: sessionid=alex; Path=/")
        return answer + answer if count == 1 else answer

    async def scenario() -> None:
        async with raw_server(reply) as (server, _):
            base = f"http://localhost:{server.port}"
            upstream = Upstream(base, transport=httpx_transport(base, max_connections=1))
            try:
                for count in (1, 2, 3):
                    answer = await upstream.send("GET", "/", [], timeout=2)
                    assert answer.body == b'{"n": %d}' % count
                    await asyncio.sleep(0.05)
            finally:
                await upstream.aclose()
            assert all(b"cookie" not in head.lower() for head in server.requests)

    asyncio.run(scenario())


def test_certificates_are_checked(tmp_path: Path) -> None:
    assert trusted_authorities().verify_mode is ssl.CERT_REQUIRED
    assert trusted_authorities().check_hostname
