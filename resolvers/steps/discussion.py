"""The calls of a course's discussions."""

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import DISCUSSION
from resolvers.ask import Ask
from resolvers.discussion import PRESENT
from resolvers.found import Found
from resolvers.step import Argument, Step


def discussion(ask: Ask) -> Found:
    """`Course.discussion`."""
    return discussion_of(ask, ask.fact("key"))


def discussion_of(ask: Ask, key: Argument, *, known: bool = False) -> Found:
    """The same by the course's key; `known` where nobody has to say whether there are any."""

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Step:
        return ask.step(endpoint, {"course_key": key})

    found = ask.plan("Discussion", step_of, extra=() if known else (PRESENT,), facts={"key": key})
    if DISCUSSION in found.told:
        found.told[DISCUSSION].proves.setdefault(ask.path)
    return found
