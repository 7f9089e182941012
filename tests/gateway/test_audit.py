"""The audit suite of the GraphQL over HTTP working group's reference implementation, against the running gateway."""

import json
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

_AUDIT = Path(__file__).parent / "audit"


@pytest.fixture(scope="session")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The suite, installed as its lock file says."""
    missing = [tool for tool in ("node", "npm") if shutil.which(tool) is None]
    if missing:
        pytest.fail(f"the audit needs {' and '.join(missing)}: apt-get install nodejs npm", pytrace=False)
    folder = tmp_path_factory.mktemp("audit")
    for name in ("package.json", "package-lock.json", "audit.mjs"):
        shutil.copy(_AUDIT / name, folder)
    installed = subprocess.run(  # noqa: S603
        [str(shutil.which("npm")), "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if installed.returncode != 0:
        pytest.fail(f"npm could not install the audit: {installed.stderr.strip()}", pytrace=False)
    return folder


def test_no_audit_fails(client: httpx.Client, audit: Path) -> None:
    ran = subprocess.run(  # noqa: S603
        [str(shutil.which("node")), "audit.mjs", f"{str(client.base_url).rstrip('/')}/graphql"],
        cwd=audit,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    findings = json.loads(ran.stdout)
    assert len(findings) > 50
    assert [finding for finding in findings if finding["status"] != "ok"] == []
