"""The state of one request, passed to the resolvers."""

import asyncio
from collections.abc import Awaitable, Mapping
from typing import Any, Protocol

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLOutputType,
    GraphQLSchema,
    OperationDefinitionNode,
)
from msgspec import Struct, field

from loaders.answer import Loaded, Payload
from loaders.calls.batch import Loaders
from loaders.calls.client import LmsClient
from loaders.credentials import Credentials, Username
from loaders.endpoint import Call, Endpoint, Missing
from loaders.endpoints.viewer import ME
from loaders.errors import Failure
from resolvers.declare.source import Source
from resolvers.output.budget import Budget
from resolvers.plan.memo import Memo
from resolvers.plan.operation import OperationPlan


class Request(Struct, eq=False):
    """One GraphQL request: the caller's credentials and loaders. Never shared between requests.

    `plans` belongs to the document and outlives the request, so it holds no learner's data; the same goes for
    `operation`, the plan of the executed operation. `variables` are the coerced variables of this request. `gathering`
    holds state shared between fields in progress, such as a call that serves several of them. `budget` limits the size
    of the response.
    """

    loaders: Loaders
    public_url: str
    request_id: str = ""
    plans: Memo = field(default_factory=Memo)
    operation: OperationPlan = field(default_factory=OperationPlan)
    variables: Mapping[str, Any] = field(default_factory=dict)
    gathering: dict[Any, Any] = field(default_factory=dict)
    compile: bool = True
    budget: Budget = field(default_factory=Budget)

    @property
    def client(self) -> LmsClient:
        """The LMS client of this request."""
        return self.loaders.client

    @property
    def credentials(self) -> Credentials:
        """The caller's credentials."""
        return self.loaders.client.credentials

    @property
    def shared(self) -> frozenset[Endpoint]:
        """The batch endpoints that several objects of the operation are read from."""
        return self.operation.shared

    def load(self, call: Call) -> "asyncio.Future[Loaded]":
        """The outcome of a call. Equal calls are made at most once per request."""
        return self.loaders.load(call)

    def may_replace(self, failure: Failure) -> bool:
        """True if another endpoint may be called in place of a failed call.

        A failure counts once, even if its object is delivered in several parts.
        """
        counted: dict[int, Failure] = self.gathering.setdefault("replaced", {})  # kept alive: ids are not reused
        if id(failure) not in counted:
            if not self.client.may_replace([failure]):
                return False
            counted[id(failure)] = failure
        return True

    async def username(self) -> Username | Failure:
        """The viewer's username, or the failure that prevented finding it."""
        return await self.loaders.username()

    async def is_refused(self) -> bool:
        """True when the LMS treats the caller as anonymous despite the credentials sent. Calls the LMS."""
        return self.credentials.is_droppable and await self.load(ME.call()) is Missing.ABSENT


class Planning(Protocol):
    """The inputs that a plan may depend on, besides the document."""

    @property
    def plans(self) -> Memo: ...
    @property
    def credentials(self) -> Credentials: ...
    @property
    def shared(self) -> frozenset[Endpoint]: ...


class Field(Protocol):
    """A selected field, as its plan and its resolver use it."""

    @property
    def field_nodes(self) -> list[FieldNode]: ...
    @property
    def return_type(self) -> GraphQLOutputType: ...
    @property
    def schema(self) -> GraphQLSchema: ...
    @property
    def fragments(self) -> Mapping[str, FragmentDefinitionNode]: ...
    @property
    def variable_values(self) -> Mapping[str, Any]: ...
    @property
    def context(self) -> Planning: ...


class Info(Field, Protocol):
    """The part of graphql-core's `GraphQLResolveInfo` that resolvers use."""

    @property
    def operation(self) -> OperationDefinitionNode: ...
    @property
    def context(self) -> Request: ...


class FieldInfo(Struct, eq=False):
    """An `Info` constructed here, for a field that the executor does not resolve itself."""

    field_nodes: list[FieldNode]
    return_type: GraphQLOutputType
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    operation: OperationDefinitionNode
    variable_values: Mapping[str, Any]
    context: Request


class Outcomes(Struct, eq=False):
    """The outcomes of the calls for one object. `lacking` are the sources whose answers omit the value."""

    payloads: dict[Endpoint, Payload] = field(default_factory=dict)
    missing: dict[Endpoint, Missing] = field(default_factory=dict)
    failed: dict[Endpoint, Failure] = field(default_factory=dict)
    lacking: frozenset[Source] = frozenset()

    @property
    def form(self) -> tuple[Any, ...]:
        """The properties of the outcomes that the choice of further endpoints depends on."""
        failed = tuple([(endpoint, failure.code) for endpoint, failure in self.failed.items()])
        return tuple(self.payloads), tuple(self.missing.items()), failed, self.lacking

    @property
    def denied(self) -> bool:
        """True when an endpoint withheld something from the viewer that another endpoint may provide."""
        return any(why in {Missing.REFUSED, Missing.UNSEEN} for why in self.missing.values())

    def rules_out(self, endpoint: Endpoint) -> bool:
        """True when the missing answers show that this endpoint has no answer either."""
        return any(other.preconditions and other.preconditions in endpoint.preconditions for other in self.missing)

    async def gather(self, loads: Mapping[Endpoint, Awaitable[Loaded]]) -> None:
        """Awaits all loads and sorts their outcomes."""
        for endpoint, load in loads.items():
            loaded = await load
            if isinstance(loaded, Payload):
                self.payloads[endpoint] = loaded
            elif isinstance(loaded, Missing):
                self.missing[endpoint] = loaded
            else:
                self.failed[endpoint] = loaded
