"""A cache in which values that are used once do not evict values that are used often."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_KEPT = 0.8
"""Share of the capacity for values that are used again. The rest is for new values."""

_MOST_USES = 64
"""Maximum count of uses, so that a value that is no longer used does not stay forever."""

_MOST_REMEMBERED = 1000
"""Number of evicted values whose uses are remembered."""


class _Entry(Generic[Value]):
    __slots__ = ("uses", "value", "weight")

    def __init__(self, value: Value, weight: float) -> None:
        self.value = value
        self.weight = weight
        self.uses = 0


class SegmentedCache(Generic[Key, Value]):
    """Values with a total weight of at most `capacity`, in two segments: new values, and values that were used again.

    New values evict new values only, the least recently used first. A new value that is used again moves to the second
    segment. If that is full, the value replaces the least recently used ones there, but only if it was used more often
    than all of them together. Each unsuccessful attempt reduces the count of the first of them by one. A flood of new
    values therefore does not evict values in use, unless the new ones are used more often.
    """

    def __init__(
        self, capacity: int, weigh: Callable[[Value], int], forgotten: Callable[[Value], None] | None = None
    ) -> None:
        self.capacity = capacity
        self._weigh = weigh
        self._forgotten = forgotten
        self._new: OrderedDict[Key, _Entry[Value]] = OrderedDict()
        self._kept: OrderedDict[Key, _Entry[Value]] = OrderedDict()
        self._remembered: OrderedDict[int, int] = OrderedDict()  # uses of evicted values, by the hashes of their keys
        self._new_weight = 0.0
        self._kept_weight = 0.0

    @property
    def weight(self) -> float:
        """The total weight of the values."""
        return self._new_weight + self._kept_weight

    def get(self, key: Key) -> Value | None:
        """The value of this key. Counts as a use."""
        entry = self._kept.get(key)
        if entry is not None:
            self._kept.move_to_end(key)
            entry.uses = min(entry.uses + 1, _MOST_USES)
            return entry.value
        entry = self._new.get(key)
        if entry is None:
            return None
        self._new.move_to_end(key)
        entry.uses = min(entry.uses + 1, _MOST_USES)
        if self._is_worth_keeping(entry):
            self._take(key)
            self._keep(key, entry)
        return entry.value

    def put(self, key: Key, value: Value) -> None:
        """Adds or replaces a value, unless it is too large for its segment."""
        entry = _Entry(value, self._weigh(value))
        known = self._take(key)
        entry.uses = known.uses if known is not None else self._remembered.pop(hash(key), 0)
        if entry.uses and self._is_worth_keeping(entry):
            self._keep(key, entry)
        elif entry.weight <= self.capacity - self._kept_weight:
            self._new[key] = entry
            self._new_weight += entry.weight
            self._trim()
        else:
            self._remember(key, entry)

    def pop(self, key: Key) -> None:
        """Removes a value, if it is there."""
        self._take(key)

    def _take(self, key: Key) -> _Entry[Value] | None:
        entry = self._kept.pop(key, None)
        if entry is not None:
            self._kept_weight -= entry.weight
            return entry
        entry = self._new.pop(key, None)
        if entry is not None:
            self._new_weight -= entry.weight
        return entry

    def _is_worth_keeping(self, entry: _Entry[Value]) -> bool:
        rivals = self._rivals(entry.weight)
        if not rivals or sum(self._kept[rival].uses for rival in rivals) < entry.uses:
            return entry.weight <= self.capacity * _KEPT
        first = self._kept[rivals[0]]
        if entry.uses > first.uses or entry.uses == _MOST_USES:
            first.uses = max(0, first.uses - 1)
            self._kept.move_to_end(rivals[0])
        return False

    def _rivals(self, weight: float) -> list[Key]:
        """The values of the second segment that would have to be evicted for this weight."""
        free = self.capacity * _KEPT - self._kept_weight
        rivals = []
        for key, entry in self._kept.items():
            if free >= weight:
                break
            rivals.append(key)
            free += entry.weight
        return rivals

    def _keep(self, key: Key, entry: _Entry[Value]) -> None:
        for rival in self._rivals(entry.weight):
            other = self._kept.pop(rival)
            self._kept_weight -= other.weight
            self._new[rival] = other
            self._new_weight += other.weight
        self._kept[key] = entry
        self._kept_weight += entry.weight
        self._trim()

    def _trim(self) -> None:
        while self.weight > self.capacity:
            key, oldest = self._new.popitem(last=False)
            self._new_weight -= oldest.weight
            self._remember(key, oldest)
            if self._forgotten is not None:
                self._forgotten(oldest.value)

    def _remember(self, key: Key, entry: _Entry[Value]) -> None:
        """Remembers the uses of an evicted value, in case it is added again."""
        self._remembered[hash(key)] = min(entry.uses + 1, _MOST_USES)
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.popitem(last=False)
