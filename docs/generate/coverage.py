"""The page `docs/coverage.md`: which fields are read from which endpoint of the LMS.

`docs/coverage-endpoints.tsv` lists the endpoints of the LMS. One that no field uses has a reason, or the fields that
have its data from other endpoints. The fields come from the declarations in the schema.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType

from loaders.endpoint import Endpoint
from loaders.registry import endpoints
from resolvers.declare.source import DECLARATION, RELATION, Declaration
from schema.schema import build_schema

ENDPOINTS = Path(__file__).parents[1] / "coverage-endpoints.tsv"

_SHOWN = 6
_SOURCE = "Source: "
_PARAMETER = re.compile(r"\{[^}]*\}")
_ALIASES = (
    (re.compile(r"^/api/course_home/v1/"), "/api/course_home/"),
    (re.compile(r"^/api/courses/v2/"), "/api/courses/v1/"),
    (re.compile(r"^/api/mobile/(v[\d.]+|\{\})/"), "/api/mobile/{}/"),
)
_INTRODUCTION = """# Coverage

This page lists every endpoint of the LMS's API documentation, of the program enrolments API, of the courseware API and
of the LumiNUS catalogue, with the GraphQL fields that are read from it. Some endpoints are not called, because other
endpoints have the same data; for these, the fields with that data are listed. Every other endpoint has a reason why it
is not used. `make generated` writes this page from the schema's declarations and from `coverage-endpoints.tsv`. Routes
that lead to the same view (with and without `v1`, versions of the courses and mobile APIs) are served together.

{calls} of {all} endpoints are called, and the data of {elsewhere} more is served from other endpoints.

| Used by | Endpoints | Called | Data from other endpoints | Served in all | With a reason |
| --- | --: | --: | --: | --: | --: |
{classes}
"""
_COLUMNS = """| Endpoint | Fields that are read from it | Other fields with its data | Remark or reason |
| --- | --- | --- | --- |
"""
_CLASSES = {"A": "a page or an app screen of learners", "B": "a page of staff", "C": "neither"}
Key = tuple[str, str]
"""Method and path, in the form that is compared."""


class Row(NamedTuple):
    """An endpoint of the documentation: its users, the reason why no field uses it, and the fields with its data."""

    method: str
    path: str
    used_by: str
    reason: str = ""
    elsewhere: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return canonical(self.method, self.path)


def canonical(method: str, path: str) -> Key:
    """Method and path without parameter names, trailing slashes and versions, so that routes of one view are equal.

    >>> canonical("GET", "/api/course_home/v1/dates/{course_key_string}/")
    ('GET', '/api/course_home/dates/{}')
    """
    path = _PARAMETER.sub("{}", path).rstrip("/")
    for pattern, name in _ALIASES:
        path = pattern.sub(name, path)
    return method, path


def users() -> dict[Endpoint, list[str]]:
    """The fields that use each endpoint, as `Type.field`, in the schema's order."""
    found: dict[Endpoint, list[str]] = {endpoint: [] for endpoint in endpoints()}
    for field_name, field in _fields():
        names = _sources(field)
        for endpoint, fields in found.items():
            if endpoint.name in names:
                fields.append(field_name)
    return found


def served() -> dict[Key, list[str]]:
    """The fields that use each endpoint, by method and path."""
    found: dict[Key, list[str]] = {}
    for endpoint, fields in users().items():
        found.setdefault(canonical(endpoint.method, endpoint.path), []).extend(fields)
    return {key: list(dict.fromkeys(fields)) for key, fields in found.items()}


def listed() -> list[Row]:
    """Every endpoint of the documentation."""
    lines = ENDPOINTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [_row(*row) for row in rows]


def _row(method: str, path: str, used_by: str, reason: str = "", elsewhere: str = "") -> Row:
    return Row(method, path, used_by, reason, tuple(elsewhere.split()))


def page() -> str:
    """The text of the page."""
    rows, by_endpoint = listed(), served()
    families: dict[str, list[str]] = {}
    for row in rows:
        cells = (f"`{row.method} {row.path}`", _shown(by_endpoint.get(row.key, ())), _shown(row.elsewhere), row.reason)
        families.setdefault(_family(row.path), []).append(f"| {' | '.join(cells)} |")
    counts = {name: _counts([row for row in rows if row.used_by == name], by_endpoint) for name in _CLASSES}
    _, calls, elsewhere, *_ = _counts(rows, by_endpoint)
    lines = [f"| {_CLASSES[name]} | {' | '.join(map(str, numbers))} |" for name, numbers in counts.items()]
    parts = [_INTRODUCTION.format(calls=calls, elsewhere=elsewhere, all=len(rows), classes="\n".join(lines))]
    parts += (f"## {family}\n\n{_COLUMNS}" + "\n".join(entries) + "\n" for family, entries in families.items())
    return "\n".join(parts)


def _counts(rows: list[Row], by_endpoint: dict[Key, list[str]]) -> tuple[int, int, int, int, int]:
    """The numbers of endpoints: all, called, with data from other endpoints, these two together, and the others."""
    calls = sum(bool(by_endpoint.get(row.key)) for row in rows)
    elsewhere = sum(bool(row.elsewhere) for row in rows)
    return len(rows), calls, elsewhere, calls + elsewhere, len(rows) - calls - elsewhere


def _shown(fields: Sequence[str]) -> str:
    text = ", ".join(f"`{name}`" for name in fields[:_SHOWN])
    return text if len(fields) <= _SHOWN else f"{text} and {len(fields) - _SHOWN} more"


def _family(path: str) -> str:
    parts = path.removeprefix("/api/").strip("/").split("/")
    return parts[0]


def _fields() -> Iterator[tuple[str, GraphQLField]]:
    for name, graphql_type in build_schema()._schema.type_map.items():
        if isinstance(graphql_type, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__"):
            for field_name, field in graphql_type.fields.items():
                yield f"{name}.{field_name}", field


def _sources(field: GraphQLField) -> set[str]:
    """Names of the endpoints that a field is read from, by its declaration or by the `Source` in its description."""
    names: set[str] = set()
    for key in (DECLARATION, RELATION):
        declaration: Declaration | None = field.extensions.get(key)
        if declaration is not None:
            names |= {
                source.endpoint.name for source in declaration.sources if source.endpoint and not source.when_loaded
            }
    if DECLARATION in field.extensions or RELATION in field.extensions:
        texts = [argument.description for argument in field.args.values()]
    else:
        texts = [field.description]
    for text in texts:
        names |= set(re.findall(r"[\w\-]+(?:/[\w\-]+)*", (text or "").partition(_SOURCE)[2]))
    return names
