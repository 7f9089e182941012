"""The generated files and their contents."""

from pathlib import Path

from docs.generate import changes, coverage, settings
from gateway.schema_text import sdl

ROOT = Path(__file__).parents[2]


def generated() -> dict[Path, str]:
    """Each generated file with the text it should have."""
    text = sdl()
    return {
        ROOT / "schema.graphql": text,
        ROOT / "docs/schema-changes.md": changes.page(text),
        ROOT / "docs/coverage.md": coverage.page(),
        **{path: settings.filled(path.read_text(encoding="utf-8"), groups) for path, groups in settings.PAGES.items()},
    }
