"""The client address that is forwarded to the LMS."""

import httpx
import pytest

from gateway.protocol.addresses import Addresses
from gateway.settings.validators import networks_of
from tests.support.lms import DemoLms

from .ask import post
from .conftest import StartGateway

QUERY = '{ course(key: "course-v1:OpenedX+DemoX+DemoCourse") { title } }'


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded_for", "expected"),
    [
        ([], "192.0.2.1", None, "192.0.2.1"),
        ([], "192.0.2.1", "203.0.113.9", "192.0.2.1"),
        (["192.0.2.0/24"], "192.0.2.1", None, "192.0.2.1"),
        (["192.0.2.0/24"], "192.0.2.1", "203.0.113.9", "203.0.113.9"),
        (["192.0.2.0/24"], "192.0.2.1", "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (["192.0.2.0/24"], "192.0.2.1", "203.0.113.9, 192.0.2.8", "203.0.113.9"),
        (["192.0.2.0/24"], "192.0.2.1", "192.0.2.7, 192.0.2.8", "192.0.2.7"),
        (["192.0.2.0/24"], "192.0.2.1", "203.0.113.9, nonsense", "192.0.2.1"),
        (["192.0.2.0/24"], "192.0.2.1", "203.0.113.9:4711", "203.0.113.9"),
        (["192.0.2.0/24"], "192.0.2.1", "[2001:db8::9]:4711", "2001:db8::9"),
        (["::1"], "::1", "2001:db8::9", "2001:db8::9"),
        (["127.0.0.1"], "::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"),
        (["192.0.2.1"], "192.0.2.1", "unix:, fe80::1%eth0", "192.0.2.1"),
        (["192.0.2.1"], "192.0.2.1", "203.0.113.9\r\nx: y", "192.0.2.1"),
        ([], None, "203.0.113.9", None),
        ([], "", None, None),
    ],
)
def test_person(trusted: list[str], peer: str | None, forwarded_for: str | None, expected: str | None) -> None:
    assert Addresses(networks_of(trusted)).of(peer, forwarded_for) == expected


@pytest.mark.parametrize("text", ["nonsense", "10.0.0.1/8", "10.0.0.0/33", ""])
def test_no_network(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        networks_of([text])


def forwarded_address(client: httpx.Client, lms: DemoLms) -> str:
    lms.forget()
    post(client, QUERY, authorization="JWT demo-alex", x_forwarded_for="203.0.113.9")
    return lms.calls()[0].headers["x-forwarded-for"]


def test_the_lms_gets_the_address_that_connected(client: httpx.Client, lms: DemoLms) -> None:
    assert forwarded_address(client, lms) == "127.0.0.1"


def test_the_lms_gets_the_address_behind_a_trusted_proxy(start_gateway: StartGateway, lms: DemoLms) -> None:
    assert forwarded_address(start_gateway(trusted_proxies=("127.0.0.0/8", "::1")), lms) == "203.0.113.9"
    assert forwarded_address(start_gateway(trusted_proxies=("192.0.2.1",)), lms) == "127.0.0.1"


def test_a_header_that_came_twice_is_one(start_gateway: StartGateway, lms: DemoLms) -> None:
    client = start_gateway(trusted_proxies=("127.0.0.0/8", "::1"))
    lms.forget()
    headers = [
        ("x-forwarded-for", "198.51.100.66"),
        ("x-forwarded-for", "203.0.113.9"),
        ("authorization", "JWT demo-alex"),
    ]
    client.post("/graphql", json={"query": QUERY}, headers=headers)
    assert lms.calls()[0].headers["x-forwarded-for"] == "203.0.113.9"
