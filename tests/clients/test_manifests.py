"""Manifests as the builds of clients write them, and the clients that name their documents."""

from pathlib import Path

import pytest

from gateway.app import create_app
from gateway.settings.settings import Mode
from tests.conftest import settings_for
from tests.support import node
from tests.support.lms import DemoLms
from tests.support.servers import served

FOLDER = Path(__file__).parent


@pytest.mark.usefixtures("_packages")
def test_manifests(lms: DemoLms, tmp_path: Path) -> None:
    """All three builds' files lie in one folder, and nothing else is answered."""
    node.run(FOLDER / "support" / "manifests.mjs", str(tmp_path), seconds=120)
    settings = settings_for(lms.url, mode=Mode.PRODUCTION, trusted_documents=tmp_path / "manifests", trusted_only=True)
    with served(lambda url: create_app(settings)) as url:
        environment = {"GATEWAY_URL": url, "LMS_URL": lms.url, "MANIFESTS": str(tmp_path)}
        node.run_tests(FOLDER / "manifests.test.mjs", environment)
