"""`gateway coverage`: which fields serve which endpoint of the LMS, as committed in `docs/coverage.md`.

The endpoints stand in `docs/coverage-endpoints.tsv`, each with the reason why it is no business of this gateway where
no field asks it. What serves an endpoint is read from the schema's own declarations, so the page follows the code.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType

from gateway.settings.settings import SettingsError
from loaders import registry
from loaders.endpoint import Endpoint
from resolvers.source import DECLARATION, RELATION, Declaration
from schema.schema import build_schema

ENDPOINTS = Path(__file__).parents[2] / "docs" / "coverage-endpoints.tsv"

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
catalogue, with the GraphQL fields that ask it. Written by `gateway coverage` from the schema's declarations and
`coverage-endpoints.tsv`; a test keeps it true. Several mounts of one view (with and without `v1`, versions of the
courses and mobile APIs) count as one that is served. {served} of {all} endpoints are served.
"""
Key = tuple[str, str]
"""Method and path, in the form that is compared."""


def canonical(method: str, path: str) -> Key:
    """Method and path without names of parameters, final slashes, and other mounts of the same view.

    >>> canonical("GET", "/api/course_home/v1/dates/{course_key_string}/")
    ('GET', '/api/course_home/dates/{}')
    """
    path = _PARAMETER.sub("{}", path).rstrip("/")
    for pattern, name in _ALIASES:
        path = pattern.sub(name, path)
    return method, path


def endpoints() -> dict[str, Endpoint]:
    """Every endpoint constant of `loaders/` by name."""
    return {endpoint.name: endpoint for endpoint in registry.endpoints()}


def askers() -> dict[str, list[str]]:
    """Names of endpoints to the fields that ask them, as `Type.field`, in the schema's order."""
    known = endpoints()
    found: dict[str, list[str]] = {name: [] for name in known}
    for field_name, field in _fields():
        for name in known:
            if name in _named(field):
                found[name].append(field_name)
    return found


def served() -> dict[Key, list[str]]:
    """Endpoints to the fields that ask them."""
    found: dict[Key, list[str]] = {}
    known = endpoints()
    for name, fields in askers().items():
        found.setdefault(canonical(known[name].method, known[name].path), []).extend(fields)
    return {key: list(dict.fromkeys(fields)) for key, fields in found.items()}


def listed() -> list[tuple[str, str, str]]:
    """Method, path and reason of every endpoint of the documentation."""
    if not ENDPOINTS.is_file():
        raise SettingsError("gateway coverage needs a checkout of the repository")
    lines = ENDPOINTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1], row[2] if len(row) > 2 else "") for row in rows]


def coverage() -> str:
    """The page."""
    rows, by_endpoint = listed(), served()
    families: dict[str, list[str]] = {}
    count = 0
    for method, path, reason in rows:
        fields = by_endpoint.get(canonical(method, path), [])
        count += bool(fields)
        families.setdefault(_family(path), []).append(f"| `{method} {path}` | {_shown(fields) or reason} |")
    parts = [_INTRODUCTION.format(served=count, all=len(rows))]
    for family, lines in families.items():
        parts.append(f"## {family}\n\n| Endpoint | Served by, or why not |\n| --- | --- |\n" + "\n".join(lines) + "\n")
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


def _named(field: GraphQLField) -> set[str]:
    """Names of the endpoints that a field is read from: declared, or named by the source of its resolver."""
    named: set[str] = set()
    for key in (DECLARATION, RELATION):
        declaration: Declaration | None = field.extensions.get(key)
        if declaration is not None:
            named |= {source.endpoint.name for source in declaration.sources if source.endpoint and not source.beside}
    if DECLARATION in field.extensions or RELATION in field.extensions:
        texts = [argument.description for argument in field.args.values()]
    else:
        texts = [field.description]
    for text in texts:
        named |= set(re.findall(r"[\w\-]+(?:/[\w\-]+)*", (text or "").partition(_SOURCE)[2]))
    return named
