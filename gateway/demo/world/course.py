"""Courses and their block trees, as authored: nothing here depends on a learner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gateway.demo.world.clock import Clock
from gateway.demo.world.keys import split_course_key, usage_key

NOT_COMPLETABLE = frozenset({"course", "chapter", "sequential", "vertical", "discussion"})
CONTAINERS = frozenset({"course", "chapter", "sequential", "vertical"})
GRADE_PASSING_DEFAULT = {"Pass": 0.7}


@dataclass(slots=True)
class Block:
    """One block as its author made it. `start` and `due` are inherited downwards, `attributes` are type specific."""

    usage: str
    type: str
    block_id: str
    name: str
    parent: Block | None
    start: datetime | None = None
    due: datetime | None = None
    graded: bool = False
    format: str | None = None
    staff_only: bool = False
    effective_start: datetime | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list[Block] = field(default_factory=list)
    leaves: list[Block] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def completable(self) -> bool:
        return self.type not in NOT_COMPLETABLE

    @property
    def has_score(self) -> bool:
        return self.type == "problem"

    @property
    def points(self) -> float:
        return float(self.attributes.get("weight", 1.0)) if self.has_score else 0.0

    def ancestors(self) -> Iterator[Block]:
        """Parent first, course last."""
        block = self.parent
        while block is not None:
            yield block
            block = block.parent

    def ancestor(self, block_type: str) -> Block | None:
        """The block itself or its nearest ancestor of that type."""
        if self.type == block_type:
            return self
        return next((block for block in self.ancestors() if block.type == block_type), None)

    def walk(self) -> Iterator[Block]:
        """Tree order, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to be enrolled, with its price in whole dollars."""

    slug: str
    name: str
    min_price: int = 0
    sku: str | None = None
    bulk_sku: str | None = None
    expires: datetime | None = None
    description: str | None = None
    currency: str = "usd"


@dataclass(frozen=True, slots=True)
class AssignmentPolicy:
    """One assignment type of the grading policy."""

    type: str
    short_label: str
    min_count: int
    drop_count: int
    weight: float


@dataclass(slots=True)
class Course:
    """A course run. `order` lists its blocks parents first, `post_order` leaves first (as the blocks API does)."""

    key: str
    org: str
    number: str
    run: str
    name: str
    settings: dict[str, Any]
    start: datetime | None
    end: datetime | None
    enrollment_start: datetime | None
    enrollment_end: datetime | None
    self_paced: bool
    modes: list[Mode]
    policies: list[AssignmentPolicy]
    cutoffs: dict[str, float]
    published_at: datetime
    root: Block
    blocks: dict[str, Block]
    by_id: dict[str, Block] = field(default_factory=dict)
    post_order: list[Block] = field(default_factory=list)
    # Filled by views that precompute what never changes; keyed by the view's own name.
    static: dict[str, Any] = field(default_factory=dict)

    @property
    def chapters(self) -> list[Block]:
        return self.root.children

    @property
    def relative_dates(self) -> bool:
        return self.self_paced and bool(self.settings.get("relative_dates", True))

    @property
    def public(self) -> bool:
        return bool(self.settings.get("public", False))

    @property
    def verified_mode(self) -> Mode | None:
        return next((mode for mode in self.modes if mode.slug == "verified"), None)

    def has_ended(self, now: datetime) -> bool:
        return self.end is not None and now > self.end

    def has_started(self, now: datetime) -> bool:
        return self.start is None or now >= self.start

    def sequentials(self) -> Iterator[Block]:
        for chapter in self.chapters:
            yield from chapter.children


def load_course(raw: dict[str, Any], clock: Clock) -> Course:
    """Build a course from its data file (see `data/courses/`)."""
    key = raw["key"]
    org, number, run = split_course_key(key)
    start = clock.at(raw.get("start"))
    root = Block(usage_key(key, "course", "course"), "course", "course", raw["name"], None, start=start)
    root.effective_start = start
    for chapter in raw["chapters"]:
        root.children.append(_block(chapter, root, key, clock))
    grading = raw.get("grading", {})
    course = Course(
        key=key,
        org=org,
        number=number,
        run=run,
        name=raw["name"],
        settings=raw,
        start=start,
        end=clock.at(raw.get("end")),
        enrollment_start=clock.at(raw.get("enrollment_start")),
        enrollment_end=clock.at(raw.get("enrollment_end")),
        self_paced=raw.get("pacing") == "self",
        modes=[_mode(mode, clock) for mode in raw["modes"]],
        policies=[AssignmentPolicy(**policy) for policy in grading.get("policies", [])],
        cutoffs=grading.get("cutoffs", GRADE_PASSING_DEFAULT),
        published_at=clock.start,
        root=root,
        blocks={},
    )
    _index(course)
    return course


def _mode(raw: dict[str, Any], clock: Clock) -> Mode:
    return Mode(**{**raw, "expires": clock.at(raw.get("expires"))})


_OWN = frozenset({"type", "id", "name", "start", "due", "graded", "format", "staff_only", "children"})


def _block(raw: dict[str, Any], parent: Block, course_key: str, clock: Clock) -> Block:
    block = Block(
        usage=usage_key(course_key, raw["type"], raw["id"]),
        type=raw["type"],
        block_id=raw["id"],
        name=raw["name"],
        parent=parent,
        start=clock.at(raw.get("start")),
        due=clock.at(raw.get("due")) or parent.due,
        graded=raw.get("graded", parent.graded),
        format=raw.get("format"),
        staff_only=raw.get("staff_only", parent.staff_only),
        attributes={name: value for name, value in raw.items() if name not in _OWN},
    )
    starts = [moment for moment in (block.start, parent.effective_start) if moment is not None]
    block.effective_start = max(starts) if starts else None
    for child in raw.get("children", ()):
        block.children.append(_block(child, block, course_key, clock))
    return block


def _index(course: Course) -> None:
    def visit(block: Block) -> None:
        course.blocks[block.usage] = block
        course.by_id.setdefault(block.block_id, block)
        for child in block.children:
            visit(child)
            block.leaves.extend(child.leaves)
            for block_type, count in child.counts.items():
                block.counts[block_type] = block.counts.get(block_type, 0) + count
        block.counts[block.type] = block.counts.get(block.type, 0) + 1
        if not block.children and block.type not in CONTAINERS:
            block.leaves.append(block)
        course.post_order.append(block)

    visit(course.root)
