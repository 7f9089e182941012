"""The schema as a whole."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from schema.course.course import Course
from schema.declare import bind
from schema.enrollment import Enrollment
from schema.mutation import Mutation
from schema.programs import Program
from schema.query import Query
from schema.scalars import SCALARS
from schema.viewer import Viewer


def build_schema() -> strawberry.Schema:
    """The executable schema, its declared fields bound to their sources."""
    schema = strawberry.Schema(
        query=Query,
        mutation=Mutation,
        types=[Course, Enrollment, Program, Viewer],
        config=StrawberryConfig(scalar_map=SCALARS, enable_experimental_incremental_execution=True),
    )
    bind(schema)
    return schema
