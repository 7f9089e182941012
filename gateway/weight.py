"""What a prepared document weighs in memory, and what of it need not be kept."""

import sys

from graphql import DocumentNode, Node, Token, TokenKind

_NODE_BYTES = 240
"""Of one node of a syntax tree with its location, on the average."""

_SHORT = 64
"""Of the text in a node, counted in with the node."""

_NO_TOKEN = Token(TokenKind.SOF, 0, 0, 0, 0)


def text_bytes(text: str) -> int:
    """What a text takes. One character beyond the first plane makes all of them four bytes wide."""
    return sys.getsizeof(text)


def lighten(document: DocumentNode) -> int:
    """Lets go of the lexer's tokens, which nothing reads after the parser; the bytes that are left, estimated.

    The tokens are linked in both directions: left alone, they would stay until the garbage collector finds them.
    """
    token = document.loc.start_token if document.loc is not None else None
    while token is not None:
        following = token.next
        token.prev = token.next = None
        token = following
    nodes = texts = 0
    waiting: list[Node] = [document]
    while waiting:
        node = waiting.pop()
        nodes += 1
        if node.loc is not None:
            node.loc.start_token = node.loc.end_token = _NO_TOKEN
        for key in node.keys:
            value = getattr(node, key, None)
            if isinstance(value, Node):
                waiting.append(value)
            elif isinstance(value, tuple):
                waiting += value
            elif isinstance(value, str):
                texts += max(0, text_bytes(value) - _SHORT)
    return nodes * _NODE_BYTES + texts
