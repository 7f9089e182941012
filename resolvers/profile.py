"""`Query.profile`: a person as the LMS shows them to the viewer."""

from typing import Any

from loaders.calls.judge import closed
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.viewer import ACCOUNT, PREFERENCES
from loaders.keys import is_username
from resolvers.arguments import lms_id
from resolvers.ask import Ask
from resolvers.context import Outcomes
from resolvers.demands import Demand
from resolvers.errors import bad_input
from resolvers.found import Facts, Found
from resolvers.plan import Plan
from resolvers.selected import names_at
from resolvers.step import Argument, Value, mapped
from resolvers.viewer import own_name

PRESENT = Demand(path="", options={ACCOUNT: ""}, reasons=frozenset({ACCOUNT}))


def profile(ask: Ask) -> Found:
    """The profile of a person; null where the LMS knows nobody of this name."""
    return profile_of(ask, ask.named("username", _username))


def _username(text: str) -> str:
    name = lms_id(text, "Profile")
    if not is_username(name):
        raise bad_input("`username` is not a username.")
    return name


def profile_of(ask: Ask, name: Value) -> Found:
    """The same by a valid username. Who may see what is the owner's own: it is asked of nobody else."""

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Any:
        if endpoint is not PREFERENCES:
            return ask.step(endpoint, {"username": name}, proves=endpoint is ACCOUNT)
        viewer = own_name(ask)
        if not isinstance(viewer, Argument):
            own = mapped(viewer, lambda text: text if text == name else Missing.REFUSED)
            return ask.step(endpoint, {"username": own})
        waits = () if viewer.step is None else (viewer.step,)
        step = ask.step(endpoint, {"username": name}, after=waits, perhaps=True)
        for one in waits:
            one.helps.append(step)
        return step

    # Whether it is the viewer's own is known without the account.
    told = "isViewer" in names_at(ask, ask.type_of("Profile"), list(ask.field_nodes))

    def judge(outcomes: Outcomes, made: Plan) -> Facts | None:
        if not ask.credentials.opens(ACCOUNT):
            raise closed(ACCOUNT, ask.credentials).error()
        if ACCOUNT in outcomes.missing:
            return None
        if ACCOUNT in outcomes.failed and not (outcomes.payloads or told):
            raise outcomes.failed[ACCOUNT].error()
        return {}

    return ask.plan("Profile", step_of, extra=(PRESENT,), facts={"username": name}, judge=judge)


def own_profile(ask: Ask) -> Found:
    """The viewer's own profile after a write."""
    return profile_of(ask, ask.username() if ask.is_plan else ask.fact("username"))


def is_viewer(ask: Ask) -> Found:
    """Whether a profile is the viewer's own."""
    if ask.credentials.anonymous:
        return Found(value="", text=lambda text: False)
    viewer, name = own_name(ask), ask.fact("username")
    if isinstance(viewer, Argument):
        return Found({} if viewer.step is None else {viewer.step.endpoint: viewer.step})
    return Found(value=viewer, text=lambda text: text == name)
