"""A wrong setting ends the start with one line that names it, and exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gateway.settings import Mode, SettingsError, load_settings

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
        ("LMS_BASE_URL", "http://user:password@lms.example"),
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
    assert "password" not in str(caught.value)


def test_settings_file_is_read_and_variables_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "gateway.toml"
    file.write_text('lms_base_url = "https://lms.example/"\nport = 8123\ndeadline = 4.5\n', encoding="utf-8")
    monkeypatch.setenv("GATEWAY_CONFIG", str(file))
    monkeypatch.setenv("GATEWAY_PORT", "8124")
    settings = load_settings()
    assert settings.lms_url == "https://lms.example"
    assert settings.public_url == "https://lms.example"
    assert (settings.port, settings.deadline, settings.mode) == (8124, 4.5, Mode.PRODUCTION)


@pytest.mark.parametrize("text", ["port = [", "no_such_setting = 1\nlms_base_url = 'http://lms.example'"])
def test_bad_settings_file_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str) -> None:
    file = tmp_path / "gateway.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("GATEWAY_CONFIG", str(file))
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "\n" not in str(caught.value)


def test_what_is_open_follows_the_mode_unless_it_is_set() -> None:
    production = load_settings(lms_base_url=LMS)
    development = load_settings(lms_base_url=LMS, mode=Mode.DEVELOPMENT)
    opened = load_settings(lms_base_url=LMS, graphiql=True)
    closed = load_settings(lms_base_url=LMS, mode=Mode.DEVELOPMENT, introspection=False)
    assert not production.allows(production.graphiql)
    assert development.allows(development.explain)
    assert opened.allows(opened.graphiql)
    assert not opened.allows(opened.introspection)
    assert not closed.allows(closed.introspection)
