"""nginx and Caddy with the examples of `deploy/`, in front of a gateway and the LMS."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.deploy.programs import program, running
from tests.gateway.process import ROOT
from tests.support.ports import free_port

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
def caddy(folder: Path, gateways: Sequence[str], lms: str) -> Iterator[str]:
    """Caddy in front of these gateways; its address."""
    port = free_port()
    example = ROOT / "deploy/caddy/Caddyfile"
    with caddy_with(
        example,
        folder,
        port,
        LMS_SITE=f"http://127.0.0.1:{port}",
        LECTERN=" ".join(urlsplit(url).netloc for url in gateways),
        LMS=urlsplit(lms).netloc,
    ):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy_with(config: Path, folder: Path, port: int, **variables: str) -> Iterator[None]:
    """Caddy with this configuration, which listens on `port`. Its own administration is off."""
    binary = program("caddy")
    own = folder / "Caddyfile"
    own.write_text("{\n\tadmin off\n\tauto_https off\n}\n\n" + config.read_text(encoding="utf-8"))
    command = [binary, "run", "--adapter", "caddyfile", "--config", str(own)]
    homes = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with running(command, port, folder, **homes, **variables):
        yield


PROXIES = {"nginx": nginx, "caddy": caddy}
