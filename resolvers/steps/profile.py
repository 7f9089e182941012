"""The calls of profiles, and of the lists of countries and time zones."""

from loaders.endpoint import Endpoint
from loaders.endpoints.account import REGISTRATION_FORM, TIME_ZONES
from loaders.endpoints.account_writes import CHANGE_ACCOUNT
from loaders.endpoints.viewer import ACCOUNT, PREFERENCES
from loaders.endpoints.viewer_writes import CHANGE_PREFERENCES
from resolvers.ask import Ask
from resolvers.found import Found
from resolvers.profile import PRESENT
from resolvers.step import Argument, Step
from resolvers.steps.viewer import own_name


def profile(ask: Ask) -> Found:
    """`Query.profile`."""
    return profile_of(ask, ask.named("username"))


def written(ask: Ask) -> Found:
    """The viewer's own profile after a write."""
    return profile_of(ask, ask.username())


def profile_of(ask: Ask, name: Argument) -> Found:
    """The profile of this person. Preferences are asked for the viewer's own only."""

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Step:
        if endpoint is not PREFERENCES:
            return ask.step(endpoint, {"username": name})
        viewer = own_name(ask)
        after = () if viewer.step is None else (viewer.step,)
        step = ask.step(endpoint, {"username": name}, after=after, perhaps=True)
        if viewer.step is not None:
            viewer.step.helps.append(step)
        return step

    found = ask.plan("Profile", step_of, extra=(PRESENT,), facts={"username": name})
    if ACCOUNT in found.told:
        found.told[ACCOUNT].proves.setdefault(ask.path)
    return found


def is_viewer(ask: Ask) -> Found:
    """`Profile.isViewer`."""
    viewer = own_name(ask)
    return Found({} if viewer.step is None else {viewer.step.endpoint: viewer.step})


def countries(ask: Ask) -> Found:
    """`Query.countries`."""
    return Found({REGISTRATION_FORM: ask.step(REGISTRATION_FORM)})


def time_zones(ask: Ask) -> Found:
    """`Query.timeZones`."""
    return Found({TIME_ZONES: ask.step(TIME_ZONES, {"country_code": ask.argument("country") or ""})})


def updating(ask: Ask) -> Found:
    """`Mutation.updateAccount`: the account, then who may see what. After the first, all is read in any case."""
    name = ask.username()
    after = () if name.step is None else (name.step,)
    first = ask.step(CHANGE_ACCOUNT, {"username": name}, after=after)
    second = ask.step(CHANGE_PREFERENCES, {"username": name}, after=(first,), perhaps=True)
    return Found({CHANGE_ACCOUNT: first, CHANGE_PREFERENCES: second}, after=(first,))
