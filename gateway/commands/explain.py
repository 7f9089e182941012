"""`gateway explain FILE.graphql`: which calls its operations would make, without making them."""

import asyncio
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLSchema,
    GraphQLSyntaxError,
    ListTypeNode,
    NamedTypeNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    TypeNode,
    parse,
    validate,
)

from gateway.engine.executor import GatewayExecutor
from gateway.engine.waiting import is_awaitable
from gateway.explain import explain
from gateway.settings import SettingsError
from loaders.batch import Loaders
from loaders.client import LmsClient, Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call
from loaders.judge import Outcome, closed
from loaders.observe import Record
from resolvers.context import Request
from schema.schema import build_schema

_NOWHERE = "http://lms.example"
_ANY_DATE = "Thu, 01 Jan 1970 00:00:00 GMT"  # every answer carries one: serverTime asks for none of its own
_IDLE_TURNS = 100
"""Turns of the event loop without a call after which none will come: many times what lies between two of them."""
_SAMPLES: dict[str, Any] = {
    "CourseKey": "course-v1:edX+DemoX+1",
    "UsageKey": "block-v1:edX+DemoX+1+type@sequential+block@a1",
    "UUID": "00000000-0000-4000-8000-000000000000",
    "Int": 10,
    "Float": 1.0,
    "Boolean": True,
}
_SIGN_INS = {
    "jwt": Credentials(schemes=Auth.JWT, username_hint="learner"),
    "bearer": Credentials(schemes=Auth.BEARER),
    "session": Credentials(schemes=Auth.SESSION),
    "anonymous": Credentials(),
}


class _DryClient(LmsClient):
    """Notes each call instead of making it; no answer ever comes, so that nothing is made of it."""

    async def get(self, call: Call, *, extra: Mapping[str, str] | None = None, keys: int = 1) -> Outcome:
        if self.credentials.opens(call.endpoint):
            now = time.monotonic()
            self.date = _ANY_DATE
            target = call.target(extra) if extra else call.target()
            self.records.append(Record(call.endpoint, call.endpoint.method, target, now, now, None, 0, keys, None))
            await asyncio.Event().wait()
        return closed(call.endpoint, self.credentials)


def run_explain(file: str, sign_in: str, variables: str | None) -> int:
    """Prints the plan of every query in the file."""
    path = Path(file)
    if not path.is_file():
        raise SettingsError(f"no such file: {file}")
    try:
        given = json.loads(variables or "{}")
    except json.JSONDecodeError:
        raise SettingsError("--variables must be a JSON object") from None
    schema = build_schema()._schema
    try:
        ast = parse(path.read_text())
    except GraphQLSyntaxError as error:
        raise SettingsError(f"{file}: {error.message}") from None
    errors = validate(schema, ast)
    for invalid in errors:
        print(f"{file}: {invalid.message}", file=sys.stderr)
    for definition in () if errors else ast.definitions:
        if isinstance(definition, OperationDefinitionNode) and definition.operation.value == "query":
            filled = {**_samples(definition), **given}
            asyncio.run(_explain(schema, ast, definition, filled, _SIGN_INS[sign_in], sign_in))
    return 1 if errors else 0


async def _explain(
    schema: GraphQLSchema,
    ast: Any,
    operation: OperationDefinitionNode,
    variables: dict[str, Any],
    credentials: Credentials,
    sign_in: str,
) -> None:
    upstream = Upstream(_NOWHERE)
    client = _DryClient(upstream, credentials, deadline=time.monotonic() + 60)
    request = Request(loaders=Loaders(client), public_url=_NOWHERE)
    name = operation.name.value if operation.name else None
    executor = GatewayExecutor.build(
        schema,
        ast,
        context_value=request,
        raw_variable_values=variables,
        operation_name=name,
        is_awaitable=is_awaitable,
    )
    if isinstance(executor, list):
        raise SettingsError(f"{name or 'query'}: {executor[0].message}")
    try:
        result = executor.execute_operation()
        if is_awaitable(result):
            await _until_idle(asyncio.ensure_future(result), client)
    finally:
        await upstream.aclose()
    _print(name or "query", sign_in, explain(request))


async def _until_idle(execution: "asyncio.Future[Any]", client: LmsClient) -> None:
    """Lets the execution go on until it only waits for answers: there is no clock here, and no wire."""
    idle = 0
    while not execution.done() and idle < _IDLE_TURNS:
        made = len(client.records)
        await asyncio.sleep(0)
        idle = idle + 1 if len(client.records) == made else 0
    execution.cancel()
    await asyncio.wait({execution})
    if not execution.cancelled():
        execution.result()


def _print(name: str, sign_in: str, told: dict[str, Any]) -> None:
    print(f"{name}  (signed in by {sign_in})" if sign_in != "anonymous" else f"{name}  (anonymous)")
    for call in told["calls"]:
        print(f"  {call['method']} {call['target']}")
        fed = dict.fromkeys(field.partition(".")[0] for field in call["fields"] if field)
        if fed:
            print(f"      feeds {', '.join(fed)}")
    for plan in told["plans"]:
        print(f"  plan of {plan['type']}: {_cost(plan)}")
        for other in plan["alternatives"]:
            print(f"      instead of {_cost(other)}")
    print("  Calls that depend on an answer are not shown.\n")


def _cost(plan: dict[str, Any]) -> str:
    cost = plan["cost"]
    what = f"{cost['calls']} calls, {cost['writes']} of them with effects, {cost['throttled']} throttled"
    return f"{' + '.join(plan['endpoints']) or 'nothing'} ({what}, {cost['lmsMs']} ms of LMS work)"


def _samples(operation: OperationDefinitionNode) -> dict[str, Any]:
    """A value for every variable that has no default, so that a plan can be made without any."""
    return {
        definition.variable.name.value: _sample(definition.type)
        for definition in operation.variable_definitions or ()
        if definition.default_value is None and isinstance(definition.type, NonNullTypeNode)
    }


def _sample(node: TypeNode) -> Any:
    if isinstance(node, NonNullTypeNode):
        return _sample(node.type)
    if isinstance(node, ListTypeNode):
        return [_sample(node.type)]
    assert isinstance(node, NamedTypeNode)
    return _SAMPLES.get(node.name.value, "1")
