"""Compiles fields that no answer contains: null, with the failure that caused it."""

from collections.abc import Sequence
from dataclasses import replace

from graphql import GraphQLOutputType, is_non_null_type

from resolvers.declare.source import Source
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor
from resolvers.output.field_failure import SelectedField


class Nulls:
    """Writes the code for values that may be absent. `path` and `field` are those of the field being compiled."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self.path: list[str] = []
        self.field: SelectedField | None = None

    def null(self, output_type: GraphQLOutputType) -> str:
        """Returns null for a field that no answer contains, with an error if a call failed."""
        if is_non_null_type(output_type):
            self._code.writer.line(self._code.fall_back)
        else:
            self.note_failure()
        return "None"

    def decided(self, cursor: Cursor, sources: Sequence[Source]) -> Cursor:
        """Returns the cursor of the first source, with code for an answer that does not describe the object."""
        if not cursor.sure and len(sources) > 1:
            # Another source would be read. This is rare, so the fallback executor does it.
            self._code.writer.line(f"if {cursor.variable} is None: {self._code.fall_back}")
            return replace(cursor, sure=True)
        if not cursor.sure:
            self.note_failure(f"{cursor.variable} is None and ")
        return cursor

    def note_failure(self, condition: str = "") -> None:
        """Writes code that records the failure that left the current field null."""
        assert self.field is not None
        if any(source.endpoint is not None for source in self.field.sources):
            field = self._code.writer.constant(self.field)
            self._code.writer.line(f"if {condition}failed: note({field}, {', '.join(self.path)})")
