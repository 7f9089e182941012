"""`Course.progress(studentId:)` and `Course.progress(asUser:)`: one learner's progress, for staff."""

from loaders.endpoints.progress import STUDENT_PROGRESS
from loaders.endpoints.viewer import ACCOUNT
from resolvers.as_user import forbidden, username_in
from resolvers.declare.arguments import is_learner, is_number
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.plan.step import Value


def progress(ask: Ask) -> Found:
    """The progress of one learner. The LMS shows it to staff only."""
    key = ask.fact("key")
    if ask.is_given("asUser") and ask.is_given("studentId"):
        ask.check(_both)
    by_name = "asUser" if ask.is_given("asUser") else "studentId" if is_learner(ask.value("studentId")) else None
    if by_name is None:
        student: Value | None = ask.argument("studentId", _number)
    else:
        account = ask.step(ACCOUNT, {"username": ask.argument(by_name, username_in(ask, key))})
        student = account.value("id", _known)
    step = ask.step(STUDENT_PROGRESS, {"course_key": key, "student_id": student})
    return Found({STUDENT_PROGRESS: step}, facts={"key": key})


def _both() -> None:
    raise bad_input("Specify `studentId` or `asUser`, not both.")


def _number(text: str) -> str:
    if not is_number(text):
        raise bad_input("studentId must be the numeric id of a user.")
    return text


def _known(number: object) -> object:
    """The user id of an account. Raises if it is missing: the LMS shows it to global staff only."""
    if number is None:
        raise forbidden().error()
    return number
