"""A selected field in a running request: the steps of its look-up are calls."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, ListValueNode, OperationType, print_ast, value_from_ast

from loaders.credentials import Credentials, Username
from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from resolvers.declare.arguments import kind_of
from resolvers.declare.ask import Shared
from resolvers.declare.found import Found, Given, Place, Steps
from resolvers.declare.page import page_facts
from resolvers.declare.source import Source
from resolvers.fetch.context import FieldInfo, Info
from resolvers.fetch.entity import Entity
from resolvers.fetch.reading import UNEXPECTED, unreadable
from resolvers.fetch.replace import plan_for
from resolvers.fetch.step import Further, LiveStep, Sift, Via
from resolvers.output.read import given as known
from resolvers.output.read import read_part
from resolvers.output.row import Row
from resolvers.plan.demands import Demand
from resolvers.plan.selection import collect
from resolvers.plan.step import Later, Value
from resolvers.values.path import walk


class LiveAsk(FieldInfo, eq=False):
    """An `Ask` whose steps are calls of a request. `row` is the parent row of the field."""

    row: Row | None
    _arguments: Mapping[str, Any]
    _definition: GraphQLField | None

    @classmethod
    def of(
        cls, info: Info, row: Row | None, arguments: Mapping[str, Any], definition: GraphQLField | None = None
    ) -> "LiveAsk":
        """The ask of a field that is being resolved."""
        schema, fragments, operation, values = info.schema, info.fragments, info.operation, info.variable_values
        returned, nodes = info.return_type if definition is None else definition.type, info.field_nodes
        return cls(nodes, returned, schema, fragments, operation, values, info.context, row, arguments, definition)

    @property
    def is_plan(self) -> bool:
        """False: the calls are made."""
        return False

    @property
    def definition(self) -> GraphQLField:
        """The field in the schema."""
        assert self._definition is not None
        return self._definition

    @property
    def credentials(self) -> Credentials:
        """The caller's credentials."""
        return self.context.credentials

    def fact(self, name: str) -> str:
        """A value that identifies the field's parent object or one of its ancestors."""
        assert self.row is not None
        return str(known(name, self.row))

    def own(self, name: str, path: str) -> str:
        """A value that identifies the parent object: a known fact, or a value read from its answer."""
        assert self.row is not None
        if name in self.row.facts:
            return str(self.row.facts[name])
        part = self.row.parts.get(name)
        if part is not None:
            return str(read_part(part, self.row))
        endpoint, view = next(iter(self.row.views.items()))
        try:
            return str(walk(view.value, tuple(path.split("."))))
        except UNEXPECTED:
            raise unreadable(endpoint).error() from None

    def row_value(self, name: str, via: Callable[[str], str] | None = None) -> str | None:
        """A value of the field's parent row; None for a null."""
        assert self.row is not None
        endpoint, view = next(iter(self.row.views.items()))
        try:
            value = walk(view.value, (name,))
            return value if value is None else str(value) if via is None else via(str(value))
        except UNEXPECTED:
            raise unreadable(endpoint).error() from None

    def outer(self, name: str, path: str) -> str:
        """A value that identifies an ancestor of the field's parent object."""
        return self.fact(name)

    def is_known(self, name: str) -> bool:
        """True when this fact is known of the parent object or one of its ancestors."""
        return self.row is not None and known(name, self.row) is not None

    def is_given(self, name: str) -> bool:
        """True when an argument is given and not null."""
        return self._arguments.get(name) is not None

    def value(self, name: str) -> Any:
        """The value of an argument; None if it is not given."""
        return self._arguments.get(name)

    def argument(self, name: str, via: Via | None = None) -> str | None:
        """The value of an argument for use in calls; None if it is not given. Raises for an invalid value."""
        value = self._arguments.get(name)
        if value is None:
            return None
        return str(value) if via is None else via(value)

    def named(self, name: str, via: Via | None = None) -> str:
        """The same as `argument`, for an argument that is always given."""
        value = self._arguments[name]
        return str(value) if via is None else str(via(value))

    def joined(self, name: str, via: Callable[[Any], Iterable[str]] | None = None) -> str | None:
        """A list argument as one comma-separated string, without duplicates; None if it is not given."""
        values = self._arguments.get(name)
        if values is None:
            return None
        return ",".join(dict.fromkeys(values if via is None else via(values)))

    def each(self, name: str) -> tuple[list[str], int]:
        """The keys of a list argument, and the count to plan for: distinct keys in the query or in the variables."""
        keys: list[str] = self._arguments.get(name) or []
        given = (argument.value for argument in self.field_nodes[0].arguments or () if argument.name.value == name)
        written = next((len({print_ast(v) for v in one.values}) for one in given if isinstance(one, ListValueNode)), 0)
        return keys, max(len(set(keys)), written)

    def share(self, name: Any, want: Shared) -> Shared:
        """Merges what this look-up needs into the request's shared call, unless that call was already sent."""
        shared: Shared | None = self.context.gathering.get(name)
        if shared is None or shared.is_sent:
            shared = self.context.gathering[name] = want
        else:
            shared.join(want)
        return shared

    @property
    def place(self) -> Place:
        """Available in a plan only."""
        raise TypeError("a request has no place in a plan")

    @property
    def path(self) -> str:
        """Available in a plan only."""
        return self.place.path

    def inside(self, sources: Iterable[Source]) -> Steps:
        """Available in a plan only."""
        return self.place.steps

    def giver(self, sources: Iterable[Source]) -> Any:
        """Available in a plan only."""
        return self.place.steps

    def note(self, type_name: str, steps: Steps, *, count: int) -> None:
        """Does nothing: only a plan takes notes."""

    def check(self, rule: Callable[[], object]) -> None:
        """Calls the rule, which raises for bad input."""
        rule()

    def type_of(self, name: str) -> GraphQLObjectType:
        """A type of the schema."""
        object_type = self.schema.type_map[name]
        assert isinstance(object_type, GraphQLObjectType)
        return object_type

    def step(
        self,
        endpoint: Endpoint,
        arguments: Given | None = None,
        *,
        asks: Iterable[str] = (),
        objects: int | None = None,
        pages: int | Sequence[Given] = 1,
        after: Sequence[Any] = (),
        conditional: bool = False,
        later: bool = False,
        needed_by: Sequence[Any] = (),
        proves: bool = False,
        further: Further | None = None,
        sift: Sift | None = None,
        rest: Callable[[], Given] | None = None,
    ) -> LiveStep:
        """A step that calls an endpoint. The call starts now, or as soon as the values it depends on are available."""
        given: dict[str, Value | None] = dict(arguments or {})
        if endpoint.project is not None and asks:
            given[endpoint.project] = ",".join(sorted(filter(None, asks)))
        step = LiveStep(self.context, endpoint, given, () if isinstance(pages, int) else pages, further, sift, rest)
        if not (conditional or later):
            step.load()
        return step

    def username(self) -> Later:
        """The caller's username, from the credentials or from the LMS."""
        return Later(self._username)

    async def _username(self) -> str | Failure:
        name = await self.context.username()
        return name.text if isinstance(name, Username) else name

    def either(self, value: Value, other: Callable[[], Value]) -> Later:
        """A value, or a fallback if no answer provides it."""

        async def found() -> str | Missing | Failure:
            for one in (value, None):
                wanted = other() if one is None else one
                outcome = await wanted.outcome() if isinstance(wanted, Later) else str(wanted)
                if type(outcome) is str:
                    break
            return outcome

        return Later(found)

    def plan(
        self,
        type_name: str,
        step_of: Callable[[Endpoint, frozenset[str]], Any],
        *,
        nodes: list[FieldNode] | None = None,
        extra: tuple[Demand, ...] = (),
        steps: Steps | None = None,
        count: int = 1,
        facts: Mapping[str, Any] | None = None,
        judge: Any = None,
        **rules: Any,
    ) -> Found:
        """The object that the field resolves to. The calls for its selected fields start now."""
        nodes = nodes or list(self.field_nodes)
        row: Row | None = rules.pop("row", None)
        already = frozenset(steps or ())
        if row is not None:
            already = frozenset(row.views or row.failed)
        made = plan_for(self, nodes, self.type_of(type_name), extra=extra, already=already, count=count)
        entity = Entity(self.context, type_name, made, step_of, steps or {}, row, judge, facts or {}, **rules)
        return Found(entity=entity)

    def roots(self, name: str) -> "list[LiveAsk]":
        """The operation's root fields of this name. Fields with equal arguments are merged into one."""
        known: list[LiveAsk] | None = self.context.gathering.get(("roots", name))
        if known is None:
            memo, which = self.context.plans, ("roots", name, id(self.operation))
            fields: list[tuple[list[FieldNode], GraphQLField]] | None = memo.get(which)
            if fields is None:
                fields = memo[which] = self._root_fields(name)
            found: dict[Any, LiveAsk] = {}
            for nodes, definition in fields:
                ask = self._root(nodes, definition)
                same = found.setdefault(tuple(ask._arguments.items()), ask)
                if same is not ask:
                    same.field_nodes = [*same.field_nodes, *nodes]
            known = self.context.gathering["roots", name] = list(found.values())
        return known

    def _root(self, nodes: list[FieldNode], definition: GraphQLField) -> "LiveAsk":
        values, types = dict(self.variable_values), definition.args
        written = {argument.name.value: argument.value for argument in nodes[0].arguments or ()}
        given = {name: value_from_ast(value, types[name].type, values) for name, value in written.items()}
        ask = LiveAsk.of(self, None, given, definition)
        ask.field_nodes = nodes
        return ask

    def _root_fields(self, name: str) -> list[tuple[list[FieldNode], GraphQLField]]:
        query_type = self.schema.query_type
        operation: Any = self.operation  # only its selection set is read
        if query_type is None or operation.operation is not OperationType.QUERY:
            return []
        selected = collect(self.schema, query_type, [operation], self.fragments, self.variable_values)
        return [(nodes, query_type.fields[name]) for nodes in selected.values() if nodes[0].name.value == name]

    def asks(self, endpoint: Endpoint, course: Value) -> bool:
        """True when the operation is certain to call this endpoint for this course."""
        variables = self.context.variables
        steps = (step for step in self.context.operation.planned if step.endpoint is endpoint)
        about = (step.arguments.get("course_key") for step in steps)
        return any(argument is not None and argument.bound(variables) == course for argument in about)

    def plans(self, type_name: str, endpoint: Endpoint) -> bool:
        """True when the operation's plan calls this endpoint for an object of this type."""
        objects = self.context.operation.objects
        return any(one.type_name == type_name and endpoint in one.plan.endpoints for one in objects)

    def kind_of(self, name: str) -> str | None:
        """The type of the block or object that an argument names, read from the argument's text."""
        value = self._arguments.get(name)
        return kind_of(value) if isinstance(value, str) else None

    def page_facts(self, name: str, *arguments: object, **facts: Any) -> Mapping[str, Any]:
        """The facts of a page. The name, owner and arguments distinguish it from every other page."""
        return page_facts(name, *arguments, **facts)
