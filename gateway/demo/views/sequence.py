"""courseware/sequence: the units of one sequential."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import NotFoundError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.world.access import Viewer
from gateway.demo.world.course import Block
from gateway.demo.world.keys import is_usage_key

_SEQUENCES = frozenset({"sequential", "chapter"})
_ICON_ORDER = ("video", "problem")
_PAYWALL = (
    '<div class="content-paywall"><h3>Graded assessments are locked</h3>'
    '<p>Upgrade to gain access to locked features like this one.</p><a href="{url}">Upgrade</a></div>'
)
_BANNER = "This subsection is unlocked for learners when they meet the prerequisite requirements."


def sequence(call: Call) -> Answer:
    """Enrolment is not required: anybody with the key of started content gets its unit titles."""
    usage = call.params["usage"]
    if not is_usage_key(usage):
        raise NotFoundError(f"Invalid usage key: '{usage}'.")
    course = call.world.course_of(usage)
    block = course.blocks.get(usage) if course else None
    if course is None or block is None:
        raise NotFoundError
    viewer = call.viewer(course)
    if not _may_load(viewer, block):
        raise NotFoundError
    if block.type not in _SEQUENCES:
        return Answer(status=422)
    return Answer(_sequence(viewer, block))


def _may_load(viewer: Viewer, block: Block) -> bool:
    denied = viewer.load_access().error_code
    return denied not in ("course_not_started", "not_visible_to_user") and viewer.is_visible(block, viewer.world.now)


def _sequence(viewer: Viewer, block: Block) -> dict[str, Any]:
    needed = viewer.prerequisite_unmet(block)
    visible = [child for child in block.children if viewer.is_visible(child, viewer.world.now)]
    items = [_locked_item(child) for child in visible] if needed else [_item(viewer, child) for child in visible]
    signed_in = viewer.user is not None
    exam = "exam" in block.attributes
    site = viewer.world.site
    jump = f"/courses/{viewer.course.key}/jump_to/{needed.usage}" if needed else None
    due = viewer.dues().get(block.usage)
    past_due = due is not None and due < viewer.world.now
    return {
        "items": items,
        "element_id": block.block_id,
        "item_id": block.usage,
        "is_time_limited": exam,
        "is_proctored": False,
        "position": viewer.learner.positions.get(block.usage),
        "tag": block.type,
        "next_url": None,
        "prev_url": None,
        "banner_text": _BANNER if "prerequisite" in block.attributes and viewer.is_staff else None,
        "save_position": signed_in,
        "show_completion": signed_in,
        "gated_content": {
            "prereq_id": needed.usage if needed else None,
            "prereq_url": jump,
            "prereq_section_name": needed.name if needed else None,
            "gated": needed is not None,
            "gated_section_name": block.name,
        },
        "sequence_name": block.name,
        "exclude_units": True,
        "gated_sequence_paywall": _PAYWALL.format(url=site.upgrade_url)
        if exam and viewer.is_paywalled(block)
        else None,
        "display_name": block.name,
        "format": block.format,
        "is_hidden_after_due": bool(block.attributes.get("hide_after_due")) and past_due and not viewer.is_staff,
        "navigation_disabled": bool(block.attributes.get("hide_from_toc", False)),
    }


def _locked_item(block: Block) -> dict[str, Any]:
    return {
        "id": block.usage,
        "type": block.type,
        "display_name": block.name,
        "is_gated": True,
        "content": "",
    }


def _item(viewer: Viewer, block: Block) -> dict[str, Any]:
    bookmarks = viewer.world.bookmarks.get(viewer.user.username, {}) if viewer.user else {}
    item: dict[str, Any] = {
        "content": "",
        "page_title": block.name,
        "type": _icon(block),
        "id": block.usage,
        "bookmarked": block.usage in bookmarks,
        "path": _path(block),
        "graded": block.graded,
        "contains_content_type_gated_content": viewer.is_paywalled(block),
        "href": "",
    }
    if viewer.user is not None and block.type == "vertical":
        item["complete"] = block.usage in viewer.learner.done
    return item


def _path(block: Block) -> str:
    """The display names from the block's great-grandparent level down: three for a unit."""
    names = [block.name]
    for ancestor in block.ancestors():
        if len(names) == 3:
            break
        names.append(ancestor.name)
    return " > ".join(reversed(names))


def _icon(block: Block) -> str:
    """A unit shows a video before a problem; a whole sequential shows a problem first."""
    kinds = {leaf.type for leaf in block.leaves}
    order = _ICON_ORDER if block.type == "vertical" else _ICON_ORDER[::-1]
    return next((kind for kind in order if kind in kinds), "other")


ROUTES = (
    Route(
        "courseware.sequence",
        ("/api/courseware/sequence/{usage}",),
        {"GET": sequence},
        Slash.EITHER,
        Schemes.JS,
        Family.B,
    ),
)
