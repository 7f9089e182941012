"""Identifies documents by their tokens, ignoring comments, commas and white space."""

import re
from array import array
from hashlib import blake2b

from graphql import DocumentNode, Source, SourceLocation, TokenKind
from graphql.language import Lexer

_LONGEST_GAP = 2000
"""Maximum characters of a gap between two tokens that are stored."""

_STRING = r'"""(?:[^"\\]|\\(?!""")|\\"""|"(?!""))*+"""|"(?:[^"\\\n\r]|\\.)*+"'
_COMMENT = r"#[^\n\r]*+"
_GAP = r"[\s,\ufeff]{2,}+"
_SAID_OR_NOT = re.compile(f"({_STRING})|{_COMMENT}")
_STRING_OR_GAP = re.compile(f"({_STRING})|{_GAP}")


def digest_of(text: str) -> bytes:
    """A digest of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def content_of(document: DocumentNode, text: str) -> bytes:
    """A digest of the tokens of a text. `document` is the parsed text."""
    tokens = []
    token = document.loc.start_token if document.loc is not None else None
    while token is not None:
        if token.kind is not TokenKind.COMMENT:
            tokens.append(text[token.start : token.end])
        token = token.next
    return digest_of("\n".join(tokens))


def without_comments(text: str) -> str:
    """A valid document without comments and wide gaps. Its tokens keep their lines and columns."""
    if "#" in text:
        text = _SAID_OR_NOT.sub(r"\1", text)
    if len(text) > _LONGEST_GAP:
        text = _STRING_OR_GAP.sub(lambda found: found[1] or found[0][:_LONGEST_GAP], text)
    return text


class Layout:
    """The locations of the tokens of a text."""

    __slots__ = ("_places",)

    def __init__(self, text: str) -> None:
        self._places = array("I", (1, 1))  # the document itself
        lexer = Lexer(Source(text))
        while (token := lexer.advance()).kind is not TokenKind.EOF:
            self._places.extend((token.line, token.column))

    @property
    def weight(self) -> int:
        """The size in bytes."""
        return self._places.itemsize * len(self._places) + 100

    def locate(self, locations: list[SourceLocation]) -> list[SourceLocation]:
        """Converts the locations of a lightened document to lines and columns."""
        places = self._places
        return [SourceLocation(places[2 * at], places[2 * at + 1]) for at in (one.column - 1 for one in locations)]
