"""Types of settings."""

from typing import Annotated

from pydantic import Field
from pydantic_settings import NoDecode

Positive = Annotated[int, Field(gt=0)]
Natural = Annotated[int, Field(ge=0)]
Seconds = Annotated[float, Field(gt=0)]
Port = Annotated[int, Field(ge=0, le=65535)]
Texts = Annotated[tuple[str, ...], NoDecode]
"""Several values; a variable separates them by commas."""
