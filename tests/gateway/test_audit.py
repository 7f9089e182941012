"""The audit suite of the GraphQL over HTTP working group's reference implementation, against the running gateway."""

import json
import subprocess
from pathlib import Path

import httpx

from tests.support import node

_AUDIT = Path(__file__).parent / "audit"


def test_no_audit_fails(client: httpx.Client) -> None:
    node.install(_AUDIT)
    ran = subprocess.run(  # noqa: S603
        [node.tool("node"), "audit.mjs", f"{str(client.base_url).rstrip('/')}/graphql"],
        cwd=_AUDIT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    findings = json.loads(ran.stdout)
    assert len(findings) > 50
    assert [finding for finding in findings if finding["status"] != "ok"] == []
