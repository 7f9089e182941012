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
"""`GET /api/discussion/v1/courses/{course}`: settings of the discussions; 404 if they are disabled or there is no
enrolment."""

TOPICS = Endpoint(
    name="discussion/course_topics",
    path="/api/discussion/v2/course_topics/{course_key}",
    weight=212,
    array=True,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v2/course_topics/{course}`: all topics in one flat list."""

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
latest activity. A page after the last one is empty; 404 means that the viewer has no access."""

THREAD = Endpoint(
    name="discussion/thread",
    view=_THREADS,
    path="/api/discussion/v1/threads/{thread_id}/",
    weight=100,
    anonymous=False,
    parameters=("requested_fields",),
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/threads/{id}/`: one thread. Does not mark it as read. 404 for an unknown id; some releases
answer 500, as after any error."""

COMMENTS = Endpoint(
    name="discussion/comments",
    view=_COMMENTS,
    path="/api/discussion/v1/comments/",
    weight=120,
    anonymous=False,
    # Questions have two lists, of endorsed and other responses; this merges them. It has no effect on other threads.
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
"""`GET /api/discussion/v1/comments/{id}/`: the replies to a response, without the response itself."""
