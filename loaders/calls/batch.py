"""The loaders of one request: equal calls are made once, and an aiodataloader joins keys that one call can serve."""

import asyncio
from collections.abc import Sequence
from typing import Any

from aiodataloader import DataLoader

from loaders.answer import Answer, Loaded, Payload
from loaders.calls.client import LmsClient, Record
from loaders.calls.judge import Outcome, failure, unasked
from loaders.calls.rows import chunked, index
from loaders.calls.username import username_of
from loaders.calls.wave import Arrival, Work, begin, current_wave, depend_on, start_task, together
from loaders.credentials import Username
from loaders.endpoint import Batch, Call, Endpoint, Missing
from loaders.endpoints.viewer import ME
from loaders.errors import Code, Failure

_WHOLE = ""  # the key of a call for the whole answer of an endpoint that sends all rows at once

_BAD_REQUEST = 400
_OF_ONE_KEY = frozenset({_BAD_REQUEST, 404, 410, 414, 422, 500})


async def _made(client: LmsClient, call: Call, places: asyncio.Semaphore | None = None) -> Loaded:
    """The outcome of a call that is not joined with others. There is one even if the request is cancelled."""
    try:
        if places is None:
            outcome = await client.get(call)
        else:
            async with places:
                outcome = await client.get(call)
    except asyncio.CancelledError:
        return unasked(call.endpoint)
    return Payload(outcome) if isinstance(outcome, Answer) else outcome


class EndpointLoader(DataLoader[Call, Loaded]):
    """Joins calls of one endpoint that one request can serve.

    Failures are values, one per key. A batch never raises, so a bad key does not affect others. A failure is cached
    like an answer; the call is not repeated.
    """

    def __init__(self, endpoint: Endpoint, batch: Batch, client: LmsClient) -> None:
        arrivals: dict[Call, Any] = {}
        super().__init__(loop=asyncio.get_running_loop(), cache_map=arrivals)
        self._arrivals: dict[Call, Any] = arrivals
        self._endpoint = endpoint
        self._batch = batch
        self._client = client
        self._whole: dict[tuple[str | None, ...], asyncio.Task[Loaded]] = {}

    def load(self, key: Call) -> Arrival[Loaded]:
        """The outcome of a call. All callers share it."""
        arrival: Arrival[Loaded] | None = self._arrivals.get(key)
        if arrival is None:
            arrival = self._arrivals[key] = Arrival(loop=self.loop)
            arrival.wave = current_wave()
            self.do_resolve_reject(key, arrival)
        return arrival

    async def batch_load_fn(self, keys: list[Call]) -> list[Loaded]:
        """One outcome per call, in order, even if the request is cancelled, so that nobody waits forever."""
        arrivals = [self._arrivals[key] for key in keys]
        # A joined call depends on everything that any of its calls depends on.
        depend_on(max([arrival.wave for arrival in arrivals]))
        try:
            loaded = await self._outcomes(keys)
        except asyncio.CancelledError:
            loaded = [unasked(self._endpoint)] * len(keys)
        wave = current_wave()
        for arrival in arrivals:
            arrival.wave = wave
        return loaded

    async def _outcomes(self, keys: list[Call]) -> list[Loaded]:
        groups: dict[tuple[str | None, ...], list[str]] = {}
        for call in keys:
            groups.setdefault(call.values, []).append(call.key or _WHOLE)
        found: dict[tuple[tuple[str | None, ...], str], Loaded] = {}
        parts = await together(*(self._rows(values, wanted) for values, wanted in groups.items()))
        for values, part in zip(groups, parts, strict=True):
            found.update({(values, key): loaded for key, loaded in part.items()})
        return [found[call.values, call.key or _WHOLE] for call in keys]

    async def _rows(self, values: tuple[str | None, ...], keys: Sequence[str]) -> dict[str, Loaded]:
        batch = self._batch
        if batch.parameter is None:
            task = self._whole.get(values)
            if task is None:
                task = self._whole[values] = Work(_made(self._client, Call(self._endpoint, values)))
            whole = await task
            if not isinstance(whole, Payload):
                return dict.fromkeys(keys, whole)
            named = [key for key in keys if key is not _WHOLE]
            return {**index(whole, named, batch)[0], _WHOLE: whole} if named else {_WHOLE: whole}
        chunks = chunked(keys, batch.limit)
        found: dict[str, Loaded] = {}
        for part in await together(*(self._chunk(values, chunk) for chunk in chunks)):
            found.update(part)
        return found

    async def _chunk(self, values: tuple[str | None, ...], keys: Sequence[str]) -> dict[str, Loaded]:
        """Requests these keys, and further pages until all keys are found."""
        outcome = await self._list(values, keys)
        if isinstance(outcome, Answer):
            return await self._read(values, keys, outcome)
        return await self._apart(values, keys, outcome)

    async def _read(self, values: tuple[str | None, ...], keys: Sequence[str], answer: Answer) -> dict[str, Loaded]:
        """The rows of an answer and of its further pages."""
        found, more = index(Payload(answer), keys, self._batch)
        left = [key for key in keys if not isinstance(found[key], Payload)]
        if more and 0 < len(left) < len(keys):
            found |= await self._chunk(values, left)
        return found

    async def _list(self, values: tuple[str | None, ...], keys: Sequence[str]) -> Outcome:
        assert self._batch.parameter is not None
        extra = {self._batch.parameter: ",".join(keys)}
        return await self._client.get(Call(self._endpoint, values), extra=extra, keys=len(keys))

    async def _apart(
        self, values: tuple[str | None, ...], keys: Sequence[str], refused: Missing | Failure
    ) -> dict[str, Loaded]:
        """Splits a refused list in halves, so that one invalid key does not affect others. Stops if both halves fail
        and the response does not say that a key is invalid.
        """
        if len(keys) < 2 or not _may_be_one_key(refused):
            return dict.fromkeys(keys, refused)
        halves = (keys[: len(keys) // 2], keys[len(keys) // 2 :])
        outcomes = await together(*(self._list(values, half) for half in halves))
        go_on = _blames_a_key(refused) or any(isinstance(outcome, Answer) for outcome in outcomes)
        if not go_on:
            return dict.fromkeys(keys, refused)
        found: dict[str, Loaded] = {}
        for half, outcome in zip(halves, outcomes, strict=True):
            if isinstance(outcome, Answer):
                found |= await self._read(values, half, outcome)
            else:
                found |= await self._apart(values, half, outcome)
        return found


def _blames_a_key(refused: Missing | Failure) -> bool:
    """True for a response that says that a key is invalid."""
    return isinstance(refused, Failure) and refused.status == _BAD_REQUEST


def _may_be_one_key(refused: Missing | Failure) -> bool:
    """True for outcomes that one of several keys may have caused: missing, invalid, or a server error."""
    return isinstance(refused, Missing) or refused.status in _OF_ONE_KEY


class Loaders:
    """All loaders of one request. Their state is never shared with other requests."""

    def __init__(self, client: LmsClient) -> None:
        self.client = client
        self.clients: dict[str, LmsClient] = {"lms": client}
        self.unconfigured: set[str] = set()
        self._loads: dict[Call, asyncio.Future[Loaded]] = {}
        self._loaders: dict[Endpoint, EndpointLoader] = {}
        self._places: dict[Endpoint, asyncio.Semaphore] = {}
        self._divided = bool(client.credentials.session_headers)
        self._one_person: asyncio.Task[Failure | bool] | None = None
        begin()

    def load(self, call: Call) -> "asyncio.Future[Loaded]":
        """The outcome of a call, which is made at most once per request."""
        if self._divided and self.client.credentials.divided(call.endpoint) and self._client(call.endpoint.service):
            return start_task(self._own(call))
        return self._load(call)

    def _load(self, call: Call) -> "asyncio.Future[Loaded]":
        load = self._loads.get(call)
        if load is None:
            load = self._loads[call] = self._start(call)
        return load

    def _start(self, call: Call) -> "asyncio.Future[Loaded]":
        endpoint = call.endpoint
        client = self._client(endpoint.service)
        if client is None:
            # A service that is not configured has no answers; that is not an error.
            nothing: asyncio.Future[Loaded] = asyncio.get_running_loop().create_future()
            nothing.set_result(Missing.ABSENT)
            return nothing
        if endpoint.batch is not None:
            loader = self._loaders.get(endpoint)
            if loader is None:
                loader = self._loaders[endpoint] = EndpointLoader(endpoint, endpoint.batch, client)
            return loader.load(call)
        places = None
        if endpoint.at_once:
            places = self._places.setdefault(endpoint, asyncio.Semaphore(endpoint.at_once))
        return Work(_made(client, call, places))

    async def _own(self, call: Call) -> Loaded:
        """The outcome of a view that uses the session. A failure if the session and the other credentials belong to
        different people.
        """
        confirmed = start_task(self.other_person(call.endpoint))
        loaded = await self._load(call)
        return await confirmed or loaded

    async def username(self) -> Username | Failure:
        """The caller's username, from the credentials or from the LMS, or the failure of finding it."""
        hint = self.client.credentials.username_hint
        if hint is not None and ME.call() not in self._loads:
            return Username(hint)
        return username_of(await self.load(ME.call()))

    async def other_person(self, endpoint: Endpoint) -> Failure | None:
        """The failure of an endpoint whose view uses the session, if a token of another person was sent too. None if
        both belong to the same person.
        """
        if not self.client.credentials.divided(endpoint):
            return None
        if self._one_person is None:
            self._one_person = start_task(self._is_one_person())
        answer = await self._one_person
        if isinstance(answer, Failure):
            return answer
        what = "would take the session, which is of another person than the token that was sent with it"
        return None if answer else failure(endpoint, Code.UNAUTHENTICATED, what)

    async def _is_one_person(self) -> Failure | bool:
        # A name in a token is not enough: the LMS may refuse the token and use the session instead.
        loads = (start_task(self.client.get_by_session(ME.call())), self.load(ME.call()))
        outcomes = [await load for load in loads]
        names = [username_of(Payload(one) if isinstance(one, Answer) else one) for one in outcomes]
        return next((name for name in names if isinstance(name, Failure)), names[0] == names[1])

    def _client(self, service: str) -> LmsClient | None:
        client = self.clients.get(service)
        if client is None:
            client = self.client.when_loaded(service)
            if client is None:
                self.unconfigured.add(service)
            else:
                self.clients[service] = client
        return client

    def abort(self) -> None:
        """Cancels the calls in progress of all services, after the client has disconnected."""
        for client in self.clients.values():
            client.abort()

    @property
    def records(self) -> list[Record]:
        """All calls of the request to all services, in order of their start."""
        records = [record for client in self.clients.values() for record in client.records]
        return sorted(records, key=lambda record: record.started)

    def forget(self, *kept: Endpoint) -> None:
        """Drops all cached answers, except those of the `kept` endpoints, so that reads after a write are fresh."""
        self._loads = {call: load for call, load in self._loads.items() if call.endpoint in kept}
        self._loaders = {endpoint: self._loaders[endpoint] for endpoint in kept if endpoint in self._loaders}
