"""The types that the LMS's answers are decoded as: only the fields of the pages, under the pages' names."""

from typing import Any

import msgspec


class Access(msgspec.Struct, gc=False):
    has_access: bool
    error_code: str | None
    developer_message: str | None
    user_message: str | None
    additional_context_user_message: str | None
    user_fragment: str | None


class Tab(msgspec.Struct, gc=False):
    tab_id: str
    title: str
    url: str


class Celebrations(msgspec.Struct, gc=False):
    first_section: bool
    streak_length_to_celebrate: int | None
    streak_discount_enabled: bool
    weekly_goal: bool


class VerifiedMode(msgspec.Struct, gc=False):
    price: int
    currency_symbol: str
    currency: str | None = None
    sku: str | None = None
    upgrade_url: str | None = None
    access_expiration_date: str | None = None


class Expiration(msgspec.Struct, gc=False):
    expiration_date: str
    masquerading_expired_course: bool
    upgrade_deadline: str | None = None
    upgrade_url: str | None = None


class Certificate(msgspec.Struct, gc=False):
    cert_status: str
    cert_web_view_url: str | None = None
    download_url: str | None = None
    certificate_available_date: str | None = None


def absolute(url: str | None, base: str) -> str | None:
    """A URL joined to the LMS's address."""
    if not url:
        return None
    return base + url if url[0] == "/" else url


def tabs(rows: list[Tab], base: str) -> list[dict[str, Any]]:
    """The course's tabs."""
    return [{"key": tab.tab_id, "title": tab.title, "url": absolute(tab.url, base)} for tab in rows]


def verified_mode(mode: VerifiedMode | None, base: str) -> dict[str, Any] | None:
    """The mode to upgrade to."""
    if mode is None:
        return None
    return {
        "price": mode.price,
        "currency": mode.currency,
        "currencySymbol": mode.currency_symbol,
        "sku": mode.sku,
        "upgradeUrl": absolute(mode.upgrade_url, base),
        "accessExpirationDate": mode.access_expiration_date,
    }


def certificate(data: Certificate | None, base: str) -> dict[str, Any] | None:
    """The certificate as the course's pages show it."""
    if data is None:
        return None
    return {
        "status": data.cert_status,
        "webViewUrl": absolute(data.cert_web_view_url, base),
        "downloadUrl": absolute(data.download_url, base),
        "availableDate": data.certificate_available_date,
    }
