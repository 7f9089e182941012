"""Writes in the discussions of a course. A write is never repeated."""

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import COMMENT, COMMENTS, THREAD, THREADS
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

_POSTS = REFUSALS | {429}
_POST_FORMS = {400: WRITE | Form.REASON, 429: Form.STRING}

CREATE_THREAD = Endpoint(
    name="discussion/create_thread",
    view=THREADS.view,
    path=THREADS.path,
    weight=200,
    method="POST",
    anonymous=False,
    answers=_POSTS,
    forms=_POST_FORMS,
)
"""`POST /api/discussion/v1/threads/` `{course_id, topic_id, type, title, raw_body, …}`: the thread. 403 in a blackout,
400 for a missing captcha or an unconfirmed e-mail address, 429 with a text for too many posts."""

UPDATE_THREAD = Endpoint(
    name="discussion/update_thread",
    view=THREAD.view,
    path=THREAD.path,
    weight=150,
    method="PATCH",
    anonymous=False,
    answers=REFUSALS,
)
"""`PATCH /api/discussion/v1/threads/{id}/` as `application/merge-patch+json`: the thread, all changes or none. The
answer always says that the thread is read.
"""

READ_THREAD = Endpoint(
    name="discussion/read_thread",
    view=THREAD.view,
    path=THREAD.path,
    weight=120,
    method="PATCH",
    anonymous=False,
    answers=REFUSALS,
)
"""The same with `{read: true}`. Its answer is correct."""

DELETE_THREAD = Endpoint(
    name="discussion/delete_thread",
    view=THREAD.view,
    path=THREAD.path,
    weight=120,
    method="DELETE",
    anonymous=False,
    answers=REFUSALS,
)
"""`DELETE /api/discussion/v1/threads/{id}/`: 204."""

CREATE_COMMENT = Endpoint(
    name="discussion/create_comment",
    view=COMMENTS.view,
    path=COMMENTS.path,
    weight=200,
    method="POST",
    anonymous=False,
    answers=_POSTS,
    forms=_POST_FORMS,
)
"""`POST /api/discussion/v1/comments/` `{thread_id, raw_body, parent_id?, …}`: the comment; refused as threads are, and
with 403 in a closed thread."""

UPDATE_COMMENT = Endpoint(
    name="discussion/update_comment",
    view=COMMENTS.view,
    path=COMMENT.path,
    weight=150,
    method="PATCH",
    anonymous=False,
    answers=REFUSALS,
)
"""`PATCH /api/discussion/v1/comments/{id}/` as `application/merge-patch+json`: the comment, all changes or none. The
answer does not contain the user who has just endorsed it.
"""

DELETE_COMMENT = Endpoint(
    name="discussion/delete_comment",
    view=COMMENTS.view,
    path=COMMENT.path,
    weight=120,
    method="DELETE",
    anonymous=False,
    answers=REFUSALS,
)
"""`DELETE /api/discussion/v1/comments/{id}/`: 204, with the replies."""
