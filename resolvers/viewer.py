"""`Query.viewer`: the person of the credentials, read from other answers of the request if possible."""

from typing import Any

from loaders.answer import Loaded, Payload
from loaders.calls.username import refused_sign_in
from loaders.credentials import Username
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.viewer import ME
from resolvers.course import course_plan
from resolvers.declare.ask import Ask
from resolvers.declare.found import Facts, Found
from resolvers.fetch.context import Outcomes
from resolvers.fetch.masquerade import is_masquerade, onlooker_of
from resolvers.plan.choice import Plan
from resolvers.plan.step import Value
from resolvers.values.node import global_id

_ID = global_id("Viewer", "me")


def viewer(ask: Ask) -> Found:
    """The viewer. Values that the operation's course answer provides are not requested again."""
    if ask.credentials.anonymous:
        return ask.plan(
            "Viewer", _nothing, facts={"id": _ID, "is_authenticated": False}, judge=_of_nobody, needs=_needs
        )
    metadata = _course_in_progress(ask)
    steps = {} if metadata is None else {COURSE_METADATA: metadata}

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Any:
        if "username" in endpoint.path_parameters or "username" in endpoint.parameters:
            return ask.step(endpoint, {"username": _name(ask, metadata)})
        return ask.step(endpoint)

    return ask.plan("Viewer", step_of, steps=steps, facts={"id": _ID}, judge=_judge, needs=_needs)


def _nothing(endpoint: Endpoint, asks: frozenset[str]) -> None:
    """No endpoint is called for an anonymous caller."""


def _needs(made: Plan, names: frozenset[str]) -> frozenset[Endpoint]:
    return made.endpoints_for(names)


def _judge(outcomes: Outcomes, made: Plan) -> Facts:
    if outcomes.missing.pop(ME, None) is not Missing.ABSENT:
        return {}
    outcomes.failed[ME] = refused_sign_in()
    return {"is_authenticated": False}


def _of_nobody(outcomes: Outcomes, made: Plan) -> Facts:
    outcomes.failed.clear()
    outcomes.missing |= {endpoint: Missing.ABSENT for demand in made.unmet for endpoint in demand.options}
    return {}


def viewer_username(ask: Ask) -> Value:
    """The viewer's username, from the first available source."""
    return _name(ask, _course_in_progress(ask))


def _name(ask: Ask, metadata: Any) -> Value:
    if ask.credentials.username_hint is not None or metadata is None:
        return ask.username()
    # While masquerading, the course's answer names another person.
    ask.step(ME, conditional=True, objects=1, after=(metadata,), needed_by=(metadata,))
    return ask.either(metadata.value("username", lambda text: Username(text).text), ask.username)


def _course_in_progress(ask: Ask) -> Any:
    """The step of the same operation whose answer describes a course and the viewer; None if there is none."""
    for course in ask.roots("course"):
        if COURSE_METADATA in course_plan(course, list(course.field_nodes)).endpoints:
            arguments = {"course_key": course.named("key")}
            return ask.step(COURSE_METADATA, arguments, sift=lambda loaded: _of_the_viewer(ask, loaded))
    return None


def _of_the_viewer(ask: Ask, loaded: Payload) -> Loaded:
    """The course's answer as a source of the viewer's fields; unseen if it describes no person, or another person."""
    onlooker = onlooker_of(ask.context.plans, loaded)
    if onlooker is None or onlooker.username is None or is_masquerade(ask.credentials, onlooker):
        return Missing.UNSEEN
    hint = ask.credentials.username_hint
    return Missing.UNSEEN if hint is not None and hint != onlooker.username else loaded
