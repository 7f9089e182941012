"""Errors in client input."""

from graphql import GraphQLError, Node

from loaders.errors import Code


def bad_input(message: str, node: Node | None = None) -> GraphQLError:
    """The error for an invalid argument."""
    return GraphQLError(message, node, extensions={"code": Code.BAD_USER_INPUT.value})


def forget_below(errors: list[GraphQLError], path: list[str | int]) -> None:
    """Removes the errors of an object that turned out not to exist."""
    for error in [error for error in errors if (error.path or [])[: len(path)] == path]:
        errors.remove(error)
        drop_frames(error)


def drop_frames(error: BaseException | None) -> None:
    """Drops the traceback of an error, whose frames reference the request's answers and the error itself."""
    while error is not None:
        error.__traceback__ = None
        if isinstance(error, GraphQLError) and error.original_error is not None:
            drop_frames(error.original_error)
        error = error.__cause__ or error.__context__
