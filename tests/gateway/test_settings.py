"""An invalid setting stops the start with one line that names it, and exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gateway.commands.requirements import check_requirements
from gateway.settings.settings import Mode, SettingsError, load_settings

ROOT = Path(__file__).parents[2]
LMS = "http://127.0.0.1:9"


def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """`gateway …` with these variables and no other `GATEWAY_*` one."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GATEWAY_")}
    return subprocess.run(  # noqa: S603  # our own interpreter and arguments
        [sys.executable, "-m", "gateway", *arguments],
        env=environment | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("GATEWAY_"):
            monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({}, "GATEWAY_LMS_BASE_URL"),
        ({"GATEWAY_LMS_BASE_URL": "nonsense"}, "GATEWAY_LMS_BASE_URL"),
        ({"GATEWAY_LMS_BASE_URL": LMS, "GATEWAY_PORT": "70000"}, "GATEWAY_PORT"),
        ({"GATEWAY_LMS_BASE_URL": LMS, "GATEWAY_CONFIG": "/no/such/file.toml"}, "GATEWAY_CONFIG"),
    ],
)
def test_serve_stops_with_one_line(variables: dict[str, str], named: str) -> None:
    done = run("serve", **variables)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("gateway: ")
    assert named in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LMS_BASE_URL", "ftp://lms.example"),
        ("LMS_BASE_URL", "http://user:hunter@lms.example"),
        ("LMS_BASE_URL", "http://lms.example/?a=1"),
        ("LMS_BASE_URL", "http://lms.example/#a"),
        ("LMS_BASE_URL", ""),
        ("LMS_PUBLIC_URL", "lms.example"),
        ("PORT", "-1"),
        ("PORT", "http"),
        ("WORKERS", "0"),
        ("MODE", "debug"),
        ("DEADLINE", "0"),
        ("DEADLINE", "ten"),
        ("DEADLINE", "inf"),
        ("CONNECT_TIMEOUT", "inf"),
        ("READ_TIMEOUT", "1e300"),
        ("REDIS_URL", ""),
        ("REDIS_URL", "nonsense"),
        ("REDIS_URL", "redis://:hunter/word@cache"),
        ("REDIS_URL", "redis://:hunter#word@cache"),
        ("REDIS_URL", "redis://user:6379/hunter@cache"),
        ("CORS_ORIGINS", "https://user:hunter@apps.example"),
        ("CORS_ORIGINS", "https://apps.example:99999"),
        ("CORS_ORIGINS", "https://apps.example:"),
        ("CORS_ORIGINS", "https://äpps.example"),
        ("CORS_ORIGINS", '["https://apps.example"]'),
        ("MAX_BODY_BYTES", "0"),
        ("MAX_CONNECTIONS", "-5"),
        ("GRAPHIQL", "perhaps"),
    ],
)
def test_bad_value_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("GATEWAY_LMS_BASE_URL", LMS)
    monkeypatch.setenv(f"GATEWAY_{name}", value)
    with pytest.raises(SettingsError, match=f"^GATEWAY_{name}: ") as caught:
        load_settings()
    assert "\n" not in str(caught.value)
    assert "hunter" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "near"),
    [("GATEWAY_WORKER", "GATEWAY_WORKERS"), ("gateway_por", "GATEWAY_PORT"), ("GATEWAY_QUUX", None)],
)
def test_variable_that_is_no_setting_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, near: str | None) -> None:
    monkeypatch.setenv("GATEWAY_LMS_BASE_URL", LMS)
    monkeypatch.setenv(name, "2")
    expected = f"{name}: no such setting" + (f"; did you mean {near}?" if near else "")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GATEWAY_DEMO_LMS_PORT", "18005"),
        ("GATEWAY_REDIS_SERVICE_HOST", "10.0.0.1"),
        ("GATEWAY_REDIS_PORT_6379_TCP", "tcp://10.0.0.1:6379"),
        ("GATEWAY_REDIS_PORT", "tcp://10.0.0.1:6379"),
    ],
)
def test_variable_of_the_demo_or_a_linked_service_is_not(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("GATEWAY_LMS_BASE_URL", LMS)
    monkeypatch.setenv(name, value)
    assert load_settings().workers == 1


@pytest.mark.parametrize(("there", "absent"), [("BASE_URL", "KEY"), ("KEY", "BASE_URL")])
def test_half_of_the_catalogue_is_refused(monkeypatch: pytest.MonkeyPatch, there: str, absent: str) -> None:
    monkeypatch.setenv("GATEWAY_LMS_BASE_URL", LMS)
    monkeypatch.setenv(f"GATEWAY_LUMINUS_{there}", LMS)
    with pytest.raises(SettingsError, match=f"^GATEWAY_LUMINUS_{absent}: "):
        load_settings()


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(
    ("module", "extra", "variables"),
    [
        ("redis", "redis", {"GATEWAY_REDIS_URL": "redis://127.0.0.1:9"}),
        ("opentelemetry.sdk", "otel", {"GATEWAY_TRACING": "on"}),
    ],
)
def test_missing_extra_is_named_in_one_line(
    tmp_path: Path, module: str, extra: str, variables: dict[str, str], workers: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules[{module!r}] = None\n")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = run("serve", GATEWAY_LMS_BASE_URL=LMS, GATEWAY_WORKERS=workers, PYTHONPATH=path, **variables)
    (name,) = variables
    assert (done.returncode, done.stderr) == (2, f"gateway: {name}: install lectern-gateway[{extra}]\n")


def test_parameter_that_redis_does_not_know_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEWAY_LMS_BASE_URL", LMS)
    monkeypatch.setenv("GATEWAY_REDIS_URL", "redis://:hunter@cache/0?no_such=parameter")
    with pytest.raises(SettingsError, match=r"^GATEWAY_REDIS_URL: ") as caught:
        check_requirements(load_settings())
    assert "hunter" not in str(caught.value)


def test_missing_file_of_authorities_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/authorities.pem")
    with pytest.raises(SettingsError, match=r"^SSL_CERT_FILE: "):
        check_requirements(load_settings(lms_base_url=LMS))


def test_settings_file_is_read_and_variables_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "gateway.toml"
    file.write_text('lms_base_url = "https://lms.example/"\nport = 8123\ndeadline = 4.5\n', encoding="utf-8")
    monkeypatch.setenv("GATEWAY_CONFIG", str(file))
    monkeypatch.setenv("GATEWAY_PORT", "8124")
    settings = load_settings()
    assert settings.lms_url == "https://lms.example"
    assert settings.public_url == "https://lms.example"
    assert (settings.port, settings.deadline, settings.mode) == (8124, 4.5, Mode.PRODUCTION)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("port = [", "GATEWAY_CONFIG: "),
        ("worker = 2", "GATEWAY_CONFIG: worker: no such key; did you mean workers?"),
        ("GATEWAY_PORT = 2", "GATEWAY_CONFIG: GATEWAY_PORT: no such key; did you mean port?"),
        ("port = 99999", "GATEWAY_CONFIG: port: "),
        ('cors_origins = ["*"]', "GATEWAY_CONFIG: cors_origins: "),
    ],
)
def test_bad_settings_file_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, message: str
) -> None:
    file = tmp_path / "gateway.toml"
    file.write_text(f'lms_base_url = "{LMS}"\n{text}\n', encoding="utf-8")
    monkeypatch.setenv("GATEWAY_CONFIG", str(file))
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_settings_file_that_cannot_be_read_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEWAY_CONFIG", "/proc/self/mem")
    with pytest.raises(SettingsError, match=r"^GATEWAY_CONFIG: cannot be read: /proc/self/mem: "):
        load_settings()


def test_switches_follow_the_mode_unless_they_are_set() -> None:
    production = load_settings(lms_base_url=LMS)
    development = load_settings(lms_base_url=LMS, mode=Mode.DEVELOPMENT)
    opened = load_settings(lms_base_url=LMS, graphiql=True)
    closed = load_settings(lms_base_url=LMS, mode=Mode.DEVELOPMENT, introspection=False)
    assert not production.allows(production.graphiql)
    assert development.allows(development.explain)
    assert opened.allows(opened.graphiql)
    assert not opened.allows(opened.introspection)
    assert not closed.allows(closed.introspection)
