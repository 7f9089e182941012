"""Settings of limits. The defaults are several times what the pages of the LMS's front ends need."""

from typing import Annotated

from pydantic import BaseModel, Field

from gateway.settings.types import Positive, Seconds


class Bounds(BaseModel):
    """Limits of one request."""

    max_tokens: Positive = Field(default=2000, description="Tokens in a document.")
    max_depth: Positive = Field(default=20, description="Levels of nested fields.")
    max_fields: Positive = Field(default=1000, description="Fields of an operation; a fragment counts at each use.")
    max_aliases: Positive = Field(default=50, description="Aliases in a document.")
    max_root_fields: Positive = Field(default=20, description="Root fields of an operation.")
    max_directives: Positive = Field(default=50, description="Directives in a document.")
    max_fragments: Positive = Field(default=100, description="Fragments defined in a document.")
    max_name_characters: Annotated[int, Field(gt=0, le=4000)] = Field(
        default=200, description="Characters of a name or a number in a document; 4000 at most."
    )
    max_text_characters: Positive = Field(
        default=10_000, description="Characters of all strings in a document; use variables for long texts."
    )
    max_merges: Positive = Field(
        default=20_000, description="Steps of the check that fields of the same name can be merged."
    )
    max_calls: Positive = Field(default=150, description="Calls to the LMS that an operation may make.")
    max_values: Annotated[int, Field(gt=0, le=10_000_000)] = Field(
        default=250_000, description="Values in a response: fields of all its objects, and items of its lists."
    )
    max_response_bytes: Annotated[int, Field(gt=0, le=256 * 1024 * 1024)] = Field(
        default=16 * 1024 * 1024, description="Largest response, before compression; 256 MiB at most."
    )
    max_list_items: Positive = Field(default=100, description="Items of a list given as an argument.")
    max_variables_depth: Positive = Field(default=10, description="Levels of nested objects and lists in variables.")
    max_variables_items: Positive = Field(default=2000, description="Values in variables, including nested ones.")
    max_body_bytes: Positive = Field(default=256 * 1024, description="Largest request body.")
    max_url_bytes: Positive = Field(default=16 * 1024, description="Longest query string of a GET request.")
    max_header_bytes: Positive = Field(
        default=32 * 1024, description="Largest request line and headers; also the limit for trailers."
    )
    read_timeout: Seconds = Field(
        default=10.0,
        description="Seconds to receive a request's head, to receive its body, and for a client to read 16 KiB of "
        "its response.",
    )
