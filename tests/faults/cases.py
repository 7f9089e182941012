"""Pairs of endpoints: a query that needs both, and the fields that each one feeds."""

from dataclasses import dataclass

from tests.support.people import KEY


@dataclass(frozen=True, slots=True)
class Case:
    """An endpoint in a query that also needs others.

    `prefix` is the path that the fault strikes, `field` the response path of the first field that the endpoint
    feeds, `fed` the paths of all fields that only it can feed. `silent` says which faults are an answer of this
    endpoint ("absent", "refused by course policy") rather than a failure.
    """

    endpoint: str
    prefix: str
    query: str
    fed: tuple[str, ...]
    user: str = "alex"
    silent: frozenset[str] = frozenset()

    @property
    def field(self) -> str:
        return self.fed[0]


_NOT_THERE = frozenset({"404"})
_REFUSED = frozenset({"403", *_NOT_THERE})

CASES = (
    Case(
        "user/me",
        "/api/user/v1/me",
        "viewer { username } course(key: $key) { overviewHtml }",
        ("viewer.username",),
    ),
    Case(
        "course_home/course_metadata",
        f"/api/course_home/course_metadata/{KEY}",
        "course(key: $key) { number: isStaff hasEnded tabs { id } access { hasAccess } tools { url } }",
        ("course.number", "course.tabs", "course.access"),
        silent=_NOT_THERE,
    ),
    Case(
        "course_home/outline",
        f"/api/course_home/outline/{KEY}",
        "course(key: $key) { title tabs { id } tools { url } resume { url } enrollAlert { canEnroll } }",
        ("course.tools", "course.resume.url", "course.enrollAlert"),
        silent=_REFUSED,
    ),
    Case(
        "course_home/dates",
        f"/api/course_home/dates/{KEY}",
        "course(key: $key) { title tabs { id } learnerIsFullAccess dates { blocks { title } } }",
        ("course.learnerIsFullAccess", "course.dates"),
        silent=_REFUSED,
    ),
    Case(
        "course_home/progress",
        f"/api/course_home/progress/{KEY}",
        "course(key: $key) { title tabs { id } progress { username completion { completeCount } } }",
        ("course.progress",),
        silent=_REFUSED,
    ),
    Case(
        "course_home/progress/student",
        f"/api/course_home/progress/{KEY}/12/",
        'course(key: $key) { title tabs { id } progress(studentId: "12") { username } }',
        ("course.progress",),
        user="taylor",
        silent=_REFUSED,
    ),
    Case(
        "course_home/navigation",
        f"/api/course_home/v1/navigation/{KEY}",
        "course(key: $key) { tabs { id } outline { sections { sequences { units { title } } } } }",
        ("course.outline",),
        silent=_REFUSED,
    ),
    Case(
        "courses/course",
        f"/api/courses/v1/courses/{KEY}",
        "course(key: $key) { tabs { id } overviewHtml certificateAvailableDate }",
        ("course.overviewHtml", "course.certificateAvailableDate"),
        silent=_NOT_THERE,
    ),
    Case(
        "enrollment/course",
        f"/api/enrollment/v1/course/{KEY}",
        "course(key: $key) { tabs { id } modes { slug } }",
        ("course.modes",),
        silent=_NOT_THERE,
    ),
    Case(
        "user/account",
        "/api/user/v1/accounts/alex",
        "viewer { username name email } course(key: $key) { tabs { id } }",
        ("viewer.name", "viewer.email"),
        silent=_NOT_THERE,
    ),
    Case(
        "user/preferences",
        "/api/user/v1/preferences/alex",
        "viewer { username timezone }",
        ("viewer.timezone",),
        silent=_NOT_THERE,
    ),
)
