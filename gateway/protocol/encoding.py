"""Content codings: negotiation and compression."""

import zlib
from collections.abc import Callable

import brotli
import zstandard

from gateway.protocol.headers import remembered

Compress = Callable[[bytes], bytes]

_GZIP = 16 + zlib.MAX_WBITS


def _gzip(body: bytes) -> bytes:
    packer = zlib.compressobj(4, zlib.DEFLATED, _GZIP)
    return packer.compress(body) + packer.flush()


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=3)
    return packed


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=1).compress(body)


CODINGS: dict[str, Compress] = {"zstd": _zstd, "br": _brotli, "gzip": _gzip}
"""In order of preference. All give about the same size; zstd is the fastest."""


@remembered(1024)
def coding_for(accept_encoding: str) -> str | None:
    """The coding to use; None for an uncompressed body."""
    qualities: dict[str, float] = {}
    for part in accept_encoding.lower().split(","):
        name, _, parameter = part.partition(";")
        quality = 1.0
        if parameter.strip().startswith("q="):
            try:
                quality = float(parameter.strip()[2:])
            except ValueError:
                quality = 0.0
        name = name.strip()
        qualities["gzip" if name == "x-gzip" else name] = quality
    other = qualities.get("*", 0.0)
    best = max(CODINGS, key=lambda name: qualities.get(name, other))
    quality = qualities.get(best, other)
    return best if quality > 0 and quality >= qualities.get("identity", 0.0) else None
