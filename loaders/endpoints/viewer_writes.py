"""Writes of the viewer's own data."""

from loaders.endpoint import Auth, Endpoint
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

_PERHAPS_EMPTY = WRITE | Form.EMPTY

ADD_BOOKMARK = Endpoint(
    name="bookmarks/add",
    path="/api/bookmarks/v1/bookmarks/",
    weight=40,
    method="POST",
    auth=Auth.BS,
    anonymous=False,
    answers=REFUSALS,
    unknown=("not found",),
)
"""`POST /api/bookmarks/v1/bookmarks/` `{usage_id}`: 201 with the bookmark, even if it exists; does not accept a JWT."""

REMOVE_BOOKMARK = Endpoint(
    name="bookmarks/remove",
    path="/api/bookmarks/v1/bookmarks/{username},{usage_key}/",
    weight=30,
    method="DELETE",
    auth=Auth.BS,
    anonymous=False,
    answers=REFUSALS,
)
"""`DELETE /api/bookmarks/v1/bookmarks/{username},{usage}/`: 204; 404 if there is no such bookmark; does not accept a
JWT."""

CHANGE_TOUR = Endpoint(
    name="user_tours/change",
    path="/api/user_tours/v1/{username}",
    weight=30,
    method="PATCH",
    auth=Auth.JS,
    anonymous=False,
    forms={400: _PERHAPS_EMPTY, 403: _PERHAPS_EMPTY, 404: _PERHAPS_EMPTY},
    answers=REFUSALS,
)
"""`PATCH /api/user_tours/v1/{username}` `{course_home_tour_status?, show_courseware_tour?}`: an empty 200."""

FINISH_TOUR = Endpoint(
    name="user_tours/finish_discussion_tour",
    path="/api/user_tours/discussion_tours/{tour_id}",
    weight=25,
    method="PUT",
    auth=Auth.JS,
    anonymous=False,
    forms={403: _PERHAPS_EMPTY, 404: _PERHAPS_EMPTY},
    answers=REFUSALS,
)
"""`PUT /api/user_tours/discussion_tours/{id}` `{show_tour}`: the tour; 403 for another person's."""

CHANGE_PREFERENCES = Endpoint(
    name="user/change_preferences",
    path="/api/user/v1/preferences/{username}",
    weight=40,
    method="PATCH",
    anonymous=False,
    forms={403: _PERHAPS_EMPTY, 404: _PERHAPS_EMPTY},
    answers=REFUSALS,
)
"""`PATCH /api/user/v1/preferences/{username}` as `application/merge-patch+json`: null deletes; 204. Unlike the endpoint
of a single preference, it accepts every sign-in."""
