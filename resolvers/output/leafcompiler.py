"""Compiles leaf fields: scalars, enums and lists of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from loaders.endpoint import Endpoint
from resolvers.declare.source import Declaration, Source
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor
from resolvers.output.leaves import TEXTS, checker, decoded_type
from resolvers.output.nulls import Nulls
from resolvers.output.shape import FLOAT, Form, Need
from resolvers.values.scalars import date_time, is_normal_time, is_normal_uuid, uuid_text
from resolvers.values.text import absolute, absolute_all, is_path_of_url, is_web_url

Cursors = Mapping[Endpoint, Cursor]
Facts = Callable[[str], str]
"""Maps a name to the expression of its value around an object. The value is None if it is unknown."""


_BROUGHT_TO_FORM = frozenset({"DateTime", "UUID"})
"""Leaf types whose serialization normalizes a text."""


class Leaves:
    """Writes the code for leaf fields."""

    def __init__(self, code: Code, nulls: Nulls) -> None:
        self._code = code
        self._nulls = nulls

    def leaf(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        sources: Sequence[Source],
        cursors: Cursors,
        facts: Facts,
    ) -> str:
        """Returns the expression of a leaf or a list of leaves."""
        if not sources:
            return self._nulls.null(output_type)
        source = sources[0]
        if source.kind.fact is not None:
            value = self._code.writer.once(facts(source.kind.fact))
            if len(sources) > 1:
                rest = self.leaf(output_type, declaration, sources[1:], cursors, facts)
                return f"({rest} if {value} is None else {value})"
            if is_non_null_type(output_type):
                self._code.writer.line(f"if {value} is None: {self._code.fall_back}")
            else:
                self._nulls.note_failure(f"{value} is None and ")
            return value
        cursor = self._nulls.decided(cursor_of(source, cursors), sources)
        expression, need = source.kind.compiled(self._code, cursor)
        if get_named_type(output_type).name in TEXTS:
            self._code.reads_text(source.endpoint or next(iter(cursors)), source.kind.places_of_text(cursor))
        via = source.kind.via
        sure = via is not None and _gives(via, output_type)
        return self._finished(output_type, declaration, expression, need, sure=sure)

    def _finished(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        expression: str,
        need: Need | None,
        *,
        sure: bool,
    ) -> str:
        """Returns the expression of a serialized leaf. A null in a non-null field raises UnexpectedValueError.

        `sure`: the value comes from a function that always returns this type.
        """
        required = is_non_null_type(output_type)
        inner = get_nullable_type(output_type)
        leaf = get_named_type(output_type)
        assert is_leaf_type(leaf)
        is_list = is_list_type(inner)
        known = decoded_type(leaf)
        need = self._decoded(need, known, is_list=is_list, required=required)
        if need is None and is_list:
            variable = self._code.writer.name()
            self._code.writer.line(f"{variable} = {expression}")
            self._code.writer.line(
                f"if {variable} is not None and type({variable}) is not list: {self._code.fall_back}"
            )
            expression = variable
        plain = need is not None and leaf.name not in {*_BROUGHT_TO_FORM, "URL"}
        if plain and (not required or self._is_sure(need)):
            return expression
        variable = self._code.writer.name()
        self._code.writer.line(f"{variable} = {expression}")
        if declaration.is_url:
            self._absolute(variable, need, is_list=is_list)
        formed = leaf.name in _BROUGHT_TO_FORM
        exact = known if known in (str, bool) and not formed and need is None and not is_list else None
        if exact is not None and not sure:
            null = "" if required else f"{variable} is not None and "
            self._code.writer.line(f"if {null}type({variable}) is not {exact.__name__}: {self._code.fall_back}")
            return variable
        if required:
            self._code.writer.line(f"if {variable} is None: {self._code.fall_back}")
        if plain or sure or (need is not None and leaf.name == "URL" and not is_list):
            return variable
        if known is str and not is_list:
            return self._text(variable, leaf.name, seen=need is not None)
        check = self._code.writer.constant(checker(leaf))
        finished = f"[{check}(item) for item in {variable}]" if is_list else f"{check}({variable})"
        return finished if required else f"(None if {variable} is None else {finished})"

    def _decoded(self, need: Need | None, known: Any, *, is_list: bool, required: bool) -> Need | None:
        """Has the value decoded as this type. Returns None if it must be read as plain decoded JSON."""
        if need is None:
            return None
        if known is None or need.leaf not in (None, known) or need.keys:
            need.loose = True
            return None
        (need.each(Form.LIST) if is_list else need).leaf = known
        need.nullable = need.nullable or not required
        self._code.writer.assume(need, "leaf", need.leaf)
        self._code.writer.assume(need, "keys", {})
        return need

    def _is_sure(self, need: Need | None) -> bool:
        """True if the decoder rejects null."""
        if need is None or need.nullable:
            return False
        self._code.writer.assume(need, "nullable", False)
        return True

    def _text(self, variable: str, name: str, *, seen: bool) -> str:
        """Writes the normalization of a text. `seen`: the decoder has checked that it is a string."""
        if not seen:
            self._code.writer.line(f"if {variable} is not None and type({variable}) is not str: {self._code.fall_back}")
        return self._formed(variable, name) if name in _BROUGHT_TO_FORM else variable

    def _formed(self, variable: str, name: str) -> str:
        """Writes the normalization of a checked text. Most texts are already in their final form."""
        is_normal, form = (is_normal_uuid, uuid_text) if name == "UUID" else (is_normal_time, date_time)
        finish, sound = self._code.writer.constant(form), self._code.passes(is_normal, variable)
        self._code.writer.line(f"if {variable} is not None and not {sound}: {variable} = {finish}({variable})")
        return variable

    def _absolute(self, variable: str, need: Need | None, *, is_list: bool) -> None:
        """Writes what `absolute` does: a URL with a host is kept, and a plain path is joined to the base."""
        if is_list:
            self._code.writer.line(f"{variable} = {self._code.writer.constant(absolute_all)}({variable}, base)")
            return
        kind = "" if need is not None else f"type({variable}) is str and "
        is_whole = self._code.passes(is_web_url, variable)
        is_path, join = map(self._code.writer.constant, (is_path_of_url, absolute))
        self._code.writer.line(f"if {variable} is not None and {kind}not {is_whole}:")
        self._code.writer.line(f"    if {is_path}({variable}): {variable} = base + {variable}")
        self._code.writer.line(f"    else: {variable} = {join}({variable}, base)")

    def weighed(self, output_type: GraphQLOutputType, expression: str, texts: list[str]) -> str:
        """Returns the expression of a leaf and adds the length of its text to `texts`."""
        is_list = is_list_type(get_nullable_type(output_type))
        is_text = get_named_type(output_type).name in TEXTS
        if expression == "None" or not (is_list or (is_text and self._code.exact)):
            return expression
        if not expression.replace(".", "").isidentifier():
            variable = self._code.writer.name()
            self._code.writer.line(f"{variable} = {expression}")
            expression = variable
        size = f"len({expression})"
        if is_list:
            self._code.writer.line(f"n += len({expression} or ())")
            size = f"sum(map(len, {expression} or ()))"
        elif not is_non_null_type(output_type):
            size = f"(0 if {expression} is None else {size})"
        if is_text and self._code.exact:
            texts.append(size)
        return expression


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
