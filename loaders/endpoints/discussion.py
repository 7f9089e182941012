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

TOPIC_TREE = Endpoint(
    name="discussion/topic_tree",
    path="/api/discussion/v3/course_topics/{course_key}",
    weight=333,
    array=True,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v3/course_topics/{course}`: topics of the whole course, then sections with the sequences and
units that have topics, then archived topics if there are any."""

TOPIC_CATEGORIES = Endpoint(
    name="discussion/topic_categories",
    path="/api/discussion/v1/course_topics/{course_key}",
    weight=254,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/course_topics/{course}`: topics of units by category, and those of the whole course. For
older providers of discussions, only this list has topics.
"""

DISCUSSION_SETTINGS = Endpoint(
    name="discussion/settings",
    path="/api/discussion/v1/courses/{course_key}/settings",
    weight=30,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/courses/{course}/settings`: settings for the division into groups; 403 for people without a
role.
"""

_FILTERS = (
    "course_id",
    "topic_id",
    "following",
    "text_search",
    "order_by",
    "view",
    "thread_type",
    "flagged",
    "count_flagged",
    "group_id",
    "requested_fields",
    "page",
    "page_size",
)

THREADS = Endpoint(
    name="discussion/threads",
    view=_THREADS,
    path="/api/discussion/v1/threads/",
    weight=147,
    anonymous=False,
    parameters=_FILTERS,
    missing={404: Missing.REFUSED, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/threads/?course_id=&topic_id=a,b`: pages of at most 100, pinned threads first, then by the
latest activity. A page after the last one is empty; 404 means that the viewer has no access. `topic_id`, `text_search`
and `following` exclude each other."""

REPORTED_THREADS = Endpoint(
    name="discussion/threads/reported",
    view=_THREADS,
    path=THREADS.path,
    weight=160,
    anonymous=False,
    parameters=_FILTERS,
    missing={404: Missing.REFUSED},
)
"""The same with `flagged` or `count_flagged`, which the LMS refuses with 403 to people who may not moderate."""

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
    parameters=("thread_id", "reverse_order", "requested_fields", "page", "page_size"),
)
"""`GET /api/discussion/v1/comments/?thread_id=`: the responses to a thread, pages of at most 100."""

COMMENT = Endpoint(
    name="discussion/comment",
    view=_COMMENTS,
    path="/api/discussion/v1/comments/{comment_id}/",
    weight=100,
    method="PATCH",
    body=b"{}",
    anonymous=False,
    missing={404: Missing.ABSENT},
)
"""`PATCH /api/discussion/v1/comments/{id}/` with nothing to change: the comment, as the LMS has no GET for one. It
stores nothing, but a sign-in with cookies needs the CSRF pair. Without the author's picture.
"""

PARENT = Endpoint(
    name="discussion/comment/parent",
    view=_COMMENTS,
    path=COMMENT.path,
    weight=COMMENT.weight,
    method="PATCH",
    body=b"{}",
    anonymous=False,
    missing={404: Missing.ABSENT},
)
"""The same for the response that a reply belongs to."""

REPLIES = Endpoint(
    name="discussion/replies",
    view=_COMMENTS,
    path="/api/discussion/v1/comments/{comment_id}/",
    weight=80,
    anonymous=False,
    parameters=("reverse_order", "requested_fields", "page", "page_size"),
    # For each page of replies the LMS reads the whole thread.
    at_once=4,
)
"""`GET /api/discussion/v1/comments/{id}/`: the replies to a response, without the response itself."""

ACTIVITY_STATS = Endpoint(
    name="discussion/activity_stats",
    path="/api/discussion/v1/courses/{course_key}/activity_stats",
    weight=90,
    anonymous=False,
    parameters=("order_by", "username", "page", "page_size"),
)
"""`GET /api/discussion/v1/courses/{course}/activity_stats?order_by=&username=`: counts by learner; `username` is
a part of a name. 400 for the order `flagged` to people who may not moderate, 404 after the last page."""

LEARNER_THREADS = Endpoint(
    name="discussion/learner",
    path="/api/discussion/v1/courses/{course_key}/learner/",
    weight=150,
    anonymous=False,
    parameters=("username", "order_by", "status", "thread_type", "count_flagged", "page", "page_size"),
)
"""`GET /api/discussion/v1/courses/{course}/learner/?username=`: threads that a learner posted in, with their authors.
The count is that of the page, and nothing is pinned. 403 for `flagged` and `count_flagged` to people who may not
moderate; 404 for an unknown name and after the last page."""
