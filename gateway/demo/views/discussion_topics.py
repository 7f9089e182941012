"""Discussion topics in the three shapes of the API: by category, flat, and along the course outline."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import FieldsError, NotFoundError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.block_fields import static_fields
from gateway.demo.views.forum_content import ForumReader, forum_viewer
from gateway.demo.world.course import Block
from gateway.demo.world.forum import Topic

_ORDERS = ("course_structure", "activity", "name")


class _Topics:
    """The topics one reader sees, with the number of threads of each type in them. `are_categories`: the provider is an
    older one, whose topics the first version alone lists."""

    def __init__(self, call: Call) -> None:
        self.reader = ForumReader(call, forum_viewer(call, call.params["course"]))
        self.viewer, self.asked = self.reader.viewer, call.args("topic_id")
        now, blocks = call.world.now, self.viewer.course.blocks
        self.all = [
            topic
            for topic in call.world.forum.topics.get(self.viewer.course.key, ())
            if topic.usage is None or self.viewer.is_visible(blocks[topic.usage], now)
        ]
        self.are_categories = call.world.features.on("discussion_categories")
        self.counts = {topic.id: {"discussion": 0, "question": 0} for topic in self.all}
        for thread in call.world.forum.threads_of(self.viewer.course):
            if thread.topic_id in self.counts:
                self.counts[thread.topic_id][thread.type] += 1

    def wanted(self) -> list[Topic]:
        return [topic for topic in self.all if not self.asked or topic.id in self.asked]

    def flat(self, topic: Topic) -> dict[str, Any]:
        return {
            "id": topic.id,
            "usage_key": topic.usage,
            "name": topic.name,
            "thread_counts": self.counts[topic.id],
            "enabled_in_context": True,
        }

    def by_sequential(self, topics: list[Topic]) -> list[tuple[Block, list[Topic]]]:
        """Topics of units under their sequentials, in course order."""
        found = []
        for sequential in self.viewer.course.sequentials():
            units = {unit.usage for unit in sequential.children}
            if rows := [topic for topic in topics if topic.usage in units]:
                found.append((sequential, rows))
        return found


def topics_v1(call: Call) -> Answer:
    """One unknown id fails the whole call, unless the course has no topics at all."""
    topics = _Topics(call)
    unknown = [topic_id for topic_id in topics.asked if topic_id not in topics.counts]
    if unknown and topics.all:
        raise NotFoundError(f"Discussion not found for '{', '.join(unknown)}'.")
    wanted, url = topics.wanted(), topics.reader.thread_list_url

    def row(topic: Topic) -> dict[str, Any]:
        return {
            "id": topic.id,
            "name": topic.name,
            "thread_list_url": url(topic.id),
            "children": [],
            "thread_counts": topics.counts[topic.id],
        }

    categories = [
        {
            "id": None,
            "name": sequential.name,
            "thread_list_url": url(*(topic.id for topic in rows)),
            "children": [row(topic) for topic in rows],
            "thread_counts": None,
        }
        for sequential, rows in topics.by_sequential(wanted)
    ]
    general = [row(topic) for topic in wanted if topic.usage is None]
    return Answer({"courseware_topics": categories, "non_courseware_topics": general})


def topics_v2(call: Call) -> Answer:
    """Unknown ids are left out."""
    topics, order = _Topics(call), call.arg("order_by") or "course_structure"
    if order not in _ORDERS:
        raise FieldsError(order_by=f"Select a valid choice. {order} is not one of the available choices.")
    wanted = [] if topics.are_categories else topics.wanted()
    if order == "name":
        wanted = sorted(wanted, key=lambda topic: topic.name)
    elif order == "activity":
        wanted = sorted(wanted, key=lambda topic: -sum(topics.counts[topic.id].values()))
    return Answer([topics.flat(topic) for topic in wanted])


def topics_v3(call: Call) -> Answer:
    """Topics of the whole course, then chapters with the sequentials that have topics."""
    topics = _Topics(call)
    if topics.are_categories:
        return Answer([])
    rows: list[dict[str, Any]] = [
        topics.flat(topic) | {"courseware": False} for topic in topics.all if topic.usage is None
    ]
    shown = static_fields(topics.viewer)
    by_sequential = topics.by_sequential(topics.all)
    for chapter in topics.viewer.course.chapters:
        children = [
            shown[sequential.usage]
            | {"children": [topics.flat(topic) for topic in found], "thread_counts": _sum(topics, found)}
            for sequential, found in by_sequential
            if sequential.parent is chapter
        ]
        if children:
            rows.append(shown[chapter.usage] | {"children": children, "courseware": True})
    return Answer(rows)


def _sum(topics: _Topics, found: list[Topic]) -> dict[str, int]:
    return {kind: sum(topics.counts[topic.id][kind] for topic in found) for kind in ("discussion", "question")}


ROUTES = tuple(
    Route(
        f"discussion.topics_{version}",
        (f"/api/discussion/{version}/course_topics/{{course}}",),
        {"GET": handler},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
    )
    for version, handler in (("v1", topics_v1), ("v2", topics_v2), ("v3", topics_v3))
)
