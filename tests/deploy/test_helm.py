"""The Helm chart: linted and rendered by Helm, checked against Kubernetes's schemas, its pod run as a process."""

import json
import re
import subprocess
import sys
import time
import tomllib
from typing import Any

import httpx
import pytest
import yaml

from gateway.settings.settings import Settings
from tests.deploy.charts import Helm, RefusedError, one
from tests.deploy.containerfile import instructions
from tests.deploy.schemas import KUBERNETES, KubernetesSchemas
from tests.gateway.process import ROOT, environment, serve
from tests.support.lms import DemoLms
from tests.support.people import sign_in

CHART = ROOT / "deploy" / "helm" / "lectern"
LEAST: dict[str, Any] = {"settings": {"lms_base_url": "http://lms:8000"}}
EVERYTHING: dict[str, Any] = {
    "image": {"repository": "registry.example.com/lectern", "digest": f"sha256:{'0' * 64}"},
    "imagePullSecrets": [{"name": "registry"}],
    "settings": {
        "lms_base_url": "http://lms:8000/",
        "lms_public_url": "https://lms.example.com/",
        "cors_origins": ["https://apps.example.com", "https://other.example.com"],
        "trusted_proxies": ["10.0.0.0/8"],
        "max_body_bytes": 1_000_000,
        "shared_cache_bytes": 134_217_728,
        "deadline": 7.5,
        "workers": 3,
        "luminus_base_url": "http://catalogue.example.com/",
        "compile": False,
        "introspection": True,
    },
    "secrets": {"redis_url": 'redis://:a"b%2F@redis:6379/2', "luminus_key": "k: \u00e9\U0001f511 {{ a }} \\ $x\nline"},
    "trustedDocuments": {"configMap": "documents"},
    "ingress": {"enabled": True, "host": "lms.example.com", "className": "nginx", "tls": [{"hosts": ["a"]}]},
    "metrics": {"serviceMonitor": True},
    "networkPolicy": {"enabled": True},
    "service": {"annotations": {"a": "b"}},
    "podAnnotations": {"c": "d"},
    "nodeSelector": {"e": "f"},
    "tolerations": [{"key": "g", "operator": "Exists"}],
    "affinity": {"nodeAffinity": {}},
}
PRINT = "from gateway.settings.settings import load_settings; print(load_settings().model_dump_json())"


@pytest.fixture(scope="module")
def helm(tmp_path_factory: pytest.TempPathFactory) -> Helm:
    return Helm(tmp_path_factory.mktemp("helm"), CHART)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> KubernetesSchemas:
    return KubernetesSchemas(tmp_path_factory.mktemp("kubernetes"))


@pytest.mark.parametrize("values", [LEAST, EVERYTHING], ids=["least", "everything"])
def test_chart_is_sound(helm: Helm, schemas: KubernetesSchemas, values: dict[str, Any]) -> None:
    assert helm.lint(values) == []
    manifests = helm.render(values)
    known = [manifest for manifest in manifests if manifest["kind"] != "ServiceMonitor"]
    assert [fault for each in known for version in KUBERNETES for fault in schemas.faults(each, version)] == []
    kinds = {"ConfigMap", "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget"}
    more = {"Secret", "Ingress", "ServiceMonitor", "NetworkPolicy"} if values is EVERYTHING else set()
    assert {manifest["kind"] for manifest in manifests} == kinds | more


def test_parts_can_be_left_out(helm: Helm, schemas: KubernetesSchemas) -> None:
    """A fixed number of pods, and a Secret that somebody else keeps."""
    off = {"enabled": False}
    values = {**LEAST, "replicas": 3, "autoscaling": off, "disruptionBudget": off, "existingSecret": "mine"}
    manifests = helm.render({**values, "metrics": {"annotations": False}, "secrets": {"redis_url": "ignored"}})
    assert {manifest["kind"] for manifest in manifests} == {"ConfigMap", "Deployment", "Service"}
    assert [fault for each in manifests for fault in schemas.faults(each, KUBERNETES[0])] == []
    spec = one(manifests, "Deployment")["spec"]
    assert spec["replicas"] == 3
    assert set(spec["template"]["metadata"]["annotations"]) == {"lectern/settings"}
    assert {"secretRef": {"name": "mine"}} in container(manifests)["envFrom"]


def test_its_parts_find_each_other(helm: Helm) -> None:
    manifests = helm.render(EVERYTHING)
    deployment = one(manifests, "Deployment")
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    selectors = [
        deployment["spec"]["selector"]["matchLabels"],
        one(manifests, "Service")["spec"]["selector"],
        one(manifests, "PodDisruptionBudget")["spec"]["selector"]["matchLabels"],
        one(manifests, "NetworkPolicy")["spec"]["podSelector"]["matchLabels"],
        one(manifests, "ServiceMonitor")["spec"]["selector"]["matchLabels"],
    ]
    for selector in selectors:
        assert selector.items() <= labels.items()
    assert one(manifests, "HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == deployment["metadata"]["name"]
    assert "replicas" not in deployment["spec"]
    (path,) = one(manifests, "Ingress")["spec"]["rules"][0]["http"]["paths"]
    assert (path["path"], path["pathType"]) == ("/graphql", "Exact")
    assert path["backend"]["service"]["name"] == one(manifests, "Service")["metadata"]["name"]
    assert container(manifests)["image"] == f"registry.example.com/lectern@sha256:{'0' * 64}"


def container(manifests: list[dict[str, Any]]) -> dict[str, Any]:
    (found,) = one(manifests, "Deployment")["spec"]["template"]["spec"]["containers"]
    assert isinstance(found, dict)
    return found


def variables(manifests: list[dict[str, Any]]) -> dict[str, str]:
    """The environment of the container, from its `envFrom`."""
    found: dict[str, str] = {}
    for source in container(manifests)["envFrom"]:
        kind, field = ("ConfigMap", "data") if "configMapRef" in source else ("Secret", "stringData")
        manifest = one(manifests, kind)
        assert manifest["metadata"]["name"] in {each["name"] for each in source.values()}
        found |= manifest[field]
    return found


def test_settings_arrive_as_the_gateway_reads_them(helm: Helm) -> None:
    given = variables(helm.render(EVERYTHING))
    assert given.pop("GATEWAY_TRUSTED_DOCUMENTS") == "/documents"
    for name, value in EVERYTHING["secrets"].items():
        assert given[f"GATEWAY_{name.upper()}"] == value
    del given["GATEWAY_REDIS_URL"]
    done = subprocess.run(
        [sys.executable, "-c", PRINT], env=environment(**given), cwd=ROOT, capture_output=True, check=True
    )
    found = json.loads(done.stdout)
    assert {name: found[name] for name in EVERYTHING["settings"]} == EVERYTHING["settings"]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"settings": {"lms_base_url": "lms"}},
        {"settings": {**LEAST["settings"], "GATEWAY_WORKERS": 2}},
        {"settings": {**LEAST["settings"], "port": 9000}},
        {"settings": {**LEAST["settings"], "redis_url": "redis://:password@redis"}},
        {**LEAST, "replicaCount": 3},
        {**LEAST, "image": {"digest": "latest"}},
        {**LEAST, "ingress": {"enabled": True}},
    ],
    ids=str,
)
def test_wrong_values_are_refused(helm: Helm, values: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        helm.render(values)


def test_pods_are_replaced_when_a_setting_changes(helm: Helm) -> None:
    def mark(**settings: Any) -> Any:
        manifests = helm.render({"settings": {**LEAST["settings"], **settings}})
        return one(manifests, "Deployment")["spec"]["template"]["metadata"]["annotations"]["lectern/settings"]

    assert mark() == mark()
    assert mark() != mark(deadline=9)


@pytest.mark.parametrize(
    ("values", "seconds"),
    [
        (LEAST, 30),
        ({"drainSeconds": 20, "settings": {**LEAST["settings"], "deadline": 29.5}}, 65),
        ({**LEAST, "terminationGracePeriodSeconds": 90}, 90),
    ],
)
def test_pods_have_the_time_to_answer(helm: Helm, values: dict[str, Any], seconds: int) -> None:
    pod = one(helm.render(values), "Deployment")["spec"]["template"]["spec"]
    assert pod["terminationGracePeriodSeconds"] == seconds


def test_pod_serves_and_drains(helm: Helm, lms: DemoLms) -> None:
    """The image's command with the pod's environment, its probes asked, stopped as Kubernetes stops it."""
    manifests = helm.render({"settings": {"lms_base_url": lms.url, "workers": 2}})
    pod = one(manifests, "Deployment")["spec"]["template"]["spec"]
    the_container = container(manifests)
    drain = int(the_container["lifecycle"]["preStop"]["exec"]["command"][-1])
    deadline = Settings.model_fields["deadline"].default
    assert drain + deadline + 5 < pod["terminationGracePeriodSeconds"]
    given = dict(instructions(ROOT / "deploy/Containerfile"))
    assert f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" == given["USER"]
    assert [*json.loads(given["ENTRYPOINT"]), *json.loads(given["CMD"])] == ["gateway", "serve"]
    with serve(**{"lms_url": lms.url, **variables(manifests)}) as gateway:
        for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
            assert httpx.get(gateway.url + the_container[probe]["httpGet"]["path"]).status_code == 200
        body = {"query": "{ viewer { username } }"}
        answer = httpx.post(f"{gateway.url}/graphql", json=body, headers=sign_in("alex", "session"))
        assert answer.json() == {"data": {"viewer": {"username": "alex"}}}
        gateway.terminate()
        began = time.monotonic()
        assert gateway.process.wait(20) == 0
        assert time.monotonic() - began < pod["terminationGracePeriodSeconds"] - drain


def test_chart_has_the_gateways_version_and_knows_its_settings() -> None:
    chart = yaml.safe_load((CHART / "Chart.yaml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert chart["version"] == chart["appVersion"] == project["version"]
    values = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))
    named = {*values["settings"], *EVERYTHING["settings"], *EVERYTHING["secrets"]}
    assert named <= set(Settings.model_fields)
    schema = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
    assert set(values) <= set(schema["properties"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", chart["version"])
