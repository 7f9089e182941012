"""The outcomes of a look-up's calls, for the functions that make its objects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.answer import Loaded, Payload
from loaders.endpoint import Endpoint
from loaders.errors import Failure
from resolvers.fetch.context import Outcomes
from resolvers.fetch.reading import reading
from resolvers.output.row import Facts, Listing, Row
from resolvers.values.path import View


@dataclass(slots=True)
class Answers:
    """The outcomes of the calls of one look-up, sorted.

    `first` is the endpoint that decides whether the object exists. `row` is the parent row of the field. `read_from`
    are the endpoints that the object is read from. `pages` holds the outcome of each page, for an endpoint of which
    several pages were requested. `proofs` are the outcomes of child look-ups that show whether the object exists.
    `replaced` is the failure of the first endpoint, if a replacement has answered.
    """

    base: str
    type_name: str
    first: Endpoint | None
    row: Row | None = None
    facts: Facts = field(default_factory=dict)
    outcomes: Outcomes = field(default_factory=Outcomes)
    pages: dict[Endpoint, list[Loaded]] = field(default_factory=dict)
    read_from: frozenset[Endpoint] = frozenset()
    proofs: list[Loaded] = field(default_factory=list)
    replaced: Failure | None = None

    def has(self, endpoint: Endpoint) -> bool:
        """True when the endpoint has answered."""
        return endpoint in self.outcomes.payloads

    def knows(self, endpoint: Endpoint) -> bool:
        """True when the endpoint was called, whatever the outcome."""
        outcomes = self.outcomes
        return endpoint in outcomes.payloads or endpoint in outcomes.missing or endpoint in outcomes.failed

    def value(self, endpoint: Endpoint) -> Any:
        """The decoded answer; None if there is none. Raises if it cannot be read."""
        payload = self.outcomes.payloads.get(endpoint)
        if payload is None:
            return None
        with reading(endpoint):
            return payload.value

    def tree(self, endpoint: Endpoint) -> Any:
        """The whole answer that contains the endpoint's value, for joins."""
        return self.outcomes.payloads[endpoint].answer.tree

    def loaded(self, endpoint: Endpoint) -> list[Loaded]:
        """The outcomes of an endpoint's pages; a single one if only one page was requested."""
        outcomes = self.outcomes
        pages = self.pages.get(endpoint)
        if pages is None:
            one = outcomes.payloads.get(endpoint) or outcomes.missing.get(endpoint) or outcomes.failed.get(endpoint)
            return [] if one is None else [one]
        return pages

    def views(self, endpoints: Iterable[Endpoint]) -> dict[Endpoint, View]:
        """The decoded values of the endpoints that have answered."""
        return {
            one: View(self.value(one), self.outcomes.payloads[one].answer.tree) for one in endpoints if self.has(one)
        }

    def values(self, endpoint: Endpoint) -> list[Any]:
        """The decoded answer of each page that exists."""
        with reading(endpoint):
            return [page.value for page in self.loaded(endpoint) if isinstance(page, Payload)]

    def described(self, **facts: Any) -> Row | None:
        """The object that the answers describe; None if the first answer is missing."""
        outcomes = self.outcomes
        if self.first not in outcomes.payloads:
            return None
        payloads = {one: payload for one, payload in outcomes.payloads.items() if one in self.read_from}
        return Row(
            base=self.base,
            payloads=payloads,
            missing=outcomes.missing,
            failed=outcomes.failed,
            facts={**self.facts, **facts} if facts else self.facts,
            type_name=self.type_name,
            shape=(self.type_name, *payloads),
        )

    def standing(self) -> Row:
        """The object, even if no answer describes it."""
        outcomes = self.outcomes
        return Row(
            base=self.base,
            payloads=outcomes.payloads,
            missing=outcomes.missing,
            failed=outcomes.failed,
            facts=self.facts,
            type_name=self.type_name,
        )

    def at(self, endpoint: Endpoint, *path: str | int) -> Row:
        """The object that an endpoint's answer describes at this path."""
        payload = self.outcomes.payloads[endpoint]
        return Row(
            base=self.base,
            payloads={endpoint: Payload(payload.answer, (*payload.path, *path))},
            facts=self.facts,
            type_name=self.type_name,
            shape=(self.type_name, endpoint, len(path)),
        )

    def seen(self, views: Mapping[Endpoint, View], *, shape: Any = (), **given: Any) -> Row:
        """An object described by these decoded values. With `shape` None, its fields are read one by one."""
        made: dict[str, Any] = {"facts": self.facts, "failed": self.outcomes.failed, "type_name": self.type_name}
        shape = (self.type_name, *views) if shape == () else shape
        return Row(base=self.base, decoded=dict(views), shape=shape, **{**made, **given})

    def page(self, endpoint: Endpoint, page: Mapping[str, Any], root: Any = None) -> Row:
        """The page of a connection, as `page_of` makes it. `root` is the whole answer, for joins."""
        return self.seen({endpoint: View(page, root)}, failed={}, type_name=None, shape=endpoint)

    def listing(self, endpoint: Endpoint, payload: Payload, listing: Listing) -> Row:
        """The page of a connection contained in one answer. Its rows are decoded when the page is built."""
        return Row(
            base=self.base,
            payloads={endpoint: payload},
            facts=self.facts,
            type_name=self.type_name,
            shape=(self.type_name, endpoint, listing.rows),
            listing=listing,
        )

    def below(self, endpoint: Endpoint, value: Any, root: Any = None) -> Row:
        """The field's parent object, as this decoded value describes it."""
        assert self.row is not None
        return self.row.child({endpoint: View(value, root)})
