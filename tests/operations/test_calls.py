"""The upstream calls of each operation, and their waves."""

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY, generated

METADATA = f"/api/course_home/course_metadata/{KEY}"
OUTLINE = f"/api/course_home/outline/{KEY}"
NAVIGATION = f"/api/course_home/v1/navigation/{KEY}"
DATES = f"/api/course_home/dates/{KEY}"
PROGRESS = f"/api/course_home/progress/{KEY}"
CATALOG = "/api/courses/v1/courses/"

ONE_WAVE: dict[str, tuple[str, ...]] = {
    "pages/course_home:CourseHomePage": (METADATA, OUTLINE),
    "pages/dates:DatesPage": (METADATA, DATES),
    "pages/progress:ProgressPage": (METADATA, PROGRESS),
    "pages/course_about:CourseAbout": (
        f"/api/courses/v1/courses/{KEY}",
        f"/api/enrollment/v1/enrollment/{KEY}",
        f"/api/enrollment/v1/course/{KEY}",
    ),
}


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
@pytest.mark.parametrize("name", ONE_WAVE)
def test_operation_takes_these_calls_in_one_wave(gateway: Gateway, name: str, scheme: str) -> None:
    gateway.lms.hold(len(ONE_WAVE[name]))
    answer = gateway.ask(text_of(name), {"key": KEY}, scheme=scheme)
    answer.sound()
    assert waves(answer.calls) == [sorted(ONE_WAVE[name])]


def test_anonymous_visitor_takes_no_call_that_needs_a_sign_in(gateway: Gateway) -> None:
    expected = {
        "pages/course_home:CourseHomePage": [METADATA, OUTLINE],
        "pages/dates:DatesPage": [METADATA, OUTLINE],
        "pages/progress:ProgressPage": [METADATA],
    }
    for name, paths in expected.items():
        gateway.lms.hold(len(paths))
        answer = gateway.ask(text_of(name), {"key": KEY}, user="anonymous")
        assert waves(answer.calls) == [paths], name


def test_progress_of_another_learner_is_one_more_call_in_the_same_wave(gateway: Gateway) -> None:
    gateway.lms.hold(2)
    variables = {"key": KEY, "studentId": "11"}
    answer = gateway.ask(text_of("pages/progress:ProgressPage"), variables, user="taylor")
    answer.sound()
    assert waves(answer.calls) == [sorted([METADATA, f"{PROGRESS}/11/"])]


CARDS = """
query Cards($keys: [CourseKey!]!) {
  courses(keys: $keys) {
    key title number org shortDescription effort
    start startDisplay startType end enrollmentStart enrollmentEnd
    pacing invitationOnly hidden mobileAvailable
    media { image { raw small large } bannerImageUrl courseImageUrl courseVideoUrl }
  }
}
"""


@pytest.mark.parametrize("user", ["alex", "anonymous"])
def test_cards_of_25_courses_are_one_call(gateway: Gateway, user: str) -> None:
    keys = generated(25)
    gateway.lms.hold(1)
    answer = gateway.ask(CARDS, {"keys": keys}, user=user)
    data = answer.sound()
    assert [card["key"] for card in data["courses"]] == keys
    assert [card["title"] for card in data["courses"]] == [f"Generated Course {index}" for index in range(1, 26)]
    assert waves(answer.calls) == [[CATALOG]]


HOME_SHAPES = {
    "plain": "{ course(key: $key) { title tabs { id } hasEnded outline { sections { title } } } viewer { username } }",
    "aliases": """{
      home: course(key: $key) { name: title menu: tabs { id } over: hasEnded tree: outline { sections { title } } }
      me: viewer { login: username }
    }""",
    "viewer first, twice the course": """{
      viewer { username }
      a: course(key: $key) { title tabs { id } }
      b: course(key: $key) { hasEnded outline { sections { title } } title }
    }""",
    "fragments": """{ course(key: $key) { ...A } viewer { username } }
      fragment A on Course { title ...B } fragment B on Course { tabs { id } outline { ...C } hasEnded }
      fragment C on Outline { sections { title } }""",
    "inline fragments": """{
      course(key: $key) { ... { title } ... on Course { tabs { id } } ... on Node { id }
        ... @include(if: true) { hasEnded } outline { ... on Outline { sections { ... { title } } } } }
      viewer { ... on Viewer { username } }
    }""",
    "merged selections": """{
      course(key: $key) { title } course(key: $key) { tabs { id } hasEnded }
      course(key: $key) { outline { sections { title } } } viewer { username }
    }""",
    "skipped and included": """{
      course(key: $key) {
        title tabs { id } hasEnded outline { sections { title } }
        dates @include(if: $no) { blocks { title } }
        progress @skip(if: $yes) { username }
        ... @include(if: $no) { modes { slug } }
        ... on Course @skip(if: $yes) { overviewHtml }
      }
      viewer { username }
    }""",
    "under node": "{ node(id: $id) { ... on Course { title tabs { id } hasEnded outline { sections { title } } } } }",
}


@pytest.mark.parametrize("shape", HOME_SHAPES)
def test_shape_of_the_query_changes_no_call(gateway: Gateway, shape: str) -> None:
    course_id = gateway.ask("query($key: CourseKey!) { course(key: $key) { id } }", {"key": KEY}).sound()["course"][
        "id"
    ]
    gateway.lms.hold(2)
    query = f"query($key: CourseKey, $yes: Boolean = true, $no: Boolean = false, $id: ID!) {HOME_SHAPES[shape]}"
    body = HOME_SHAPES[shape]
    wanted = {"$key": "$key: CourseKey!", "$yes": "$yes: Boolean!", "$no": "$no: Boolean!", "$id": "$id: ID!"}
    header = ", ".join(declared for name, declared in wanted.items() if name in body)
    query = f"query({header}) {body}"
    variables = {"key": KEY, "yes": True, "no": False, "id": course_id}
    used = {name: value for name, value in variables.items() if f"${name}" in body}
    answer = gateway.ask(query, used)
    answer.sound()
    assert waves(answer.calls) == [[METADATA, OUTLINE]]


def test_flag_decides_a_call_each_time_it_is_sent(gateway: Gateway) -> None:
    """The same document with another value of `@include` is planned anew, not served from an old plan."""
    query = """query($key: CourseKey!, $all: Boolean!) {
      course(key: $key) { title dates @include(if: $all) { blocks { title } } }
    }"""
    for with_dates in (True, False, True, False):
        answer = gateway.ask(query, {"key": KEY, "all": with_dates})
        course = answer.sound()["course"]
        assert ("dates" in course) is with_dates
        assert (DATES in answer.paths) is with_dates


def test_literal_and_variable_key_take_the_same_calls(gateway: Gateway) -> None:
    literal = gateway.ask(
        f'{{ course(key: "{KEY}") {{ title tabs {{ id }} outline {{ title }} }} viewer {{ username }} }}'
    )
    variable = gateway.ask(
        "query($k: CourseKey!) { course(key: $k) { title tabs { id } outline { title } } viewer { username } }",
        {"k": KEY},
    )
    assert literal.sound() == variable.sound()
    assert literal.paths == variable.paths == [METADATA, NAVIGATION]


def test_all_courses_of_a_list_are_called_in_one_wave(gateway: Gateway) -> None:
    gateway.lms.hold(4)
    query = "query($keys: [CourseKey!]!) { courses(keys: $keys) { title tabs { id } dates { blocks { title } } } }"
    answer = gateway.ask(query, {"keys": [KEY, BOTANY]})
    answer.sound()
    (wave,) = waves(answer.calls)
    assert wave == sorted(
        f"/api/course_home/{name}/{key}" for name in ("course_metadata", "dates") for key in (KEY, BOTANY)
    )


def test_repeated_keys_are_asked_once_and_answered_each(gateway: Gateway) -> None:
    query = "query($keys: [CourseKey!]!) { courses(keys: $keys) { key tabs { id } } }"
    answer = gateway.ask(query, {"keys": [KEY, BOTANY, KEY]})
    assert [course["key"] for course in answer.sound()["courses"]] == [KEY, BOTANY, KEY]
    assert len(answer.calls) == 2


def test_server_time_alone_is_one_cheap_call(gateway: Gateway) -> None:
    answer = gateway.ask("{ serverTime }", user="anonymous")
    assert answer.sound()["serverTime"].endswith("Z")
    assert answer.paths == ["/csrf/api/v1/token"]
