"""The validation rules: graphql-core's, with additional limits."""

from collections.abc import Sequence

from graphql import (
    SKIP,
    GraphQLError,
    GraphQLInputType,
    ListValueNode,
    ObjectValueNode,
    ValueNode,
    VisitorAction,
    validate_input_literal,
)
from graphql.validation import (
    ASTValidationRule,
    NoSchemaIntrospectionCustomRule,
    OverlappingFieldsCanBeMergedRule,
    ValidationContext,
    ValuesOfCorrectTypeRule,
    specified_rules,
)


def rules(max_merges: int, *, introspection: bool) -> list[type[ASTValidationRule]]:
    """All rules of the specification. Comparing fields of the same name stops after `max_merges` steps."""

    class BoundedMerging(OverlappingFieldsCanBeMergedRule):
        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            self.rule_context.remaining_complexity_budget = max_merges

    own: dict[type[ASTValidationRule], type[ASTValidationRule]] = {
        OverlappingFieldsCanBeMergedRule: BoundedMerging,
        ValuesOfCorrectTypeRule: _LocatedValues,
    }
    chosen = [own.get(rule, rule) for rule in specified_rules]
    if not introspection:
        chosen.append(NoSchemaIntrospectionCustomRule)
    return chosen


class _LocatedValues(ValuesOfCorrectTypeRule):
    """Adds the location of a value that a scalar refused."""

    def is_valid_value_node(self, node: ValueNode, input_type: GraphQLInputType | None) -> VisitorAction:
        def on_error(error: GraphQLError, path: list[str | int]) -> None:
            if not error.nodes:
                place = _at(node, path)
                error = GraphQLError(error.message, place, original_error=error, extensions=error.extensions)
            self.report_error(error)

        if input_type:
            validate_input_literal(node, input_type, on_error, None, None, self.context.hide_suggestions)
        return SKIP


def _at(node: ValueNode, path: Sequence[str | int]) -> ValueNode:
    """The value node at this path."""
    for step in path:
        if isinstance(node, ObjectValueNode):
            node = next(field.value for field in node.fields if field.name.value == step)
        elif isinstance(node, ListValueNode) and isinstance(step, int):
            node = node.values[step]
    return node
