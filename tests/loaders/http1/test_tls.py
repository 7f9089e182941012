"""TLS with real certificates."""

import asyncio
import datetime as dt
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import trustme

from loaders.calls.authorities import trusted_authorities
from loaders.calls.reachability import reason_of
from tests.loaders.http1.conftest import Run
from tests.loaders.http1.hostile import Peer, always, get, hostile
from tests.loaders.http1.test_pool import deaf_port

SOUND = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[trustme.CA]:
    """An authority that the system trusts for the time of a test."""
    made = trustme.CA()
    path = tmp_path / "authorities.pem"
    made.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    trusted_authorities.cache_clear()
    yield made
    trusted_authorities.cache_clear()


def served_by(authority: trustme.CA, *names: str, expires: dt.datetime | None = None) -> ssl.SSLContext:
    """A server's context with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, not_after=expires).configure_cert(context)
    return context


def test_a_trusted_upstream(run: Run, authority: trustme.CA) -> None:
    async def scenario() -> int:
        tls = served_by(authority, "localhost", "127.0.0.1")
        for host in ("localhost", "127.0.0.1"):
            async with hostile(always(SOUND), tls=tls, host=host) as (server, client):
                for _ in range(3):
                    assert (await get(client)).body == b"{}"
                    await asyncio.sleep(0.02)
        return server.connections

    assert run(scenario()) == 1


def test_an_upstream_that_is_not_trusted(run: Run, authority: trustme.CA) -> None:
    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=2)
    cases = {
        "self-signed certificate in certificate chain": served_by(trustme.CA(), "localhost"),
        "Hostname mismatch": served_by(authority, "elsewhere.example"),
        "certificate has expired": served_by(authority, "localhost", expires=long_ago),
    }

    async def scenario() -> None:
        for why, tls in cases.items():
            async with hostile(always(SOUND), tls=tls, host="localhost") as (server, client):
                with pytest.raises(httpx.ConnectError) as caught:
                    await get(client)
                assert server.requests == []
                reason = reason_of(caught.value)
                assert reason.startswith("its certificate is not trusted: "), reason
                assert why in reason or "unable to get local issuer" in reason

    run(scenario())


def test_an_upstream_without_tls(run: Run, authority: trustme.CA) -> None:
    from loaders.calls.http1.transport import Http1Transport

    async def script(peer: Peer) -> None:
        await peer.send(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")

    async def scenario() -> None:
        async with hostile(script) as (server, _):
            client = Http1Transport(f"https://127.0.0.1:{server.port}", max_connections=1, max_body=100)
            with pytest.raises(httpx.ConnectError) as caught:
                await get(client)
            assert reason_of(caught.value) == "it does not speak TLS as expected"
            await client.aclose()

    run(scenario())


def test_a_handshake_without_an_end_is_bounded(run: Run, authority: trustme.CA) -> None:
    from loaders.calls.http1.transport import Http1Transport

    async def scenario(port: int) -> None:
        client = Http1Transport(f"https://127.0.0.1:{port}", max_connections=1, max_body=100, connect_timeout=0.3)
        with pytest.raises(httpx.ConnectTimeout):
            await get(client)
        await client.aclose()

    with deaf_port() as port:
        run(scenario(port))


def test_a_response_without_a_length_is_whole_only_with_a_farewell(run: Run, authority: trustme.CA) -> None:
    """Somebody on the way can end a connection, but cannot end it in the upstream's name."""

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\n\r\n{}")
        if peer.server.connections == 1:
            await asyncio.sleep(0.05)
            peer.reset()

    async def scenario() -> None:
        async with hostile(script, tls=served_by(authority, "localhost"), host="localhost") as (_, client):
            with pytest.raises(httpx.ReadError):
                await get(client)
            assert (await get(client)).body == b"{}"

    run(scenario())
