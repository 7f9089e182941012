"""Reports each failed call as one error, even if several fields or parts need the call."""

from collections.abc import Sequence
from typing import Any

from graphql import GraphQLError

from loaders.errors import Failure, UpstreamError
from resolvers.declare.errors import drop_frames

Place = tuple[str | int, ...]


class Reports:
    """The errors that an operation has reported so far."""

    def __init__(self) -> None:
        self._calls: dict[int, Failure] = {}  # keeps a reference, so that the id stays unique
        self._objects: set[tuple[Failure, Place]] = set()

    def choose(self, errors: Sequence[GraphQLError], data: Any = None) -> list[GraphQLError]:
        """The errors that are new: for each failure, the first one in the order of `data`.

        Failures are the same if they are of the same call, or equal and of the same object.
        """
        pairs = [(error, failure_of(error)) for error in errors]
        if len(pairs) > 1:
            pairs.sort(key=lambda pair: _rank(pair[0], data))
        new = {id(error) for error, failure in pairs if self._is_new(error, failure)}
        for error in errors:
            if id(error) not in new:
                drop_frames(error)
        return [error for error in errors if id(error) in new]

    def _is_new(self, error: GraphQLError, failure: Failure | None) -> bool:
        if failure is None:
            return True
        of_object = failure, _object_of(error)
        if id(failure) in self._calls or of_object in self._objects:
            return False
        self._calls[id(failure)] = failure
        self._objects.add(of_object)
        return True


def _object_of(error: GraphQLError) -> Place:
    """The path of the object that an error belongs to. Fields with arguments and rows of lists count as objects."""
    path = tuple(error.path or ())
    if not path or isinstance(path[-1], int) or any(getattr(node, "arguments", ()) for node in error.nodes or ()):
        return path
    return path[:-1]


def failure_of(error: BaseException | None) -> Failure | None:
    """The failed call behind an error; None for any other error."""
    while isinstance(error, GraphQLError):
        error = error.original_error
    return error.failure if isinstance(error, UpstreamError) else None


def _rank(error: GraphQLError, data: Any) -> list[int]:
    """The position of the error's field in the data, as far as the path exists."""
    rank = []
    for step in error.path or ():
        if isinstance(data, dict) and step in data:
            rank.append(list(data).index(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            rank.append(step)
        else:
            break
        data = data[step]
    return rank
