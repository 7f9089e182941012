"""Fixtures: the demo LMS and the gateway, started once and called over HTTP."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import hypothesis
import pytest
from graphql import GraphQLSchema

from gateway import app, schema_text
from gateway.app import create_app
from gateway.commands.demo import DEMO_USERS
from gateway.demo.app import create_app as create_demo_lms
from gateway.graphiql.examples import load_examples
from gateway.settings.settings import Mode, Settings
from schema.schema import build_schema
from tests.support.front import Front, front_of
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.servers import served

ENROLLMENTS = 30
"""Generated courses, in all of which alex is enrolled."""

SHORT_DEADLINE = 0.7
"""Seconds a request may take on the gateway of the tests that wait for a hung LMS."""

hypothesis.settings.register_profile("tests", deadline=None, print_blob=True)
hypothesis.settings.load_profile("tests")


_LONG = ("clients", "benchmarks", "test_sequences.py", "test_slow_readers.py", "test_weight.py", "test_process.py")
"""Folders and files that take longest. They begin first, so that no process ends with one of them alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sorts the long tests to the front, and browser tests to the end: the synchronous browser driver keeps an event
    loop running in the main thread."""
    items.sort(key=lambda item: ("browser" in item.path.parts, not set(_LONG).intersection(item.path.parts)))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the gateway does."""
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
def _shared_schema() -> Iterator[None]:
    """Builds the schema once. A gateway builds it as it starts; most of hundreds of starts would be spent on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "build_schema", cache(build_schema))
        patch.setattr(app, "load_examples", cache(load_examples))
        patch.setattr(schema_text, "sdl", cache(schema_text.sdl))
        yield


@pytest.fixture(scope="session")
def lms_url() -> Iterator[str]:
    """The demo LMS, unthrottled. Its dates count from the start of the run, so that a reset brings them back."""
    now = datetime.now(UTC)
    with served(lambda url: create_demo_lms(now=now, base_url=url, enrollments=ENROLLMENTS)) as url:
        yield url


def settings_for(lms_url: str, **given: Any) -> Settings:
    """The settings of a development gateway in front of this LMS."""
    # The public cache is off: it would hide calls that a test counts, and outlive the test.
    defaults = {"lms_base_url": lms_url, "mode": Mode.DEVELOPMENT, "shared_cache_bytes": 0}
    return Settings(**{**defaults, **given})


@pytest.fixture(scope="session")
def gateway_url(lms_url: str) -> Iterator[str]:
    """The gateway as `gateway demo` starts it: development mode, the demo's users and faults in GraphiQL."""
    faults = f"{lms_url}/__faults"
    with served(lambda url: create_app(settings_for(lms_url), demo_users=DEMO_USERS, faults=faults)) as url:
        yield url


@pytest.fixture(scope="session")
def hasty_gateway_url(lms_url: str) -> Iterator[str]:
    """A gateway whose requests may take `SHORT_DEADLINE`."""
    with served(lambda url: create_app(settings_for(lms_url, deadline=SHORT_DEADLINE))) as url:
        yield url


@pytest.fixture(scope="session")
def _lms(lms_url: str) -> Iterator[DemoLms]:
    lms = DemoLms(lms_url)
    yield lms
    lms.close()


@pytest.fixture
def lms(_lms: DemoLms) -> Iterator[DemoLms]:
    """The demo LMS in its initial state, without changes of earlier tests."""
    _lms.reset()
    yield _lms
    _lms.faults({})


@pytest.fixture(scope="session")
def _gateway(gateway_url: str, _lms: DemoLms) -> Iterator[Gateway]:
    gateway = Gateway(gateway_url, _lms)
    yield gateway
    gateway.close()


@pytest.fixture
def gateway(_gateway: Gateway, lms: DemoLms) -> Gateway:
    """A client of the gateway, in front of an LMS in its first state."""
    return _gateway


@pytest.fixture
def new_gateway(lms: DemoLms) -> Iterator[Gateway]:
    """A gateway that has not learnt anything yet: for tests after which it would know what this LMS lacks."""
    with served(lambda url: create_app(settings_for(lms.url))) as url:
        gateway = Gateway(url, lms)
        yield gateway
        gateway.close()


@pytest.fixture
def front(lms: DemoLms) -> Iterator[Front]:
    """A front between a gateway and the demo LMS, for tests that make it fail."""
    with front_of(lms.url) as front:
        yield front


@pytest.fixture
def front_gateway(front: Front, lms: DemoLms) -> Iterator[Gateway]:
    """A gateway behind that front, which has not learnt anything yet."""
    with served(lambda url: create_app(settings_for(front.url))) as url:
        gateway = Gateway(url, lms)
        yield gateway
        gateway.close()


@pytest.fixture(scope="session")
def _hasty_gateway(hasty_gateway_url: str, _lms: DemoLms) -> Iterator[Gateway]:
    gateway = Gateway(hasty_gateway_url, _lms)
    yield gateway
    gateway.close()


@pytest.fixture
def hasty_gateway(_hasty_gateway: Gateway, lms: DemoLms) -> Gateway:
    """A client of the gateway with the short deadline."""
    return _hasty_gateway


@pytest.fixture(scope="session")
def schema() -> GraphQLSchema:
    """The schema as it is executed, its fields bound to their sources."""
    return build_schema()._schema
