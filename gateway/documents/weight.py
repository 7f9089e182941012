"""What a prepared document weighs in memory, and what of it need not be kept."""

import sys

from graphql import DocumentNode, Node, Source, Token, TokenKind

_NODE_BYTES = 240
"""Of one node of a syntax tree with its location, on the average."""

_SHORT = 64
"""Of the text in a node, counted in with the node."""

_NO_TOKEN = Token(TokenKind.SOF, 0, 0, 0, 0)
_NO_TEXT = Source("")
"""Of one line: a column in it is the place of a token, counted from 1."""


def text_bytes(text: str) -> int:
    """What a text takes. One character beyond the first plane makes all of them four bytes wide."""
    return sys.getsizeof(text)


def unlink(document: DocumentNode) -> None:
    """Lets go of the lexer's tokens, and leaves at each of them its place among all of them.

    They are linked in both directions: left alone, they would stay until the garbage collector finds them.
    """
    token = document.loc.start_token if document.loc is not None else None
    place = 0
    while token is not None:
        following = token.next
        token.prev = token.next = None
        token.start = place
        place += token.kind is not TokenKind.COMMENT
        token = following


def lighten(document: DocumentNode) -> int:
    """Lets go of the text and the tokens of a document; the bytes that are left, estimated.

    What the location of a node tells afterwards are the places of its tokens among all tokens: texts that say the same
    share a document, and `gateway.documents.layout` finds the lines and columns in each of them.
    """
    unlink(document)
    nodes = texts = 0
    waiting: list[Node] = [document]
    while waiting:
        node = waiting.pop()
        nodes += 1
        loc = node.loc
        if loc is not None:
            loc.start, loc.end = loc.start_token.start, loc.end_token.start
            loc.start_token = loc.end_token = _NO_TOKEN
            loc.source = _NO_TEXT
        for key in node.keys:
            value = getattr(node, key, None)
            if isinstance(value, Node):
                waiting.append(value)
            elif isinstance(value, tuple):
                waiting += value
            elif isinstance(value, str):
                texts += max(0, text_bytes(value) - _SHORT)
    return nodes * _NODE_BYTES + texts
