"""Writes of program staff: rows of a program's rosters."""

from loaders.endpoint import Endpoint
from loaders.endpoints.programs import PROGRAM_COURSE_ENROLLMENTS, PROGRAM_ENROLLMENTS
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS


def _write(method: str, name: str, path: str) -> Endpoint:
    return Endpoint(
        name=name,
        path=path,
        weight=150,
        method=method,
        anonymous=False,
        answers=REFUSALS,
        forms={413: WRITE | Form.STRING, 422: WRITE | Form.STATUSES},
    )


MAX_ROWS = 25
"""Maximum number of rows per write."""

CREATE_ENROLLMENTS = _write("POST", "program_enrollments/create", PROGRAM_ENROLLMENTS.path)
"""`POST …/programs/{program}/enrollments/` `[{student_key, status, curriculum_uuid}]`: a status for each key; 200 if
all rows were written, 207 if some, 422 if none."""

UPDATE_ENROLLMENTS = _write("PATCH", "program_enrollments/update", PROGRAM_ENROLLMENTS.path)
"""`PATCH …/programs/{program}/enrollments/` `[{student_key, status}]`."""

UPSERT_ENROLLMENTS = _write("PUT", "program_enrollments/upsert", PROGRAM_ENROLLMENTS.path)
"""`PUT …/programs/{program}/enrollments/` `[{student_key, status, curriculum_uuid}]`."""

CREATE_COURSE_ENROLLMENTS = _write("POST", "program_enrollments/create_course", PROGRAM_COURSE_ENROLLMENTS.path)
"""`POST …/programs/{program}/courses/{course}/enrollments/` `[{student_key, status, course_staff?}]`."""

UPDATE_COURSE_ENROLLMENTS = _write("PATCH", "program_enrollments/update_course", PROGRAM_COURSE_ENROLLMENTS.path)
"""`PATCH …/programs/{program}/courses/{course}/enrollments/` `[{student_key, status, course_staff?}]`."""

UPSERT_COURSE_ENROLLMENTS = _write("PUT", "program_enrollments/upsert_course", PROGRAM_COURSE_ENROLLMENTS.path)
"""`PUT …/programs/{program}/courses/{course}/enrollments/` `[{student_key, status, course_staff?}]`."""
