"""Mutations of entitlements and of credit."""

from loaders.endpoints.credit_writes import REQUEST_CREDIT
from loaders.endpoints.entitlement_writes import CHOOSE_RUN, LEAVE_RUN
from loaders.keys import canonical_uuid
from resolvers.declare.arguments import lms_id
from resolvers.declare.errors import bad_input
from resolvers.declare.page import check_text
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.write import payload, username_for, write


async def choose_run(info: Info, entitlement: str, key: str) -> Row:
    """Selects the course run of an entitlement, or changes it."""
    call = CHOOSE_RUN.call(uuid=_uuid(entitlement))
    written = await write(info.context, call, {"course_run_id": key}, fields={"course_run_id": "course"})
    return payload(info, CHOOSE_RUN, written, {"key": key})


async def leave_run(info: Info, entitlement: str, *, refund: bool) -> Row:
    """Leaves the course run of an entitlement, or refunds the whole entitlement."""
    call = LEAVE_RUN.call(uuid=_uuid(entitlement), is_refund="true" if refund else "false")
    return payload(info, LEAVE_RUN, await write(info.context, call, b""))


def _uuid(text: str) -> str:
    name = lms_id(text, "Entitlement")
    try:
        return canonical_uuid(name)
    except ValueError:
        raise bad_input("Not the id of an entitlement.") from None


async def request_credit(info: Info, key: str, provider: str) -> Row:
    """Requests credit from a provider. The LMS answers with the form that the browser must send to the provider."""
    name = check_text("provider", lms_id(provider, "CreditProvider"))
    if name is None or "/" in name or not name.isprintable():
        raise bad_input("`provider` is not the id of a provider.")
    username = await username_for(info.context, REQUEST_CREDIT)
    body = {"username": username.text, "course_key": key}
    written = await write(info.context, REQUEST_CREDIT.call(provider_id=name), body, fields={"course_key": "course"})
    return payload(info, REQUEST_CREDIT, written, {"key": key})
