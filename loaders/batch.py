"""The request's loaders: one aiodataloader per endpoint, made on first touch, gone with the request."""

import asyncio
from collections.abc import Sequence
from typing import Any

from aiodataloader import DataLoader

from loaders.client import LmsClient, Record
from loaders.endpoint import Batch, Call, Endpoint, Missing
from loaders.errors import Code, Failure
from loaders.judge import failure, unasked
from loaders.payload import Answer, Payload
from loaders.wave import Arrival, begin, known, learn, together, under_way

_WHOLE = ""  # stands for a call without a key: the whole answer of an endpoint that holds all of the viewer's rows

Loaded = Payload | Missing | Failure
"""What a load gives: a place in an answer, an answer that is not there, or why there is none."""


class EndpointLoader(DataLoader[Call, Loaded]):
    """Dedupes the calls of one endpoint, and joins those that one call can serve.

    Failures are values, one per key: nothing is ever raised out of a batch, so one bad key spoils no other, and
    a failure is remembered like an answer instead of being asked again.
    """

    def __init__(self, endpoint: Endpoint, client: LmsClient) -> None:
        arrivals: dict[Call, Any] = {}
        # What cannot be joined with others need not wait for them.
        super().__init__(batch=endpoint.batch is not None, loop=asyncio.get_running_loop(), cache_map=arrivals)
        self._arrivals: dict[Call, Arrival[Loaded]] = arrivals
        self._endpoint = endpoint
        self._client = client
        self._whole: dict[tuple[str | None, ...], asyncio.Task[Loaded]] = {}

    def load(self, key: Call) -> Arrival[Loaded]:
        """The outcome of a call; the same one for everybody who asks."""
        arrival = self._arrivals.get(key)
        if arrival is None:
            arrival = self._arrivals[key] = Arrival(loop=self.loop)
            arrival.wave = known()
            self.do_resolve_reject(key, arrival)
        return arrival

    async def batch_load_fn(self, keys: list[Call]) -> list[Loaded]:
        """One outcome per call, in order; also when the request is given up: nobody is left waiting for ever."""
        arrivals = [self._arrivals[key] for key in keys]
        # Calls that are joined wait for all that any of them needs.
        learn(max([arrival.wave for arrival in arrivals]))
        try:
            loaded = await self._outcomes(keys)
        except asyncio.CancelledError:
            loaded = [unasked(self._endpoint)] * len(keys)
        wave = known()
        for arrival in arrivals:
            arrival.wave = wave
        return loaded

    async def _outcomes(self, keys: list[Call]) -> list[Loaded]:
        if self._endpoint.batch is None and len(keys) == 1:
            return [await self._one(keys[0])]
        batch = self._endpoint.batch
        if batch is None:
            return await together(*map(self._one, keys))
        groups: dict[tuple[str | None, ...], list[str]] = {}
        for call in keys:
            groups.setdefault(call.values, []).append(call.key or _WHOLE)
        found: dict[tuple[tuple[str | None, ...], str], Loaded] = {}
        parts = await together(*(self._rows(values, wanted, batch) for values, wanted in groups.items()))
        for values, part in zip(groups, parts, strict=True):
            found.update({(values, key): loaded for key, loaded in part.items()})
        return [found[call.values, call.key or _WHOLE] for call in keys]

    async def _one(self, call: Call) -> Loaded:
        outcome = await self._client.get(call)
        return Payload(outcome) if isinstance(outcome, Answer) else outcome

    async def _rows(self, values: tuple[str | None, ...], keys: Sequence[str], batch: Batch) -> dict[str, Loaded]:
        if batch.parameter is None:
            task = self._whole.get(values)
            if task is None:
                task = self._whole[values] = under_way(self._one(Call(self._endpoint, values)))
            whole = await task
            if not isinstance(whole, Payload):
                return dict.fromkeys(keys, whole)
            return {**_index(whole, keys, batch)[0], _WHOLE: whole}
        chunks = [keys[start : start + batch.limit] for start in range(0, len(keys), batch.limit)]
        found: dict[str, Loaded] = {}
        for part in await together(*(self._chunk(values, chunk, batch) for chunk in chunks)):
            found.update(part)
        return found

    async def _chunk(self, values: tuple[str | None, ...], keys: Sequence[str], batch: Batch) -> dict[str, Loaded]:
        """Asks for these keys, and again for those the LMS held back on a further page."""
        assert batch.parameter is not None
        found: dict[str, Loaded] = {}
        wanted = list(keys)
        while wanted:
            extra = {batch.parameter: ",".join(wanted)}
            outcome = await self._client.get(Call(self._endpoint, values), extra=extra, keys=len(wanted))
            if not isinstance(outcome, Answer):
                return found | dict.fromkeys(wanted, outcome)
            part, more = _index(Payload(outcome), wanted, batch)
            found.update(part)
            came = [key for key in wanted if isinstance(part[key], Payload)]
            if not more or not came:
                break
            wanted = [key for key in wanted if key not in came]
        return found


def _index(payload: Payload, keys: Sequence[str], batch: Batch) -> tuple[dict[str, Loaded], bool]:
    """Where each key's row lies in the answer, and whether the LMS says that there are more rows."""
    endpoint = payload.answer.endpoint
    try:
        tree = payload.answer.tree
        rows = _at(tree, batch.rows)
        places: dict[Any, tuple[str | int, ...]] = (
            {_key(rows, batch.key): ()}  # one row alone, not in an array
            if isinstance(rows, dict)
            else {_key(row, batch.key): (place,) for place, row in enumerate(rows)}
        )
    except (ValueError, KeyError, TypeError):
        unknown = failure(endpoint, Code.UPSTREAM_INVALID, "answered in an unknown shape")
        return dict.fromkeys(keys, unknown), False
    prefix = tuple(filter(None, batch.rows.split(".")))
    found: dict[str, Loaded] = {
        key: Payload(payload.answer, (*prefix, *places[key])) if key in places else Missing.ABSENT for key in keys
    }
    more = batch.more is not None and isinstance(tree, dict) and _at(tree, batch.more, None) is not None
    return found, more


def _key(row: Any, path: str) -> Any:
    """The key of a row; None for one that has null above the place of the key."""
    first, *rest = path.split(".")
    value = row[first]
    for step in rest:
        if value is None:
            return None
        value = value[step]
    return value


def _at(value: Any, path: str, *default: Any) -> Any:
    for step in filter(None, path.split(".")):
        if default and (not isinstance(value, dict) or step not in value):
            return default[0]
        value = value[step]
    return value


class Loaders:
    """All loaders of one request. Nothing in here outlives the request or is seen by another."""

    def __init__(self, client: LmsClient) -> None:
        self.client = client
        self.clients: dict[str, LmsClient] = {"lms": client}
        self.unconfigured: set[str] = set()
        self._loaders: dict[Endpoint, EndpointLoader] = {}
        begin()

    def load(self, call: Call) -> "asyncio.Future[Loaded]":
        """The outcome of a call; asked at most once per request."""
        loader = self._loaders.get(call.endpoint)
        if loader is None:
            client = self._client(call.endpoint.service)
            if client is None:
                # A service that the operator did not configure has nothing to tell, which is no fault.
                nothing: asyncio.Future[Loaded] = asyncio.get_running_loop().create_future()
                nothing.set_result(Missing.ABSENT)
                return nothing
            loader = self._loaders[call.endpoint] = EndpointLoader(call.endpoint, client)
        return loader.load(call)

    def _client(self, service: str) -> LmsClient | None:
        client = self.clients.get(service)
        if client is None:
            client = self.client.beside(service)
            if client is None:
                self.unconfigured.add(service)
            else:
                self.clients[service] = client
        return client

    def abort(self) -> None:
        """Cancels every call under way, of all services: the client has gone, nobody will read the answers."""
        for client in self.clients.values():
            client.abort()

    @property
    def records(self) -> list[Record]:
        """Every call of the request, of all services, in the order of their start."""
        records = [record for client in self.clients.values() for record in client.records]
        return sorted(records, key=lambda record: record.started)

    def forget(self, *kept: Endpoint) -> None:
        """Drops every answer but those of the `kept` endpoints: after a write, reads are fresh."""
        self._loaders = {endpoint: self._loaders[endpoint] for endpoint in kept if endpoint in self._loaders}
