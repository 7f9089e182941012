"""The request's loaders: one aiodataloader per endpoint, made on first touch, gone with the request."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from aiodataloader import DataLoader

from loaders.answer import Answer, Payload
from loaders.calls.client import LmsClient, Record
from loaders.calls.judge import Outcome, failure, unasked
from loaders.calls.username import username_of
from loaders.calls.wave import Arrival, begin, known, learn, together, under_way
from loaders.credentials import Username
from loaders.endpoint import Batch, Call, Endpoint, Missing
from loaders.endpoints.viewer import ME
from loaders.errors import Code, Failure

_WHOLE = ""  # stands for a call without a key: the whole answer of an endpoint that holds all of the viewer's rows

_LONGEST_LIST = 4000  # characters of an address that the keys of one call may take
_BAD_REQUEST = 400
_OF_ONE_KEY = frozenset({_BAD_REQUEST, 404, 410, 414, 422, 500})

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
        chunks = _chunks(keys, batch.limit)
        found: dict[str, Loaded] = {}
        for part in await together(*(self._chunk(values, chunk, batch) for chunk in chunks)):
            found.update(part)
        return found

    async def _chunk(self, values: tuple[str | None, ...], keys: Sequence[str], batch: Batch) -> dict[str, Loaded]:
        """Asks for these keys, and again for those the LMS held back on a further page."""
        outcome = await self._list(values, keys, batch)
        if isinstance(outcome, Answer):
            return await self._read(values, keys, batch, outcome)
        return await self._apart(values, keys, batch, outcome)

    async def _read(
        self, values: tuple[str | None, ...], keys: Sequence[str], batch: Batch, answer: Answer
    ) -> dict[str, Loaded]:
        """The rows of an answer, and of the further pages of it."""
        found, more = _index(Payload(answer), keys, batch)
        left = [key for key in keys if not isinstance(found[key], Payload)]
        if more and 0 < len(left) < len(keys):
            found |= await self._chunk(values, left, batch)
        return found

    async def _list(self, values: tuple[str | None, ...], keys: Sequence[str], batch: Batch) -> Outcome:
        assert batch.parameter is not None
        extra = {batch.parameter: ",".join(keys)}
        return await self._client.get(Call(self._endpoint, values), extra=extra, keys=len(keys))

    async def _apart(
        self, values: tuple[str | None, ...], keys: Sequence[str], batch: Batch, refused: Missing | Failure
    ) -> dict[str, Loaded]:
        """Asks for the halves of a list that was refused: one key that the LMS does not take spoils no other.

        Where both halves fail and no key is blamed, the LMS is asked no more.
        """
        if len(keys) < 2 or not _may_be_one_key(refused):
            return dict.fromkeys(keys, refused)
        halves = (keys[: len(keys) // 2], keys[len(keys) // 2 :])
        outcomes = await together(*(self._list(values, half, batch) for half in halves))
        go_on = _blames_a_key(refused) or any(isinstance(outcome, Answer) for outcome in outcomes)
        if not go_on:
            return dict.fromkeys(keys, refused)
        found: dict[str, Loaded] = {}
        for half, outcome in zip(halves, outcomes, strict=True):
            if isinstance(outcome, Answer):
                found |= await self._read(values, half, batch, outcome)
            else:
                found |= await self._apart(values, half, batch, outcome)
        return found


def _blames_a_key(refused: Missing | Failure) -> bool:
    """True for the answer by which the LMS says that a key cannot be read."""
    return isinstance(refused, Failure) and refused.status == _BAD_REQUEST


def _may_be_one_key(refused: Missing | Failure) -> bool:
    """True for answers that one key of many may have caused: what says that it is not there, or that the LMS broke."""
    return isinstance(refused, Missing) or refused.status in _OF_ONE_KEY


def _index(payload: Payload, keys: Sequence[str], batch: Batch) -> tuple[dict[str, Loaded], bool]:
    """Where each key's row lies in the answer, and whether the LMS says that there are more rows."""
    unknown = failure(payload.answer.endpoint, Code.UPSTREAM_INVALID, "answered in an unknown shape")
    places: dict[Any, tuple[str | int, ...]] = {}
    others: Loaded = Missing.ABSENT
    try:
        tree = payload.answer.tree
        rows = _at(tree, batch.rows)
        # One row may come alone, not in an array.
        placed = [((), rows)] if isinstance(rows, dict) else [((place,), row) for place, row in enumerate(rows)]
    except (ValueError, KeyError, TypeError):
        return dict.fromkeys(keys, unknown), False
    for place, row in placed:
        try:
            places[_key(row, batch)] = place
        except (KeyError, TypeError):
            others = unknown  # it may be the row of any key that no other row has
    prefix = tuple(filter(None, batch.rows.split(".")))
    found: dict[str, Loaded] = {
        key: Payload(payload.answer, (*prefix, *places[key])) if key in places else others for key in keys
    }
    more = batch.more is not None and isinstance(tree, dict) and _at(tree, batch.more, None) is not None
    return found, more


def _key(row: Any, batch: Batch) -> Any:
    """The key of a row; None for one that has null above the place of the key."""
    first, *rest = batch.key.split(".")
    value = row[first]
    for step in rest:
        if value is None:
            return None
        value = value[step]
    return batch.form(value) if batch.form is not None else value


def _chunks(keys: Sequence[str], limit: int) -> Iterator[list[str]]:
    """Lists of keys, each short enough for one address."""
    chunk: list[str] = []
    size = 0
    for key in keys:
        length = len(quote(key, safe=""))
        if chunk and (len(chunk) == limit or size + length > _LONGEST_LIST):
            yield chunk
            chunk, size = [], 0
        chunk.append(key)
        size += length
    if chunk:
        yield chunk


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
        self._divided = bool(client.credentials.session_headers)
        self._one_person: asyncio.Task[Failure | bool] | None = None
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
        if self._divided and self.client.credentials.divided(call.endpoint):
            return under_way(self._own(loader, call))
        return loader.load(call)

    async def _own(self, loader: EndpointLoader, call: Call) -> Loaded:
        """The outcome where it is the same person's as those of other endpoints; who it is is asked meanwhile."""
        confirmed = under_way(self.other_person(call.endpoint))
        loaded = await loader.load(call)
        return await confirmed or loaded

    async def username(self) -> Username | Failure:
        """The caller's username, as the credentials or the LMS say it, or the failure that keeps it unknown."""
        hint = self.client.credentials.username_hint
        if hint is not None and ME not in self._loaders:
            return Username(hint)
        return username_of(await self.load(ME.call()))

    async def other_person(self, endpoint: Endpoint) -> Failure | None:
        """The failure of an endpoint whose view takes the session, where a token was sent beside it and the two are not
        known to be the same person's."""
        if not self.client.credentials.divided(endpoint):
            return None
        if self._one_person is None:
            self._one_person = under_way(self._is_one_person())
        answer = await self._one_person
        if isinstance(answer, Failure):
            return answer
        what = "would take the session, which is of another person than the token that was sent beside it"
        return None if answer else failure(endpoint, Code.UNAUTHENTICATED, what)

    async def _is_one_person(self) -> Failure | bool:
        # A name in a token is not enough: the LMS may refuse the token, and would go on to the session here.
        loads = (under_way(self.client.get_by_session(ME.call())), self.load(ME.call()))
        outcomes = [await load for load in loads]
        names = [username_of(Payload(one) if isinstance(one, Answer) else one) for one in outcomes]
        return next((name for name in names if isinstance(name, Failure)), names[0] == names[1])

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
