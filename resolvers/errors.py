"""Errors in what a client sent."""

from graphql import GraphQLError, Node

from loaders.errors import Code


def bad_input(message: str, node: Node | None = None) -> GraphQLError:
    """The error for an argument that cannot be meant."""
    return GraphQLError(message, node, extensions={"code": Code.BAD_USER_INPUT.value})
