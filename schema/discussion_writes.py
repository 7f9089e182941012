"""Mutations of discussions, with their inputs and payloads."""

import strawberry

import resolvers.discussion_writes as writes
from loaders.endpoints.discussion_writes import (
    CREATE_COMMENT,
    CREATE_THREAD,
    DELETE_COMMENT,
    DELETE_THREAD,
    READ_THREAD,
    UPDATE_COMMENT,
    UPDATE_THREAD,
)
from resolvers.declare.source import at, known
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.declare import field
from schema.scalars import CourseKey
from schema.thread import Comment, Thread, ThreadType
from schema.write import CoursePayload, WritePayload, mutation

_ANONYMOUS = "Whether the post is anonymous to everybody; only where the course allows it."
_ANONYMOUS_TO_PEERS = "Whether the post is anonymous to learners; only where the course allows it."
_CAPTCHA = "Token of the solved captcha, where `Discussion.captcha` is enabled."
_EDIT_REASON = "Code of the reason for a moderator's edit: one of `Discussion.editReasons`."


@strawberry.input(description="Input of the mutation `createThread`.")
class CreateThreadInput:
    course: CourseKey = strawberry.field(description="Key of the course run.")
    topic: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the topic.")
    type: ThreadType = strawberry.field(description="Type of the thread.")
    title: str = strawberry.field(description="Title of the thread, 1024 characters at most.")
    raw_body: str = strawberry.field(description="Text of the thread, in Markdown.")
    following: bool | None = strawberry.field(description="Whether the viewer follows the thread.", default=None)
    is_anonymous: bool | None = strawberry.field(description=_ANONYMOUS, default=None)
    is_anonymous_to_peers: bool | None = strawberry.field(description=_ANONYMOUS_TO_PEERS, default=None)
    group: strawberry.ID | None = strawberry.field(
        description="The group that may see the thread, by the `id` or `lmsId` of a group or cohort. For moderators.",
        default=None,
    )
    notify_all_learners: bool | None = strawberry.field(
        description="Whether to notify all learners. For the course team.", default=None
    )
    captcha_token: str | None = strawberry.field(description=_CAPTCHA, default=None)


@strawberry.input(
    description="Input of the mutation `updateThread`. Null keeps the current value; `editableFields` lists the "
    "fields that the viewer may change."
)
class UpdateThreadInput:
    thread: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the thread.")
    voted: bool | None = strawberry.field(description="Whether the viewer votes for the thread.", default=None)
    following: bool | None = strawberry.field(description="Whether the viewer follows the thread.", default=None)
    abuse_flagged: bool | None = strawberry.field(
        description="Whether the viewer reports the thread. A moderator's `false` removes everybody's reports.",
        default=None,
    )
    pinned: bool | None = strawberry.field(description="Whether the thread is pinned. For moderators.", default=None)
    closed: bool | None = strawberry.field(description="Whether the thread is closed. For moderators.", default=None)
    close_reason_code: str | None = strawberry.field(
        description="Code of the reason for closing it: one of `Discussion.closeReasons`.", default=None
    )
    title: str | None = strawberry.field(description="Title of the thread, 1024 characters at most.", default=None)
    raw_body: str | None = strawberry.field(description="Text of the thread, in Markdown.", default=None)
    edit_reason_code: str | None = strawberry.field(description=_EDIT_REASON, default=None)
    topic: strawberry.ID | None = strawberry.field(description="`id` or `lmsId` of the topic.", default=None)
    type: ThreadType | None = strawberry.field(description="Type of the thread.", default=None)
    group: strawberry.ID | None = strawberry.field(
        description="The group that may see the thread, by the `id` or `lmsId` of a group or cohort. For moderators.",
        default=None,
    )


@strawberry.input(description="Input of the mutation `markThreadRead`.")
class MarkThreadReadInput:
    thread: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the thread.")


@strawberry.input(description="Input of the mutation `deleteThread`.")
class DeleteThreadInput:
    thread: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the thread.")


@strawberry.input(description="Input of the mutation `createComment`.")
class CreateCommentInput:
    thread: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the thread.")
    parent: strawberry.ID | None = strawberry.field(
        description="`id` or `lmsId` of the response to reply to; null for a response to the thread.", default=None
    )
    raw_body: str = strawberry.field(description="Text of the comment, in Markdown.")
    is_anonymous: bool | None = strawberry.field(description=_ANONYMOUS, default=None)
    is_anonymous_to_peers: bool | None = strawberry.field(description=_ANONYMOUS_TO_PEERS, default=None)
    captcha_token: str | None = strawberry.field(description=_CAPTCHA, default=None)


@strawberry.input(
    description="Input of the mutation `updateComment`. Null keeps the current value; `editableFields` says what the "
    "viewer may change."
)
class UpdateCommentInput:
    comment: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the comment.")
    voted: bool | None = strawberry.field(description="Whether the viewer votes for the comment.", default=None)
    abuse_flagged: bool | None = strawberry.field(
        description="Whether the viewer reports the comment. A moderator's `false` removes everybody's reports.",
        default=None,
    )
    endorsed: bool | None = strawberry.field(
        description="Whether the response is endorsed. For moderators and the author of a question.", default=None
    )
    raw_body: str | None = strawberry.field(description="Text of the comment, in Markdown.", default=None)
    edit_reason_code: str | None = strawberry.field(description=_EDIT_REASON, default=None)


@strawberry.input(description="Input of the mutation `deleteComment`.")
class DeleteCommentInput:
    comment: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the comment.")


@strawberry.type(description="Payload of the mutation `createThread`.")
class CreateThreadPayload(CoursePayload):
    thread: Thread | None = field("The new thread.", at(CREATE_THREAD))


@strawberry.type(description="Payload of the mutation `updateThread`.")
class UpdateThreadPayload(WritePayload):
    thread: Thread | None = field("The thread after the change.", at(UPDATE_THREAD))


@strawberry.type(description="Payload of the mutation `markThreadRead`.")
class MarkThreadReadPayload(WritePayload):
    thread: Thread | None = field("The thread after the change.", at(READ_THREAD))


@strawberry.type(description="Payload of the mutation `deleteThread`.")
class DeleteThreadPayload(WritePayload):
    deleted_id: strawberry.ID | None = field(
        "`id` of the deleted thread; null if the mutation was refused.", known("deleted_id")
    )


@strawberry.type(description="Payload of the mutation `createComment`.")
class CreateCommentPayload(WritePayload):
    comment: Comment | None = field("The new comment.", at(CREATE_COMMENT))


@strawberry.type(description="Payload of the mutation `updateComment`.")
class UpdateCommentPayload(WritePayload):
    comment: Comment | None = field("The comment after the change.", at(UPDATE_COMMENT))


@strawberry.type(description="Payload of the mutation `deleteComment`.")
class DeleteCommentPayload(WritePayload):
    deleted_id: strawberry.ID | None = field(
        "`id` of the deleted comment; null if the mutation was refused.", known("deleted_id")
    )


async def _create_thread(info: Info, given: CreateThreadInput) -> Row:
    values = {
        "type": given.type.value,
        "title": given.title,
        "raw_body": given.raw_body,
        "following": given.following,
        "anonymous": given.is_anonymous,
        "anonymous_to_peers": given.is_anonymous_to_peers,
        "notify_all_learners": given.notify_all_learners,
        "captcha_token": given.captcha_token,
    }
    return await writes.create_thread(info, given.course, given.topic, given.group, values)


async def _update_thread(info: Info, given: UpdateThreadInput) -> Row:
    changes = {
        "voted": given.voted,
        "following": given.following,
        "abuse_flagged": given.abuse_flagged,
        "pinned": given.pinned,
        "closed": given.closed,
        "close_reason_code": given.close_reason_code,
        "title": given.title,
        "raw_body": given.raw_body,
        "edit_reason_code": given.edit_reason_code,
        "type": None if given.type is None else given.type.value,
    }
    return await writes.update_thread(info, given.thread, given.topic, given.group, changes)


async def _read_thread(info: Info, given: MarkThreadReadInput) -> Row:
    return await writes.mark_thread_read(info, given.thread)


async def _delete_thread(info: Info, given: DeleteThreadInput) -> Row:
    return await writes.delete_thread(info, given.thread)


async def _create_comment(info: Info, given: CreateCommentInput) -> Row:
    values = {
        "raw_body": given.raw_body,
        "anonymous": given.is_anonymous,
        "anonymous_to_peers": given.is_anonymous_to_peers,
        "captcha_token": given.captcha_token,
    }
    return await writes.create_comment(info, given.thread, given.parent, values)


async def _update_comment(info: Info, given: UpdateCommentInput) -> Row:
    changes = {
        "voted": given.voted,
        "abuse_flagged": given.abuse_flagged,
        "endorsed": given.endorsed,
        "raw_body": given.raw_body,
        "edit_reason_code": given.edit_reason_code,
    }
    return await writes.update_comment(info, given.comment, changes)


async def _delete_comment(info: Info, given: DeleteCommentInput) -> Row:
    return await writes.delete_comment(info, given.comment)


@strawberry.type(description="Mutations of discussions.")
class DiscussionMutations:
    create_thread: CreateThreadPayload | None = mutation(
        "Posts a new thread. A repeated request posts it again.", CreateThreadInput, _create_thread, CREATE_THREAD
    )
    update_thread: UpdateThreadPayload | None = mutation(
        "Votes for, follows, reports, pins, closes or edits a thread. Either all changes are applied or none.",
        UpdateThreadInput,
        _update_thread,
        UPDATE_THREAD,
    )
    mark_thread_read: MarkThreadReadPayload | None = mutation(
        "Marks a thread and its comments as read.", MarkThreadReadInput, _read_thread, READ_THREAD
    )
    delete_thread: DeleteThreadPayload | None = mutation(
        "Deletes a thread with its comments.", DeleteThreadInput, _delete_thread, DELETE_THREAD
    )
    create_comment: CreateCommentPayload | None = mutation(
        "Responds to a thread, or replies to a response. A repeated request posts it again.",
        CreateCommentInput,
        _create_comment,
        CREATE_COMMENT,
    )
    update_comment: UpdateCommentPayload | None = mutation(
        "Votes for, reports, endorses or edits a comment. Either all changes are applied or none.",
        UpdateCommentInput,
        _update_comment,
        UPDATE_COMMENT,
    )
    delete_comment: DeleteCommentPayload | None = mutation(
        "Deletes a comment with its replies.", DeleteCommentInput, _delete_comment, DELETE_COMMENT
    )
