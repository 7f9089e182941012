"""Look-ups of `Query.thread` and `Query.comment`, lists of threads, and the comments of a thread."""

import re
from collections.abc import Collection, Iterable
from enum import Enum
from functools import partial
from typing import Any

from msgspec import structs

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion import COMMENT, COMMENTS, PARENT, REPLIES, REPORTED_THREADS, THREAD, THREADS
from loaders.endpoints.people import ACCOUNTS
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import lms_id, parts_of
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found
from resolvers.declare.numbered import NAMESPACED, numbered
from resolvers.declare.page import LONGEST_TEXT, check_text, first_of, page_of, read_offset
from resolvers.fetch.context import Field
from resolvers.fetch.reading import named
from resolvers.output.row import Row
from resolvers.plan.selected import names_at, selected
from resolvers.plan.step import Argument, Value

_ID = re.compile(r"[0-9A-Za-z_\-]{1,64}", re.ASCII)
_GROUP = re.compile(r"-?[0-9]{1,9}", re.ASCII)
MAX_TOPICS = 100
NAMES = frozenset({"__typename", "id", "lmsId"})
"""The fields of a post that are known when another post refers to it."""
FLAG_COUNT = "abuseFlaggedCount"
"""The field of an edge that the LMS counts on request, for moderators."""
REWRITE = {"search_rewrite": ("text_search_rewrite",)}
SELECTED = frozenset({"count_flagged", "requested_fields"})
"""Parameters that follow from the selected fields. They do not change the identity of a page."""
_OWN_ORDER = "last_activity_at"
_FLAGGED = "flagged"


def threads(ask: Ask) -> Found:
    """The threads of one course. Several topics take one call."""
    key = ask.fact("key")

    def topics(texts: Collection[str]) -> Iterable[str]:
        if len(texts) > MAX_TOPICS:
            raise bad_input(f"`topicIds` takes {MAX_TOPICS} topics at most.")
        return [topic_id(text, str(key)) for text in texts]

    topic_ids = ask.joined("topicIds", topics) or None
    search = ask.argument("search", partial(check_text, "search"))
    following = "true" if ask.value("following") else None
    if sum(one is not None for one in (topic_ids, search, following)) > 1:
        ask.check(_combined)
    counts = FLAG_COUNT in selected(ask, "edges")
    status = word(ask, "status")
    is_flagged = status == _FLAGGED
    order = word(ask, "orderBy")
    wanted = {
        "course_id": key,
        "topic_id": topic_ids,
        "text_search": search,
        "order_by": None if order == _OWN_ORDER else order,
        "view": None if is_flagged else status,
        "thread_type": word(ask, "type"),
        "flagged": "true" if is_flagged else None,
        "following": following,
        "group_id": ask.argument("group", lambda text: group_id(text, str(key))),
        "count_flagged": "true" if counts else None,
        "requested_fields": requested(selected(ask, "edges", "node")),
    }
    endpoint = REPORTED_THREADS if counts or is_flagged else THREADS
    values = (wanted[name] for name in sorted(wanted) if name not in SELECTED)
    facts = ask.page_facts("threads", *values, ask.value("first"), ask.value("after"), key=key)
    # The LMS makes the same checks before it describes the discussions of a course.
    found = numbered(
        ask, endpoint, wanted, envelope=NAMESPACED, read_as=THREADS, facts=facts, further=REWRITE, proves=True
    )
    if ask.is_plan and ask.is_given("status"):  # the status is known in the request only
        found.steps[endpoint].others = (REPORTED_THREADS, THREADS)
    return found


def _combined() -> None:
    raise bad_input("`topicIds`, `search` and `following` cannot be combined.")


def word(ask: Ask, name: str) -> Value | None:
    """The LMS's value of an enum argument. A plan does not depend on it."""
    if not ask.is_plan:
        return ask.argument(name, lambda value: str(value.value))
    argument, value = ask.argument(name), ask.value(name)
    if argument is None or not isinstance(value, Enum):
        return None if argument is None else Argument(f"{{{name}}}")
    word = str(value.value)
    return Argument(f"{{{name}}}") if name == "status" else None if word == _OWN_ORDER else Argument(word)


def topic_id(text: str, course_key: str) -> str:
    """The LMS's id of a topic of this course. An empty one is refused: the LMS would ignore it."""
    parts = parts_of(text, "DiscussionTopic", "DiscussionCategoryTopic")
    if parts is None:
        parts = (course_key, text)
    topic = parts[1] if len(parts) == 2 and parts[0] == course_key else ""
    if not topic.strip() or "," in topic or len(topic) > LONGEST_TEXT:
        raise bad_input("This is not the id of a topic of this course.")
    return topic


def group_id(text: str, course_key: str) -> str:
    """The LMS's numeric id of a group or cohort of this course."""
    parts = parts_of(text, "DiscussionGroup", "Cohort") or (course_key, text)
    if len(parts) != 2 or parts[0] != course_key or _GROUP.fullmatch(parts[1]) is None:
        raise bad_input("This is not the id of a group of this course.")
    return parts[1]


def thread(ask: Ask) -> Found:
    """One thread. Its responses are requested at the same time."""
    return thread_of(ask, ask.named("id", lambda text: checked(lms_id(text, "Thread"))))


def thread_of(ask: Ask, name: Value) -> Found:
    """The thread with this LMS id."""
    fields = requested(_thread_names(ask))
    step = ask.step(THREAD, {"thread_id": name, "requested_fields": fields})
    return Found({THREAD: step}, facts={"content_id": name})


def _thread_names(ask: Field) -> frozenset[str]:
    """The selected fields of a thread."""
    thread_type: Any = ask.schema.type_map["Thread"]
    return names_at(ask, thread_type, list(ask.field_nodes))


def comment(ask: Ask) -> Found:
    """One comment. Its replies are requested at the same time."""
    return comment_of(ask, ask.named("id", lambda text: checked(lms_id(text, "Comment"))))


def comment_of(ask: Ask, name: Value) -> Found:
    """The comment with this LMS id."""
    return Found({COMMENT: ask.step(COMMENT, {"comment_id": name})}, facts={"content_id": name})


def thread_of_comment(ask: Ask) -> Found:
    """The thread of a comment. It takes a call only if more than its id is selected."""
    names, thread_id = _thread_names(ask), ask.row_value("thread_id", _sent)
    if thread_id is None:
        return NOTHING
    if names <= NAMES:
        return _named(ask, THREAD, thread_id)
    return post_of(ask, THREAD, {"thread_id": thread_id, "requested_fields": requested(names)})


def parent(ask: Ask) -> Found:
    """The response that a reply belongs to; null for a response."""
    parent_id = ask.row_value("parent_id", _sent)
    if parent_id is None:
        return NOTHING
    if selected(ask) <= NAMES:
        return _named(ask, PARENT, parent_id)
    return post_of(ask, PARENT, {"comment_id": parent_id}, conditional=ask.is_plan)


def account_of_author(ask: Ask) -> Found:
    """The account of the author, for answers that do not describe authors."""
    name = ask.row_value("author")
    return NOTHING if name is None else post_of(ask, ACCOUNTS, {"key": name})


def whole_thread(ask: Ask) -> Found:
    """A thread from its own endpoint."""
    return post_of(ask, THREAD, {"thread_id": ask.row_value("id", _sent)})


def whole_comment(ask: Ask) -> Found:
    """A comment from its own endpoint."""
    return post_of(ask, COMMENT, {"comment_id": ask.row_value("id", _sent)})


def _named(ask: Ask, endpoint: Endpoint, post_id: Value) -> Found:
    """A post of which only identifying fields are selected."""
    if ask.row is None:
        return Found({endpoint: next(iter(ask.place.steps.values()))} if ask.place.steps else {})
    return Found(read=lambda answers: answers.below(endpoint, {"id": post_id}))


def post_of(ask: Ask, endpoint: Endpoint, arguments: dict[str, Value | None], *, conditional: bool = False) -> Found:
    """The field's parent object, or a post that it refers to, as this endpoint describes it."""
    step = ask.step(endpoint, arguments, conditional=conditional)

    def read(answers: Answers) -> Row | None:
        value = answers.value(endpoint)
        return (
            None if value is None else answers.below(endpoint, value, answers.outcomes.payloads[endpoint].answer.tree)
        )

    return Found({endpoint: step}, facts={"content_id": step.value("id")} if ask.is_plan else {}, read=read)


def comments(ask: Ask) -> Found:
    """The responses to a thread; for a question, endorsed ones come first."""
    return _contents(ask, COMMENTS, "thread_id", "comments")


def replies(ask: Ask) -> Found:
    """The replies to a response: one call per response, and none for a response without replies."""
    if ask.row is not None and _is_childless(ask.row):
        first_of(ask)
        page = page_of([], offset=read_offset(ask.value("after")), has_next=False, total=0)
        facts = _page_facts(ask, "replies", ask.own("content_id", "id"))
        return Found(facts=facts, read=lambda answers: answers.page(REPLIES, page))
    return _contents(ask, REPLIES, "comment_id", "replies")


def _is_childless(row: Row) -> bool:
    """True when the row of a response says that it has no replies."""
    return any(view.value.get("child_count") == 0 for view in row.views.values())


def _contents(ask: Ask, endpoint: Endpoint, parameter: str, name: str) -> Found:
    holder = ask.own("content_id", "id")
    if ask.row is not None:
        named(ask.row.views, THREAD, str(holder), is_content_id)
    arguments = {
        parameter: holder,
        "reverse_order": _order(ask),
        "requested_fields": requested(selected(ask, "edges", "node")),
    }
    found = numbered(ask, endpoint, arguments, envelope=NAMESPACED, facts=_page_facts(ask, name, holder))
    if ask.is_plan:  # posts are identified by their own id, not by their parent's
        return structs.replace(found, facts={"content_id": found.steps[endpoint].value("id")})
    return found


def _page_facts(ask: Ask, name: str, holder: Value) -> Any:
    return ask.page_facts(name, holder, _order(ask), ask.value("first"), ask.value("after"))


def _order(ask: Ask) -> str | None:
    return "true" if ask.value("newestFirst") else None


def is_content_id(text: str) -> bool:
    """True for a valid LMS id of a thread or comment."""
    return _ID.fullmatch(text) is not None


def checked(content_id: str) -> str:
    """The id of a thread or comment. Raises for an invalid id."""
    if not is_content_id(content_id):
        raise bad_input("Not the id of a thread or comment.")
    return content_id


def _sent(content_id: str) -> str:
    """An id that the LMS has sent. Raises ValueError for an invalid one."""
    if not is_content_id(content_id):
        raise ValueError(content_id)
    return content_id


def requested(names: Collection[str]) -> str | None:
    """The `requested_fields` that add the authors' images, if they are selected."""
    return "profile_image" if "authorImageUrl" in names else None
