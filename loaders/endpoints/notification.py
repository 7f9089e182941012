"""Notifications of the viewer, and their settings."""

from loaders.endpoint import Endpoint, Pace

NOTIFICATION_COUNT = Endpoint(
    name="notifications/count",
    path="/api/notifications/count/",
    weight=30,
    anonymous=False,
    pace=Pace.QUICK,
)
"""`GET /api/notifications/count/`: numbers of unseen notifications, by app. The header of every page calls it."""

NOTIFICATIONS = Endpoint(
    name="notifications/list",
    path="/api/notifications/",
    weight=60,
    anonymous=False,
    parameters=("app_name", "page", "page_size"),
)
"""`GET /api/notifications/?app_name=`: pages of at most 100, newest first. `tray_opened` would only log an event."""

NOTIFICATION_SETTINGS_3 = Endpoint(
    name="notifications/v3/configurations",
    path="/api/notifications/v3/configurations/",
    weight=60,
    anonymous=False,
    optional=True,
)
"""`GET /api/notifications/v3/configurations/`: the settings by app and type, from the release Verawood on."""

NOTIFICATION_SETTINGS_2 = Endpoint(
    name="notifications/v2/configurations",
    path="/api/notifications/v2/configurations/",
    weight=60,
    anonymous=False,
    optional=True,
)
"""`GET /api/notifications/v2/configurations/`: the same in the release Ulmo."""

NOTIFICATION_SETTINGS_1 = Endpoint(
    name="notifications/configurations",
    path="/api/notifications/configurations/",
    weight=60,
    anonymous=False,
    optional=True,
)
"""`GET /api/notifications/configurations/`: the same before it. 404 for a viewer without any settings."""
