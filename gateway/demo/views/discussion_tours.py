"""Tours of the discussions page."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash

_TOURS = ("not_responded_filter", "response_sort")


def tours(call: Call) -> Answer:
    """All tours of the discussions page. Reading them makes those that the caller lacks."""
    return Answer([_tour(call, number) for number in range(len(_TOURS))])


def _tour(call: Call, number: int) -> dict[str, Any]:
    row = call.me.id * 10 + number
    shown = row not in call.world.finished_tours
    return {"id": row, "tour_name": _TOURS[number], "show_tour": shown, "user": call.me.id}


def one_tour(call: Call) -> Answer:
    return Answer(_tour(call, _own_number(call)))


def finish_tour(call: Call) -> Answer:
    """`{show_tour}`: the tour."""
    number, row = _own_number(call), int(call.params["id"])
    if fields(call).get("show_tour") is False:
        call.world.finished_tours.add(row)
    else:
        call.world.finished_tours.discard(row)
    return Answer(_tour(call, number))


def _own_number(call: Call) -> int:
    """The number of the tour in the path. Another person's is refused."""
    owner, number = divmod(int(call.params["id"]), 10)
    if number >= len(_TOURS) or call.world.user_by_id(owner) is None:
        raise NotFoundError
    if owner != call.me.id:
        raise PermissionDeniedError
    return number


ROUTES = (
    Route(
        "user_tours.discussion_tours",
        ("/api/user_tours/discussion_tours",),
        {"GET": tours},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
    Route(
        "user_tours.discussion_tour",
        ("/api/user_tours/discussion_tours/{id}",),
        {"GET": one_tour, "PUT": finish_tour},
        Slash.EITHER,
        Schemes.JS,
        login=True,
    ),
)
