"""Every endpoint of the LMS has a field or a reason on the coverage page, and no reason is out of date."""

import re
from collections import Counter
from pathlib import Path

from docs.generate.coverage import canonical, listed, served, users
from loaders.registry import endpoints
from schema.schema import build_schema

UNLISTED = {"csrf/token", "grades/gradebook-entry"}
"""The first is asked for its `Date` header only, the second by `node` for one row of a list."""


def test_every_endpoint_is_served_or_has_a_reason() -> None:
    by_endpoint = served()
    bare = [row for row in listed() if not row[3] and not by_endpoint.get(canonical(row[0], row[1]))]
    assert bare == []


def test_no_reason_is_out_of_date() -> None:
    by_endpoint = served()
    stale = [row[:2] for row in listed() if row[3] and by_endpoint.get(canonical(row[0], row[1]))]
    assert stale == [], "a field asks it now: take the reason out"


def test_endpoints_are_listed_once() -> None:
    rows = listed()
    assert len(rows) > 350
    assert [row for row, count in Counter((method, path) for method, path, *_ in rows).items() if count > 1] == []


def test_every_endpoint_of_the_loaders_serves_a_field() -> None:
    assert {endpoint.name for endpoint, fields in users().items() if not fields} == UNLISTED


def test_names_of_endpoints_are_their_own() -> None:
    """A name stands for one endpoint in errors, metrics and descriptions."""
    files = (Path(__file__).parents[2] / "loaders/endpoints").glob("*.py")
    names = [name for file in files for name in re.findall(r'^    name="([^"]+)"', file.read_text(), re.MULTILINE)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert {endpoint.name for endpoint in endpoints()} >= set(names)


def test_fields_that_reasons_name_exist() -> None:
    types = build_schema()._schema.type_map
    for *_, reason in listed():
        for name, field in re.findall(r"`([A-Z]\w+)\.(\w+)", reason):
            assert field in types[name].fields, reason  # type: ignore[attr-defined]
