"""Mutations that take two writes, of which the second may fail alone."""

from collections.abc import Awaitable
from dataclasses import replace

from loaders.errors import UpstreamError
from resolvers.write import Refusal, UserError, Written


async def second_write(first: Written | None, write: Awaitable[Written], text: str, field: str) -> Written:
    """The outcome of the second write. `first` is the first one, which was stored; None if there was none.

    A failure after a stored write is not raised, as that would hide what was stored. It is the user error `INCOMPLETE`
    of the argument `field`, with `text` and the message of the failure.
    """
    try:
        written = await write
    except UpstreamError as error:
        if first is None:
            raise
        message = f"{text} {error.failure.message}"
        written = Written(errors=(UserError(Refusal.INCOMPLETE, message, ("input", field)),))
    return replace(written, partly=first is not None)
