"""How far a learner is in the blocks of an answer, worked out as the blocks API does: from those blocks alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gateway.demo.world.course import Block
from gateway.demo.world.people import Learner


class Marks:
    """Which blocks are `complete`, and which lead to where the learner left off.

    `order` has the blocks of the answer, children before parents, and `children` what is left of each one's children
    within the depth that was asked for. A container whose children were cut off counts as complete, as one without
    any does. Nothing is marked for somebody who completed nothing.
    """

    def __init__(self, learner: Learner, order: Iterable[Block], children: Mapping[str, list[str]]) -> None:
        self.complete: set[str] = set()
        self.resume: set[str] = set()
        last = learner.last
        if last is None:
            return
        excluded: set[str] = set()
        for block in order:
            below = children[block.usage]
            if block.type == "discussion":
                excluded.add(block.usage)
            elif block.completable:
                if block.usage in learner.done:
                    self.complete.add(block.usage)
                    if block is last:
                        self.resume.add(block.usage)
            else:
                if all(child in self.complete for child in below if child not in excluded):
                    self.complete.add(block.usage)
                if any(child in self.resume for child in below):
                    self.resume.add(block.usage)


def add_up(root: str, blocks: dict[str, dict[str, Any]]) -> None:
    """Gives every container below `root` a `completion` of 1 or 0, from what the answer holds of its children.

    Where the answer lacks the root, or containers do not list what they hold, nothing is added up.
    """
    block = blocks.get(root, {})
    below = block.get("children", block.get("descendants"))
    if block.get("completion") == 1 or not below:
        return
    for child in below:
        add_up(child, blocks)
    counted = [blocks[child] for child in below if blocks[child]["type"] != "discussion"]
    block["completion"] = int(all(child.get("completion") == 1 for child in counted))
