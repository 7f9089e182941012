"""A gateway of its own for each test that takes endpoints away: which ones are absent is remembered for minutes."""

from collections.abc import Iterator

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.servers import served


@pytest.fixture
def new_gateway(lms: DemoLms) -> Iterator[Gateway]:
    """A gateway that has not learnt anything yet, in front of an LMS in its first state."""
    with served(lambda url: create_app(settings_for(lms.url))) as url:
        gateway = Gateway(url, lms)
        yield gateway
        gateway.close()
