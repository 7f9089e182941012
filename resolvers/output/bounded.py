"""graphql-core's executor with a budget per response. It yields to other requests while it works."""

from typing import Any

from graphql import (
    GraphQLError,
    GraphQLLeafType,
    GraphQLObjectType,
    GraphQLOutputType,
    OperationType,
    get_nullable_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetails
from graphql.pyutils import Path, gather_with_cancel, inspect
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from resolvers.output.budget import AnswerTooLargeError, Budget
from resolvers.plan.parts import taken
from resolvers.plan.selection import Selection
from resolvers.values.normalize import is_number

FieldDetailsList = list[FieldDetails]
GroupedFieldSet = dict[str, FieldDetailsList]

NAME_OVERHEAD = 4
"""Characters around a field's name in JSON."""

_NUMBERS = frozenset({"Int", "Float"})

_LONG = 64
"""Number of rows above which completing a list yields to other requests."""

_MANY_LEAVES = 2000
"""The same for lists of leaves."""

_ERROR_VALUES = 100
_ERROR_TEXT = 300
"""The cost of an error in values and characters. An error costs more than a value."""


def details_of(selection: Selection) -> GroupedFieldSet:
    """Returns a selection in graphql-core's form."""
    return {name: [FieldDetails(node, None) for node in nodes] for name, nodes in selection.items()}


class BoundedExecutor(StrawberryGraphQLCoreExecutionContext):
    """Counts every field that it executes, and aborts the operation if its budget is exceeded."""

    @property
    def budget(self) -> Budget:
        """The budget of the request."""
        budget: Budget = self.context_value.budget
        return budget

    def spend_fields(self, grouped: GroupedFieldSet) -> None:
        """Spends the cost of one object's fields, without the text of their values."""
        self.budget.spend(len(grouped), sum(map(len, grouped)) + NAME_OVERHEAD * len(grouped))

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> Any:
        """Executes the fields of an object and counts them."""
        self.spend_fields(grouped_field_set)
        return super().execute_fields(parent_type, source_value, path, grouped_field_set, position_context)

    def complete_leaf_value(self, return_type: GraphQLLeafType, result: Any) -> Any:  # type: ignore[override]
        """Completes a leaf and counts its text. Raises GraphQLError for non-numbers that graphql-core would accept."""
        if return_type.name in _NUMBERS and (type(result) is bool or (type(result) is str and not is_number(result))):
            raise GraphQLError(f"{return_type.name} cannot represent non numeric value: {inspect(result)}")
        completed = super().complete_leaf_value(return_type, result)
        if type(completed) is str:
            self.budget.spend(0, len(completed))
        return completed

    def complete_iterable_value(
        self,
        item_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        items: Any,
        position_context: Any,
    ) -> Any:
        """Completes a list, or its selected rows. Yields to other requests for a long list, or for a list of objects if
        a turn is due."""
        details = field_details_list
        offset = 0
        if type(items) is list and is_leaf_type(get_nullable_type(item_type)):
            self.budget.spend(len(items))
            is_long = len(items) > _MANY_LEAVES
        else:
            offset, items = taken([one.node for one in details], items, self.variable_values.coerced)
            is_long = type(items) is list and (offset > 0 or len(items) > _LONG or self.budget.due)
        if is_long:
            return self._complete_long(item_type, details, info, path, items, position_context, offset)
        return super().complete_iterable_value(item_type, details, info, path, items, position_context)

    async def _complete_long(
        self,
        item_type: GraphQLOutputType,
        details: FieldDetailsList,
        info: Any,
        path: Path,
        items: Any,
        position_context: Any,
        offset: int,
    ) -> list[Any]:
        completed: list[Any] = []
        waiting: list[int] = []
        try:
            for index, item in enumerate(items):
                if self.budget.due:
                    await self.budget.turn()
                place = path.add_key(offset + index, None)
                if self.is_awaitable(item):
                    completed.append(
                        self.complete_awaitable_list_item_value(item, item_type, details, info, place, position_context)
                    )
                    waiting.append(index)
                elif self.complete_list_item_value(item, completed, item_type, details, info, place, position_context):
                    waiting.append(index)
        except BaseException:
            self.settle_in_background([completed[index] for index in waiting])
            raise
        if waiting:
            results = await gather_with_cancel(*[completed[index] for index in waiting])
            for index, result in zip(waiting, results, strict=True):
                completed[index] = result
        return completed

    def handle_field_error(
        self,
        raw_error: Exception,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        path: Path,
    ) -> None:
        """Handles a field error. An exceeded budget aborts the operation, except at the root fields of a mutation."""
        if isinstance(raw_error, AnswerTooLargeError):
            is_write = self.operation.operation is OperationType.MUTATION and path.prev is None
            if not is_write:
                raise raw_error
        else:
            self.budget.spend(_ERROR_VALUES, _ERROR_TEXT)
        super().handle_field_error(raw_error, return_type, field_details_list, path)
