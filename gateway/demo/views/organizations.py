"""Organizations v0, for global staff."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import ApiError, NotFoundError, PermissionDeniedError
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso


def _staff(call: Call) -> dict[str, dict[str, Any]]:
    if not call.me.is_staff:
        raise PermissionDeniedError
    return call.world.institution.organizations


def _organization(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "created": iso(row["created"]), "modified": iso(row["modified"]), "active": True}


def organization_list(call: Call) -> Answer:
    """P2."""
    rows, page = page_of(call, list(_staff(call).values()))
    return Answer(page.flat([_organization(row) for row in rows]))


def organization(call: Call) -> Answer:
    row = _staff(call).get(call.params["name"])
    if row is None:
        raise NotFoundError
    return Answer(_organization(row))


def put_organization(call: Call) -> Answer:
    """`{name, description?, logo?}` makes (201) or changes (200) the organisation of the address."""
    rows, body, short_name, now = _staff(call), fields(call), call.params["name"], call.world.now
    if not isinstance(body.get("name"), str) or not body["name"]:
        return Answer({"name": ["This field is required."]}, 400)
    known = rows.get(short_name)
    if known is None:
        number = 1 + max((row["id"] for row in rows.values()), default=0)
        rows[short_name] = {"id": number, "created": now, "short_name": short_name}
    given = {"name": body["name"], "description": body.get("description"), "logo": body.get("logo")}
    rows[short_name] |= given | {"modified": now}
    return Answer(_organization(rows[short_name]), 201 if known is None else 200)


def patch_organization(call: Call) -> Answer:
    """Listed among the methods, refused all the same: changes go through PUT."""
    raise ApiError('Method "PATCH" not allowed.', status=405)


_V0 = "/api/organizations/v0/organizations"
ROUTES = (
    Route("organizations.list", (_V0,), {"GET": organization_list}, Slash.MUST, Schemes.JS, login=True),
    Route(
        "organizations.detail",
        (f"{_V0}/{{name:word}}",),
        {"GET": organization, "PUT": put_organization, "PATCH": patch_organization},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
)
