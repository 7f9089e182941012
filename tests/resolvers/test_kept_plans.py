"""A cached plan contains no values of a request, because it also serves requests with other values."""

import pytest
from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, parse

from gateway.commands.explain import SIGN_INS
from resolvers.plan.cache import plan_operation
from resolvers.plan.operation import OperationPlan

ONE, OTHER = "course-v1:A+B+1", "course-v1:A+B+2"


def planned(schema: GraphQLSchema, text: str, variables: dict[str, object]) -> OperationPlan:
    document = parse(text)
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    return plan_operation(schema, fragments, operation, variables, SIGN_INS["jwt"])


@pytest.mark.parametrize(("items", "calls"), [("$a", 1), ("$a, $a", 1), ("$a, $b", 2), (f'$a, "{OTHER}"', 2)])
def test_variables_in_a_list_stay_variables(schema: GraphQLSchema, items: str, calls: int) -> None:
    """However many of them have the same value in the request that is planned first."""
    query = f"query Q($a: CourseKey!, $b: CourseKey) {{ courses(keys: [{items}]) {{ tabs {{ title }} }} }}"
    plan = planned(schema, query, {"a": ONE, "b": ONE})
    assert plan.cost.calls == calls
    (step,) = plan.steps
    assert ONE not in step.describe()
    assert step.makes(step.endpoint, f"/api/course_home/course_metadata/{OTHER}", {"a": OTHER, "b": OTHER})


def test_the_rows_of_a_streamed_list_come_whole(schema: GraphQLSchema) -> None:
    inner = "id"
    for name in ("units", "sequences", "sections"):
        inner = f"{name} @stream(initialCount: 1) {{ {inner} }}"
    plan = planned(schema, f'{{ course(key: "{ONE}") {{ outline {{ {inner} }} }} }}', {})
    assert [part.path for part in plan.parts] == [(), ("course", "outline", "sections")]
    leaf = "course.outline.sections.sequences.units.id"
    assert all(list(part.leaves) == [leaf] for part in plan.parts)
