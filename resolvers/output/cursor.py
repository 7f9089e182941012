"""Cursors: positions of the generated code in an answer, and reads relative to them."""

from dataclasses import dataclass

from resolvers.output.shape import Form, Need, attribute
from resolvers.output.writer import Writer
from resolvers.values.path import Path


@dataclass(frozen=True, slots=True)
class Cursor:
    """A variable of the generated code that holds an object of one answer.

    `need` describes the values to decode by type. Without one, the object is plain decoded JSON. `root` is the cursor
    of the answer's root, for joins. `sure` is False if the variable may be None. `key` is the variable of the key if
    the object is an entry of a map.
    """

    variable: str
    need: Need | None
    root: "Cursor | None" = None
    sure: bool = True
    key: str | None = None

    @property
    def top(self) -> "Cursor":
        """The cursor of the answer's root."""
        return self.root or self


def read(writer: Writer, cursor: Cursor, path: Path, *, raw: bool = False) -> tuple[str, Need | None]:
    """Returns an expression for the value at a path below the cursor, and its need. Nulls propagate along the path.

    `raw` requests plain decoded JSON of any shape. The need is None if the value is plain decoded JSON.
    """
    variable, need = cursor.variable, cursor.need
    if cursor.key is not None:
        if path == ("key",):
            return cursor.key, None
        path = path[1:]
    if not path:
        return variable, _marked(writer, need, raw=raw)
    for place, step in enumerate(path):
        plain = need is None or need.raw
        writer.assume(need, "raw", plain)
        inner = None if need is None or plain else need.key(step)
        as_dict = plain or (need is not None and need.made)
        expression = f"{variable}.get({step!r})" if as_dict else f"{variable}.{attribute(step)}"
        if place or not cursor.sure:
            expression = f"(None if {variable} is None else {expression})"
            _allow_null(inner)
        if place == len(path) - 1:
            return expression, _marked(writer, inner, raw=raw)
        _allow_null(inner)
        variable, need = writer.once(expression), inner
    raise AssertionError("a path has an end")


def place_of(cursor: Cursor, path: Path) -> Need | None:
    """Returns the need at a path below the cursor, or that of the plain decoded JSON it is in. None if unknown."""
    need = cursor.need
    for step in path if cursor.key is None else path[1:]:
        inner = None if need is None or need.raw else need.keys.get(step.removesuffix("[]"))
        if inner is None:
            break
        need = inner.item if step.endswith("[]") and inner.item is not None else inner
    return need


def _allow_null(need: Need | None) -> None:
    if need is not None:
        need.nullable = True


def read_all(writer: Writer, cursor: Cursor, path: Path) -> str:
    """Returns an expression for all values at a path through lists (`sections[].subsections[].due`), as a flat list."""
    split = next(place for place, step in enumerate(path) if step.endswith("[]")) + 1
    expression, need = read(writer, cursor, (*path[: split - 1], path[split - 1][:-2]))
    row = f"e{len(path)}"  # named by depth, so that equal paths give equal code
    item = None
    if need is not None:
        need.nullable = True
        item = need.each(Form.LIST)
    inner = Cursor(row, item, cursor.top)
    rest = path[split:]
    if any(step.endswith("[]") for step in rest):
        values = "each"
        return f"[{values} for {row} in {expression} or () for {values} in {read_all(writer, inner, rest)}]"
    return f"[{read(writer, inner, rest, raw=True)[0]} for {row} in {expression} or ()]"


def _marked(writer: Writer, need: Need | None, *, raw: bool) -> Need | None:
    if need is None:
        return None
    need.plain = need.plain or raw
    typed = need.typed
    writer.assume(need, "typed", typed)
    return need if typed else None
