"""The discussion forum: topics, threads, responses and replies, with who voted, follows, flagged and read them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gateway.demo.world.clock import Clock
from gateway.demo.world.course import Course
from gateway.demo.world.people import User


@dataclass(frozen=True, slots=True)
class Topic:
    """A place for threads: a unit of the course (`usage` set), or of the course as a whole."""

    id: str
    name: str
    usage: str | None = None


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group of a course's learners, who see the threads of divided topics that are theirs."""

    id: int
    name: str
    members: frozenset[str]


@dataclass(slots=True)
class Edit:
    """One change of a body."""

    editor: User
    original_body: str
    reason_code: str | None
    created: datetime


@dataclass(slots=True)
class Content:
    """The fields that threads and comments have in common."""

    id: str
    author: User
    body: str
    created: datetime
    updated: datetime
    anonymous: bool = False
    anonymous_to_peers: bool = False
    voters: set[str] = field(default_factory=set)
    flaggers: set[str] = field(default_factory=set)
    edits: list[Edit] = field(default_factory=list)

    def rewrite(self, body: str, editor: User, reason_code: str | None, now: datetime) -> None:
        """Change the body; the former one is kept."""
        self.edits.append(Edit(editor, self.body, reason_code, now))
        self.body, self.updated = body, now


@dataclass(slots=True)
class Endorsement:
    """Who marked a response as the answer, and when."""

    user: User
    time: datetime


@dataclass(slots=True)
class Comment(Content):
    """A response to a thread, or (with `parent`) a reply to a response."""

    thread: Thread = field(kw_only=True)
    parent: Comment | None = None
    endorsement: Endorsement | None = None
    children: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Thread(Content):
    """A post. `read_at` is when a person last read it: comments written later are unread."""

    course: Course = field(kw_only=True)
    topic_id: str = field(kw_only=True)
    type: str = field(kw_only=True)
    title: str = field(kw_only=True)
    pinned: bool = False
    closed: bool = False
    closed_by: User | None = None
    close_reason_code: str | None = None
    cohort: Cohort | None = None
    followers: set[str] = field(default_factory=set)
    responses: list[Comment] = field(default_factory=list)
    read_at: dict[str, datetime] = field(default_factory=dict)

    def comments(self) -> Iterator[Comment]:
        """Responses, each followed by its replies."""
        for response in self.responses:
            yield response
            yield from response.children

    @property
    def comment_count(self) -> int:
        """The post counts as one."""
        return 1 + sum(1 for _ in self.comments())

    @property
    def last_activity(self) -> datetime:
        return max([self.updated, *(comment.created for comment in self.comments())])

    @property
    def has_endorsed(self) -> bool:
        return any(response.endorsement for response in self.responses)

    @property
    def is_of_a_team(self) -> bool:
        """Whether its topic is that of a team: no list of the course's threads has it."""
        return self.topic_id.startswith("team-")

    def is_read_by(self, user: User) -> bool:
        read_at = self.read_at.get(user.username)
        return read_at is not None and read_at >= self.updated

    def unread_by(self, user: User) -> int:
        """Comments since the last reading; never read is everything, the post included."""
        read_at = self.read_at.get(user.username)
        if read_at is None:
            return self.comment_count
        return sum(1 for comment in self.comments() if comment.created > read_at)


@dataclass(slots=True)
class Forum:
    """Every thread and comment by id (they are numbered apart); topics, cohorts and roles by course key.

    `divided` are the topics in which each cohort sees its own threads only.
    """

    topics: dict[str, list[Topic]] = field(default_factory=dict)
    cohorts: dict[str, list[Cohort]] = field(default_factory=dict)
    divided: dict[str, list[str]] = field(default_factory=dict)
    roles: dict[tuple[str, str], str] = field(default_factory=dict)
    threads: dict[str, Thread] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    _thread_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _comment_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def threads_of(self, course: Course) -> list[Thread]:
        return [thread for thread in self.threads.values() if thread.course is course]

    def comments_of(self, course: Course) -> list[Comment]:
        return [comment for comment in self.comments.values() if comment.thread.course is course]

    def role(self, user: User, course: Course) -> str:
        """`Moderator`, `Community TA` or `Student`."""
        return self.roles.get((user.username, course.key), "Student")

    def cohort_of(self, user: User, course: Course) -> Cohort | None:
        return next((one for one in self.cohorts.get(course.key, ()) if user.username in one.members), None)

    def cohort(self, course: Course, cohort_id: object) -> Cohort | None:
        return next((one for one in self.cohorts.get(course.key, ()) if one.id == cohort_id), None)

    def post(
        self, author: User, course: Course, topic_id: str, kind: str, title: str, body: str, now: datetime
    ) -> Thread:
        """A new thread, unread by everybody."""
        thread = Thread(
            str(next(self._thread_ids)), author, body, now, now,
            course=course, topic_id=topic_id, type=kind, title=title,
        )  # fmt: skip
        self.threads[thread.id] = thread
        return thread

    def reply(self, author: User, thread: Thread, body: str, now: datetime, parent: Comment | None = None) -> Comment:
        """A new response, or a reply to one; whoever writes has read the thread."""
        comment = Comment(str(next(self._comment_ids)), author, body, now, now, thread=thread, parent=parent)
        (parent.children if parent else thread.responses).append(comment)
        self.comments[comment.id] = comment
        thread.read_at[author.username] = now
        return comment

    def delete_thread(self, thread: Thread) -> None:
        for comment in list(thread.comments()):
            del self.comments[comment.id]
        del self.threads[thread.id]

    def delete_comment(self, comment: Comment) -> None:
        """The comment and the replies to it."""
        for reply in comment.children:
            del self.comments[reply.id]
        del self.comments[comment.id]
        (comment.parent.children if comment.parent else comment.thread.responses).remove(comment)


def load_forum(raws: list[dict[str, Any]], courses: dict[str, Course], users: dict[str, User], clock: Clock) -> Forum:
    """The forum of `data/discussions.json`; threads of unknown courses are left out."""
    forum = Forum()
    for raw in raws:
        course = courses.get(raw["course"])
        if course is None:
            continue
        forum.topics[course.key] = [_topic(topic, course) for topic in raw["topics"]]
        forum.cohorts[course.key] = [
            Cohort(one["id"], one["name"], frozenset(one["members"])) for one in raw.get("cohorts", ())
        ]
        forum.divided[course.key] = raw.get("divided", [])
        for username, role in raw.get("roles", {}).items():
            forum.roles[username, course.key] = role
        for entry in raw["threads"]:
            _load_thread(forum, entry, course, users, clock)
    return forum


def _topic(raw: dict[str, str], course: Course) -> Topic:
    if "block" not in raw:
        return Topic(raw["id"], raw["name"])
    block = course.by_id[raw["block"]]
    return Topic(raw["id"], block.name, block.usage)


def _load_thread(forum: Forum, raw: dict[str, Any], course: Course, users: dict[str, User], clock: Clock) -> None:
    thread = forum.post(
        users[raw["author"]], course, raw["topic"], raw.get("type", "discussion"), raw["title"], raw["body"],
        _moment(raw["at"], clock),
    )  # fmt: skip
    thread.pinned = raw.get("pinned", False)
    thread.cohort = forum.cohort(course, raw.get("cohort"))
    thread.voters |= set(raw.get("voters", ()))
    thread.flaggers |= set(raw.get("flaggers", ()))
    thread.followers |= {thread.author.username, *raw.get("followers", ())}
    thread.read_at[thread.author.username] = thread.created
    for entry in raw.get("responses", ()):
        response = forum.reply(users[entry["author"]], thread, entry["body"], _moment(entry["at"], clock))
        response.voters |= set(entry.get("voters", ()))
        response.flaggers |= set(entry.get("flaggers", ()))
        if "endorsed_by" in entry:
            response.endorsement = Endorsement(users[entry["endorsed_by"]], response.created)
        for child in entry.get("replies", ()):
            forum.reply(users[child["author"]], thread, child["body"], _moment(child["at"], clock), response)
    if "closed_by" in raw:
        thread.closed, thread.closed_by = True, users[raw["closed_by"]]
        thread.close_reason_code = raw["close_reason_code"]


def _moment(offset: str, clock: Clock) -> datetime:
    moment = clock.at(offset)
    assert moment is not None
    return moment
