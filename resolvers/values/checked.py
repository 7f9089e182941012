"""Checks of texts that remember which texts have passed."""

from collections.abc import Callable

_MOST = 20_000
_LONGEST = 200


class Check:
    """A check of texts. `passed` are texts that passed it, for code that looks there first.

    All learners of a course get the same URLs, dates and keys, so most of them are checked once. Long texts are not
    remembered, and the set is emptied when it has `_MOST` texts.
    """

    __slots__ = ("_check", "passed")

    def __init__(self, check: Callable[[str], object]) -> None:
        """`check` returns a true value for a valid text. It may raise for an invalid one."""
        self._check = check
        self.passed: set[str] = set()

    def __call__(self, text: str) -> bool:
        """True for a valid text."""
        if not self._check(text):
            return False
        if len(text) <= _LONGEST:
            if len(self.passed) >= _MOST:
                self.passed.clear()
            self.passed.add(text)
        return True
