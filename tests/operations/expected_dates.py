"""The expected answer of the dates page, computed from the LMS's own REST answers."""

from tests.operations.expected import Course, Expected, Json, banner, date_block, shell, viewer


def dates(course: Course) -> Expected:
    """The expected answer of `DatesPage`, without `serverTime`."""
    meta, body = course.body("course_metadata"), course.body("dates")
    if meta is None:
        return Expected({"viewer": viewer(course), "course": None})
    # The dates are closed to people who are not enrolled. Fields that the outline has too are read there.
    shared = body or course.body("outline")
    data: Json = {
        **shell(course, meta),
        "hasEnded": shared["has_ended"] if shared else None,
        "learnerIsFullAccess": body["learner_is_full_access"] if body else None,
        "datesBanner": banner(course, shared["dates_banner_info"]) if shared else None,
        "dates": body
        and {
            "userTimezone": body["user_timezone"],
            "blocks": [date_block(course, block) for block in body["course_date_blocks"]],
        },
    }
    # The closed endpoint is named once, at the first field that it alone could still have given.
    first = "learnerIsFullAccess" if shared else "hasEnded"
    errors = [("UNAUTHENTICATED", ["course", first])] if course.closed("dates") else []
    return Expected({"viewer": viewer(course), "course": data}, errors)
