"""Several machines: gateways at separate addresses, and people who send requests through a proxy."""

import hashlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

from tests.gateway.process import ROOT, environment
from tests.support.people import KEY, sign_in

_START_SECONDS = 60.0
_LONGEST_PHASE = 30.0
_READS, _WRITES = 20, 2
_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"

READ = "query($key: CourseKey!) { viewer { username } course(key: $key) { title enrollment { mode } } }"
PUBLIC = "query($key: CourseKey!) { course(key: $key) { title shortDescription } }"
WRITE = """mutation($input: AddBookmarkInput!) {
  addBookmark(input: $input) { query { viewer { username } } userErrors { code } }
}"""

UNIT = "block-v1:OpenedX+DemoX+DemoCourse+type@vertical+block@e935a58b66f8f5b851811fe71dde8c56"
PEOPLE = ("alex", "sam", "taylor", "jordan")


Ask = Callable[[httpx.Client], httpx.Response]


class Machine:
    """A gateway of two workers at an address of the loopback network."""

    def __init__(self, address: str, port: int, folder: Path, **settings: str) -> None:
        self.url = f"http://{address}:{port}"
        self._address, self._port = address, port
        self._settings = settings
        self._log = folder / f"{address}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def launch(self, **more: str) -> None:
        """Starts it with these settings besides, and does not wait."""
        given = {"GATEWAY_HOST": self._address, "GATEWAY_PORT": str(self._port), "GATEWAY_WORKERS": "2"}
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gateway", "serve"],
                env=environment(**given, **self._settings, **more),
                cwd=ROOT,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def await_serving(self) -> None:
        """Waits until it serves."""
        assert self.process is not None
        end = time.monotonic() + _START_SECONDS
        while not self._serves():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < end, self.log()
            time.sleep(0.1)

    def start(self, **more: str) -> None:
        """Starts it with these settings besides, and waits until it serves."""
        self.launch(**more)
        self.await_serving()

    def stop(self) -> int:
        """Stops it as an operator does; its exit status."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(40)

    def kill(self) -> None:
        """As a machine that loses its power: all its processes at once."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def log(self) -> str:
        """What it wrote."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _serves(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def machines(folder: Path, port: int, *addresses: str, **settings: str) -> Iterator[list[Machine]]:
    """Gateways that serve at these addresses until the block ends."""
    found = [Machine(address, port, folder, **settings) for address in addresses]
    try:
        for machine in found:
            machine.launch()
        for machine in found:
            machine.await_serving()
        yield found
    finally:
        for machine in found:
            if machine.process is not None and machine.process.poll() is None:
                machine.kill()


def free_everywhere(*addresses: str) -> int:
    """A port that is free at all these addresses."""
    chance = random.SystemRandom()
    while True:
        port = chance.randrange(20_000, 32_000)
        try:
            for address in addresses:
                with socket.socket() as probe:
                    probe.bind((address, port))
        except OSError:
            continue
        return port


@dataclass
class Seen:
    """The answers that people got in one phase."""

    answers: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unknown: int = 0
    slowest: float = 0.0

    @property
    def suffices(self) -> bool:
        """Whether there are enough answers to judge by."""
        return self.answers["read"] > _READS and self.answers["write"] > _WRITES


class Crowd:
    """People who ask without a pause, each in a thread: reads by GET with a document's hash, writes by POST."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self.seen = Seen()
        self._threads = [threading.Thread(target=self._read, args=(who,)) for who in (*PEOPLE, *PEOPLE, "anonymous")]
        self._threads += [threading.Thread(target=self._write, args=(who,)) for who in PEOPLE[:2]]

    def __enter__(self) -> Self:
        with httpx.Client(base_url=self._url, timeout=20) as http:
            for query in (READ, PUBLIC):
                body = {"query": query, "variables": {"key": KEY}, "extensions": extensions(query)}
                assert http.post("/graphql", json=body, headers=sign_in("alex")).status_code == 200
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(30)

    def phase(self, seconds: float) -> Seen:
        """The answers of this time, or of a longer one if the machine is too busy for enough answers."""
        began = time.monotonic()
        while (passed := time.monotonic() - began) < seconds or (passed < _LONGEST_PHASE and not self.seen.suffices):
            time.sleep(0.05)
        with self._lock:
            seen, self.seen = self.seen, Seen()
        return seen

    def _read(self, who: str) -> None:
        query = PUBLIC if who == "anonymous" else READ
        body = {"query": query, "variables": {"key": KEY}, "extensions": extensions(query)}
        params = {"variables": json.dumps({"key": KEY}), "extensions": json.dumps(extensions(query))}

        def ask(http: httpx.Client) -> httpx.Response:
            reply = http.get("/graphql", params=params, headers=sign_in(who))
            if _NOT_FOUND not in reply.text:
                return reply
            with self._lock:
                self.seen.unknown += 1
            return http.post("/graphql", json=body, headers=sign_in(who))

        def judge(answer: Any) -> str | None:
            if answer["data"]["course"]["title"] != "Urban Beekeeping":
                return "another course"
            return None if who == "anonymous" or answer["data"]["viewer"]["username"] == who else "somebody else's"

        self._repeat("read", who, ask, judge)

    def _write(self, who: str) -> None:
        body = {"query": WRITE, "variables": {"input": {"block": UNIT}}}

        def ask(http: httpx.Client) -> httpx.Response:
            return http.post("/graphql", json=body, headers=sign_in(who, "Bearer"))

        def judge(answer: Any) -> str | None:
            payload = answer["data"]["addBookmark"]
            if payload["userErrors"]:
                return "refused"
            return None if payload["query"]["viewer"]["username"] == who else "somebody else's"

        self._repeat("write", who, ask, judge)

    def _repeat(self, kind: str, who: str, ask: Ask, judge: Callable[[Any], str | None]) -> None:
        with httpx.Client(base_url=self._url, timeout=20) as http:
            while not self._stop.is_set():
                began = time.monotonic()
                lost = wrong = None
                try:
                    reply = ask(http)
                    if reply.status_code == 200:
                        wrong = judge(reply.json())
                    else:
                        lost = f"status {reply.status_code}: {reply.text[:200]}"
                except httpx.TransportError as error:
                    lost = repr(error)
                except (KeyError, TypeError, ValueError):
                    wrong = f"no answer: {reply.text[:300]}"
                self._note(kind, who, lost, wrong, time.monotonic() - began)
                time.sleep(0.01)

    def _note(self, kind: str, who: str, lost: str | None, wrong: str | None, took: float) -> None:
        with self._lock:
            self.seen.slowest = max(self.seen.slowest, took)
            if lost is not None:
                self.seen.lost.append(f"{kind} of {who}: {lost}")
                return
            self.seen.answers[kind] += 1
            if wrong is not None:
                self.seen.wrong.append(f"{kind} of {who}: {wrong}")


def extensions(query: str) -> dict[str, Any]:
    """The `extensions` of an automatic persisted query."""
    return {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(query.encode()).hexdigest()}}
