"""The calls of `node` and `nodes`: those of what an id names."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from loaders.endpoints.gradebook import GRADEBOOK_ENTRY
from resolvers.ask import Ask
from resolvers.finding import parts_by_name
from resolvers.found import NOTHING, Found
from resolvers.node import parse_global_id
from resolvers.places import COURSE, DISCUSSION, ENTRY, PLACES, PROFILE, PROGRAM, VIEWER, Place
from resolvers.step import Argument
from resolvers.steps.catalog import credit_provider_of
from resolvers.steps.course import planned_course
from resolvers.steps.discussion import discussion_of
from resolvers.steps.enrollment import enrollment
from resolvers.steps.profile import profile_of
from resolvers.steps.program import program_of
from resolvers.steps.team import team_of
from resolvers.steps.thread import comment_of, thread_of
from resolvers.steps.viewer import viewer
from resolvers.way import Parts, way_to

_FINDERS: dict[str, Callable[[Ask, Argument], Found]] = {
    "Comment": comment_of,
    "Course": planned_course,
    "CreditProvider": credit_provider_of,
    "Discussion": discussion_of,
    "Enrollment": enrollment,
    "Program": program_of,
    "Team": team_of,
    "Thread": thread_of,
    "Viewer": lambda ask, name: viewer(ask),
}


def node(ask: Ask) -> Found:
    """`Query.node`."""
    return _found(ask, [ask.value("id")], ask.named("id"))


def nodes(ask: Ask) -> Found:
    """`Query.nodes`: so many of each type as the ids say."""
    return _found(ask, sorted(set(ask.value("ids"))), ask.each("ids")[0] or Argument("ids"))


def _found(ask: Ask, ids: list[str], name: Argument) -> Found:
    """What is found for these ids: of each type as much as there are ids of it."""
    named = {text: parse_global_id(text) for text in ids}
    counts = Counter(one.type_name for one in named.values() if one is not None)
    by_type: dict[str, Found] = {}
    for one in named.values():
        if one is None or one.type_name in by_type:
            continue
        times = ask.times(counts[one.type_name])
        if one.type_name in _FINDERS:
            by_type[one.type_name] = _FINDERS[one.type_name](times, Argument(f"{one.type_name} of {name.text}"))
        elif one.type_name in PLACES:
            parts = parts_by_name(ask, one.type_name, one.parts)
            if parts is not None:
                by_type[one.type_name] = _placed(times, one.type_name, parts)
    return Found(by_type=by_type) if by_type else NOTHING


def _placed(ask: Ask, type_name: str, parts: Parts) -> Found:
    """An object that is searched where it lies; the next place only where it is not in one."""
    for number, place in enumerate(PLACES[type_name]):
        nodes, values = way_to(ask.field_nodes, place, parts)
        ask.search(place.holder, nodes, values, partial(_holder, place), perhaps=number > 0)
    return Found(searched=True)


def _holder(place: Place, ask: Ask) -> Found:
    """What the search begins at."""
    key = Argument(f"{{{place.key or 'viewer'}}}")
    if place.holder == COURSE:
        return planned_course(ask, key, known=True)
    if place.holder == DISCUSSION:
        return discussion_of(ask, key, known=True)
    if place.holder == VIEWER:
        return viewer(ask)
    if place.holder == PROFILE:
        return profile_of(ask, key)
    if place.holder == ENTRY:
        entry = ask.step(GRADEBOOK_ENTRY, {"course_key": key, "username": Argument("{learner}")})
        return Found({GRADEBOOK_ENTRY: entry}, facts={"key": key})
    return Found(facts={"uuid" if place.holder == PROGRAM else "key": key})
