"""Predicts the effects of a failed call from the plan of the operation, and compares them with the response."""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphql import (
    GraphQLSchema,
    OperationDefinitionNode,
    parse,
)
from graphql.execution.values import get_variable_values
from graphql.language import FragmentDefinitionNode

from loaders.credentials import Credentials
from loaders.endpoint import Auth, Endpoint
from resolvers.plan.cache import plan_operation
from resolvers.plan.operation import OperationPlan
from tests.operations.catalogue import operations
from tests.support.ids import global_id
from tests.support.people import BOTANY, CODE, KEY, PUBLIC

_EXAM = f"block-v1:{BOTANY.removeprefix('course-v1:')}+type@sequential+block@"
BLOCK = f"block-v1:{KEY.removeprefix('course-v1:')}+type@"
PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
CURRICULUM = "6f2e0a01-0000-4000-8000-0000000000bb"
STAFF = frozenset(
    {
        "pages/discussions:DiscussionsPage",
        "programs/programs:ProgramRoster",
        "staff/gradebook:Gradebook",
        "writes/programs:WriteProgram",
        "writes/programs:WriteProgramCourse",
    }
)
VARIABLES: Mapping[str, Any] = {
    "block": f"{BLOCK}vertical+block@e935a58b66f8f5b851811fe71dde8c56",
    "blocks": [{"key": f"{BLOCK}html+block@5f20f7a53ec761287b7fa3f08e73ffa6"}],
    "course": BOTANY,
    "days": 5,
    "first": 10,
    "firstSection": False,
    "id": "1",
    "key": KEY,
    "keys": [KEY, PUBLIC, BOTANY],
    "receive": False,
    "remind": True,
    "country": "CO",
    "sequence": f"{BLOCK}sequential+block@a9a1dc70c0465d710f6df05c9af42db8",
    "token": "goal-alex-OpenedX+DemoX+DemoCourse",
    "text": "hive",
    "username": "alex",
    "uuid": PROGRAM,
    "value": "Asia/Tokyo",
}
OWN_VARIABLES: Mapping[str, Any] = {
    "dashboard/dashboard:ChooseEntitlementRun": {"entitlement": "7c2e5d10-93ab-4f0e-8a55-c0de12ab34cd", "course": CODE},
    "dashboard/dashboard:LeaveEntitlementRun": {"entitlement": "7c2e5d10-93ab-4f0e-8a55-c0de12ab34cd"},
    "dashboard/dashboard:RequestCredit": {"course": BOTANY, "provider": "hillside-college"},
    "teams/teams:CreateTeam": {"course": BOTANY, "teamSet": "survey", "name": "Night Owls", "description": "Moths."},
    "teams/teams:JoinTeam": {"team": "herbalists-3c4d"},
    "teams/teams:LeaveTeam": {"team": "green-roofs-1a2b"},
    "teams/teams:UpdateTeam": {"team": "green-roofs-1a2b", "name": "Greener Roofs"},
    "teams/teams:DeleteTeam": {"team": "green-roofs-1a2b"},
    "pages/teams:TeamPage": {"team": "green-roofs-1a2b"},
    "pages/teams:TeamsPage": {"key": BOTANY},
    "teams/teams:ViewerTeams": {"key": BOTANY},
    "shell/shell:FinishDiscussionTour": {"tour": "110"},
    "exams/exams:CreateExamAttempt": {
        "exam": global_id("Exam", BOTANY, "5", f"{_EXAM}soil"),
        "start": True,
        "proctored": False,
    },
    "exams/exams:UpdateExamAttempt": {
        "attempt": global_id("ExamAttempt", BOTANY, "70", f"{_EXAM}midterm"),
        "action": "SUBMIT",
    },
    "notifications/notifications:MarkNotificationsSeen": {"app": "DISCUSSION"},
    "notifications/notifications:MarkNotificationsRead": {"notification": "1"},
    "notifications/notifications:SetNotificationPreference": {
        "app": "UPDATES",
        "type": "course_updates",
        "channel": "WEB",
        "enabled": False,
    },
    "people/people:UpdateAccount": {
        "input": {
            "bio": "Bees.",
            "accountPrivacy": "CUSTOM",
            "visibility": [{"fieldName": "bio", "audience": "ALL_USERS"}],
        }
    },
    "people/people:RequestNameChange": {"name": "Alex R."},
    "people/people:SubmitVerifiedName": {"verifiedName": "Alexandra Rivera", "profileName": "Alex Rivera"},
    "people/people:SetNameOnCertificates": {"useVerifiedName": True},
    "pages/discussions:DiscussionsPage": {"moderates": True},
    "pages/discussions:DiscussionThread": {"id": "2"},
    "discussions/discussions:DiscussionComment": {"id": "2"},
    "pages/discussions:CreateThread": {
        "course": KEY,
        "topic": "course-general",
        "type": "QUESTION",
        "title": "When do you harvest?",
        "rawBody": "Is **August** too late?",
    },
    "discussions/writes:UpdateThread": {"thread": "3", "voted": True},
    "discussions/writes:MarkThreadRead": {"thread": "3"},
    "discussions/writes:DeleteThread": {"thread": "2"},
    "discussions/writes:CreateComment": {"thread": "2", "parent": "2", "rawBody": "Here too."},
    "discussions/writes:UpdateComment": {"comment": "2", "voted": True},
    "discussions/writes:DeleteComment": {"comment": "3"},
    "writes/learner:Preference": {"key": "time_zone"},
    "writes/learner:Tour": {"status": "NO_TOUR", "courseware": False},
    "writes/programs:WriteProgram": {
        "mode": "CREATE",
        "rows": [{"studentKey": "garden-0200", "status": "ENROLLED", "curriculumUuid": CURRICULUM}],
    },
    "writes/programs:WriteProgramCourse": {
        "mode": "CREATE",
        "rows": [{"studentKey": "garden-0044", "status": "ACTIVE"}],
    },
}
SIGN_INS = {"JWT": Credentials(schemes=Auth.JWT), "session": Credentials(schemes=Auth.SESSION)}
ANEW = frozenset(
    {"created", "cursor", "endCursor", "lastRead", "modified", "secondsRemaining", "signedAt", "startCursor"}
)
"""Leaves that differ with the time of a write, or with the list that a page is cut from."""
CLOCK = "serverTime"
"""A leaf that every answer gives."""


@dataclass(frozen=True)
class Case:
    """A contract operation as somebody asks it."""

    schema: GraphQLSchema
    name: str
    scheme: str

    @property
    def user(self) -> str:
        return "taylor" if self.name in STAFF else "alex"

    @property
    def writes(self) -> bool:
        return operations()[self.name].keyword == "mutation"

    @property
    def text(self) -> str:
        return operations()[self.name].text

    @cached_property
    def _operation(self) -> OperationDefinitionNode:
        (found,) = (d for d in parse(self.text).definitions if isinstance(d, OperationDefinitionNode))
        return found

    @property
    def variables(self) -> dict[str, Any]:
        names = {one.variable.name.value for one in self._operation.variable_definitions or ()}
        values = {**VARIABLES, **OWN_VARIABLES.get(self.name, {})}
        return {name: value for name, value in values.items() if name in names}

    @cached_property
    def plan(self) -> OperationPlan:
        values = get_variable_values(self.schema, self._operation.variable_definitions or (), self.variables)
        assert not isinstance(values, list), values
        fragments = {d.name.value: d for d in parse(self.text).definitions if isinstance(d, FragmentDefinitionNode)}
        return plan_operation(self.schema, fragments, self._operation, values.coerced, SIGN_INS[self.scheme])

    @property
    def root(self) -> Any:
        return self.schema.get_root_type(self._operation.operation)

    @property
    def endpoints(self) -> list[Endpoint]:
        """The endpoints that are called whatever the answers are."""
        return list(dict.fromkeys(step.endpoint for step in self.plan.planned))

    def __str__(self) -> str:
        return f"{self.name} ({self.scheme})"


@dataclass(frozen=True)
class Calls:
    """The calls of one answer and their outcomes, from `extensions.explain`."""

    calls: list[dict[str, Any]]

    @cached_property
    def answered(self) -> AbstractSet[str]:
        """The endpoints that gave an answer that is read."""
        return {c["endpoint"] for c in self.calls if c["failure"] is None and 200 <= (c["status"] or 0) < 300}

    @cached_property
    def failed(self) -> AbstractSet[str]:
        return {call["endpoint"] for call in self.calls if call["failure"] is not None}

    @property
    def failures(self) -> int:
        """The number of calls that failed."""
        return sum(call["failure"] is not None for call in self.calls)

    @cached_property
    def asked(self) -> AbstractSet[str]:
        return {call["endpoint"] for call in self.calls}


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every leaf with its path; what is null or empty in place of an object or a list too."""
    if isinstance(data, dict) and data:
        for name, value in data.items():
            yield from leaves(value, (*path, name))
    elif isinstance(data, list) and data:
        for place, value in enumerate(data):
            yield from leaves(value, (*path, place))
    else:
        yield path, data


Leaves = dict[str, dict[tuple[Any, ...], Any]]
"""Leaves with their paths, by the path without places in lists."""


def by_pattern(data: Any) -> Leaves:
    """The leaves by their path without places in lists."""
    found: dict[str, dict[tuple[Any, ...], Any]] = {}
    for path, value in leaves(data):
        pattern = ".".join(step for step in path if isinstance(step, str))
        found.setdefault(pattern, {})[path] = value
    return found


def value_at(data: Any, path: list[Any]) -> Any:
    """The value at a path; None below a null."""
    for step in path:
        if data is None:
            return None
        data = data[step]
    return data


def signatures(errors: list[dict[str, Any]]) -> Counter[tuple[str, str, str]]:
    """Codes, endpoints and messages of errors, without their paths."""
    return Counter(
        (error["extensions"]["code"], error["extensions"].get("endpoint", ""), error["message"]) for error in errors
    )


def same_errors(parts: list[dict[str, Any]], whole: list[dict[str, Any]], *, more_calls: bool) -> bool:
    """True when the parts say what the whole says. Rows of a later part have calls of their own, and so errors."""
    if more_calls:
        return signatures(parts).keys() == signatures(whole).keys()
    return signatures(parts) == signatures(whole)


def wrong_errors(data: Any, errors: list[dict[str, Any]], calls: Calls) -> list[str]:
    """Errors that stand at something that is there, and failed calls with more than one error.

    What the sign-in does not open is never called.
    """
    errors = [error for error in errors if error["extensions"]["code"] != "UNAUTHENTICATED"]
    found = [f"error at a value: {one['path']}" for one in errors if value_at(data, one["path"]) is not None]
    failed = Counter(call["endpoint"] for call in calls.calls if call["failure"] is not None)
    reported = Counter(error["extensions"].get("endpoint") for error in errors)
    found += [
        f"{count} errors of {name}, {failed[name]} calls" for name, count in reported.items() if count > failed[name]
    ]
    return found


def lasting(data: Any) -> Any:
    """The data without what each answer has anew."""
    if isinstance(data, list):
        return [lasting(item) for item in data]
    if not isinstance(data, dict):
        return data
    return {name: lasting(value) for name, value in data.items() if name != CLOCK and (name not in ANEW or not value)}


def more(sound: Any, data: Any) -> list[str]:
    """The leaves that have a value in `data` and none in `sound`."""
    before = dict(leaves(lasting(sound)))
    return [
        f"{path}: {value!r}"
        for path, value in leaves(lasting(data))
        if value not in (None, [], {}) and before.get(path) in (None, [], {})
    ]
