"""Traversal of a course's blocks, which the LMS sends as a flat map with links.

A course is a directed graph: a block may have several parents, be listed twice, or be absent from the map. A faulty
answer may even have cycles. Every traversal terminates, visits a block once, and does not recurse.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Block = Mapping[str, Any]
Blocks = Mapping[str, Block]

_MOST_MERGED = 64
"""Maximum keys passed up through blocks of other types, per block and link. A tree needs as many as it has levels."""


def children_of(block: Block) -> Iterable[str]:
    """The keys of a block's children, in order and without duplicates. Raises TypeError if they are no list of keys."""
    children = block.get("children")
    if children is None:
        return ()
    if type(children) is not list or not all(type(key) is str for key in children):
        raise TypeError("a list of keys was expected")
    return dict.fromkeys(children)


class Graph:
    """The blocks of one answer, in course order.

    Links back to an ancestor are omitted, so clients can follow the keys down without entering a cycle.
    """

    def __init__(self, blocks: Blocks, root: str) -> None:
        self._blocks = blocks
        self._links, self._upwards = _links(blocks, root)
        self._nearest: dict[frozenset[str], dict[str, dict[str, None]]] = {}

    def listed(self, types: frozenset[str] | None) -> Iterator[Block]:
        """The blocks of these types (None: all), each with the keys of its direct children as `children`.

        >>> graph = Graph({"u": {"type": "vertical", "children": ["v"]}, "v": {"type": "video"}}, "u")
        >>> list(graph.listed(frozenset({"vertical"})))
        [{'type': 'vertical', 'children': ['v']}]
        """
        for key, children in self._links.items():
            block = self._blocks[key]
            if types is None or block.get("type") in types:
                yield {**block, "children": children}

    def nearest(self, key: str, types: frozenset[str]) -> list[str]:
        """The nearest descendants of these types. Raises ValueError if there are too many paths to them.

        >>> blocks = {"v": {"type": "video"}, "u": {"type": "vertical", "children": ["v"]},
        ...           "c": {"type": "course", "children": ["u"]}}
        >>> Graph(blocks, "c").nearest("c", frozenset({"video"}))
        ['v']
        """
        found = self._nearest.get(types)
        if found is None:
            found = self._nearest[types] = self._nearest_of(types)
        return list(found[key])

    def _nearest_of(self, types: frozenset[str]) -> dict[str, dict[str, None]]:
        wanted = {key for key in self._links if self._blocks[key].get("type") in types}
        nearest: dict[str, dict[str, None]] = {}
        room = _MOST_MERGED * sum(1 + len(children) for children in self._links.values())
        for key in self._upwards:
            found: dict[str, None] = {}
            for child in self._links[key]:
                if child in wanted:
                    found[child] = None
                    continue
                room -= len(nearest[child])
                if room < 0:
                    raise ValueError("there are too many paths between blocks")
                found.update(nearest[child])
            nearest[key] = found
        return nearest


def _links(blocks: Blocks, root: str) -> tuple[dict[str, list[str]], list[str]]:
    """The children of each block, in course order and without links to ancestors; and the keys from the bottom up."""
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
    """The starting points of a traversal: the root, or the blocks without a parent if the root was filtered out."""
    if root in blocks:
        return [root]
    held = {child for block in blocks.values() for child in children_of(block)}
    return [key for key in blocks if key not in held]
