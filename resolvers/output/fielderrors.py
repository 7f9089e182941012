"""The field errors of one part of a response."""

from collections.abc import Sequence

from graphql import FieldNode, GraphQLError, GraphQLOutputType, is_non_null_type, located_error
from graphql.execution.executor import CollectedErrors
from graphql.pyutils import Path

from resolvers.declare.errors import forget_below
from resolvers.output.budget import AnswerTooLargeError, Budget
from resolvers.output.response_path import Key, key_of

_VALUES = 100
_TEXT = 300
"""The cost of an error in values and characters. An error costs more than a value."""


class FieldErrors(CollectedErrors):
    """Collects field errors and propagates those of non-null fields. `add` and `has_nulled_position` are called by
    graphql-core too.
    """

    __slots__ = ("_budget", "_nulled", "_writes")

    def __init__(self, budget: Budget, *, writes: bool) -> None:
        """`writes`: the root fields are mutations, which are performed even if their payload cannot be built."""
        super().__init__()
        self._budget = budget
        self._writes = writes
        self._nulled: set[Key] = set()

    def report(self, raw: Exception, output_type: GraphQLOutputType, nodes: Sequence[FieldNode], key: Key) -> None:
        """Records the error of a field. Raises it if the field is non-null, as it then nulls the parent object."""
        if isinstance(raw, AnswerTooLargeError):
            if not self._writes or len(key) > 1:
                raise raw
        else:
            self._budget.spend(_VALUES, _TEXT)
        error = located_error(raw, nodes, list(key))
        if is_non_null_type(output_type):
            raise error
        self.record(error, key)

    def record(self, error: GraphQLError, key: Key) -> None:
        """Adds an error, unless its field or an object around it is null because of an earlier one."""
        if not self._is_nulled(key):
            self._nulled.add(key)
            self.errors.append(error)

    def add(self, error: GraphQLError, path: Path | None) -> None:
        """The same for a path of graphql-core."""
        self.record(error, key_of(path))

    def has_nulled_position(self, start_path: Path | None) -> bool:
        """True if the field or an object around it is null because of an error."""
        return self._is_nulled(key_of(start_path))

    def forget(self, key: Key) -> None:
        """Removes the errors reported for an object, so that it can be built again."""
        forget_below(self.errors, list(key))
        self._nulled = {one for one in self._nulled if one[: len(key)] != key}

    def _is_nulled(self, key: Key) -> bool:
        return any(key[:length] in self._nulled for length in range(len(key) + 1))
