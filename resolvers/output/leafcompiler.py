"""Compiles leaf fields: scalars, enums and lists of them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from graphql import (
    GraphQLOutputType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from loaders.endpoint import Endpoint
from loaders.keys import is_uuid
from resolvers.declare.source import Declaration, Kind, Path, Source
from resolvers.output.cursor import Cursor, read, read_all
from resolvers.output.leaves import TEXTS, SurpriseError, checker, decoded_type
from resolvers.output.shape import FLOAT, Form, Need
from resolvers.output.trouble import SelectedField
from resolvers.output.writer import Writer
from resolvers.plan.selection import Fragments, Variables
from resolvers.values.scalars import date_time, uuid_text
from resolvers.values.text import absolute, absolute_all, starts_with_host

Cursors = Mapping[Endpoint, Cursor]
Facts = Callable[[str], str]
"""Maps a name to the expression of its value around an object. The value is None if it is unknown."""


_BROUGHT_TO_FORM = frozenset({"DateTime", "UUID"})
"""Leaf types whose serialization normalizes a text."""


_read = datetime.fromisoformat
"""Raises ValueError if there is no such instant."""


class NotCompilableError(Exception):
    """The selection contains something that only the fallback executor supports."""


class LeafCompiler:
    """Writes the code for leaf fields."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Fragments,
        variables: Variables,
        usable: Callable[[Source], bool],
        silent: frozenset[Endpoint],
        *,
        exact: bool,
    ) -> None:
        """`silent` endpoints were asked without success. If `exact`, the code counts the text it returns. Otherwise
        `texts` counts how many texts of each answer it may return.

        `repeats` are conditions under which a block occurs several times. `beginnings` are the lines they need.
        """
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._is_usable = usable
        self._silent = silent
        self.writer = Writer()
        self.writer.constants["surprise"] = SurpriseError
        self.coordinate = ""
        self.exact = exact
        self.texts: Counter[Endpoint] = Counter()
        self.repeats: list[str] = []
        self.beginnings: list[str] = []
        self.path: list[str] = []
        self.field: SelectedField | None = None

    @property
    def surprise(self) -> str:
        """The statement that leaves the current field to the fallback executor."""
        return f"raise surprise({self.coordinate!r})"

    def _leaf(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        sources: Sequence[Source],
        cursors: Cursors,
        facts: Facts,
    ) -> str:
        if not sources:
            return self._null(output_type)
        source = sources[0]
        if source.kind is Kind.KNOWN:
            value = self.writer.once(facts(source.path[0]))
            if len(sources) > 1:
                rest = self._leaf(output_type, declaration, sources[1:], cursors, facts)
                return f"({rest} if {value} is None else {value})"
            if is_non_null_type(output_type):
                self.writer.line(f"if {value} is None: {self.surprise}")
            else:
                self._trouble(f"{value} is None and ")
            return value
        cursor = self._decided(cursor_of(source, cursors), sources)
        self.texts[source.endpoint or next(iter(cursors))] += get_named_type(output_type).name in TEXTS
        expression, need = self._value(source, cursor)
        sure = source.via is not None and _gives(source.via, output_type)
        return self._finished(output_type, declaration, expression, need, sure=sure)

    def _value(self, source: Source, cursor: Cursor) -> tuple[str, Need | None]:
        """Returns the expression of the source's value and its need. Mirrors `resolvers.output.read`."""
        if source.kind is Kind.ROOT_BLOCK:
            block = self._root_block(source, cursor)
            return read(self.writer, block, source.paths[1])
        if not cursor.sure and source.via is not None:
            raise NotCompilableError(source.describe())
        if source.via is None:
            return read(self.writer, cursor, source.path)
        values = [self._raw(cursor, path) for path in source.paths]
        via = self.writer.constant(source.via)
        if len(values) > 1 or source.nulls:
            return f"{via}({', '.join(values)})", None
        variable = self.writer.name()
        self.writer.line(f"{variable} = {values[0]}")
        return f"(None if {variable} is None else {via}({variable}))", None

    def _raw(self, cursor: Cursor, path: Path) -> str:
        if any(step.endswith("[]") for step in path):
            return self.writer.once(read_all(self.writer, cursor, path))
        return read(self.writer, cursor, path, raw=True)[0]

    def _finished(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        expression: str,
        need: Need | None,
        *,
        sure: bool,
    ) -> str:
        """Returns the expression of a serialized leaf. A null in a non-null field raises SurpriseError.

        `sure`: the value comes from a function that always returns this type.
        """
        required = is_non_null_type(output_type)
        inner = get_nullable_type(output_type)
        leaf = get_named_type(output_type)
        assert is_leaf_type(leaf)
        is_list = is_list_type(inner)
        known = decoded_type(leaf)
        if need is not None and (known is None or (need.leaf not in (None, known)) or need.keys):
            need.loose = True
            need = None
        if need is not None:
            (need.each(Form.LIST) if is_list else need).leaf = known
            need.nullable = need.nullable or not required
        elif is_list:
            variable = self.writer.name()
            self.writer.line(f"{variable} = {expression}")
            self.writer.line(f"if {variable} is not None and type({variable}) is not list: {self.surprise}")
            expression = variable
        plain = need is not None and leaf.name not in {*_BROUGHT_TO_FORM, "URL"}
        if plain and (not required or (need is not None and not need.nullable)):
            return expression
        variable = self.writer.name()
        self.writer.line(f"{variable} = {expression}")
        if declaration.is_url:
            self._absolute(variable, need, is_list=is_list)
        formed = leaf.name in _BROUGHT_TO_FORM
        exact = known if known in (str, bool) and not formed and need is None and not is_list else None
        if exact is not None and not sure:
            null = "" if required else f"{variable} is not None and "
            self.writer.line(f"if {null}type({variable}) is not {exact.__name__}: {self.surprise}")
            return variable
        if required:
            self.writer.line(f"if {variable} is None: {self.surprise}")
        if plain or sure or (need is not None and leaf.name == "URL" and not is_list):
            return variable
        if known is str and not is_list:
            return self._text(variable, leaf.name, seen=need is not None)
        check = self.writer.constant(checker(leaf))
        finished = f"[{check}(item) for item in {variable}]" if is_list else f"{check}({variable})"
        return finished if required else f"(None if {variable} is None else {finished})"

    def _text(self, variable: str, name: str, *, seen: bool) -> str:
        """Writes the normalization of a text. `seen`: the decoder has checked that it is a string."""
        if not seen:
            self.writer.line(f"if {variable} is not None and type({variable}) is not str: {self.surprise}")
        return self._formed(variable, name) if name in _BROUGHT_TO_FORM else variable

    def _formed(self, variable: str, name: str) -> str:
        """Writes the normalization of a checked text. Most texts are already in their final form."""
        if name == "UUID":
            sound, form = f"{self.writer.constant(is_uuid)}({variable})", uuid_text
        else:
            read = self.writer.constant(_read)
            sound = f"len({variable}) == 20 and {variable}[19] == 'Z' and {variable}[10] == 'T' and {read}({variable})"
            form = date_time
        finish = self.writer.constant(form)
        self.writer.line(f"if {variable} is not None and not ({sound}): {variable} = {finish}({variable})")
        return variable

    def _absolute(self, variable: str, need: Need | None, *, is_list: bool) -> None:
        """Writes what `absolute` does: a URL with a host is kept, and a plain path is joined to the base."""
        if is_list:
            self.writer.line(f"{variable} = {self.writer.constant(absolute_all)}({variable}, base)")
            return
        kind = "" if need is not None else f"type({variable}) is str and "
        plain = f"{variable}.isascii() and {variable}.isprintable()"
        sound = f"{self.writer.constant(starts_with_host)}({variable}) and {plain}"
        local = f"{plain} and {variable}[:1] == '/' and {variable}[:2] != '//' and {variable}[-1] != ' '"
        self.writer.line(f"if {variable} is not None and {kind}not ({sound}):")
        self.writer.line(f"    if {local}: {variable} = base + {variable}")
        self.writer.line(f"    else: {variable} = {self.writer.constant(absolute)}({variable}, base)")

    def _weighed(self, output_type: GraphQLOutputType, expression: str, texts: list[str]) -> str:
        """Returns the expression of a leaf and adds the length of its text to `texts`."""
        is_list = is_list_type(get_nullable_type(output_type))
        is_text = get_named_type(output_type).name in TEXTS
        if expression == "None" or not (is_list or (is_text and self.exact)):
            return expression
        if not expression.replace(".", "").isidentifier():
            variable = self.writer.name()
            self.writer.line(f"{variable} = {expression}")
            expression = variable
        size = f"len({expression})"
        if is_list:
            self.writer.line(f"n += len({expression} or ())")
            size = f"sum(map(len, {expression} or ()))"
        elif not is_non_null_type(output_type):
            size = f"(0 if {expression} is None else {size})"
        if is_text and self.exact:
            texts.append(size)
        return expression

    def _decided(self, cursor: Cursor, sources: Sequence[Source]) -> Cursor:
        """Returns the cursor of the first source, with code for an answer that does not describe the object."""
        if not cursor.sure and len(sources) > 1:
            # Another source would be read. This is rare, so the fallback executor does it.
            self.writer.line(f"if {cursor.variable} is None: {self.surprise}")
            return replace(cursor, sure=True)
        if not cursor.sure:
            self._trouble(f"{cursor.variable} is None and ")
        return cursor

    def _null(self, output_type: GraphQLOutputType) -> str:
        """Returns null for a field that no answer contains, with an error if a call failed."""
        if is_non_null_type(output_type):
            self.writer.line(self.surprise)
        else:
            self._trouble()
        return "None"

    def _trouble(self, condition: str = "") -> None:
        """Writes code that records the failure that left the current field null."""
        assert self.field is not None
        if any(source.endpoint is not None for source in self.field.sources):
            field = self.writer.constant(self.field)
            self.writer.line(f"if {condition}failed: note({field}, {', '.join(self.path)})")

    def _root_block(self, source: Source, cursor: Cursor) -> Cursor:
        """Returns the cursor of the block of type `course`."""
        raise NotImplementedError


def _gives(via: Callable[..., object], output_type: GraphQLOutputType) -> bool:
    """True if the function's return annotation guarantees values that need no check."""
    given = getattr(via, "__annotations__", {}).get("return")
    leaf = get_named_type(output_type)
    known = decoded_type(leaf)  # type: ignore[arg-type]
    if given is float:
        return bool(known is FLOAT)
    return given in (bool, str) and known is given and leaf.name not in _BROUGHT_TO_FORM


def cursor_of(source: Source, cursors: Cursors) -> Cursor:
    """Returns the cursor that a source reads from."""
    return next(iter(cursors.values())) if source.endpoint is None else cursors[source.endpoint]


def places(source: Source, cursors: Cursors) -> list[tuple[Endpoint, Cursor]]:
    """Returns the cursors that a source reads from, with their endpoints."""
    if source.endpoint is None:
        return list(cursors.items())[:1]
    return [(source.endpoint, cursors[source.endpoint])]


def usable_here(declaration: Declaration, cursors: Cursors) -> list[Source]:
    """Returns the sources of a field that can be read from these cursors."""
    return [source for source in declaration.sources if source.endpoint is None or source.endpoint in cursors]
