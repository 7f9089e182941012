"""The outline: sections, sequences and units of a course."""

from loaders.endpoint import Effect, Endpoint, Missing, Precondition

OUTLINE = Endpoint(
    name="course_home/outline",
    path="/api/course_home/outline/{course_key}",
    weight=173,
    preconditions=Precondition.COURSE,
    effects=Effect.OFFER,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
)
"""`GET /api/course_home/outline/{course}`: the tree down to sequences, and the course home page's panels."""

NAVIGATION = Endpoint(
    name="course_home/navigation",
    path="/api/course_home/v1/navigation/{course_key}",
    weight=57,
    preconditions=Precondition.COURSE,
    # A visitor gets 500 for a public course and an empty object for others.
    anonymous=False,
    answers_visitors=True,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
)
"""`GET /api/course_home/v1/navigation/{course}`: the tree down to units."""
