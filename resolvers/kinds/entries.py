"""A JSON object as a list of `key`/`value` pairs."""

from dataclasses import dataclass
from typing import Any

from loaders.answer import Payload
from resolvers.kinds.kind import Kind, opened
from resolvers.kinds.value import Value
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor
from resolvers.output.shape import Form
from resolvers.values.path import Path, View


@dataclass(frozen=True, slots=True, eq=False)
class Entries(Kind):
    """The members of an object, which is found like any value."""

    of: Value

    @property
    def paths(self) -> tuple[Path, ...]:
        return self.of.paths

    def is_in(self, payload: Payload) -> bool:
        return self.of.is_in(payload)

    def rows(self, view: View) -> list[Any] | None:
        value = self.of.value(view)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise TypeError("an object was expected")
        return [{"key": key, "value": entry} for key, entry in value.items()]

    def compiled_rows(self, code: Code, cursor: Cursor, result: str, row: str, *, required: bool) -> Cursor:
        expression, need = self.of.compiled(code, cursor)
        values, item = opened(code, expression, need, Form.MAP, result, required=required)
        key = code.writer.name("k")
        code.writer.line(f"for {key}, {row} in {values}.items():")
        code.writer.indent()
        return Cursor(row, item, cursor.top, key=key)
