"""Every endpoint of the LMS has fields or a reason on the coverage page, and no reason is out of date."""

import re
from collections import Counter
from pathlib import Path

from docs.generate.coverage import listed, served, users
from loaders.registry import endpoints
from schema.schema import build_schema

UNLISTED = {"csrf/token", "grades/gradebook-entry"}
"""The first is asked for its `Date` header only, the second by `node` for one row of a list."""


LEARNERS = "A"
"""The class of the endpoints that a page or an app screen of learners uses."""


def test_every_endpoint_is_served_or_has_a_reason() -> None:
    by_endpoint = served()
    bare = [row for row in listed() if not (row.reason or row.elsewhere or by_endpoint.get(row.key))]
    assert bare == []


def test_no_reason_is_out_of_date() -> None:
    by_endpoint = served()
    stale = [row for row in listed() if (row.reason or row.elsewhere) and by_endpoint.get(row.key)]
    assert stale == [], "a field is read from it now: take out the reason and the fields from elsewhere"


def test_fields_with_data_from_elsewhere_exist() -> None:
    """`tests/operations/test_data_elsewhere.py` compares their values."""
    types = build_schema()._schema.type_map
    for row in listed():
        for name in row.elsewhere:
            holder, field = name.split(".")
            assert field in types[holder].fields, row  # type: ignore[attr-defined]


def test_nearly_all_endpoints_of_learners_are_served() -> None:
    rows = [row for row in listed() if row.used_by == LEARNERS]
    by_endpoint = served()
    assert sum(bool(row.elsewhere or by_endpoint.get(row.key)) for row in rows) >= 120


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
    for row in listed():
        for name, field in re.findall(r"`([A-Z]\w+)\.(\w+)", row.reason):
            assert field in types[name].fields, row  # type: ignore[attr-defined]
