"""Writes of the viewer's account and names."""

from loaders.endpoint import Auth, Endpoint
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

_PERHAPS_EMPTY = WRITE | Form.EMPTY

CHANGE_ACCOUNT = Endpoint(
    name="user/change_account",
    path="/api/user/v1/accounts/{username}",
    weight=80,
    method="PATCH",
    anonymous=False,
    forms={403: _PERHAPS_EMPTY, 404: _PERHAPS_EMPTY},
    answers=REFUSALS,
)
"""`PATCH /api/user/v1/accounts/{username}` as `application/merge-patch+json`: the account. All is stored or nothing. A
new e-mail address only starts a confirmation."""

REMOVE_IMAGE = Endpoint(
    name="user/remove_image",
    path="/api/user/v1/accounts/{username}/image",
    weight=50,
    method="DELETE",
    anonymous=False,
    forms={403: _PERHAPS_EMPTY, 404: _PERHAPS_EMPTY},
    answers=REFUSALS,
)
"""`DELETE /api/user/v1/accounts/{username}/image`: 204."""

CHANGE_NAME = Endpoint(
    name="user/name_change",
    path="/api/user/v1/accounts/name_change/",
    weight=50,
    method="POST",
    auth=Auth.JS,
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/user/v1/accounts/name_change/` `{name}`: an empty 201; the name waits for a verification."""

SUBMIT_NAME = Endpoint(
    name="name_affirmation/submit",
    path="/api/edx_name_affirmation/v1/verified_name",
    weight=50,
    method="POST",
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/edx_name_affirmation/v1/verified_name` `{username, verified_name, profile_name}`: 200 with `{}`, and a new
record each time."""

CHOOSE_NAME = Endpoint(
    name="name_affirmation/config",
    path="/api/edx_name_affirmation/v1/verified_name/config",
    weight=40,
    method="POST",
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/edx_name_affirmation/v1/verified_name/config` `{username, use_verified_name_for_certs}`: 201 with `{}`."""

SEND_ACTIVATION = Endpoint(
    name="user/send_activation_email",
    path="/api/send_account_activation_email",
    weight=60,
    method="POST",
    auth=Auth.SESSION,
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/send_account_activation_email`: an empty 200 and an e-mail each time; accepts a session only."""
