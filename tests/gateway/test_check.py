"""`gateway check` reports whether the services behind the gateway work, and if not, the reason."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from gateway.demo.luminus import ADMIN_KEY, create_luminus_app
from gateway.demo.world import World
from tests.support.ports import free_port
from tests.support.servers import served

from .process import serve
from .test_settings import run


@contextmanager
def files(
    folder: Path,
    certificate: ssl.SSLContext | None = None,
    handler: type[SimpleHTTPRequestHandler] = SimpleHTTPRequestHandler,
) -> Iterator[int]:
    """A server of files, which is no LMS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    if certificate is not None:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a certificate that signs itself, for localhost, with its key."""
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", f"{path}.crt"]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own arguments
    except FileNotFoundError:
        pytest.skip("needs openssl")
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def test_why_the_lms_does_not_answer() -> None:
    for url, reason in (
        (f"http://127.0.0.1:{free_port()}", "the connection was refused"),
        ("http://no-such-host.invalid", "its name is unknown"),
    ):
        done = run("check", GATEWAY_LMS_BASE_URL=url)
        assert done.returncode == 1
        assert f"{url} does not answer: {reason}\n" in done.stdout
        assert done.stderr == ""


def test_private_authority_is_trusted_when_it_is_named(authority: Path, tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority)
    with files(tmp_path, context) as port:
        url = f"https://localhost:{port}"
        distrusted = run("check", GATEWAY_LMS_BASE_URL=url)
        trusted = run("check", GATEWAY_LMS_BASE_URL=url, SSL_CERT_FILE=str(authority))
    assert "does not answer: its certificate is not trusted: " in distrusted.stdout
    assert "answers, but not as an LMS" in trusted.stdout


def test_another_service_than_an_lms_is_reported(lms_url: str, tmp_path: Path) -> None:
    with files(tmp_path) as port:
        for url in (f"http://127.0.0.1:{port}", f"{lms_url}/no/such/place"):
            done = run("check", GATEWAY_LMS_BASE_URL=url)
            assert done.returncode == 1
            assert f"{url} answers, but not as an LMS: GET /api/courses/v1/courses/" in done.stdout


class _Picky(SimpleHTTPRequestHandler):
    """Answers as Django does before it asks a view: a host that it does not know, or plain HTTP."""

    def do_GET(self) -> None:
        secure = self.path.startswith("/secure")
        self.send_response(301 if secure else 400)
        if secure:
            self.send_header("Location", "https://lms.example.com/")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("", "gave status 400 (text/html); its ALLOWED_HOSTS may lack 127.0.0.1\n"),
        ("/secure", "gave status 301 (text/html); it redirects to https://lms.example.com/\n"),
    ],
)
def test_a_refusal_of_django_is_explained(tmp_path: Path, path: str, hint: str) -> None:
    with files(tmp_path, handler=_Picky) as port:
        done = run("check", GATEWAY_LMS_BASE_URL=f"http://127.0.0.1:{port}{path}")
    assert done.returncode == 1
    assert hint in done.stdout


def test_redis_that_is_down_is_reported(lms_url: str) -> None:
    url = f"redis://:hunter@127.0.0.1:{free_port()}/0"
    done = run("check", GATEWAY_LMS_BASE_URL=lms_url, GATEWAY_REDIS_URL=url)
    assert done.returncode == 1
    assert "redis      does not answer: " in done.stdout
    assert "hunter" not in done.stdout + done.stderr


def test_catalogue_and_its_key_are_tried(lms_url: str) -> None:
    with served(lambda _: create_luminus_app(World.build())) as url:
        for key, status, words in ((ADMIN_KEY, 0, "answers"), ("nonsense", 1, "refuses GATEWAY_LUMINUS_KEY")):
            done = run("check", GATEWAY_LMS_BASE_URL=lms_url, GATEWAY_LUMINUS_BASE_URL=url, GATEWAY_LUMINUS_KEY=key)
            assert f"luminus    {url} {words}" in done.stdout
            assert done.returncode == status


def test_served_log_says_once_why_the_lms_is_unreachable() -> None:
    with serve(f"http://127.0.0.1:{free_port()}") as gateway:
        for _ in range(3):
            assert httpx.get(f"{gateway.url}/readyz").status_code == 503
        assert gateway.log().count("the connection was refused") == 1


def test_trusted_documents_are_counted(lms_url: str, tmp_path: Path) -> None:
    (tmp_path / "web.json").write_text('{"home": "{ __typename }", "other": "{ serverTime }"}')
    done = run("check", GATEWAY_LMS_BASE_URL=lms_url, GATEWAY_TRUSTED_DOCUMENTS=str(tmp_path))
    assert done.returncode == 0
    assert "documents  2 trusted\n" in done.stdout
    (tmp_path / "app.json").write_text('{"home": "{ serverTime }"}')
    done = run("check", GATEWAY_LMS_BASE_URL=lms_url, GATEWAY_TRUSTED_DOCUMENTS=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("gateway: GATEWAY_TRUSTED_DOCUMENTS: ")
    assert done.stderr.count("\n") == 1


def test_trusted_documents_that_the_schema_refuses_are_named(lms_url: str, tmp_path: Path) -> None:
    (tmp_path / "web.json").write_text('{"home": "{ __typename }", "old": "{ __typename gone }", "half": "{"}')
    done = run("check", GATEWAY_LMS_BASE_URL=lms_url, GATEWAY_TRUSTED_DOCUMENTS=str(tmp_path))
    assert done.returncode == 1
    assert "documents  3 trusted, 2 of them refused:\n" in done.stdout
    assert "           old: Cannot query field 'gone' on type 'Query'.\n" in done.stdout
    assert "           half: Syntax Error: Expected Name, found <EOF>.\n" in done.stdout
    assert f"lms        {lms_url} answers\n" in done.stdout
