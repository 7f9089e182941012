"""The viewer's bookmarks."""

from loaders.endpoint import Auth, Endpoint, Pace

BOOKMARKS = Endpoint(
    name="bookmarks/bookmarks",
    path="/api/bookmarks/v1/bookmarks/",
    weight=26,
    # The view does not accept a JWT; it would answer 401.
    auth=Auth.BS,
    anonymous=False,
    parameters=("course_id", "fields", "page", "page_size"),
    pace=Pace.QUICK,
)
"""`GET /api/bookmarks/v1/bookmarks/?course_id=`: pages of at most 100, newest first."""
