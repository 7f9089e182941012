"""All nodes of a syntax tree."""

from collections.abc import Iterator

from graphql import Node


def nodes_of(root: Node) -> Iterator[Node]:
    """Yields a node and all nodes below it, in the order of the text.

    graphql-core's `visit` takes several times as long, because it calls methods and can edit the tree.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        below: list[Node] = []
        for value in vars(node).values():
            if isinstance(value, Node):
                below.append(value)
            elif type(value) is tuple:
                below += value
        if below:
            waiting += reversed(below)
