"""`Query.profile`: the profile of a person, as the viewer may see it."""

from typing import Any

from loaders.calls.judge import closed
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.viewer import ACCOUNT, PREFERENCES
from loaders.keys import is_username
from resolvers.declare.arguments import lms_id
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Facts, Found
from resolvers.fetch.context import Outcomes
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Demand
from resolvers.plan.selected import names_at
from resolvers.plan.step import Argument, Value, mapped
from resolvers.viewer import viewer_username

PRESENT = Demand(path="", options={ACCOUNT: ""}, reasons=frozenset({ACCOUNT}))


def profile(ask: Ask) -> Found:
    """The profile of a person; null if the LMS has no such username."""
    return profile_of(ask, ask.named("username", _username))


def _username(text: str) -> str:
    name = lms_id(text, "Profile")
    if not is_username(name):
        raise bad_input("`username` is not a username.")
    return name


def profile_of(ask: Ask, name: Value) -> Found:
    """The same, by a valid username. Visibility settings are requested only for the viewer's own profile."""

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Any:
        if endpoint is not PREFERENCES:
            return ask.step(endpoint, {"username": name}, proves=endpoint is ACCOUNT)
        viewer = viewer_username(ask)
        if not isinstance(viewer, Argument):
            own = mapped(viewer, lambda text: text if text == name else Missing.REFUSED)
            return ask.step(endpoint, {"username": own})
        waits = () if viewer.step is None else (viewer.step,)
        step = ask.step(endpoint, {"username": name}, after=waits, conditional=True)
        for one in waits:
            one.needed_by.append(step)
        return step

    # `isViewer` is known without the account.
    is_asked = "isViewer" in names_at(ask, ask.type_of("Profile"), list(ask.field_nodes))

    def judge(outcomes: Outcomes, made: Plan) -> Facts | None:
        if not ask.credentials.opens(ACCOUNT):
            raise closed(ACCOUNT, ask.credentials).error()
        if ACCOUNT in outcomes.missing:
            return None
        if ACCOUNT in outcomes.failed and not (outcomes.payloads or is_asked):
            raise outcomes.failed[ACCOUNT].error()
        return {}

    return ask.plan("Profile", step_of, extra=(PRESENT,), facts={"username": name}, judge=judge)


def own_profile(ask: Ask) -> Found:
    """The viewer's own profile after a write."""
    return profile_of(ask, ask.username() if ask.is_plan else ask.fact("username"))


def is_viewer(ask: Ask) -> Found:
    """True when a profile is the viewer's own."""
    if ask.credentials.anonymous:
        return Found(value="", text=lambda text: False)
    viewer, name = viewer_username(ask), ask.fact("username")
    if isinstance(viewer, Argument):
        return Found({} if viewer.step is None else {viewer.step.endpoint: viewer.step})
    return Found(value=viewer, text=lambda text: text == name)
