"""nginx and Caddy with the examples of `deploy/`, in front of a gateway and the LMS, and what any proxy must do."""

import gzip
import json
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.deploy.downloads import script_of
from tests.deploy.programs import program, running
from tests.gateway.process import ROOT
from tests.support.lms import DemoLms
from tests.support.parts import ACCEPTED, assembled
from tests.support.people import KEY, sign_in
from tests.support.ports import free_port

LEARNER = "127.0.0.9"
"""Where the learner's browser is: not an address that the gateway trusts."""

_SLOW = 0.8
_OUTLINE = {
    "query": "query($key: CourseKey!) { course(key: $key) { outline { sections { title sequences { id title } } } } }",
    "variables": {"key": KEY},
}
_DEFERRED = {
    "query": """query($key: CourseKey!) {
      course(key: $key) { title ... @defer { progress { courseGrade { percent } } } }
    }""",
    "variables": {"key": KEY},
}

NGINX = """
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    gzip on;
    gzip_proxied any;
    gzip_min_length 1;
    gzip_types application/json application/graphql-response+json multipart/mixed;
    include lectern-upstream.conf;
    server {{
        listen 127.0.0.1:{port};
        server_name lms.example.com;
        include lectern-location.conf;
        location / {{ proxy_pass {lms}; }}
    }}
}}
"""
"""What an operator's nginx has besides: the LMS, and compression of whatever is not compressed."""


@contextmanager
def nginx(folder: Path, gateways: Sequence[str], lms: str) -> Iterator[str]:
    """nginx in front of these gateways; its address."""
    port = free_port()
    servers = "\n".join(f"server {urlsplit(url).netloc} max_fails=0;" for url in gateways)
    example = (ROOT / "deploy/nginx/lectern-upstream.conf").read_text(encoding="utf-8")
    example, count = re.subn(r"server 127\.0\.0\.1:8001 max_fails=0;", servers, example)
    assert count == 1
    (folder / "lectern-upstream.conf").write_text(example)
    (folder / "lectern-location.conf").write_text((ROOT / "deploy/nginx/lectern-location.conf").read_text())
    (folder / "nginx.conf").write_text(NGINX.format(port=port, lms=lms))
    binary = program("nginx", "nginx-light")
    command = [binary, "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"]
    with running(command, port, folder):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy(folder: Path, gateways: Sequence[str], lms: str, binary: str | None = None) -> Iterator[str]:
    """Caddy in front of these gateways; its address."""
    port = free_port()
    example = ROOT / "deploy/caddy/Caddyfile"
    with caddy_with(
        example,
        folder,
        port,
        binary,
        LMS_SITE=f"http://127.0.0.1:{port}",
        LECTERN=" ".join(urlsplit(url).netloc for url in gateways),
        LMS=urlsplit(lms).netloc,
    ):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy_with(config: Path, folder: Path, port: int, binary: str | None, **variables: str) -> Iterator[None]:
    """Caddy with this configuration, which listens on `port`. Its own administration is off."""
    binary = binary or program("caddy")
    own = folder / "Caddyfile"
    own.write_text("{\n\tadmin off\n\tauto_https off\n}\n\n" + config.read_text(encoding="utf-8"))
    command = [binary, "run", "--adapter", "caddyfile", "--config", str(own)]
    homes = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with running(command, port, folder, **homes, **variables):
        yield


@contextmanager
def current_caddy(folder: Path, gateways: Sequence[str], lms: str) -> Iterator[str]:
    """The same with a current Caddy, from a package."""
    with caddy(folder, gateways, lms, script_of(folder, "caddy")) as url:
        yield url


PROXIES = {"nginx": nginx, "caddy": caddy}


def learner(url: str) -> httpx.Client:
    """A browser at the learner's address."""
    return httpx.Client(base_url=url, transport=httpx.HTTPTransport(local_address=LEARNER), timeout=20)


def check_parts(browser: httpx.Client, lms: DemoLms) -> None:
    """The first part comes before the LMS has what the last one needs, compressed or not."""
    lms.faults({"/api/course_home/progress": {"latency_ms": int(_SLOW * 1000)}})
    for encoding in ("gzip", "identity"):
        headers = {**sign_in("alex"), **ACCEPTED, "accept-encoding": encoding}
        began = time.monotonic()
        times = []
        with browser.stream("POST", "/graphql", json=_DEFERRED, headers=headers) as answer:
            content = b""
            for chunk in answer.iter_bytes():
                content += chunk
                times.append(time.monotonic() - began)
        kind = answer.headers["content-type"]
        whole = assembled(httpx.Response(200, headers={"content-type": kind}, content=content))
        assert kind.startswith("multipart/mixed")
        assert whole.data["course"]["progress"]["courseGrade"]["percent"] > 0
        assert times[-1] - times[0] > _SLOW / 2


def check_compression(browser: httpx.Client) -> None:
    """An answer is compressed by the gateway, and by nobody else again."""
    headers = {**sign_in("alex"), "accept-encoding": "gzip"}
    with browser.stream("POST", "/graphql", json=_OUTLINE, headers=headers) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get_list("content-encoding") == ["gzip"]
    assert json.loads(gzip.decompress(raw))["data"]["course"]["outline"]["sections"]
