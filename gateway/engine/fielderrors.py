"""The errors of the fields of one part of an answer."""

from collections.abc import Sequence

from graphql import FieldNode, GraphQLOutputType, is_non_null_type, located_error
from graphql.execution.executor import CollectedErrors
from graphql.pyutils import Path

from gateway.errors import forget_below
from resolvers.budget import AnswerTooLargeError, Budget

_VALUES = 100
_TEXT = 300
"""What an error takes of the budget: it is dearer than a value."""


class FieldErrors(CollectedErrors):
    """Collects errors, and says which of them take more than their field."""

    __slots__ = ("_budget", "_writes")

    def __init__(self, budget: Budget, *, writes: bool) -> None:
        """`writes`: the fields at the top are writes, which are done whatever becomes of their payload."""
        super().__init__()
        self._budget = budget
        self._writes = writes

    def report(self, raw: Exception, output_type: GraphQLOutputType, nodes: Sequence[FieldNode], path: Path) -> None:
        """Notes the error of a field. Raises it where the field must not be null: it belongs to the object around."""
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
        """Takes back what was reported of an object, so that it can be built again and fail again."""
        place = path.as_list()
        forget_below(self.errors, place)
        self._error_positions = {
            one for one in self._error_positions if one is None or one.as_list()[: len(place)] != place
        }
