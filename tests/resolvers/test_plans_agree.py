"""The result is the same with every plan, because all sources of a field have the same value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import resolvers.fetch.replace
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from resolvers.plan.choice import Plan, plan
from resolvers.plan.demands import Demand
from tests.support.compare import differences
from tests.support.gateway import Gateway
from tests.support.people import BOTANY, CODE, KEY, generated

FIELDS = (
    "id", "key", "title", "number", "org", "start", "end", "enrollmentStart", "enrollmentEnd", "startDisplay",
    "startType", "pacing", "isSelfPaced", "shortDescription", "overviewHtml", "effort", "invitationOnly", "hidden",
    "mobileAvailable", "media { image { raw small large } bannerImageUrl courseImageUrl courseVideoUrl }",
    "modes { slug minPrice }", "hasEnded", "isStaff", "isMasquerading", "access { hasAccess errorCode }",
    "tabs { id title url }", "enrollment { isActive mode }", "enrollment { id isActive }",
    "accessExpiration { expirationDate upgradeDeadline upgradeUrl }", "offer { code percentage }",
    "verifiedMode { price currency currencySymbol sku upgradeUrl accessExpirationDate }",
    "goals { weeklyLearningGoalEnabled selectedGoal { daysPerWeek subscribedToReminders } }",
    "certificate { status webViewUrl downloadUrl availableDate }", "userHasPassingGrade", "tools { url }",
    "datesBanner { missedDeadlines contentTypeGatingEnabled }", "learnerIsFullAccess", "progress { username end }",
    "outline { title sections { key title complete sequences { key title complete isLocked due } } }",
    "outline { sections { resumeBlock sequences { icon description effortTime resumeBlock } } }",
)  # fmt: skip


@dataclass
class Chooser:
    """Takes the place of the planner in the running gateway, and takes the `number`-th of the plans it knows."""

    number: int = 0
    known: int = 1
    used: list[tuple[str, ...]] = field(default_factory=list)

    def __call__(
        self,
        demands: Sequence[Demand],
        credentials: Credentials,
        *,
        count: int = 1,
        without: Iterable[Endpoint] = (),
        already: Iterable[Endpoint] = (),
        shared: frozenset[Endpoint] = frozenset(),
    ) -> Plan:
        there, absent = frozenset(already), frozenset(without)
        best = plan(demands, credentials, count=count, without=absent, already=there, shared=shared)
        choices = [best.endpoints, *(endpoints for _, endpoints in best.alternatives)]
        self.known = max(self.known, len(choices))
        if self.number >= len(choices) or absent:
            return best
        made = plan(demands, credentials, count=count, already=there.union(choices[self.number]))
        if self.number:
            self.used.append(tuple(endpoint.name for endpoint in made.endpoints))
        return made


@pytest.fixture
def chooser(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chooser]:
    chooser = Chooser()
    monkeypatch.setattr(resolvers.fetch.replace, "plan", chooser)
    yield chooser
    assert chooser.used, "no other plan was ever taken: nothing was compared"


def ask(gateway: Gateway, selection: str, key: str, user: str, number: int) -> Any:
    gateway.lms.reset()
    # Plans are kept by what the query says: each plan gets a query of its own.
    query = f"query Plan{number}_{user}($k: CourseKey!) {{ course(key: $k) {{ {selection} }} }}"
    return gateway.ask(query, {"k": key}, user=user).sound()


@pytest.mark.parametrize("user", ["alex", "sam"])
@given(
    selection=st.lists(st.sampled_from(FIELDS), min_size=1, max_size=6, unique=True),
    key=st.sampled_from([KEY, BOTANY, CODE, generated(1)[0]]),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_plan_gives_the_same_data(
    gateway: Gateway, chooser: Chooser, user: str, selection: list[str], key: str
) -> None:
    if user == "sam" and key not in {KEY, BOTANY}:
        key = KEY  # sam is not enrolled in the others, and those views then say less than others
    chooser.number, chooser.known = 0, 1
    best = ask(gateway, " ".join(selection), key, user, 0)
    for number in range(1, chooser.known):
        chooser.number = number
        other = ask(gateway, " ".join(selection), key, user, number)
        assert differences(other, best) == [], chooser.used[-1]
