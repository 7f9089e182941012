"""`gateway schema`."""

from schema.schema import build_schema


def sdl() -> str:
    """The schema in the schema definition language, as committed in `schema.graphql`."""
    return build_schema().as_str() + "\n"
