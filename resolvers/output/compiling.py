"""Compiles projections. The code is written again as long as a later use of a value contradicts an earlier one."""

from loaders.endpoint import Endpoint
from loaders.shapes import Reader
from resolvers.output.code import Code, NotCompilableError
from resolvers.output.compiler import Compiler
from resolvers.output.cursor import Cursor
from resolvers.output.holes import NeedsRowsError
from resolvers.output.projection import Projection
from resolvers.output.row import Row
from resolvers.output.shape import Form, Need, listing_reader, reader
from resolvers.output.target import Target

_MAX_PASSES = 8


def compile_projection(target: Target, row: Row) -> Projection | None:
    """Compiles the projection for rows like this one. None if only the fallback executor supports the selection."""
    plain = row.parent_row is not None or not row.payloads
    try:
        try:
            return _compile(target, row, plain=plain)
        except NeedsRowsError:
            return _compile(target, row, plain=True)
    except NotCompilableError:
        return None


def _compile(target: Target, row: Row, *, plain: bool) -> Projection | None:
    """`plain`: the answers are read as plain decoded JSON instead of typed structs."""
    views = list(row.views) if plain else []
    makes = Need if row.listing is None else _page_need
    needs = {} if plain else {endpoint: makes() for endpoint in row.payloads}
    silent = frozenset({*row.failed, *row.missing})
    exact = bool(views) or not needs
    for _ in range(_MAX_PASSES):
        code = Code(exact=exact)
        code.writer.line("n = t = 0")
        code.writer.line("if 0: yield")
        compiler = Compiler(code, target, row.usable, silent)
        cursors = {endpoint: Cursor(f"p{place}", needs[endpoint]) for place, endpoint in enumerate(needs)}
        for place, endpoint in enumerate(views):
            cursors[endpoint] = Cursor(f"w{place}", None, Cursor(f"t{place}", None))
        ordered = {endpoint: cursors[endpoint] for endpoint in [*views, *needs]}
        result = compiler.selected(target.object_type, target.selection, ordered, _fact, top=True)
        if code.writer.holds():
            break
    else:
        return None
    code.writer.line("spend(n, t)")
    code.writer.lines[1:1] = [f"    {line}" for line in code.beginnings]
    result = f"{result}, {' or '.join(code.repeats) or 'False'}"
    arguments = ["base", "facts", "holes", "spend", "failed", "note", "row", "variables"]
    arguments += [f"p{place}" for place in range(len(needs))]
    arguments += [name for place in range(len(views)) for name in (f"w{place}", f"t{place}")]
    readers = {endpoint: _reader(need, row, endpoint) for endpoint, need in needs.items()}
    copies = None if exact else {endpoint: code.copies(endpoint, need) for endpoint, need in needs.items()}
    project = code.writer.function(", ".join(arguments), result)
    return Projection(target.object_type.name, project, readers, views, copies)


def _reader(need: Need, row: Row, endpoint: Endpoint) -> Reader:
    if row.listing is None:
        return reader(need, row.payloads[endpoint].path)
    listing = row.listing
    node = need.key("edges").each(Form.LIST).key("node")
    return listing_reader(node, listing.rows, listing.present, listing.values)


def _page_need() -> Need:
    """Returns the need for a page made by `resolvers.declare.page.page_of`. Only its nodes are decoded by type."""
    need = Need(made=True)
    need.make("page_info")
    need.key("edges").each(Form.LIST).made = True
    return need


def _fact(name: str) -> str:
    """Returns the expression of a fact of the row. Its value is None if the fact is unknown."""
    return f"facts.get({name!r})"
