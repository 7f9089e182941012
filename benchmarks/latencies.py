"""The latency of each endpoint of a live LMS: medians of warm calls, in milliseconds."""

MILLISECONDS = (
    ("/api/course_home/course_metadata/", "course_home/course_metadata", 89),
    ("/api/course_home/outline/", "course_home/outline", 173),
    ("/api/course_home/progress/", "course_home/progress", 212),
    ("/api/course_home/dates/", "course_home/dates", 101),
    ("/api/course_home/v1/navigation/", "course_home/navigation", 57),
    ("/api/courseware/course/", "courseware/course", 86),
    ("/api/courseware/sequence/", "courseware/sequence", 55),
    ("/api/courseware/resume/", "courseware/resume", 22),
    ("/api/learning_sequences/", "learning_sequences/course_outline", 41),
    ("/api/learner_home/init", "learner_home/init", 90),
    ("/api/enrollment/v1/enrollment", "enrollment/enrollment", 63),
    ("/api/courses/v2/blocks/", "courses/blocks", 78),
    ("/api/courses/v1/courses/", "courses/courses", 21),
    ("/api/certificates/", "certificates/certificates", 49),
    ("/api/bookmarks/", "bookmarks/bookmarks", 26),
    ("/api/discussion/v1/courses/", "discussion/course", 37),
    ("/api/discussion/v2/course_topics/", "discussion/topics", 333),
    ("/api/discussion/v3/course_topics/", "discussion/topics", 333),
    ("/api/user/v1/accounts/", "user/account", 47),
    ("/api/user/v1/preferences/", "user/preferences", 36),
    ("/api/user/v1/me", "user/me", 20),
    ("/api/mobile/v4/course_info/blocks/", "mobile/blocks", 144),
    ("/api/mobile/v1/users/alex/course_status_info/", "mobile/course_status_info", 77),
    ("/api/mobile/v1/course_info/", "mobile/enrollment_details", 61),
    ("/api/mobile/v4/course_info/", "mobile/updates", 40),
    ("/api/user_tours/", "user_tours/user", 19),
)
"""Path prefix, name of the endpoint, milliseconds."""

OTHER = 20
"""Milliseconds of any other call: what signing a user in costs the LMS before it does anything."""


def seconds_of(target: str) -> float:
    """Seconds a live LMS needs for this path."""
    return next((ms for prefix, _, ms in MILLISECONDS if target.startswith(prefix)), OTHER) / 1000
