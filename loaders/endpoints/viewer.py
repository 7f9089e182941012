"""The viewer's identity, account, preferences and tours."""

from loaders.endpoint import Auth, Effect, Endpoint, Missing, Pace
from loaders.form import Form

ME = Endpoint(
    name="user/me",
    path="/api/user/v1/me",
    weight=20,
    anonymous=False,
    pace=Pace.QUICK,
    missing={401: Missing.ABSENT},
)
"""`GET /api/user/v1/me`: the signed-in user's name; 401 for a visitor."""

ACCOUNT = Endpoint(
    name="user/account",
    path="/api/user/v1/accounts/{username}",
    weight=47,
    anonymous=False,
    pace=Pace.QUICK,
    forms={404: Form.ERROR | Form.EMPTY},
)
"""`GET /api/user/v1/accounts/{username}`: the complete account if it is the viewer's own."""

PREFERENCES = Endpoint(
    name="user/preferences",
    path="/api/user/v1/preferences/{username}",
    weight=36,
    anonymous=False,
    pace=Pace.QUICK,
    forms={403: Form.ERROR | Form.EMPTY, 404: Form.ERROR | Form.EMPTY},
)
"""`GET /api/user/v1/preferences/{username}`: a map of preference keys to strings."""

TOUR = Endpoint(
    name="user_tours/user",
    path="/api/user_tours/v1/{username}",
    weight=19,
    auth=Auth.JS,
    anonymous=False,
    pace=Pace.QUICK,
    # 400: another person's, as in a masquerade.
    missing={404: Missing.ABSENT, 403: Missing.REFUSED, 400: Missing.REFUSED},
    forms={404: Form.ERROR | Form.EMPTY, 403: Form.ERROR | Form.EMPTY, 400: Form.EMPTY},
)
"""`GET /api/user_tours/v1/{username}`: product tours to show to the viewer."""

DISCUSSION_TOURS = Endpoint(
    name="user_tours/discussion_tours",
    path="/api/user_tours/discussion_tours/",
    weight=25,
    auth=Auth.JS,
    anonymous=False,
    array=True,
    pace=Pace.QUICK,
    effects=Effect.TOURS,
    missing={403: Missing.REFUSED},
    forms={403: Form.ERROR | Form.EMPTY},
)
"""`GET /api/user_tours/discussion_tours/`: tours of the discussions page; 403 without a body if tours are disabled."""

VERIFICATION = Endpoint(
    name="user/verification_status",
    path="/api/user/v1/accounts/{username}/verification_status/",
    weight=40,
    anonymous=False,
    pace=Pace.QUICK,
)
"""`GET /api/user/v1/accounts/{username}/verification_status/`: 404 before the first attempt."""
