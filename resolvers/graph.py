"""Walks over the blocks of a course, which the LMS sends as a flat map with links.

A course is a directed graph: a block may hang below several others, be listed twice, or not be in the map. A faulty
answer may even have circles. Every walk ends, visits a block once, and needs no deeper stack for a deeper course.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Block = Mapping[str, Any]
Blocks = Mapping[str, Block]

_MOST_MERGED = 64
"""Keys handed up through blocks that are not listed, for each block and link. A tree takes as many as it has levels."""


def children_of(block: Block) -> Iterable[str]:
    """The keys of a block's children in order, each once. Raises TypeError for anything but a list of keys."""
    children = block.get("children")
    if children is None:
        return ()
    if type(children) is not list or not all(type(key) is str for key in children):
        raise TypeError("a list of keys was expected")
    return dict.fromkeys(children)


def in_order(blocks: Blocks, root: str, types: frozenset[str] | None) -> Iterator[Block]:
    """The blocks of these types in the order of the course; each has the nearest of them below it as `children`.

    A link back to a block further up is left out, so that clients can follow the keys down without end.

    >>> blocks = {"v": {"type": "video"}, "u": {"type": "vertical", "children": ["v"]},
    ...           "c": {"type": "course", "children": ["u"]}}
    >>> [(block["type"], block["children"]) for block in in_order(blocks, "c", frozenset({"course", "video"}))]
    [('course', ['v']), ('video', [])]
    """
    links, upwards = _links(blocks, root)
    listed = {key for key in links if types is None or blocks[key].get("type") in types}
    nearest: dict[str, dict[str, None]] = {}
    room = _MOST_MERGED * sum(1 + len(children) for children in links.values())
    for key in upwards:
        found: dict[str, None] = {}
        for child in links[key]:
            if child in listed:
                found[child] = None
                continue
            room -= len(nearest[child])
            if room < 0:
                raise ValueError("blocks hang below one another in too many ways")
            found.update(nearest[child])
        nearest[key] = found
    for key in links:
        if key in listed:
            yield {**blocks[key], "children": list(nearest[key])}


def _links(blocks: Blocks, root: str) -> tuple[dict[str, list[str]], list[str]]:
    """The children of each block, in the order of the course, without links back; and the keys from the bottom up."""
    links: dict[str, list[str]] = {}
    upwards: list[str] = []
    for top in _tops(blocks, root):
        if top in links:
            continue
        links[top] = []
        path = {top: iter(children_of(blocks[top]))}
        while path:
            key = next(reversed(path))
            for child in path[key]:
                if child not in blocks or child in path:
                    continue
                links[key].append(child)
                if child not in links:
                    links[child] = []
                    path[child] = iter(children_of(blocks[child]))
                    break
            else:
                del path[key]
                upwards.append(key)
    return links, upwards


def _tops(blocks: Blocks, root: str) -> list[str]:
    """Where a walk begins: at the root, or at what is nobody's child where the root was filtered away."""
    if root in blocks:
        return [root]
    held = {child for block in blocks.values() for child in children_of(block)}
    return [key for key in blocks if key not in held]
