"""Exceptions of views. The dispatcher converts each one to the body of its route's error family."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An error the framework renders: `detail` becomes the family's message, `code` its `error_code`."""

    status = 500

    def __init__(self, detail: Any, *, status: int | None = None, code: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code
        self.status = status or self.status


class AuthenticationError(ApiError):
    """401: a credential was refused, or a required one is missing."""

    status = 401


class PermissionDeniedError(ApiError):
    """403."""

    status = 403

    def __init__(self, detail: Any = "You do not have permission to perform this action.") -> None:
        super().__init__(detail)


class NotFoundError(ApiError):
    """404."""

    status = 404

    def __init__(self, detail: Any = "Not found.", *, code: str | None = None) -> None:
        super().__init__(detail, code=code)


class BadRequestError(ApiError):
    """400."""

    status = 400


class ThrottledError(ApiError):
    """429; `wait` is in seconds; None if the LMS does not know it."""

    status = 429

    def __init__(self, wait: int | None) -> None:
        unit = "second" if wait == 1 else "seconds"
        tail = f" Expected available in {wait} {unit}." if wait is not None else ""
        super().__init__(f"Request was throttled.{tail}")
        self.wait = wait


class FieldsError(Exception):
    """400 of a parameter form in the developer-message family."""

    def __init__(self, **fields: str) -> None:
        super().__init__(fields)
        self.body = {"field_errors": {name: {"developer_message": text} for name, text in fields.items()}}


class CrashError(Exception):
    """A place where the real LMS fails: 500 with an HTML page."""


NOT_SIGNED_IN = "Authentication credentials were not provided."


def not_signed_in() -> AuthenticationError:
    return AuthenticationError(NOT_SIGNED_IN)
