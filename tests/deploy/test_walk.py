"""The page for operators, by hand: its commands are executed in their order, from the settings to the first query.

The paths of the page lie in a folder. systemctl and systemd-run are stand-ins that note their words; what they would
start is started from the installed files. The gateway, nginx with TLS, curl and the LMS are real.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from tests.deploy.containerfile import instructions
from tests.deploy.programs import program, running
from tests.docs.examples import Example, commands, examples
from tests.gateway.process import ROOT
from tests.support.lms import DemoLms
from tests.support.ports import free_port

PAGE = ROOT / "docs" / "operators.md"
HOST = "lms.example.com"
SYSTEMD_RUN = """#!/bin/sh
while [ "${1#--}" != "$1" ]; do
  if [ "$1" = --property ]; then set -a; . "${2#EnvironmentFile=}"; shift; fi
  shift
done
exec "$@"
"""
NGINX = """
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    gzip on;
    include conf.d/*.conf;
    server {{
        listen 127.0.0.1:{port} ssl;
        server_name lms.example.com;
        ssl_certificate lms.pem;
        ssl_certificate_key lms.pem;
        {line}
        location / {{ proxy_pass {lms}; }}
    }}
}}
"""
"""An nginx in front of an LMS, with the line that the page says to add."""


@dataclass(frozen=True)
class Operator:
    """Somebody who follows the page, with all paths below `root`."""

    root: Path
    steps: dict[str, Example]

    def follow(self, step: str, more: str = "") -> str:
        """Executes one step in a checkout; what it prints."""
        text = self.steps[step].block.text.replace("/opt/lectern/bin/", f"{Path(sys.executable).parent}/")
        script = re.sub(r"(?<![\w.])/etc/", f"{self.root}/etc/", text).rstrip("\n") + more
        given = {"PATH": f"{self.root}/bin:{os.environ['PATH']}:/usr/sbin:/sbin", "CURL_HOME": str(self.root)}
        done = subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=ROOT,
            env={**os.environ, **given},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
        return done.stdout

    def path(self, name: str) -> Path:
        """A file of the machine."""
        return self.root / name

    def edit(self, name: str, **replaced: str) -> None:
        """Changes lines `NAME=…` of a file."""
        text = self.path(name).read_text(encoding="utf-8")
        for variable, value in replaced.items():
            text, count = re.subn(rf"(?m)^{variable}=.*$", f"{variable}={value}", text)
            assert count == 1
        self.path(name).write_text(text, encoding="utf-8")

    def stand_in(self, name: str, text: str) -> None:
        """Puts a program before that of the system."""
        path = self.path(f"bin/{name}")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    found = (example for example in examples("sh") if example.block.path == PAGE)
    steps = {name: example for example in found if (name := example.block.value("walk"))}
    made = Operator(tmp_path, steps)
    made.stand_in("systemd-run", SYSTEMD_RUN)
    made.stand_in("systemctl", f'#!/bin/sh\necho "$@" >> {tmp_path}/systemctl.log\n')
    nginx = program("nginx", "nginx-light")
    made.stand_in("nginx", f'#!/bin/sh\nexec {nginx} -p {tmp_path}/etc/nginx -c nginx.conf -e error.log "$@"\n')
    return made


def test_page_installs_as_the_image_does(operator: Operator) -> None:
    """The image's steps are executed by its own test."""
    built = [rest for name, rest in instructions(ROOT / "deploy/Containerfile") if name == "RUN"]
    image = " ".join(built).replace('"$PREFIX/', "/opt/lectern/").replace('"$PREFIX"', "/opt/lectern").replace('"', "")
    flags = {frozenset(part.split()) for part in image.split("&&")}
    for command in commands(operator.steps["install"].block):
        words = frozenset({"python", *command[1:]} if command[0] == "python3" else command)
        assert [each for each in flags if words <= each], command


def test_page_leads_to_the_first_query(operator: Operator, lms: DemoLms) -> None:
    gateway, proxy = free_port(), free_port()
    operator.follow("settings")
    assert operator.path("etc/lectern/environment").stat().st_mode & 0o777 == 0o600
    operator.edit("etc/lectern/environment", GATEWAY_LMS_BASE_URL=lms.url, GATEWAY_PORT=str(gateway))
    checked = operator.follow("check")
    assert f"lms        {lms.url} answers" in checked
    operator.follow("service")
    with service(operator, gateway), ExitStack() as stack:
        operator.follow("nginx")
        upstream = operator.path("etc/nginx/conf.d/lectern-upstream.conf")
        upstream.write_text(upstream.read_text().replace("127.0.0.1:8001", f"127.0.0.1:{gateway}"))
        (line,) = re.findall(r"`(include [^`]*;)`", PAGE.read_text(encoding="utf-8"))
        configure(operator, NGINX.format(port=proxy, lms=lms.url, line=line), proxy)
        operator.follow("reload")
        command = [str(operator.path("bin/nginx"))]
        stack.enter_context(running(command, proxy, operator.path("etc/nginx")))
        visitor = json.loads(operator.follow("query"))
        assert visitor == operator.steps["query"].answer
        learner = json.loads(operator.follow("query", " -H 'Cookie: sessionid=demo-alex'"))
        assert learner["data"]["viewer"] == {"isAuthenticated": True, "username": "alex"}
    words = ["daemon-reload", "enable --now lectern", "reload nginx"]
    assert operator.path("systemctl.log").read_text().splitlines() == words


@contextmanager
def service(operator: Operator, port: int) -> Iterator[None]:
    """The service that systemd starts from the installed unit and its environment."""
    unit = operator.path("etc/systemd/system/lectern.service").read_text(encoding="utf-8")
    (command,) = re.findall(r"^ExecStart=/opt/lectern/bin/(.*)$", unit, re.MULTILINE)
    (file,) = re.findall(r"^EnvironmentFile=/(.*)$", unit, re.MULTILINE)
    lines = [line for line in operator.path(file).read_text().splitlines() if line and not line.startswith("#")]
    variables = dict(line.split("=", 1) for line in lines)
    program_path, *words = command.split()
    started = [str(Path(sys.executable).parent / program_path), *words]
    with running(started, port, operator.root, **variables):
        yield


def configure(operator: Operator, text: str, port: int) -> None:
    """An nginx with a certificate of the LMS's host, and a curl that finds and trusts it."""
    authority = trustme.CA()
    authority.issue_cert(HOST).private_key_and_cert_chain_pem.write_to_path(operator.path("etc/nginx/lms.pem"))
    authority.cert_pem.write_to_path(operator.path("authority.pem"))
    operator.path("etc/nginx/nginx.conf").write_text(text)
    options = f'silent\nconnect-to = "{HOST}:443:127.0.0.1:{port}"\ncacert = "{operator.root}/authority.pem"\n'
    operator.path(".curlrc").write_text(options)
