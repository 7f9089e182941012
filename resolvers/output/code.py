"""The code of a projection while it is written."""

from collections import Counter
from collections.abc import Sequence

from loaders.endpoint import Endpoint
from resolvers.output.leaves import UnexpectedValueError
from resolvers.output.shape import Need
from resolvers.output.writer import Writer
from resolvers.values.checked import Check


class NotCompilableError(Exception):
    """The selection contains something that only the fallback executor supports."""


class Code:
    """The lines of one pass over a selection, and facts that the pass collects.

    If `exact`, the code counts the text it returns. Otherwise `texts` and `texts_at` count the leaves that return a
    text of an answer: `texts` by endpoint, `texts_at` by the id of the `Need` that the text is at or below. `repeats`
    are conditions under which a block occurs several times. `beginnings` are the lines they need. `coordinate` is the
    field whose code is being written.
    """

    def __init__(self, *, exact: bool) -> None:
        self.writer = Writer()
        self.writer.constants["unexpected"] = UnexpectedValueError
        self.exact = exact
        self.coordinate = ""
        self.texts: Counter[Endpoint] = Counter()
        self.texts_at: Counter[int] = Counter()
        self.repeats: list[str] = []
        self.beginnings: list[str] = []

    @property
    def fall_back(self) -> str:
        """The statement that hands the current field over to the fallback executor."""
        return f"raise unexpected({self.coordinate!r})"

    def passes(self, check: Check, variable: str) -> str:
        """Returns the condition that the text in this variable passes a check."""
        return f"({variable} in {self.writer.constant(check.passed)} or {self.writer.constant(check)}({variable}))"

    def reads_text(self, endpoint: Endpoint, places: Sequence[Need | None] = (None,)) -> None:
        """Counts a leaf that returns the texts at these places of an answer. None is anywhere in the answer."""
        for need in places:
            if need is None:
                self.texts[endpoint] += 1
            else:
                self.texts_at[id(need)] += 1

    def copies(self, endpoint: Endpoint, need: Need) -> int:
        """The maximum number of times that a text of an answer is returned, if no row occurs several times."""
        return self.texts[endpoint] + self._copies_at(need)

    def _copies_at(self, need: Need) -> int:
        inner = [*need.keys.values(), *([] if need.item is None else [need.item])]
        return self.texts_at[id(need)] + max(map(self._copies_at, inner), default=0)

    def open_rows(self, values: str, result: str, *, required: bool) -> None:
        """Writes the start of a list: null if there are no values, otherwise an empty list to fill."""
        if required:
            self.writer.line(f"if {values} is None: {self.fall_back}")
        else:
            self.writer.line(f"if {values} is None:")
            self.writer.line(f"    {result} = None")
            self.writer.line("else:")
            self.writer.indent()
        self.writer.line(f"{result} = []")

    def close_rows(self, *, required: bool) -> None:
        """Closes the loop over the rows, and the block around it."""
        self.writer.dedent()
        if not required:
            self.writer.dedent()

    def counted(self, keys: str) -> str:
        """Returns a variable with the keys. Writes code that detects keys repeated across blocks."""
        found, seen, count = self.writer.name("k"), self.writer.name("s"), self.writer.name("c")
        self.beginnings.append(f"{seen} = set(); {count} = 0")
        self.repeats.append(f"{count} > len({seen})")
        self.writer.line(f"{found} = {keys}; {seen}.update({found}); {count} += len({found})")
        return found
