"""`Query.serverTime`: the `Date` of an answer that is under way anyway, else of one cheap call."""

from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import lru_cache

from loaders.endpoints.csrf_token import CSRF_TOKEN
from loaders.errors import Code, Failure
from resolvers.ask import Ask
from resolvers.found import Found


def server_time(ask: Ask) -> Found:
    """The LMS's time as it said it last. A call of its own is made where nothing else is asked."""
    return Found({CSRF_TOKEN: ask.step(CSRF_TOKEN, perhaps=True)}, text=instant)


@lru_cache(16)  # all answers of a second have the same date
def instant(date: str) -> str:
    """An HTTP date as the schema's instant. Raises for what is none."""
    try:
        told = parsedate_to_datetime(date)
        utc = told.astimezone(UTC) if told.tzinfo else told
        return utc.strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        raise Failure(Code.UPSTREAM_INVALID, "The LMS's clock cannot be read.").error() from None
