"""`gateway explain FILE.graphql`: the plan of its operations, without making any call."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    GraphQLSyntaxError,
    NonNullTypeNode,
    OperationDefinitionNode,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
    parse,
    type_from_ast,
    validate,
)
from graphql.execution.values import get_variable_values

from gateway.settings.settings import SettingsError
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Endpoint
from resolvers.plan.cache import plan_operation
from resolvers.plan.operation import OperationPlan
from resolvers.plan.parts import Part
from resolvers.plan.step import Step, by_wave
from schema.schema import build_schema

_SAMPLES: dict[str, Any] = {
    "CourseKey": "course-v1:edX+DemoX+1",
    "UsageKey": "block-v1:edX+DemoX+1+type@sequential+block@a1",
    "UUID": "00000000-0000-4000-8000-000000000000",
    "Int": 10,
    "Float": 1.0,
    "Boolean": True,
}
SIGN_INS = {
    "jwt": Credentials(schemes=Auth.JWT, username_hint="learner"),
    "bearer": Credentials(schemes=Auth.BEARER),
    "session": Credentials(schemes=Auth.SESSION),
    "anonymous": Credentials(),
}
"""Credentials by the value of the option."""

_WIDTH = 100


def run_explain(file: str, sign_in: str, variables: str | None) -> int:
    """Prints the plan of every operation in the file."""
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
    for operation in () if errors else _operations(ast):
        plan = planned(schema, ast, operation, given, SIGN_INS[sign_in])
        name = operation.name.value if operation.name else operation.operation.value
        print("\n".join(lines(name, sign_in, plan)))
    return 1 if errors else 0


def planned(
    schema: GraphQLSchema,
    ast: DocumentNode,
    operation: OperationDefinitionNode,
    variables: dict[str, Any],
    credentials: Credentials,
) -> OperationPlan:
    """The plan of an operation. Missing required variables get sample values."""
    filled = {**_samples(schema, operation), **variables}
    values = get_variable_values(schema, operation.variable_definitions or (), filled)
    if isinstance(values, list):
        name = operation.name.value if operation.name else "query"
        raise SettingsError(f"{name}: {values[0].message}")
    fragments = {d.name.value: d for d in ast.definitions if isinstance(d, FragmentDefinitionNode)}
    return plan_operation(schema, fragments, operation, values.coerced, credentials)


def _operations(ast: DocumentNode) -> list[OperationDefinitionNode]:
    return [one for one in ast.definitions if isinstance(one, OperationDefinitionNode)]


def lines(name: str, sign_in: str, plan: OperationPlan) -> Iterator[str]:
    """A plan as a tree: waves with their steps, parts, and alternatives."""
    who = "anonymous" if sign_in == "anonymous" else f"signed in by {sign_in}"
    yield f"{name} ({who}): {_count(plan.cost.calls, 'call')} in {_count(plan.waves, 'wave')}, {_price(plan.cost)}"
    branches = list(_branches(plan))
    for place, (title, twigs) in enumerate(branches, 1):
        last = place == len(branches)
        yield f"{'└─' if last else '├─'} {title}"
        for twig in twigs:
            yield f"{' ' if last else '│'}    {twig}"
    yield ""


_Branch = tuple[str, list[str]]


def _branches(plan: OperationPlan) -> Iterator[_Branch]:
    for number, steps in enumerate(by_wave(plan.planned), 1):
        yield f"wave {number}", [line for step in steps for line in _step(plan, step)]
    conditional = [step for step in plan.steps if step.conditional]
    if conditional:
        yield "only if an answer makes it necessary", [line for step in conditional for line in _step(plan, step)]
    if len(plan.parts) > 1:
        yield "parts", [_part(plan, part) for part in plan.parts]
    certain = {step.endpoint for step in plan.planned}
    for one in plan.objects:
        if one.plan.alternatives and certain.intersection(one.plan.endpoints):
            title = f"{one.path or one.type_name} is read from {' + '.join(one.endpoints)}"
            yield title, [_alternative(*alternative) for alternative in one.plan.alternatives]
    if plan.unavailable:
        yield f"not available to this caller: {_shortened(plan.unavailable)}", []
    if plan.known:
        yield f"known without asking: {_shortened(plan.known)}", []


def _step(plan: OperationPlan, step: Step) -> list[str]:
    times = f" (up to {step.calls} calls)" if step.calls > 1 else ""
    remarks = f"{step.endpoint.weight} ms"
    if step.cost.effects:
        remarks += ", with effects"
    if step.endpoint.throttle is not None:
        remarks += ", throttled"
    return [f"{step.describe()}{times}", f"    {remarks}; feeds {_shortened(plan.fields_of(step)) or 'nothing'}"]


def _part(plan: OperationPlan, part: Part) -> str:
    endpoints = ", ".join(dict.fromkeys(step.endpoint.name for step in plan.steps_of(part)))
    first = not part.path and part.label is None
    what = "first" if first else f"{part.label or 'later'}, at {'.'.join(part.path) or 'the top'}"
    return f"{what}: {endpoints or 'no call'}"


def _alternative(cost: tuple[int, int, int, int], chosen: Sequence[Endpoint]) -> str:
    price = f"{_count(cost[1], 'call')}, {_price(cost)}"
    return f"instead of {' + '.join(endpoint.name for endpoint in chosen)}: {price}"


def _price(cost: tuple[int, int, int, int]) -> str:
    effects, _, throttled, ms = cost
    price = f"{ms} ms of the LMS's work"
    price += f", {effects} with effects" if effects else ""
    return price + (f", {throttled} throttled" if throttled else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shortened(fields: list[str]) -> str:
    """As many fields as fit in a line, and the number of further ones."""
    shown: list[str] = []
    for field in fields:
        if shown and len(", ".join([*shown, field])) > _WIDTH:
            return f"{', '.join(shown)} and {len(fields) - len(shown)} more"
        shown.append(field)
    return ", ".join(shown)


def _samples(schema: GraphQLSchema, operation: OperationDefinitionNode) -> dict[str, Any]:
    """A sample value for every required variable without a default."""
    return {
        definition.variable.name.value: _sample(type_from_ast(schema, definition.type))
        for definition in operation.variable_definitions or ()
        if definition.default_value is None and isinstance(definition.type, NonNullTypeNode)
    }


def _sample(kind: Any) -> Any:
    if is_non_null_type(kind):
        return _sample(kind.of_type)
    if is_list_type(kind):
        return [_sample(kind.of_type)]
    if is_input_object_type(kind):
        return {name: _sample(field.type) for name, field in kind.fields.items() if is_required_input_field(field)}
    if is_enum_type(kind):
        return next(iter(kind.values))
    return _SAMPLES.get(kind.name, "1")
