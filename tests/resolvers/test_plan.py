"""The choices of the planner, on artificial endpoints and on real queries."""

from types import SimpleNamespace
from typing import Any

import pytest
from graphql import (
    FieldNode,
    GraphQLObjectType,
    OperationDefinitionNode,
    get_named_type,
    is_leaf_type,
    parse,
)
from hypothesis import given
from hypothesis import strategies as st

from loaders.credentials import Credentials
from loaders.endpoint import Auth, Batch, Effect, Endpoint
from loaders.endpoints.catalog import CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from resolvers.course import course_of
from resolvers.plan.choice import cost_of, plan, price
from resolvers.plan.demands import Demand, demands_of
from schema.schema import build_schema
from tests.support.gateway import Gateway
from tests.support.people import KEY, generated

SIGNED_IN = Credentials(schemes=Auth.JWT)
A = Endpoint(name="a", path="/a", weight=10)
B = Endpoint(name="b", path="/b", weight=20)
C = Endpoint(name="c", path="/c", weight=30)
WRITES = Endpoint(name="writes", path="/w", weight=1, effects=Effect.STREAK)
SLOW = Endpoint(name="slow", path="/s", weight=500)
THROTTLED = Endpoint(name="throttled", path="/t", weight=1, throttle="user")
CLOSED = Endpoint(name="closed", path="/x", weight=1, auth=Auth.SESSION)
LIST = Endpoint(name="list", path="/l", weight=10, batch=Batch("r", "id", parameter="keys", limit=10))
ALL = [A, B, C, WRITES, SLOW, THROTTLED, LIST]


def need(path: str, *options: Endpoint, read: tuple[Endpoint, ...] = ()) -> Demand:
    return Demand(path, dict.fromkeys((*options, *read), path), frozenset(options))


def chosen(*demands: Demand, count: int = 1, credentials: Credentials = SIGNED_IN) -> list[str]:
    return [endpoint.name for endpoint in plan(demands, credentials, count=count).endpoints]


def test_two_light_calls_beat_one_that_is_more_work() -> None:
    assert chosen(need("x", A, SLOW), need("y", B, SLOW)) == ["a", "b"]


def test_one_call_beats_two_that_are_as_much_work() -> None:
    both = Endpoint("both", "/both", weight=A.weight + B.weight)
    assert chosen(need("x", A, both), need("y", B, both)) == ["both"]


def test_a_call_that_is_needed_anyway_is_used_for_the_rest() -> None:
    assert chosen(need("x", C), need("y", A, C)) == ["c"]


def test_less_work_for_the_lms_decides_between_equals() -> None:
    assert chosen(need("x", B, A, C)) == ["a"]


def test_endpoints_that_write_come_last() -> None:
    assert chosen(need("x", WRITES, SLOW)) == ["slow"]
    assert chosen(need("x", A, WRITES), need("y", B, WRITES)) == ["a", "b"], "two reads rather than one write"


def test_a_throttled_call_is_worth_more_work_of_another() -> None:
    light = Endpoint("light", "/light", weight=THROTTLED.weight + 29)
    heavy = Endpoint("heavy", "/heavy", weight=THROTTLED.weight + 31)
    assert chosen(need("x", THROTTLED, light)) == ["light"]
    assert chosen(need("x", THROTTLED, heavy)) == ["throttled"]


def test_a_batch_is_one_call_for_many() -> None:
    assert chosen(need("x", A, LIST), count=10) == ["list"]
    assert cost_of([LIST], 10)[1] == 1
    assert cost_of([LIST], 11)[1] == 2
    assert cost_of([A], 11)[1] == 11
    # Each course needs a call of its own already: the list would only come on top.
    assert chosen(need("x", A, LIST), need("y", A), count=10) == ["a"]


def test_an_endpoint_that_is_only_read_is_no_reason_to_ask() -> None:
    assert chosen(need("x", B, read=(A,))) == ["b"]
    assert chosen(need("x", B, read=(A,)), need("y", A)) == ["a"]


def test_endpoints_that_the_sign_in_does_not_open_are_never_chosen() -> None:
    assert chosen(need("x", CLOSED, SLOW)) == ["slow"]
    made = plan([need("x", CLOSED), need("y", A)], SIGNED_IN)
    assert [endpoint.name for endpoint in made.endpoints] == ["a"]
    assert [demand.path for demand in made.unmet] == ["x"]


def test_a_demand_is_met_by_a_called_endpoint_if_its_own_is_closed() -> None:
    made = plan([need("x", CLOSED, read=(A,)), need("y", A)], SIGNED_IN)
    assert made.unmet == ()
    assert made.feeds(A) == ["y", "x"]


def test_projecting_endpoints_are_asked_for_the_selected_fields_only() -> None:
    projecting = Endpoint(name="p", path="/p", weight=1, project="fields", parameters=("fields",))
    made = plan([need("x", projecting), need("y", projecting), need("z", A)], SIGNED_IN)
    assert made.fields == {projecting: frozenset({"x", "y"})}


def test_an_empty_selection_makes_no_call() -> None:
    assert chosen() == []


DEMANDS = st.lists(
    st.builds(
        lambda number, options: need(f"f{number}", *options),
        st.integers(0, 99),
        st.lists(st.sampled_from(ALL), min_size=1, max_size=4, unique=True),
    ),
    max_size=8,
)


@given(DEMANDS, st.integers(1, 25))
def test_the_plan_covers_everything_and_no_other_set_is_cheaper(demands: list[Demand], count: int) -> None:
    """Against the plainest possible search: every subset of the endpoints."""
    made = plan(demands, SIGNED_IN, count=count)
    assert all(set(made.endpoints) & demand.options.keys() for demand in demands)
    assert made.unmet == ()
    covers = [
        subset
        for number in range(2 ** len(ALL))
        for subset in [[endpoint for place, endpoint in enumerate(ALL) if number >> place & 1]]
        if all(set(subset) & demand.options.keys() for demand in demands)
    ]
    assert price(made.cost) == min(price(cost_of(subset, count)) for subset in covers)
    assert made.cost == cost_of(made.endpoints, count)


@pytest.mark.parametrize(
    ("query", "calls"),
    [
        ('course(key: "%s") { title }', 1),
        ('course(key: "%s") { title tabs { id } }', 1),
        ('course(key: "%s") { title outline { sections { title } } }', 1),
        ('course(key: "%s") { key id }', 1),
        ('course(key: "%s") { title start end pacing }', 1),
        ('course(key: "%s") { tabs { id } dates { blocks { title } } progress { username } }', 3),
        # Two reads rather than one GET that writes.
        ('course(key: "%s") { enrollment { isActive } }', 2),
        ("viewer { username }", 1),
        ("viewer { id }", 0),
        ('viewer { username } course(key: "%s") { tabs { id } }', 1),
        ("__typename", 0),
        ("__schema { queryType { name } }", 0),
    ],
)
def test_query_takes_so_many_calls(gateway: Gateway, query: str, calls: int) -> None:
    answer = gateway.ask("{ " + query.replace("%s", KEY) + " }")
    answer.sound()
    assert len(answer.calls) == calls, answer.paths


@pytest.mark.parametrize("query", ["viewer { username }", "viewer { id isAuthenticated name email timezone }"])
def test_a_visitor_is_not_asked_for(gateway: Gateway, query: str) -> None:
    answer = gateway.ask("{ " + query + " }", user="anonymous")
    answer.sound()
    assert answer.calls == []


def test_fields_of_the_outline_cost_no_further_call(gateway: Gateway) -> None:
    query = "query($k: CourseKey!) { course(key: $k) { %s tools { url } hasEnded } }"
    plain = gateway.ask(query % "", {"k": KEY})
    more = gateway.ask(query % "title outline { sections { title } } certificate { status }", {"k": KEY})
    assert more.sound()["course"]["title"]
    assert more.paths == plain.paths


def test_lists_of_courses_are_batched(gateway: Gateway) -> None:
    keys = generated(25)
    cards = gateway.ask("query($k: [CourseKey!]!) { courses(keys: $k) { title start } }", {"k": keys})
    assert len(cards.sound()["courses"]) == 25
    assert len(cards.calls) == 1
    more = gateway.ask("query($k: [CourseKey!]!) { courses(keys: $k) { title start tabs { id } } }", {"k": keys})
    assert len(more.sound()["courses"]) == 25
    assert len(more.calls) == 25, "the calls that the tabs need have title and start too"


def test_a_plan_follows_the_sign_in(gateway: Gateway) -> None:
    """A bearer token is not read by every view: those views are not asked."""
    query = "query($k: CourseKey!) { course(key: $k) { title outline { sections { title } } } }"
    by_jwt = gateway.ask(query, {"k": KEY})
    by_bearer = gateway.ask(query, {"k": KEY}, scheme="Bearer")
    assert by_jwt.sound() == by_bearer.sound()


def test_weights_prefer_endpoints_that_are_fast_on_a_live_lms() -> None:
    made = plan([need("title", COURSE_METADATA, CATALOG_COURSES)], SIGNED_IN)
    assert made.endpoints == (CATALOG_COURSES,)


def test_a_field_below_an_object_that_is_only_read_is_no_reason_to_ask(gateway: Gateway) -> None:
    """The lists of the viewer's courses have a course's pictures too; one course is never looked up there."""
    query = "query($k: CourseKey!) { course(key: $k) { homeUrl media { image { raw } } } }"
    answer = gateway.ask(query, {"k": "course-v1:No+Such+Run"})
    assert answer.sound() == {"course": None}
    assert not [path for path in answer.paths if "mobile" in path]


def test_every_endpoint_that_a_course_is_planned_with_takes_a_course() -> None:
    """Whatever is selected, however deep: a value that only lists have is never a reason."""
    schema = build_schema()._schema
    course = schema.type_map["Course"]
    assert isinstance(course, GraphQLObjectType)

    def below(given: GraphQLObjectType, depth: int) -> str:
        parts = ["__typename"]
        for name, field in given.fields.items():
            inner = get_named_type(field.type)
            if is_leaf_type(inner):
                parts.append(name)
            elif isinstance(inner, GraphQLObjectType) and inner is not course and depth:
                parts.append(name + below(inner, depth - 1))
        return "{" + " ".join(parts) + "}"

    document = parse("{ course " + below(course, 3) + " }")
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    node = operation.selection_set.selections[0]
    assert isinstance(node, FieldNode)
    demands = demands_of(schema, course, [node], {}, {})
    assert len(demands) > 200
    asked: dict[str, Any] = {}
    ask: Any = SimpleNamespace(
        schema=schema,
        fragments={},
        variable_values={},
        context=SimpleNamespace(plans={}),
        credentials=SIGNED_IN,
        field_nodes=[node],
        username=lambda: "alex",
        type_of=schema.type_map.__getitem__,
        plan=lambda name, step_of, **rules: asked.update(step_of=step_of),
        step=lambda endpoint, arguments, **rules: endpoint.call(**arguments),
    )
    course_of(ask, KEY)
    for demand in demands:
        for endpoint in demand.reasons - {MOBILE_ENROLLMENT}:  # it is asked through the list
            assert asked["step_of"](endpoint, frozenset()), demand.path
