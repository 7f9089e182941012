"""The value at a path below the object's own place in the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from loaders.answer import Payload
from resolvers.kinds.kind import Kind
from resolvers.kinds.presence import has_path, top_keys
from resolvers.output.code import Code, NotCompilableError
from resolvers.output.cursor import Cursor, place_of, read, read_all
from resolvers.output.shape import Need
from resolvers.values.normalize import is_present
from resolvers.values.path import Path, View, walk


@dataclass(frozen=True, eq=False)
class Value(Kind):
    """The value at a path, or the result of `via` for the values at several paths.

    `via` is called for a null only with `nulls`; otherwise the null is passed on.
    """

    places: tuple[Path, ...] = ((),)
    via: Callable[..., Any] | None = None
    nulls: bool = False

    @property
    def paths(self) -> tuple[Path, ...]:
        return self.places

    @property
    def keys(self) -> frozenset[str] | None:
        return top_keys(self.places)

    @property
    def is_below(self) -> bool:
        return bool(self.places[0])

    def is_in(self, payload: Payload) -> bool:
        return all(has_path(payload, path) for path in self.paths)

    def value(self, view: View) -> Any:
        try:
            if len(self.paths) > 1:
                assert self.via is not None
                return self.via(*(walk(view.value, path) for path in self.paths))
            value = walk(view.value, self.paths[0])
            return value if self.via is None or (value is None and not self.nulls) else self.via(value)
        except (LookupError, AttributeError, ValueError) as error:
            raise TypeError("a value of another shape was expected") from error

    def compiled(self, code: Code, cursor: Cursor) -> tuple[str, Need | None]:
        if self.via is None:
            return read(code.writer, cursor, self.paths[0])
        if not cursor.sure:
            raise NotCompilableError(self.describe())
        values = [_plain(code, cursor, path) for path in self.paths]
        if self.via is is_present:  # the most frequent function
            return f"({values[0]} is not None)", None
        via = code.writer.constant(self.via)
        if len(values) > 1 or self.nulls:
            return f"{via}({', '.join(values)})", None
        variable = code.writer.name()
        code.writer.line(f"{variable} = {values[0]}")
        return f"(None if {variable} is None else {via}({variable}))", None

    def places_of_text(self, cursor: Cursor) -> list[Need | None]:
        return [place_of(cursor, path) for path in self.paths]

    def compiled_plain(self, code: Code, cursor: Cursor) -> str:
        if self.via is None:
            return read(code.writer, cursor, self.paths[0], raw=True)[0]
        if not cursor.sure:
            raise NotCompilableError(self.describe())
        values = [code.writer.once(_plain(code, cursor, path)) for path in self.paths]
        via = f"{code.writer.constant(self.via)}({', '.join(values)})"
        return via if len(values) > 1 or self.nulls else f"(None if {values[0]} is None else {via})"

    def compiled_object(self, code: Code, cursor: Cursor) -> Cursor:
        if not self.is_below and self.via is None:
            return cursor
        expression, need = self.compiled(code, cursor)
        variable = code.writer.name()
        code.writer.line(f"{variable} = {expression}")
        if need is not None:
            need.nullable = True
        return Cursor(variable, need, cursor.top)


def _plain(code: Code, cursor: Cursor, path: Path) -> str:
    if any(step.endswith("[]") for step in path):
        return code.writer.once(read_all(code.writer, cursor, path))
    return read(code.writer, cursor, path, raw=True)[0]
