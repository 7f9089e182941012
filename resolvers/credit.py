"""Who answers `Viewer.creditEligibility` and `Query.creditProviders`."""

import asyncio
from collections.abc import Awaitable, Sequence

import resolvers.viewer
from loaders.answer import Loaded, Payload
from loaders.calls.wave import under_way
from loaders.endpoint import Missing
from loaders.endpoints.credit import CREDIT_ELIGIBILITY, CREDIT_PROVIDERS
from loaders.errors import Failure
from resolvers.arguments import lms_ids
from resolvers.context import Info
from resolvers.errors import bad_input
from resolvers.page import LONGEST_TEXT, MAX_PAGE
from resolvers.reading import payload_of, reading, unreadable
from resolvers.row import Pending, Row, View


def credit_eligibility(info: Info, course_key: str) -> Pending:
    """The viewer's right to credit in one course."""
    request = info.context
    load = under_way(_eligibility(info, course_key))

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = payload_of(await load)
        if loaded is None:
            return None
        with reading(CREDIT_ELIGIBILITY):
            rows = loaded.value
        if not rows:
            return None
        return Row(
            base=request.public_url,
            payloads={CREDIT_ELIGIBILITY: Payload(loaded.answer, (0,))},
            type_name="CreditEligibility",
            shape=CREDIT_ELIGIBILITY,
        )

    return Pending(settled, "CreditEligibility", request.public_url)


async def _eligibility(info: Info, course_key: str) -> Loaded:
    if info.context.credentials.anonymous:
        return Missing.ABSENT
    name = await resolvers.viewer.own_name(info)
    if isinstance(name, Failure):
        return name
    return await info.context.load(CREDIT_ELIGIBILITY.call(username=name.text, course_key=course_key))


async def credit_provider(info: Info, key: str) -> Row | None:
    """The credit provider with this key; null when there is none."""
    rows = await credit_providers(info, [key])
    return rows[0] if rows else None


def credit_providers(info: Info, ids: Sequence[str] | None) -> Awaitable[list[Row] | None]:
    """All credit providers, or those with these ids."""
    ids = None if ids is None else lms_ids(ids, "CreditProvider")
    if ids is not None and (len(ids) > MAX_PAGE or any("," in text or len(text) > LONGEST_TEXT for text in ids)):
        raise bad_input(f"`ids` takes up to {MAX_PAGE} ids, none with a comma in it.")
    request = info.context
    if ids is not None and not ids:
        return asyncio.sleep(0, [])
    load = request.load(CREDIT_PROVIDERS.call(provider_ids=",".join(ids) if ids is not None else None))

    async def rows() -> list[Row] | None:
        loaded = payload_of(await load)
        if loaded is None:
            return None
        with reading(CREDIT_PROVIDERS):
            values = loaded.value
        if not isinstance(values, list):
            raise unreadable(CREDIT_PROVIDERS).error()
        return [
            Row(
                base=request.public_url,
                views={CREDIT_PROVIDERS: View(value, values)},
                type_name="CreditProvider",
                shape=CREDIT_PROVIDERS,
            )
            for value in values
        ]

    return rows()
