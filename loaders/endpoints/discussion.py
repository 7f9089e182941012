"""Discussions of a course."""

from loaders.endpoint import Endpoint, Missing

_THREADS = "discussion/threads"
_COMMENTS = "discussion/comments"

DISCUSSION = Endpoint(
    name="discussion/courses",
    path="/api/discussion/v1/courses/{course_key}",
    weight=37,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/courses/{course}`: how discussions are set up; 404 when off or not enrolled."""

TOPICS = Endpoint(
    name="discussion/course_topics",
    path="/api/discussion/v2/course_topics/{course_key}",
    weight=212,
    array=True,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v2/course_topics/{course}`: every topic in one flat list."""

THREADS = Endpoint(
    name="discussion/threads",
    view=_THREADS,
    path="/api/discussion/v1/threads/",
    weight=147,
    anonymous=False,
    parameters=("course_id", "topic_id", "following", "requested_fields", "page", "page_size"),
    missing={404: Missing.REFUSED, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/threads/?course_id=&topic_id=a,b`: pages of at most 100, pinned threads first, then by the
latest activity. A page beyond the end is empty; 404 means that the viewer may not enter."""

THREAD = Endpoint(
    name="discussion/thread",
    view=_THREADS,
    path="/api/discussion/v1/threads/{thread_id}/",
    weight=100,
    anonymous=False,
    parameters=("requested_fields",),
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/threads/{id}/`: one thread. Does not mark it as read. 404 for an id that is not known; some
releases break on it with 500, as they do for any other reason."""

COMMENTS = Endpoint(
    name="discussion/comments",
    view=_COMMENTS,
    path="/api/discussion/v1/comments/",
    weight=120,
    anonymous=False,
    # Questions have two lists, endorsed and other responses; so they come as one. Other threads take no notice of it.
    query={"merge_question_type_responses": "true"},
    parameters=("thread_id", "requested_fields", "page", "page_size"),
)
"""`GET /api/discussion/v1/comments/?thread_id=`: the responses to a thread, pages of at most 100."""

REPLIES = Endpoint(
    name="discussion/comment",
    view=_COMMENTS,
    path="/api/discussion/v1/comments/{comment_id}/",
    weight=80,
    anonymous=False,
    parameters=("requested_fields", "page", "page_size"),
)
"""`GET /api/discussion/v1/comments/{id}/`: the replies to a response, not the response itself."""
