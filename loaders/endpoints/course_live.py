"""The live session of a course."""

from loaders.endpoint import Endpoint, Missing

LIVE = Endpoint(
    name="course_live/iframe",
    path="/api/course_live/iframe/{course_key}/",
    weight=50,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/course_live/iframe/{course}/`: `{iframe}`, or 200 with a `developer_message` if it is disabled."""
