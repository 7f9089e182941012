"""The operations of this folder, by page."""

from pathlib import Path

PAGES = {path.stem: path.read_text() for path in sorted(Path(__file__).parent.glob("*.graphql"))}
