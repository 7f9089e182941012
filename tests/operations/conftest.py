"""Demo LMSs of several releases."""

from collections.abc import Iterator

import pytest

from gateway.app import create_app
from gateway.demo.app import create_app as create_demo_lms
from tests.conftest import settings_for
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.servers import served


@pytest.fixture(params=["teak", "ulmo", "verawood"])
def released(request: pytest.FixtureRequest) -> Iterator[tuple[str, Gateway]]:
    """A release, and a gateway in front of an LMS of this release."""
    with (
        served(lambda url: create_demo_lms(base_url=url, release=request.param)) as lms_url,
        served(lambda url: create_app(settings_for(lms_url))) as url,
    ):
        gateway = Gateway(url, DemoLms(lms_url))
        yield request.param, gateway
        gateway.lms.close()
        gateway.close()
