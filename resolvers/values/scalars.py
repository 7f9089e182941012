"""Validation and normalization of the LMS's date-times and UUIDs."""

from datetime import datetime
from typing import Any

from graphql import GraphQLError

from loaders.keys import canonical_uuid, is_uuid
from resolvers.values.checked import Check
from resolvers.values.text import instant


def text_of(value: Any) -> str:
    """A string of the LMS. Raises GraphQLError for any other value."""
    if type(value) is not str:
        raise GraphQLError(f"Expected a string from the LMS, got {type(value).__name__}.")
    return value


def _is_normal(text: str) -> bool:
    """True for an instant in the schema's form, without microseconds. Raises ValueError if it does not exist."""
    return len(text) == 20 and text[19] == "Z" and text[10] == "T" and bool(datetime.fromisoformat(text))


is_normal_time = Check(_is_normal)
is_normal_uuid = Check(is_uuid)


def date_time(value: Any) -> str:
    """An ISO 8601 instant in UTC, ending in `Z`, with microseconds unless they are zero. Raises GraphQLError."""
    text = text_of(value)
    try:
        if (
            text[-1:] == "Z"
            and text[10:11] == "T"
            and (len(text) == 20 or (len(text) == 27 and text[20:26] != "000000"))
        ):
            datetime.fromisoformat(text)  # the form is right; this checks that the instant exists
            return text
        return instant(text).isoformat().replace("+00:00", "Z")
    except ValueError:
        raise GraphQLError("Expected a date and time from the LMS.") from None


def uuid_text(value: Any) -> str:
    """A UUID in lower case with hyphens. Raises GraphQLError for any other value."""
    try:
        return canonical_uuid(text_of(value))
    except ValueError:
        raise GraphQLError("Expected a UUID from the LMS.") from None
