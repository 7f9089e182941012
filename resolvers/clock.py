"""Who answers `serverTime`: the `Date` of an answer that is under way anyway, else of one cheap call."""

import asyncio
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import lru_cache

from loaders.endpoints.csrf_token import CSRF_TOKEN
from loaders.errors import Code, Failure
from resolvers.context import Info

_TICKS = 8  # turns of the event loop until the calls of the sibling fields are under way


async def server_time(root: None, info: Info) -> str | None:
    """The LMS's time as it said it last."""
    client = info.context.client
    for _ in range(_TICKS):
        if client.date or client.active:
            break
        await asyncio.sleep(0)
    while client.date is None and client.active:
        await client.settled()
    if client.date is None:
        loaded = await info.context.load(CSRF_TOKEN.call())
        if isinstance(loaded, Failure) and client.date is None:
            raise loaded.error()
    if client.date is None:
        return None
    try:
        return _instant(client.date)
    except (ValueError, OverflowError):
        raise Failure(Code.UPSTREAM_INVALID, "The LMS's clock cannot be read.").error() from None


@lru_cache(16)  # all answers of a second have the same date
def _instant(date: str) -> str:
    """An HTTP date as the schema's instant. Raises ValueError or OverflowError for what is none."""
    told = parsedate_to_datetime(date)
    utc = told.astimezone(UTC) if told.tzinfo else told
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")
