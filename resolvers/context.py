"""What one request carries through the resolvers."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLOutputType,
    GraphQLSchema,
    OperationDefinitionNode,
)

from loaders.answer import Loaded, Payload
from loaders.calls.batch import Loaders
from loaders.calls.client import LmsClient
from loaders.credentials import Credentials, Username
from loaders.endpoint import Call, Endpoint, Missing
from loaders.endpoints.viewer import ME
from loaders.errors import Failure
from resolvers.budget import Budget
from resolvers.memo import Memo
from resolvers.operation import OperationPlan
from resolvers.source import Source


@dataclass(slots=True)
class Request:
    """One GraphQL request: who asks and with which loaders. Never shared.

    `plans` belongs to the document and its choices and outlives the request: it holds no learner's data; nor does
    `operation`, the plan of what is executed. `variables` are the request's own, coerced. `gathering` holds what fields
    under way have in common: one call for all of them. `budget` is how much its answer may hold.
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
        """The LMS as this request sees it."""
        return self.loaders.client

    @property
    def credentials(self) -> Credentials:
        """The caller's credentials."""
        return self.loaders.client.credentials

    def load(self, call: Call) -> "asyncio.Future[Loaded]":
        """The outcome of a call, asked at most once per request."""
        return self.loaders.load(call)

    def may_replace(self, failure: Failure) -> bool:
        """True if another endpoint may be asked in the place of a call that failed. A failure counts once, in however
        many parts its object comes."""
        counted: dict[int, Failure] = self.gathering.setdefault("replaced", {})  # kept: no other one gets the same id
        if id(failure) not in counted:
            if not self.client.may_replace([failure]):
                return False
            counted[id(failure)] = failure
        return True

    async def username(self) -> Username | Failure:
        """The viewer's username, or why it is not known."""
        return await self.loaders.username()

    async def is_refused(self) -> bool:
        """True when the LMS takes the caller for a visitor in spite of the sign-in that was sent. Asks it."""
        return self.credentials.is_droppable and await self.load(ME.call()) is Missing.ABSENT


class Planning(Protocol):
    """What a plan may depend on, besides the document."""

    @property
    def plans(self) -> Memo: ...
    @property
    def credentials(self) -> Credentials: ...


class Field(Protocol):
    """A selected field, as its plan and its resolver see it."""

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
    """What resolvers use of graphql-core's `GraphQLResolveInfo`."""

    @property
    def operation(self) -> OperationDefinitionNode: ...
    @property
    def context(self) -> Request: ...


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """An `Info` that is made here, for a field that the executor does not resolve by itself."""

    field_nodes: list[FieldNode]
    return_type: GraphQLOutputType
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    operation: OperationDefinitionNode
    variable_values: Mapping[str, Any]
    context: Request


@dataclass(slots=True)
class Outcomes:
    """What came of the calls for one object. `lacking` are sources of which an answer tells nothing."""

    payloads: dict[Endpoint, Payload] = field(default_factory=dict)
    missing: dict[Endpoint, Missing] = field(default_factory=dict)
    failed: dict[Endpoint, Failure] = field(default_factory=dict)
    lacking: frozenset[Source] = frozenset()

    @property
    def denied(self) -> bool:
        """True when an endpoint kept something from the viewer that another may tell."""
        return any(why in {Missing.REFUSED, Missing.UNSEEN} for why in self.missing.values())

    def shut(self, endpoint: Endpoint) -> bool:
        """True when what is missing shows that this endpoint has nothing to tell either."""
        return any(other.preconditions and other.preconditions in endpoint.preconditions for other in self.missing)

    async def gather(self, loads: Mapping[Endpoint, "asyncio.Future[Loaded]"]) -> None:
        """Waits for all loads and sorts what they gave."""
        for endpoint, load in loads.items():
            loaded = await load
            if isinstance(loaded, Payload):
                self.payloads[endpoint] = loaded
            elif isinstance(loaded, Missing):
                self.missing[endpoint] = loaded
            else:
                self.failed[endpoint] = loaded
