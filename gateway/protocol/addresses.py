"""Finds the client's address behind trusted proxies."""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

from gateway.protocol.headers import LONGEST_REMEMBERED
from gateway.settings.validators import Network

Address = IPv4Address | IPv6Address


class Addresses:
    """Finds the client's address behind trusted proxies."""

    def __init__(self, trusted: Sequence[Network]) -> None:
        self._trusted = tuple(trusted)
        self._peer = lru_cache(4096)(self._judged)
        self._person = lru_cache(4096)(self._behind)

    def of(self, peer: str | None, forwarded_for: str | None) -> str | None:
        """The client's address: the nearest one that does not belong to a trusted proxy.

        `peer` is the address of the connection. `X-Forwarded-For` is used only if the peer is trusted, and only from
        the right up to the first address that is not. Addresses to the left of that one may be made up.
        """
        address, trusted = self._peer(peer)
        if address is None or not trusted or not forwarded_for:
            return address
        find = self._person if len(forwarded_for) <= LONGEST_REMEMBERED else self._behind
        return find(address, forwarded_for)

    def _judged(self, peer: str | None) -> tuple[str | None, bool]:
        """The peer's address, and whether it is trusted."""
        address = _parse(peer)
        return (None, False) if address is None else (str(address), self._is_trusted(address))

    def _behind(self, proxy: str, forwarded_for: str) -> str:
        person = proxy
        for text in reversed(forwarded_for.split(",")):
            before = _parse(text)
            if before is None:
                break
            person = str(before)
            if not self._is_trusted(before):
                break
        return person

    def _is_trusted(self, address: Address) -> bool:
        return any(address in network for network in self._trusted)


def _parse(text: str | None) -> Address | None:
    """An address, also as `1.2.3.4:5678` or `[::1]:5678`; None for anything else."""
    host = (text or "").strip()
    if host.startswith("["):
        host = host[1:].partition("]")[0]
    elif host.count(":") == 1:
        host = host.partition(":")[0]
    try:
        address = ip_address(host)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        return address.ipv4_mapped or (None if address.scope_id else address)
    return address
