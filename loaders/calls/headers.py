"""The headers of requests and responses."""

from collections.abc import Iterator, Mapping
from typing import Any


class RequestHeaders(tuple[tuple[str, str], ...]):  # noqa: SLOT001  # a tuple's own slots must be empty
    """Headers that several calls of one request send. `lines` has their lines, checked, once they were encoded."""

    lines: bytes | None = None


class ResponseHeaders(Mapping[str, str]):
    """The headers of a response. Names are matched without regard to case; repeated ones are joined by a comma."""

    __slots__ = ("_values", "raw")

    def __init__(self, raw: list[tuple[bytes, bytes]]) -> None:
        self.raw = raw
        values = {name.lower(): value for name, value in raw}
        self._values = values if len(values) == len(raw) else _joined(raw)

    def get_list(self, name: str) -> list[str]:
        """Every value of a header, in order, as needed for `Set-Cookie`, whose values may contain commas."""
        wanted = name.lower().encode()
        if wanted not in self._values:
            return []
        return [value.decode("latin-1") for found, value in self.raw if found.lower() == wanted]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a header, or `default`."""
        value = self._values.get(name.lower().encode())
        return default if value is None else value.decode("latin-1")

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower().encode()].decode("latin-1")

    def __iter__(self) -> Iterator[str]:
        return (name.decode("latin-1") for name in self._values)

    def __len__(self) -> int:
        return len(self._values)


def _joined(raw: list[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """The values by name; those of a repeated one are joined."""
    values: dict[bytes, bytes] = {}
    for name, value in raw:
        key = name.lower()
        values[key] = values[key] + b", " + value if key in values else value
    return values
