"""The page `docs/coverage.md`: which fields are read from which endpoint of the LMS.

`docs/coverage-endpoints.tsv` lists the endpoints of the LMS, each with a reason if no field uses it. The fields come
from the declarations in the schema.
"""

import re
from collections.abc import Iterator
from pathlib import Path

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

Every endpoint of the LMS's API documentation, of the program enrolments API, of the courseware API and of the LumiNUS
catalogue, with the GraphQL fields that are read from it. `make generated` writes this page from the schema's
declarations and from `coverage-endpoints.tsv`. Routes that lead to the same view (with and without `v1`, versions of
the courses and mobile APIs) are served together. {served} of {all} endpoints are served.

| Used by | Endpoints | Served | With a reason |
| --- | --: | --: | --: |
{classes}
"""
_CLASSES = {"A": "a page or an app screen of learners", "B": "a page of staff", "C": "neither"}
Key = tuple[str, str]
"""Method and path, in the form that is compared."""


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


def listed() -> list[tuple[str, str, str, str]]:
    """Method, path, class and reason of every endpoint of the documentation."""
    lines = ENDPOINTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1], row[2], row[3] if len(row) > 3 else "") for row in rows]


def page() -> str:
    """The text of the page."""
    rows, by_endpoint = listed(), served()
    families: dict[str, list[str]] = {}
    counts = {name: [0, 0] for name in _CLASSES}
    for method, path, used_by, reason in rows:
        fields = by_endpoint.get(canonical(method, path), [])
        counts[used_by][0] += 1
        counts[used_by][1] += bool(fields)
        families.setdefault(_family(path), []).append(f"| `{method} {path}` | {_shown(fields) or reason} |")
    lines = [f"| {_CLASSES[one]} | {every} | {asked} | {every - asked} |" for one, (every, asked) in counts.items()]
    served_count = sum(asked for _, asked in counts.values())
    parts = [_INTRODUCTION.format(served=served_count, all=len(rows), classes="\n".join(lines))]
    for family, entries in families.items():
        parts.append(
            f"## {family}\n\n| Endpoint | Served by, or why not |\n| --- | --- |\n" + "\n".join(entries) + "\n"
        )
    return "\n".join(parts)


def _shown(fields: list[str]) -> str:
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
