"""The Tutor plugin: the configuration that real Tutors render, checked, and run with the demo LMS and a real Caddy."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema.protocols import Validator

from gateway.settings.settings import Settings
from tests.deploy.containerfile import instructions
from tests.deploy.programs import program, running
from tests.deploy.proxies import LEARNER, check_compression, check_parts, learner
from tests.deploy.schemas import KUBERNETES, KubernetesSchemas, compose_validator, texts
from tests.deploy.tutors import VERSIONS, Rendered, Tutors, compose
from tests.gateway.process import ROOT, Served, environment, serve
from tests.support.lms import DemoLms
from tests.support.people import KEY, sign_in
from tests.support.ports import free_port

HOST = "lms.example.com"
MFE = "https://apps.lms.example.com"
LOCAL = ("local/docker-compose.yml", "local/docker-compose.prod.yml")
CONFIG: dict[str, Any] = {"LMS_HOST": HOST, "CMS_HOST": "studio.example.com", "ENABLE_HTTPS": True}
EVERY: dict[str, Any] = {
    "lms_base_url": "http://elsewhere:8000/",
    "lms_public_url": "https://elsewhere.example.com/",
    "mode": "development",
    "luminus_base_url": "http://catalogue.example.com/",
    "luminus_key": "a$key: with 'signs' \"and\" # more \\ {a: [b]} \u00e9\U0001f511\nsecond line",
    "redis_url": "rediss://:p%40ss@redis.example.com:6380/3",
    "cors_origins": ["https://one.example.com", "https://two.example.com"],
    "cors_headers": ["x-app-version"],
    "trusted_proxies": ["10.1.0.0/16"],
    "trusted_documents": ["/documents"],
    "transport": "httpx",
    "log_level": "warning",
}
"""A value of each setting that is no number and no switch."""

PRINT = "import sys; from gateway.settings.settings import load_settings; print(load_settings().model_dump_json())"


@pytest.fixture(scope="module")
def tutors(tmp_path_factory: pytest.TempPathFactory) -> Tutors:
    return Tutors(tmp_path_factory.mktemp("tutors"))


@pytest.fixture(scope="module", params=VERSIONS)
def rendered(request: pytest.FixtureRequest, tutors: Tutors, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """An installation behind HTTPS with the micro-frontends, as each version renders it."""
    return tutors.render(request.param, tmp_path_factory.mktemp("root"), **CONFIG)


def variables(rendered: Rendered) -> dict[str, str]:
    """The gateway's environment in the compose file, as the container gets it."""
    given = compose(rendered, *LOCAL)["lectern"]["environment"]
    return {name: value.replace("$$", "$") for name, value in given.items()}


def test_gateway_follows_tutors_own_configuration(rendered: Rendered) -> None:
    assert variables(rendered) == {
        "GATEWAY_LMS_BASE_URL": "http://lms:8000",
        "GATEWAY_LMS_PUBLIC_URL": f"https://{HOST}",
        "GATEWAY_CORS_ORIGINS": MFE,
        "GATEWAY_TRUSTED_PROXIES": "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fd00::/8",
        "GATEWAY_REDIS_URL": "redis://redis:6379/2",
        "GATEWAY_WORKERS": "2",
        "GATEWAY_METRICS": "on",
    }


def test_kubernetes_gives_the_same(rendered: Rendered) -> None:
    plain, secret = rendered.manifest("ConfigMap")["data"], rendered.manifest("Secret")["stringData"]
    assert plain | secret == variables(rendered)
    assert set(secret) == {"GATEWAY_REDIS_URL"}
    (container,) = rendered.manifest("Deployment")["spec"]["template"]["spec"]["containers"]
    assert container["image"] == compose(rendered, *LOCAL)["lectern"]["image"]


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> KubernetesSchemas:
    return KubernetesSchemas(tmp_path_factory.mktemp("kubernetes"))


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Validator:
    return compose_validator(tmp_path_factory.mktemp("compose"))


def test_rendered_files_meet_their_schemas(
    rendered: Rendered, validator: Validator, schemas: KubernetesSchemas
) -> None:
    for name in (*LOCAL, "local/docker-compose.jobs.yml", "dev/docker-compose.yml"):
        assert texts(validator.iter_errors(rendered.yaml(name))) == []
    ours = [one for one in rendered.manifests() if one["metadata"]["name"] == "lectern"]
    kinds = {"ConfigMap", "Secret", "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget"}
    assert {one["kind"] for one in ours} == kinds
    assert [fault for one in ours for version in KUBERNETES for fault in schemas.faults(one, version)] == []
    broken = {**ours[0], "unknown": 1}
    assert schemas.faults(broken, KUBERNETES[0])


def test_caddy_takes_the_rendered_file(rendered: Rendered) -> None:
    caddy = program("caddy")
    for site_port in ("", ":80"):
        command = [caddy, "validate", "--adapter", "caddyfile", "--config", str(rendered.env / "apps/caddy/Caddyfile")]
        done = subprocess.run(
            command, env=environment(default_site_port=site_port, HOME="/nonexistent"), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()


WANTED = {name: field.default for name, field in Settings.model_fields.items() if name not in {"host", "port"}} | EVERY
WANTED |= {
    name: not value if isinstance(value, bool) or value is None else value + 1
    for name, value in WANTED.items()
    if name not in EVERY
}


@pytest.fixture(scope="module")
def everything(tutors: Tutors, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """An installation with another value than the default for every setting, and with manifests."""
    config: dict[str, Any] = {f"LECTERN_{name.upper()}": value for name, value in WANTED.items()}
    config |= {"MOUNTS": ["lectern:/srv/manifests:/documents"], "LECTERN_K8S_DOCUMENTS": "manifests"}
    return tutors.render(VERSIONS[-1], tmp_path_factory.mktemp("everything"), **CONFIG, **config)


def test_every_setting_arrives(everything: Rendered) -> None:
    """As the gateway reads it, in the compose file and on Kubernetes."""
    manifests = everything.manifest("ConfigMap")["data"] | everything.manifest("Secret")["stringData"]
    secrets = {"luminus_key", "redis_url"}
    for given in (variables(everything), manifests):
        done = subprocess.run(
            [sys.executable, "-c", PRINT],
            env=environment(**given),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        shown = {name: value for name, value in WANTED.items() if name not in secrets}
        assert {name: found[name] for name in shown} == shown
        assert {name: given[f"GATEWAY_{name.upper()}"] for name in secrets} == {name: WANTED[name] for name in secrets}
    # A gateway may finish what is under way: 11 seconds here, and some more.
    assert compose(everything, *LOCAL)["lectern"]["stop_grace_period"] == "21s"
    assert everything.manifest("Deployment")["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] == 31


def test_manifests_can_be_mounted(everything: Rendered, schemas: KubernetesSchemas) -> None:
    """As `tutor mounts add` notes it, and from a ConfigMap. Tutor's own services are not touched."""
    services = compose(everything, *LOCAL)
    mounted = [name for name, given in services.items() if "/srv/manifests:/documents" in given.get("volumes", ())]
    assert mounted == ["lectern"]
    deployment = everything.manifest("Deployment")
    pod = deployment["spec"]["template"]["spec"]
    (volume,) = pod["volumes"]
    (mount,) = pod["containers"][0]["volumeMounts"]
    assert (volume["name"], volume["configMap"]) == (mount["name"], {"name": "manifests"})
    assert [mount["mountPath"]] == EVERY["trusted_documents"]
    assert [fault for version in KUBERNETES for fault in schemas.faults(deployment, version)] == []


def test_development_allows_the_ports_of_all_micro_frontends(rendered: Rendered) -> None:
    """Tutor serves each at a port of its own there."""
    dev = rendered.yaml("dev/docker-compose.yml")["services"]
    ports = [str(port).partition(":")[0] for port in dev["mfe"]["ports"]]
    origins = dev["lectern"]["environment"]["GATEWAY_CORS_ORIGINS"].split(",")
    assert len(ports) > 8
    assert {MFE, *(f"http://{urlsplit(MFE).hostname}:{port}" for port in ports)} == set(origins)


@pytest.mark.parametrize("version", VERSIONS[-1:])
def test_parts_can_be_left_out(tutors: Tutors, tmp_path: Path, version: str) -> None:
    """No micro-frontends, no Redis, no metrics, a proxy of one's own in front; then a Redis with a password, no TLS."""
    config = {**CONFIG, "ENABLE_WEB_PROXY": False, "LECTERN_REDIS": False, "LECTERN_METRICS": False}
    rendered = tutors.render(version, tmp_path / "root", plugins=("lectern",), **config)
    given = variables(rendered)
    assert not given.keys() & {"GATEWAY_REDIS_URL", "GATEWAY_CORS_ORIGINS"}
    assert given["GATEWAY_METRICS"] == "off"
    assert compose(rendered, *LOCAL)["lectern"]["depends_on"] == ["lms"]
    pod = rendered.manifest("Deployment")["spec"]["template"]
    assert not [name for name in pod["metadata"]["annotations"] if name.startswith("prometheus")]
    password = {"REDIS_USERNAME": "tutor", "REDIS_PASSWORD": "s:e/c@r et", "REDIS_HOST": "r", "REDIS_PORT": 1}
    plain: dict[str, Any] = {**CONFIG, "ENABLE_HTTPS": False, "LECTERN_DEADLINE": "soon", **password}
    secured = tutors.render(version, tmp_path / "root", **plain)
    given = variables(secured)
    assert given["GATEWAY_LMS_PUBLIC_URL"] == f"http://{HOST}"
    assert given["GATEWAY_DEADLINE"] == "soon"  # the gateway says what is wrong, and Tutor renders all the same
    assert compose(secured, *LOCAL)["lectern"]["stop_grace_period"] == "20s"
    assert given["GATEWAY_CORS_ORIGINS"] == MFE.replace("https", "http")
    assert secured.manifest("Secret")["stringData"]["GATEWAY_REDIS_URL"] == "redis://tutor:s%3Ae%2Fc%40r%20et@r:1/2"


def test_image_is_built_from_a_checkout(tutors: Tutors, tmp_path: Path) -> None:
    """`tutor images build lectern` calls Docker with the Containerfile: here a stand-in that notes its words."""
    version = VERSIONS[-1]
    (tmp_path / "bin").mkdir()
    stand_in = tmp_path / "bin" / "docker"
    stand_in.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/words\n')
    stand_in.chmod(0o755)
    root = tmp_path / "root"
    tutors.render(version, root, **CONFIG, LECTERN_SOURCE=str(ROOT))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", f"{tmp_path}/bin", prepend=":")
        tutors.tutor(version, root, "images", "build", "lectern")
    words = (tmp_path / "words").read_text().split()
    assert words[-1] == str(ROOT)
    assert words[words.index("--file") + 1] == str(ROOT / "deploy/Containerfile")
    assert (ROOT / "deploy/Containerfile").is_file()


def test_plugin_knows_every_setting_and_has_the_gateways_version() -> None:
    text = (ROOT / "deploy/tutor/tutorlectern/settings.py").read_text(encoding="utf-8")
    names = re.findall(r'^    "(\w+)",$', text, re.MULTILINE)
    assert names == [name.upper() for name in Settings.model_fields if name not in {"host", "port"}]
    gateway, plugin = (
        tomllib.loads((ROOT / path).read_text(encoding="utf-8"))["project"]["version"]
        for path in ("pyproject.toml", "deploy/tutor/pyproject.toml")
    )
    assert gateway == plugin


@contextmanager
def started(rendered: Rendered, lms: DemoLms, folder: Path) -> Iterator[tuple[str, Served]]:
    """The rendered gateway and the rendered Caddy, with the addresses of this machine in place of the containers'."""
    given = dict(instructions(ROOT / "deploy/Containerfile"))
    assert [*json.loads(given["ENTRYPOINT"]), *json.loads(given["CMD"])] == ["gateway", "serve"]
    port = free_port()
    with serve(lms.url, **variables(rendered) | {"GATEWAY_LMS_BASE_URL": lms.url}) as gateway:
        text = rendered.text("apps/caddy/Caddyfile").replace(
            "{", f"{{\n admin off\n auto_https off\n http_port {port}", 1
        )
        for container, url in (("lms:8000", lms.url), ("cms:8000", lms.url), ("lectern:8000", gateway.url)):
            assert container in text
            text = text.replace(container, url.removeprefix("http://"))
        path = folder / "Caddyfile"
        path.write_text(text)
        command = [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(path)]
        with running(command, port, folder, default_site_port=f":{port}"):
            yield f"http://127.0.0.1:{port}", gateway


def test_rendered_installation_serves(tutors: Tutors, lms: DemoLms, tmp_path: Path) -> None:
    """Cookies of the LMS's host, pages of the LMS, a micro-frontend's origin; and Studio's host has no gateway."""
    query = {"query": "query($key: CourseKey!) { viewer { username } course(key: $key) { title } }"}
    body = {**query, "variables": {"key": KEY}}
    cookies = sign_in("alex", "session")
    given: dict[str, Any] = {
        "LECTERN_REDIS": False,
        "LECTERN_TRUSTED_PROXIES": "127.0.0.1",
        "LECTERN_COMPRESSION_MIN_BYTES": 200,
    }
    rendered = tutors.render(VERSIONS[-1], tmp_path / "root", **CONFIG, **given)
    with started(rendered, lms, tmp_path) as (url, _), learner(url) as browser:
        browser.headers["host"] = HOST
        browser.post("/graphql", json=body, headers={**sign_in("alex"), "x-forwarded-for": "6.6.6.6"})
        assert {call.headers["x-forwarded-for"] for call in lms.calls()} == {LEARNER}
        check_parts(browser, lms)
        check_compression(browser)
        answer = browser.post("/graphql", json=body, headers={**cookies, "origin": MFE})
        assert answer.json()["data"]["viewer"] == {"username": "alex"}
        assert answer.headers["access-control-allow-origin"] == MFE
        assert answer.headers["access-control-allow-credentials"] == "true"
        asked = {"access-control-request-method": "POST", "access-control-request-headers": "use-jwt-cookie"}
        assert browser.options("/graphql", headers={"origin": MFE, **asked}).status_code == 200
        assert browser.options("/graphql", headers={"origin": "https://evil.example.com", **asked}).status_code == 400
        page = browser.get("/api/user/v1/me", headers={**cookies, "accept": "application/json"})
        assert page.json()["username"] == "alex"
        assert "lectern" not in browser.get("/metrics").text
        assert browser.post("/graphql", json=body, headers={"host": "studio.example.com"}).status_code == 404
