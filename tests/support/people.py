"""The demo's people and their sign-ins."""

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
USERS = ("alex", "sam", "taylor", "jordan", "anonymous")
"""A verified learner, an audit learner, global staff, somebody enrolled in nothing, and a visitor."""


def sign_in(user: str, scheme: str = "JWT") -> dict[str, str]:
    """The headers that sign a demo user in; `scheme` is `JWT`, `Bearer` or `session`."""
    if user == "anonymous":
        return {}
    if scheme == "session":
        return {"Cookie": f"sessionid=demo-{user}"}
    return {"Authorization": f"{scheme} demo-{user}"}


BOTANY = "course-v1:OpenedX+BotanyX+2026"
CODE = "course-v1:DemoU+CodeX+2026"
HIDDEN = "course-v1:OpenedX+HidX+2026"
PUBLIC = "course-v1:OpenedX+PubX+2026"
NOT_STARTED = "course-v1:OpenedX+StatsX+2026_T2"
ARCHIVED = "course-v1:SailAcademy+NavX+2025_T3"
GATED = "course-v1:OpenedX+GateX+2026"
UNKNOWN = "course-v1:No+Such+Run"
COURSES = (
    KEY,
    BOTANY,
    CODE,
    HIDDEN,
    UNKNOWN,
    NOT_STARTED,
    ARCHIVED,
    PUBLIC,
    GATED,
)
"""Courses that differ in who may enter, what is due and what is locked; one does not exist."""


def generated(count: int) -> list[str]:
    """Keys of generated courses that alex is enrolled in."""
    return [f"course-v1:Demo+Gen{index}+2026" for index in range(1, count + 1)]
