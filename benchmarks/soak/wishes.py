"""The requests of the simulated people: pages of the shipped examples, writes, deferred parts, one-off documents."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from graphql import (
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Visitor,
    get_operation_ast,
    parse,
    print_ast,
    visit,
)

from gateway.graphiql.examples import load_examples

KEYS = ("course-v1:OpenedX+DemoX+DemoCourse", "course-v1:OpenedX+BotanyX+2026", "course-v1:Demo+Large+300")
USERS = ("alex", "sam", "taylor", "jordan", "")
ASKER = "whoAsks"
"""The alias under which every query asks who is answered."""

_DEFERRED = """query Deferred($key: CourseKey!) {
  whoAsks: viewer { username }
  course(key: $key) {
    title
    ... @defer { outline { sections { title sequences { title complete } } } }
    ... @defer { progress { username completion { completeCount } } }
  }
}"""
_OVERVIEW = """query Overview($key: CourseKey!) {
  course(key: $key) { title org shortDescription overviewHtml modes { slug } media { image { small } } }
}"""
_GOAL = """mutation Goal($key: CourseKey!, $days: Int!) {
  setCourseGoal(input: { course: $key, daysPerWeek: $days, subscribedToReminders: true }) {
    course { goals { selectedGoal { daysPerWeek } } } userErrors { code message }
  }
}"""
_TOUR = """mutation Tour($courseware: Boolean) {
  updateTour(input: { showCoursewareTour: $courseware }) { tour { showCoursewareTour } userErrors { code } }
}"""


@dataclass(frozen=True, slots=True)
class Wish:
    """One request: `body` is posted, or `target` is fetched where there is no body."""

    name: str
    body: dict[str, Any] | None
    headers: dict[str, str] = field(default_factory=dict)
    target: str = "/graphql"


Maker = Callable[[random.Random], Wish]


class _WhoAsks(Visitor):
    """Adds the asker to what an operation selects."""

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> OperationDefinitionNode:
        asker = parse(f"{{ {ASKER}: viewer {{ username }} }}").definitions[0]
        assert isinstance(asker, OperationDefinitionNode)
        selections = (*asker.selection_set.selections, *node.selection_set.selections)
        return replace(node, selection_set=SelectionSetNode(selections=selections))


def _pages() -> list[tuple[str, dict[str, Any]]]:
    """The examples that read, each asking also who is answered."""
    found = []
    for example in load_examples():
        document = parse(example.document)
        operation = get_operation_ast(document)
        if operation is not None and operation.operation is OperationType.QUERY:
            found.append((print_ast(visit(document, _WhoAsks())), example.variables))
    return found


PAGES = _pages()


def page(chance: random.Random) -> Wish:
    """One of the example pages; those of a course also for another course."""
    text, variables = chance.choice(PAGES)
    if "sequence" not in variables and "key" in variables:
        variables = {**variables, "key": chance.choice(KEYS)}
    headers = {"accept-encoding": chance.choice(("identity", "gzip", "br", "zstd"))}
    return Wish("page", {"query": text, "variables": variables}, headers)


def one_off(chance: random.Random) -> Wish:
    """A document that nobody sends again, as a client does that writes its variables into the text."""
    text, variables = chance.choice(PAGES)
    return Wish("one-off document", {"query": f"{text} # {chance.getrandbits(64)}", "variables": variables})


def deferred(chance: random.Random) -> Wish:
    """A page in parts."""
    body = {"query": _DEFERRED, "variables": {"key": chance.choice(KEYS)}}
    return Wish("in parts", body, {"accept": "multipart/mixed, application/json"})


def overview(chance: random.Random) -> Wish:
    """Public data of a course, by GET, as a cache in front would ask."""
    variables = json.dumps({"key": chance.choice(KEYS)})
    language = {"accept-language": chance.choice(("en", "es", "fr"))}
    return Wish("public", None, language, "/graphql?" + urlencode({"query": _OVERVIEW, "variables": variables}))


def write(chance: random.Random) -> Wish:
    """A small write."""
    if chance.random() < 0.5:
        return Wish("write", {"query": _TOUR, "variables": {"courseware": chance.random() < 0.5}})
    return Wish("write", {"query": _GOAL, "variables": {"key": KEYS[0], "days": chance.choice((1, 3, 5))}})


_MIX: tuple[tuple[Maker, int], ...] = ((page, 70), (deferred, 10), (overview, 8), (write, 7), (one_off, 5))


def wish(chance: random.Random) -> Wish:
    """What somebody asks for next."""
    (make,) = chance.choices([make for make, _ in _MIX], [weight for _, weight in _MIX])
    return make(chance)
