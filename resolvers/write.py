"""Mutations: a single write that is never retried, after which the affected objects are read again.

A refusal that a user can understand and act on is a value in the payload (`userErrors`). A failed write (no sign-in, no
CSRF pair, LMS unavailable) is an error of the field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from loaders.answer import Answer
from loaders.calls.client import MERGE_PATCH as MERGE_PATCH
from loaders.calls.judge import closed, failure
from loaders.credentials import Username
from loaders.endpoint import Call, Endpoint
from loaders.endpoints.course_writes import COMPLETE
from loaders.endpoints.viewer import ME
from loaders.errors import Code, Failure
from loaders.refusal import Notice, messages_of
from resolvers.course import course_of
from resolvers.declare.ask import Ask, LookUp
from resolvers.declare.found import NOTHING, Found
from resolvers.fetch.context import Info, Request
from resolvers.fetch.reading import unreadable
from resolvers.output.row import Row
from resolvers.plan.step import Argument
from resolvers.values.path import View
from resolvers.viewer import viewer

FORM = "application/x-www-form-urlencoded"


class Refusal(Enum):
    """The reason why the LMS or the gateway refused a write. Values of the enum `UserErrorCode`."""

    INVALID = "invalid"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    TOO_MANY = "too_many"
    MASQUERADING = "masquerading"
    INCOMPLETE = "incomplete"


_CODES = {
    403: Refusal.FORBIDDEN,
    404: Refusal.NOT_FOUND,
    409: Refusal.CONFLICT,
    413: Refusal.TOO_MANY,
    429: Refusal.TOO_MANY,
}
_TEXTS = {
    Refusal.INVALID: "The LMS does not accept this.",
    Refusal.FORBIDDEN: "The LMS denied access to the signed-in user.",
    Refusal.NOT_FOUND: "The LMS does not know what this is about, or not for the signed-in user.",
    Refusal.CONFLICT: "This is in conflict with what the LMS has.",
    Refusal.TOO_MANY: "The LMS takes fewer rows in one call.",
    Refusal.INCOMPLETE: "Only a part of the change was stored.",
    Refusal.MASQUERADING: "The LMS stores nothing while it is looked at as another learner.",
}
_CSRF = b"CSRF"


@dataclass(frozen=True, slots=True)
class UserError:
    """One entry of `userErrors`. `field` is the path of the argument at fault; None if it concerns the whole input."""

    code: Refusal
    message: str
    field: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of a write: its answer, or the reasons for its refusal.

    `body` is the decoded answer, None if it is empty. `partly`: an earlier write of the same mutation succeeded.
    """

    status: int = 0
    body: Any = None
    errors: tuple[UserError, ...] = ()
    partly: bool = False

    @property
    def done(self) -> bool:
        """True when the LMS accepted the write."""
        return not self.errors

    @property
    def stored(self) -> bool:
        """True when the LMS stored all or a part of the change."""
        return self.done or self.partly


def refused(code: Refusal, message: str, *field: str) -> Written:
    """A refusal by the gateway, without a call."""
    return Written(errors=(UserError(code, message, ("input", *field)),))


async def write(
    request: Request,
    call: Call,
    body: Any,
    *,
    content_type: str = "application/json",
    fields: Mapping[str, str] | None = None,
    rows: Sequence[str] = (),
) -> Written:
    """Sends a write once. A dict body is form-encoded if `content_type` is a form.

    `fields` maps the LMS's field names in a refusal to the input's. `rows` is the path of the input's list, for an
    endpoint that takes a list. Raises UpstreamError if the write fails; it may have been stored nevertheless. Cached
    reads are dropped in any case.
    """
    content = urlencode(body).encode() if content_type == FORM else body
    refusal = await request.loaders.other_person(call.endpoint)
    if refusal is not None:
        raise refusal.error()
    try:
        outcome = await request.client.write(call, content, content_type=content_type)
    finally:
        request.loaders.forget(ME)  # a write does not change who the viewer is
    if isinstance(outcome, Failure):
        raise _with_csrf_hint(request, call.endpoint, outcome).error()
    if not isinstance(outcome, Answer):
        # A page of the LMS refuses it without a reason: nobody is signed in.
        raise failure(call.endpoint, Code.UNAUTHENTICATED, "requires a valid sign-in").error()
    if 200 <= outcome.status < 300:
        return Written(outcome.status, _tree(outcome))
    return _refusal(outcome, fields or {}, rows)


def _tree(answer: Answer) -> Any:
    """The decoded JSON of an answer, None if it has no body."""
    try:
        return answer.tree
    except ValueError:
        raise unreadable(answer.endpoint).error() from None


def _with_csrf_hint(request: Request, endpoint: Endpoint, outcome: Failure) -> Failure:
    """Adds the likely cause to a refused cookie sign-in: without a CSRF pair, the LMS drops the cookies."""
    names = {name for name, _ in request.credentials.headers}
    sent = {name for name, _ in request.credentials.write_headers}
    if (
        outcome.code is not Code.UNAUTHENTICATED
        or "authorization" in names
        or "cookie" not in names
        or "x-csrftoken" in sent
    ):
        return outcome
    what = "requires a valid sign-in; a sign-in with cookies also needs the cookie csrftoken and the header X-CSRFToken"
    return failure(endpoint, Code.UNAUTHENTICATED, what, status=outcome.status)


def _refusal(answer: Answer, fields: Mapping[str, str], rows: Sequence[str]) -> Written:
    endpoint, status = answer.endpoint, answer.status
    things = [Notice(None)] if status == 413 else messages_of(answer.raw)
    if status == 403 and _CSRF in answer.raw:
        what = f"refused the write: {things[0].text or 'CSRF verification failed'}"
        raise failure(endpoint, Code.FORBIDDEN, what.rstrip("."), status=status).error()
    code = _CODES.get(status, Refusal.INVALID)
    if status == 400 and any(word.encode() in answer.raw for word in endpoint.unknown):
        code = Refusal.NOT_FOUND
    return Written(
        status,
        None if status != 422 else _tree(answer),
        tuple(UserError(code, one.text or _TEXTS[code], _field(one.path, fields, rows)) for one in things),
    )


def _field(path: Sequence[str], fields: Mapping[str, str], rows: Sequence[str]) -> tuple[str, ...] | None:
    """The path of the input's argument, without the names that the input does not have; None if none is left."""
    found: list[str] = []
    for step in path:
        if step.isdecimal():
            found += [*rows, step]
        elif step in fields:
            found.append(fields[step])
    return ("input", *found) if found else None


def ignored(written: Written, code: Refusal) -> Written:
    """Converts a write that the LMS accepted but did not store to a refusal."""
    return Written(written.status, None, (UserError(code, _TEXTS[code]),))


def payload(info: Info, endpoint: Endpoint, written: Written, facts: Mapping[str, Any] | None = None) -> Row:
    """The payload of a mutation. Its fields read the write's answer; after a refusal only `userErrors` is set.

    Many writes are answered without a body. It is an error of the fields that read it, as the write was stored.
    """
    views: dict[Endpoint, View] = {}
    failed: dict[Endpoint, Failure] = {}
    if written.done and written.body is None:
        failed[endpoint] = failure(endpoint, Code.UPSTREAM_INVALID, "returned an empty response", status=written.status)
    elif written.done:
        if not isinstance(written.body, (dict, list)):
            raise unreadable(endpoint).error()
        views[endpoint] = View(written.body, written.body)
    return Row(
        base=info.context.public_url,
        decoded=views,
        failed=failed,
        facts={**(facts or {}), "written": written},
    )


def answer_of(root: Row, endpoint: Endpoint) -> View | None:
    """The answer to the write that a payload belongs to; None after a refusal. Raises if it has no body."""
    if endpoint in root.failed:
        raise root.failed[endpoint].error()
    return root.views.get(endpoint)


def written_of(root: Row) -> Written:
    """The outcome of the write that a payload belongs to."""
    written: Written = root.facts["written"]
    return written


def user_errors(root: Row, info: Info) -> list[Row]:
    """The rows of `userErrors`."""
    return [
        Row(base=root.base, facts={"code": error.code.value, "message": error.message, "field": error.field})
        for error in written_of(root).errors
    ]


def fresh_query(root: Row, info: Info) -> Row:
    """The query root after a write, successful or not. Its fields take nothing from their parent."""
    return Row(base=root.base, type_name="Query")


def plan_query(ask: Ask) -> Found:
    """The query root, which takes no call."""
    return Found()


def plan_payload(ask: Ask) -> Found:
    """The fields in the answer to the write."""
    return Found(ask.place.steps)


def after_write(look_up: LookUp) -> LookUp:
    """A look-up that runs after a write: null if the write stored nothing."""

    def look(ask: Ask) -> Found:
        return look_up(ask) if ask.row is None or written_of(ask.row).stored else NOTHING

    return look


written_viewer = after_write(viewer)


@after_write
def written_course(ask: Ask) -> Found:
    """The course of the write; null if the block's key does not contain the course's key."""
    return course_of(ask, ask.fact("key")) if ask.is_plan or ask.is_known("key") else NOTHING


def plan_write(*endpoints: Endpoint) -> LookUp:
    """The plan of a mutation that calls one of these endpoints."""

    def look(ask: Ask) -> Found:
        endpoint = endpoints[0]
        arguments: dict[str, Any] = {name: Argument(f"{{{name}}}") for name in endpoint.path_parameters}
        after: tuple[Any, ...] = ()
        if "username" in arguments or endpoint is COMPLETE:
            name: Any = ask.username()
            after = () if name.step is None else (name.step,)
            arguments = {one: name if one == "username" else argument for one, argument in arguments.items()}
        written = ask.step(endpoint, arguments, after=after)
        written.others = endpoints[1:]
        return Found(dict.fromkeys(endpoints, written), facts=_NAMES, after=(written,))

    return look


_NAMES = {name: Argument(f"{{{name}}}") for name in ("key", "uuid")}


async def username_for(request: Request, endpoint: Endpoint) -> Username:
    """The viewer's username, for the path or body of a write.

    Raises if the credentials do not open the endpoint, before calling the LMS for the username.
    """
    if not request.credentials.opens(endpoint):
        raise closed(endpoint, request.credentials).error()
    username = await request.username()
    if isinstance(username, Failure):
        raise username.error()
    return username
