"""The headers of a response."""

from collections.abc import Iterator, Mapping


class ResponseHeaders(Mapping[str, str]):
    """The headers of a response. Names are matched without regard to case; repeated ones are joined by a comma."""

    __slots__ = ("_values", "raw")

    def __init__(self, raw: list[tuple[bytes, bytes]]) -> None:
        self.raw = raw
        values: dict[str, str] = {}
        for raw_name, raw_value in raw:
            name, value = raw_name.lower().decode("latin-1"), raw_value.decode("latin-1")
            values[name] = f"{values[name]}, {value}" if name in values else value
        self._values = values

    def get_list(self, name: str) -> list[str]:
        """Every value of a header, in order, as needed for `Set-Cookie`, whose values may contain commas."""
        if name.lower() not in self._values:
            return []
        wanted = name.lower().encode("latin-1")
        return [value.decode("latin-1") for found, value in self.raw if found.lower() == wanted]

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
