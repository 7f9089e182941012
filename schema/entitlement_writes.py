"""Mutations of entitlements and of credit, with their inputs and payloads."""

import strawberry

import resolvers.entitlement_writes as writes
from loaders.endpoints.credit_writes import REQUEST_CREDIT
from loaders.endpoints.entitlement_writes import CHOOSE_RUN, LEAVE_RUN
from resolvers.course_writes import enrollment_with_emails
from resolvers.declare.source import at, entries, entry_name, entry_value
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.declare import field, found
from schema.enrollment import Enrollment
from schema.scalars import URL, CourseKey
from schema.write import CoursePayload, ViewerPayload, mutation


@strawberry.input(description="Input of the mutation `chooseEntitlementRun`.")
class ChooseEntitlementRunInput:
    entitlement: strawberry.ID = strawberry.field(description="`id` or `uuid` of the entitlement.")
    course: CourseKey = strawberry.field(description="Key of one of its runs.")


@strawberry.input(description="Input of the mutation `leaveEntitlementRun`.")
class LeaveEntitlementRunInput:
    entitlement: strawberry.ID = strawberry.field(description="`id` or `uuid` of the entitlement.")
    refund: bool = strawberry.field(
        description="Whether to refund the entitlement; otherwise another run can be chosen.",
        default=False,
    )


@strawberry.input(description="Input of the mutation `requestCredit`.")
class RequestCreditInput:
    course: CourseKey = strawberry.field(description="Key of the course run.")
    provider: strawberry.ID = strawberry.field(description="`id` or `key` of the provider.")


@strawberry.type(description="Payload of the mutation `chooseEntitlementRun`.")
class ChooseEntitlementRunPayload(CoursePayload):
    enrollment: Enrollment | None = found(
        "The enrolment in the run, with its entitlement.",
        enrollment_with_emails,
        source="learner_home/init",
    )


@strawberry.type(
    description="Payload of the mutation `leaveEntitlementRun`. `viewer.entitlements` has the remaining entitlements."
)
class LeaveEntitlementRunPayload(ViewerPayload):
    pass


def _text(value: object) -> str | None:
    return None if value is None else str(value)


@strawberry.type(description="A field of a form.")
class CreditRequestParameter:
    name: str = field("Name of the field.", entry_name())
    value: str | None = field("Value of the field.", entry_value(via=_text))


@strawberry.type(
    description="Payload of the mutation `requestCredit`: the form that the browser sends to the provider."
)
class RequestCreditPayload(CoursePayload):
    url: URL | None = field("URL to send the form to.", at(REQUEST_CREDIT, "url"))
    method: str | None = field("HTTP method of the form. Known values: `POST`, `GET`.", at(REQUEST_CREDIT, "method"))
    parameters: list[CreditRequestParameter] | None = field(
        "Fields of the form.", entries(REQUEST_CREDIT, "parameters")
    )


async def _choose(info: Info, given: ChooseEntitlementRunInput) -> Row:
    return await writes.choose_run(info, given.entitlement, given.course)


async def _leave(info: Info, given: LeaveEntitlementRunInput) -> Row:
    return await writes.leave_run(info, given.entitlement, refund=given.refund)


async def _request(info: Info, given: RequestCreditInput) -> Row:
    return await writes.request_credit(info, given.course, given.provider)


@strawberry.type(description="Mutations of entitlements and of credit.")
class EntitlementMutations:
    choose_entitlement_run: ChooseEntitlementRunPayload | None = mutation(
        "Chooses the course run of an entitlement, or changes it. Requires a JWT or a session.",
        ChooseEntitlementRunInput,
        _choose,
        CHOOSE_RUN,
    )
    leave_entitlement_run: LeaveEntitlementRunPayload | None = mutation(
        "Leaves the course run of an entitlement, or refunds the entitlement. Requires a JWT or a session.",
        LeaveEntitlementRunInput,
        _leave,
        LEAVE_RUN,
    )
    request_credit: RequestCreditPayload | None = mutation(
        "Requests academic credit from a provider. The request is complete after the browser has submitted the form.",
        RequestCreditInput,
        _request,
        REQUEST_CREDIT,
    )
