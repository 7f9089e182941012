"""What the dates page has to answer, computed from the LMS's own REST answers."""

from tests.operations.expected import Course, Expected, Json, banner, date_block, shell, viewer


def dates(course: Course) -> Expected:
    """What `DatesPage` answers, without `serverTime`."""
    meta, told = course.body("course_metadata"), course.body("dates")
    if meta is None:
        return Expected({"viewer": viewer(course), "course": None})
    # To a visitor and to who is not enrolled the dates are closed: what the outline also tells is read from there.
    shared = told or course.body("outline")
    data: Json = {
        **shell(course, meta),
        "hasEnded": shared["has_ended"] if shared else None,
        "learnerIsFullAccess": told["learner_is_full_access"] if told else None,
        "datesBanner": banner(course, shared["dates_banner_info"]) if shared else None,
        "dates": told
        and {
            "userTimezone": told["user_timezone"],
            "blocks": [date_block(course, block) for block in told["course_date_blocks"]],
        },
    }
    # The closed endpoint is named once, at the first field that it alone could still have given.
    first = "learnerIsFullAccess" if shared else "hasEnded"
    errors = [("UNAUTHENTICATED", ["course", first])] if course.closed("dates") else []
    return Expected({"viewer": viewer(course), "course": data}, errors)
