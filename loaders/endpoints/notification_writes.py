"""Writes of notifications."""

from loaders.endpoint import Endpoint
from loaders.endpoints.notification import NOTIFICATION_SETTINGS_2, NOTIFICATION_SETTINGS_3
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

_FORMS = dict.fromkeys((400, 404), WRITE | Form.STATUSES | Form.MESSAGE)

MARK_SEEN = Endpoint(
    name="notifications/mark_seen",
    path="/api/notifications/mark-seen/{app}/",
    weight=40,
    method="PUT",
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`PUT /api/notifications/mark-seen/{app}/`: 200 with a message."""

MARK_READ = Endpoint(
    name="notifications/mark_read",
    path="/api/notifications/read/",
    weight=40,
    method="PATCH",
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
)
"""`PATCH /api/notifications/read/` `{notification_id}` or `{app_name}`: 200 with a message."""

CHANGE_SETTINGS_3 = Endpoint(
    name="notifications/v3/change",
    path=NOTIFICATION_SETTINGS_3.path,
    weight=60,
    method="PUT",
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
    optional=True,
)
"""`PUT /api/notifications/v3/configurations/` `{notification_app, notification_type, notification_channel, value}`, or
with `email_cadence` for the value: 200 with the change, not with the settings."""

CHANGE_SETTINGS_2 = Endpoint(
    name="notifications/v2/change",
    path=NOTIFICATION_SETTINGS_2.path,
    weight=60,
    method="PUT",
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
    optional=True,
)
"""`PUT /api/notifications/v2/configurations/`: the same in the release Ulmo."""

CHANGE_SETTINGS_1 = Endpoint(
    name="notifications/update_all",
    path="/api/notifications/preferences/update-all/",
    weight=60,
    method="POST",
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
    optional=True,
)
"""`POST /api/notifications/preferences/update-all/`: the same before it."""
