"""Ports for the processes that tests start."""

import random
import socket

_PORTS = range(20_000, 32_000)
"""Below those that the system gives out by itself."""
_chance = random.SystemRandom()


def free_port() -> int:
    """A port that nobody listens on; drawn at random, so that tests at the same time do not meet."""
    while True:
        port = _chance.choice(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
