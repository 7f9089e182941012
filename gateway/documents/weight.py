"""Estimates the size of a prepared document, and removes unneeded data from it."""

import sys

from graphql import (
    DocumentNode,
    EnumValueNode,
    FloatValueNode,
    IntValueNode,
    NameNode,
    Source,
    StringValueNode,
    Token,
    TokenKind,
)

from gateway.limits.nodes import nodes_of

_NODE_BYTES = 240
"""Average size of a syntax node with its location."""

_SHORT = 64
"""Size of a node's text that is included in the node's."""

_WITH_TEXT = (NameNode, StringValueNode, EnumValueNode, IntValueNode, FloatValueNode)

_NO_TOKEN = Token(TokenKind.SOF, 0, 0, 0, 0)
_NO_TEXT = Source("")
"""A source of one line, in which a column is the index of a token, starting with 1."""


def text_bytes(text: str) -> int:
    """The size of a text. One character beyond the BMP makes all characters four bytes wide."""
    return sys.getsizeof(text)


def unlink(document: DocumentNode) -> None:
    """Unlinks the lexer's tokens, and stores each one's index in it.

    They form cycles, which would stay until the garbage collector finds them.
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
    """Drops the text and the tokens of a document. Returns its estimated size in bytes.

    The locations of nodes are then indexes of tokens. Texts with the same tokens share a document, and
    `gateway.documents.layout` converts the indexes to lines and columns of each text.
    """
    unlink(document)
    nodes = texts = 0
    for node in nodes_of(document):
        nodes += 1
        loc = node.loc
        if loc is not None:
            loc.start, loc.end = loc.start_token.start, loc.end_token.start
            loc.start_token = loc.end_token = _NO_TOKEN
            loc.source = _NO_TEXT
        if isinstance(node, _WITH_TEXT):
            texts += max(0, text_bytes(node.value) - _SHORT)
    return nodes * _NODE_BYTES + texts
