"""Field errors of objects that are built twice."""

from graphql import FieldNode, GraphQLString, NameNode

from resolvers.output.budget import Budget
from resolvers.output.fielderrors import FieldErrors


def test_an_object_that_is_built_again_can_fail_again() -> None:
    errors = FieldErrors(Budget(100_000, 100_000), writes=False)
    node = FieldNode(name=NameNode(value="title"))
    course, title, other = ("course",), ("course", "title"), ("viewer",)
    for place in (title, other):
        errors.report(ValueError("lost"), GraphQLString, [node], place)
    errors.forget(course)
    assert [error.path for error in errors.errors] == [["viewer"]]
    errors.report(ValueError("lost again"), GraphQLString, [node], title)
    assert [error.path for error in errors.errors] == [["viewer"], ["course", "title"]]
    errors.report(ValueError("twice"), GraphQLString, [node], other)
    assert len(errors.errors) == 2
