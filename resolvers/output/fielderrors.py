"""The field errors of one part of a response."""

from collections.abc import Sequence

from graphql import FieldNode, GraphQLOutputType, is_non_null_type, located_error
from graphql.execution.executor import CollectedErrors
from graphql.pyutils import Path

from resolvers.declare.errors import forget_below
from resolvers.output.budget import AnswerTooLargeError, Budget

_VALUES = 100
_TEXT = 300
"""The cost of an error in values and characters. An error costs more than a value."""


class FieldErrors(CollectedErrors):
    """Collects field errors and propagates those of non-null fields."""

    __slots__ = ("_budget", "_writes")

    def __init__(self, budget: Budget, *, writes: bool) -> None:
        """`writes`: the root fields are mutations, which are performed even if their payload cannot be built."""
        super().__init__()
        self._budget = budget
        self._writes = writes

    def report(self, raw: Exception, output_type: GraphQLOutputType, nodes: Sequence[FieldNode], path: Path) -> None:
        """Records the error of a field. Raises it if the field is non-null, as it then nulls the parent object."""
        if isinstance(raw, AnswerTooLargeError):
            if not self._writes or path.prev is not None:
                raise raw
        else:
            self._budget.spend(_VALUES, _TEXT)
        error = located_error(raw, nodes, path.as_list())
        if is_non_null_type(output_type):
            raise error
        self.add(error, path)

    def forget(self, path: Path) -> None:
        """Removes the errors reported for an object, so that it can be built again."""
        place = path.as_list()
        forget_below(self.errors, place)
        self._error_positions = {
            one for one in self._error_positions if one is None or one.as_list()[: len(place)] != place
        }
