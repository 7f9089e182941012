"""The variable with an answer's flat map of blocks, as the generated code uses it."""

from typing import Any

from resolvers.output.code import Code
from resolvers.output.cursor import Cursor, read
from resolvers.output.leaves import UnexpectedValueError
from resolvers.output.shape import Form, Need
from resolvers.values.path import Path


def blocks_of(code: Code, cursor: Cursor, path: Path) -> tuple[str, Need | None]:
    """The variable of the flat map at this path, and the need for a block."""
    expression, need = read(code.writer, cursor.top, path)
    if need is None:
        return code.writer.once(f"{code.writer.constant(map_of)}({expression})", "m"), None
    need.nullable = True
    return code.writer.once(expression, "m"), need.each(Form.MAP)


def map_of(value: Any) -> Any:
    """A map of decoded JSON, or None. Raises UnexpectedValueError for anything else."""
    if value is not None and type(value) is not dict:
        raise UnexpectedValueError
    return value
