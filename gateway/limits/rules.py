"""The rules a document is validated by: graphql-core's, with bounds of our own."""

from graphql.validation import (
    ASTValidationRule,
    NoSchemaIntrospectionCustomRule,
    OverlappingFieldsCanBeMergedRule,
    ValidationContext,
    specified_rules,
)


def rules(max_merges: int, *, introspection: bool) -> list[type[ASTValidationRule]]:
    """All of the specification's rules. Comparing fields of one name with each other ends after `max_merges` steps."""

    class BoundedMerging(OverlappingFieldsCanBeMergedRule):
        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            self.rule_context.remaining_complexity_budget = max_merges

    chosen: list[type[ASTValidationRule]] = [
        BoundedMerging if rule is OverlappingFieldsCanBeMergedRule else rule for rule in specified_rules
    ]
    if not introspection:
        chosen.append(NoSchemaIntrospectionCustomRule)
    return chosen
