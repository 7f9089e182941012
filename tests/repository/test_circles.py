"""Imports: none is circular, and the demo LMS stands alone."""

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGES = ("gateway", "schema", "resolvers", "loaders", "benchmarks")


def imports(*, checked: bool) -> set[tuple[str, str]]:
    """Every (importer, imported), inside functions too; with `checked` also those that only the type checker reads."""
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=not checked, cache_dir=None)
    return {(module, found) for module in graph.modules for found in graph.find_modules_directly_imported_by(module)}


def circle(edges: set[tuple[str, str]]) -> list[str]:
    """The modules of one circle, empty where there is none."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for importer, imported in edges:
        sorter.add(importer, imported)
    try:
        sorter.prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_a_circle_would_be_seen() -> None:
    assert set(circle({("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")})) == {"a", "b", "c"}


def test_no_import_is_circular() -> None:
    """GraphQL's types refer to each other, so `schema` may name a type for the checker alone (it is found lazily)."""
    running = imports(checked=False)
    for_the_checker = {edge for edge in imports(checked=True) - running if not edge[0].startswith("schema.")}
    assert {importer.partition(".")[0] for importer, _ in running} == set(PACKAGES)
    assert circle(running | for_the_checker) == []


def room(module: str) -> str:
    """The folder of a module below `gateway` and `loaders`, or the module itself; the other packages as a whole."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] in {"gateway", "loaders"} else parts[0]


def test_no_folder_imports_one_that_imports_it() -> None:
    rooms = {(room(importer), room(imported)) for importer, imported in imports(checked=False)}
    assert circle({(importer, imported) for importer, imported in rooms if importer != imported}) == []


def test_the_demo_lms_stands_alone() -> None:
    """It imports nothing of the gateway, and only its command imports it."""
    demo = "gateway.demo"
    crossing = {
        edge
        for edge in imports(checked=True)
        if edge[0].startswith(PACKAGES[:-1]) and edge[0].startswith(demo) != edge[1].startswith(demo)
    }
    assert {edge[0] for edge in crossing} == {"gateway.commands.demo"}


def test_the_engine_imports_no_noun() -> None:
    """The folders of `resolvers` are the engine; its files are nouns, and mutations."""
    nouns = {
        (importer, imported)
        for importer, imported in imports(checked=True)
        if importer.startswith("resolvers.") and importer.count(".") > 1
        if imported.count(".") == 1 and (ROOT / "resolvers" / f"{imported.removeprefix('resolvers.')}.py").is_file()
    }
    assert nouns == set()
