"""Data of the account page other than the account itself."""

from loaders.endpoint import Auth, Endpoint, Pace, Scope

_TTL = 3600.0

LINKED_ACCOUNTS = Endpoint(
    name="third_party_auth/user_status",
    path="/api/third_party_auth/v0/providers/user_status",
    weight=40,
    anonymous=False,
    array=True,
    pace=Pace.QUICK,
)
"""`GET /api/third_party_auth/v0/providers/user_status`: all providers, and which of them are linked."""

VERIFIED_NAMES = Endpoint(
    name="name_affirmation/history",
    path="/api/edx_name_affirmation/v1/verified_name/history",
    weight=40,
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    pace=Pace.QUICK,
)
"""`GET /api/edx_name_affirmation/v1/verified_name/history`: the viewer's names, newest first. `username` is for global
staff only, even with one's own name."""

VERIFIED_NAME = Endpoint(
    name="name_affirmation/verified_name",
    path="/api/edx_name_affirmation/v1/verified_name",
    weight=38,
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    pace=Pace.QUICK,
)
"""`GET /api/edx_name_affirmation/v1/verified_name`: the latest approved name; 404 if there is none."""

IDENTITY_CHECK = Endpoint(
    name="verify_student/status",
    path="/verify_student/status/",
    weight=40,
    auth=Auth.JS,
    anonymous=False,
    signs_in=True,
    pace=Pace.QUICK,
)
"""`GET /verify_student/status/`: `{status, expires, can_verify}`; redirects visitors to the sign-in form."""

ENTERPRISE_LEARNER = Endpoint(
    name="enterprise/learner",
    path="/enterprise/api/v1/enterprise-learner/",
    weight=60,
    auth=Auth.JS,
    anonymous=False,
    parameters=("username",),
    pace=Pace.QUICK,
    optional=True,
)
"""`GET /enterprise/api/v1/enterprise-learner/?username=`: the viewer's memberships in enterprises, from a plugin."""

REGISTRATION_FORM = Endpoint(
    name="user/registration",
    path="/api/user/v1/account/registration/",
    weight=60,
    scope=Scope.PUBLIC,
    ttl=_TTL,
)
"""`GET /api/user/v1/account/registration/`: the registration form, in the visitor's language. It has the LMS's only
list of countries.
"""

TIME_ZONES = Endpoint(
    name="user/time_zones",
    path="/api/user/v1/preferences/time_zones/",
    weight=40,
    parameters=("country_code",),
    array=True,
    scope=Scope.PUBLIC,
    ttl=_TTL,
)
"""`GET /api/user/v1/preferences/time_zones/?country_code=`: the zones of a country; all for an empty code. The
descriptions have the current offset."""
