"""Arguments that identify an object, by the LMS's own key or by the object's global id."""

from collections.abc import Collection

from graphql import GraphQLError

from loaders.keys import block_type_of, course_of, is_course_key, is_in_course
from resolvers.declare.errors import bad_input
from resolvers.values.node import Named, is_id, parse_global_id

_KINDS = {
    "Block": 1,
    "BlockReference": 1,
    "GradebookSection": 2,
    "GradedSubsection": 1,
    "Section": 1,
    "Sequence": 1,
    "SubsectionScore": 1,
    "Unit": 1,
}
"""Types that represent one block, with the index of the block's key in their ids. Block arguments accept them all."""
_BLOCKS = {**_KINDS, "Bookmark": 1}

PROGRAM_TYPES = ("Program", "EnrollmentProgram", "PathwayProgram", "RelatedProgram")
"""Types that represent one program, whose ids begin with its identifier. Program arguments accept them all."""

LEARNER = "GradebookEntry"
"""The type whose ids identify a learner of a course."""


class GlobalKey(str):
    """The LMS's key of an object that was named by its global id.

    A scalar does not know which types its argument accepts, so the code that reads the argument checks it with
    `expect`. `holder` is the first part of the id: for a block, its course's key.
    """

    __slots__ = ("holder", "type_name")
    holder: str
    type_name: str


def parts_of(text: str, *types: str) -> tuple[str, ...] | None:
    """The parts of a global id of one of these types; None if the text is no global id. Raises for another type."""
    named = _named(text)
    if named is None:
        return None
    if named.type_name not in types:
        raise _mistaken(named.type_name, types)
    return named.parts


def lms_id(text: str, *types: str) -> str:
    """The LMS's id of an object of one of these types, given that id or its global id."""
    parts = parts_of(text, *types)
    return text if parts is None else parts[0]


def username_of(text: str, course_key: str) -> str:
    """The username of a learner of this course, given that or the global id of a gradebook row."""
    return _within(text, course_key, 1, LEARNER)


def mode_of(text: str, course_key: str) -> str:
    """The LMS's name of a course mode of this course, given that or its global id."""
    return _within(text, course_key, 1, "CourseMode")


def student_key_of(text: str, program: str) -> str:
    """The student key of a learner of this program, given that or the global id of a row of its rosters."""
    place = 1 if kind_of(text) == "ProgramEnrollment" else 2
    return _within(text, program, place, "ProgramEnrollment", "ProgramCourseEnrollment", "ProgramCourseGrade")


def is_learner(text: object) -> bool:
    """True for the global id of a gradebook row, which identifies a learner."""
    return isinstance(text, str) and kind_of(text) == LEARNER


def is_global(text: object) -> bool:
    """True for a global id."""
    return isinstance(text, str) and _named(text) is not None


def is_number(text: str, digits: int = 18) -> bool:
    """True for a number as the LMS writes its numeric ids: ASCII digits only, which `str.isdecimal` does not check."""
    return text.isascii() and text.isdecimal() and len(text) <= digits


def _within(text: str, holder: str, place: int, *types: str) -> str:
    """The part at `place` of a global id in this course or program. Any other text is returned unchanged."""
    parts = parts_of(text, *types)
    if parts is None:
        return text
    if len(parts) <= place or parts[0] != holder:
        raise bad_input(f"The id is not that of a {' or '.join(types)} in this course or program.")
    return parts[place]


def lms_ids(texts: Collection[str], *types: str) -> list[str]:
    """The LMS's ids of several objects, as `lms_id` returns them."""
    return [lms_id(text, *types) for text in texts]


def global_key(text: str, *types: str) -> str:
    """The same as `lms_id`, for a scalar. The caller must check the result with `expect`."""
    named = _named(text)
    return text if named is None else _of_type(named, lms_id(text, *types))


def block_key(text: str) -> str:
    """The key of a block, given that or the global id of a block or bookmark.

    The caller must check the result with `expect`, as not every argument accepts a bookmark.
    """
    named = _named(text)
    if named is None:
        return text
    place = _BLOCKS.get(named.type_name, len(named.parts))
    if place >= len(named.parts):
        raise _mistaken(named.type_name, ("Block",))
    return _of_type(named, named.parts[place])


def expect(text: str, *types: str) -> str:
    """The LMS's key of a block, or of an object of one of these types. Raises for the global id of another type."""
    if isinstance(text, GlobalKey) and text.type_name not in (*types, *_KINDS):
        raise _mistaken(text.type_name, types)
    return str(text)


def course_of_block(text: str) -> str | None:
    """The key of a block's course, from the block's key or from its global id.

    None if neither contains it, as in keys of old courses.
    """
    course = course_of(text)
    if course is None and isinstance(text, GlobalKey) and is_course_key(text.holder):
        course = text.holder if is_in_course(text, text.holder) else None
    return course


def kind_of(text: str) -> str | None:
    """The type of the object that a text names: of a block by its key, otherwise by a global id."""
    if ":" not in text:  # every block key contains a colon; no global id does
        named = parse_global_id(text)
        return None if named is None else named.type_name
    try:
        return block_type_of(text)
    except ValueError:
        return None


def _of_type(named: Named, text: str) -> GlobalKey:
    key = GlobalKey(text)
    key.holder, key.type_name = named.parts[0], named.type_name
    return key


def _named(text: str) -> Named | None:
    named = parse_global_id(text)
    return named if named is not None and is_id(named) else None


def _mistaken(given: str, types: Collection[str]) -> GraphQLError:
    wanted = f"that of a {' or '.join(types)}" if types else "what is wanted here"
    return bad_input(f"The id of a {given} is not {wanted}.")
