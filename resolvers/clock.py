"""`Query.serverTime`: the `Date` header of an answer in progress, otherwise of one cheap call."""

from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import lru_cache

from loaders.endpoints.csrf_token import CSRF_TOKEN
from loaders.errors import Code, Failure
from resolvers.declare.ask import Ask
from resolvers.declare.found import Found


def server_time(ask: Ask) -> Found:
    """The LMS's time, from its latest answer. A call is made only if nothing else is requested."""
    return Found({CSRF_TOKEN: ask.step(CSRF_TOKEN, conditional=True)}, text=instant)


@lru_cache(16)  # answers within the same second have the same date
def instant(date: str) -> str:
    """An HTTP date as an ISO 8601 instant in UTC. Raises UpstreamError for an invalid date."""
    try:
        parsed = parsedate_to_datetime(date)
        utc = parsed.astimezone(UTC) if parsed.tzinfo else parsed
        return utc.strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        raise Failure(Code.UPSTREAM_INVALID, "The LMS sent no valid date.").error() from None
