"""The interface of all kinds of sources."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

import msgspec

from loaders.answer import Payload
from resolvers.output.code import Code, NotCompilableError
from resolvers.output.cursor import Cursor
from resolvers.output.shape import Form, Need
from resolvers.values.path import Path, View


class Kind(ABC):
    """The way in which a source finds its value.

    `is_carried` is true for a join that passes the whole other answer to the rows. `via` is the function that computes
    the value, if there is one.
    """

    is_carried: ClassVar[bool] = False
    via: Callable[..., Any] | None = None

    @property
    def fact(self) -> str | None:
        """The name of a fact around the object, for a value that is in no answer."""
        return None

    @property
    @abstractmethod
    def paths(self) -> tuple[Path, ...]:
        """The paths from the object's place, or from the top of the answer, to everything that is read."""

    @property
    def keys(self) -> frozenset[str] | None:
        """The top-level keys of an answer that has the value. None if they do not suffice to decide whether it has
        one.
        """
        return None

    @property
    def is_below(self) -> bool:
        """True unless the value is the object's own place: a value below it may be absent."""
        return True

    def describe(self) -> str:
        """The place as named in descriptions: `course_blocks.blocks[].due`."""
        return " + ".join(".".join(path) for path in self.paths if path)

    def has_value(self, payload: Payload) -> bool:
        """False if the answer lacks the value. The reader handles a value of the wrong type."""
        try:
            return self.is_in(payload)
        except (msgspec.DecodeError, RecursionError, LookupError, TypeError, ValueError):
            return True

    @abstractmethod
    def is_in(self, payload: Payload) -> bool:
        """True when the answer has the value. May raise for an unexpected shape."""

    def value(self, view: View) -> Any:
        """The value in decoded JSON. Raises TypeError for an unexpected shape."""
        raise TypeError("a value was expected")

    def rows(self, view: View) -> list[Any] | None:
        """The rows of a list of objects; None if there is no list. Raises TypeError for an unexpected shape."""
        value = self.value(view)
        if value is not None and not isinstance(value, list):
            raise TypeError("a list was expected")
        return value

    def joined(self, spine: View, view: View) -> Callable[[], Any]:
        """The reading of the object that another answer adds to a row. Raises TypeError for an unexpected row.

        `spine` is the row's own description. The reading raises TypeError for an unexpected shape of the other answer.
        """
        raise TypeError("a join was expected")

    def compiled(self, code: Code, cursor: Cursor) -> tuple[str, Need | None]:
        """The expression of the value, and its need."""
        raise NotCompilableError(self.describe())

    def places_of_text(self, cursor: Cursor) -> list[Need | None]:
        """The known places of the texts that the value consists of."""
        return [None]

    def compiled_plain(self, code: Code, cursor: Cursor) -> str:
        """The expression of the value as plain decoded JSON."""
        raise NotCompilableError(self.describe())

    def compiled_object(self, code: Code, cursor: Cursor) -> Cursor:
        """The cursor of the object."""
        raise NotCompilableError(self.describe())

    def compiled_rows(self, code: Code, cursor: Cursor, result: str, row: str, *, required: bool) -> Cursor:
        """Opens the loop over the rows, leaves its block open, and returns the cursor of a row."""
        expression, need = self.compiled(code, cursor)
        values, item = opened(code, expression, need, Form.LIST, result, required=required)
        if item is None:
            code.writer.line(f"if type({values}) is not list: {code.fall_back}")
        code.writer.line(f"for {row} in {values}:")
        code.writer.indent()
        return Cursor(row, item, cursor.top)

    def compiled_join(self, code: Code, at: Cursor) -> Callable[[Cursor], Cursor]:
        """Writes what a join needs before the loop. Returns a function from a row's cursor to that of its join."""
        raise NotCompilableError(self.describe())


def opened(
    code: Code, expression: str, need: Need | None, form: Form, result: str, *, required: bool
) -> tuple[str, Need | None]:
    """Writes the start of a list. Returns the variable of all its rows, and the need for one row."""
    values = code.writer.name()
    code.writer.line(f"{values} = {expression}")
    item = None
    if need is not None:
        need.nullable = True
        item = need.each(form)
    code.open_rows(values, result, required=required)
    return values, item
