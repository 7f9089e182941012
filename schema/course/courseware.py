"""Fields of `Course` for the unit page."""

from typing import Annotated

import strawberry

from loaders.endpoints.agreement import INTEGRITY_SIGNATURE
from loaders.endpoints.cohort import COHORTS
from loaders.endpoints.course import COURSEWARE_COURSE
from loaders.endpoints.dates import DATES
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.outline import OUTLINE
from resolvers.bookmark import bookmarks
from resolvers.declare.source import at, when_loaded
from resolvers.discussion import discussion
from resolvers.sequence import sequence
from schema.bookmark import Bookmark
from schema.cohort import Cohort
from schema.course.courseware_parts import CourseNotes, EntranceExam, IntegritySignature, RelatedProgram
from schema.declare import field, found
from schema.discussion import Discussion
from schema.outline import Sequence
from schema.relay import Connection, page_of
from schema.scalars import URL, UsageKey


def _sequence(
    key: Annotated[
        UsageKey,
        strawberry.argument(
            description="Key of a sequence, or of one of its units; a section's key stands for its first sequence."
        ),
    ],
) -> None: ...


@strawberry.type(description="Fields of a course for the unit page.")
class CoursewareFields:
    license: str | None = field(
        "Licence of the content, such as `creative-commons: ver=4.0 BY`.", at(COURSEWARE_COURSE, "license")
    )
    language: str | None = field("Language of the course, as a code such as `en`.", at(COURSEWARE_COURSE, "language"))
    entrance_exam: EntranceExam | None = field("The entrance exam.", at(COURSEWARE_COURSE, "entrance_exam_data"))
    notes: CourseNotes | None = field("The viewer's notes.", at(COURSEWARE_COURSE, "notes"))
    related_programs: list[RelatedProgram] | None = field(
        "Programs that the course belongs to; null if the viewer is in none.",
        at(COURSEWARE_COURSE, "related_programs"),
    )
    course_exit_page_is_active: bool | None = field(
        "Whether the course has an exit page.", at(COURSEWARE_COURSE, "course_exit_page_is_active")
    )
    content_type_gating_enabled: bool | None = field(
        "Whether graded content is for verified learners only.",
        at(COURSEWARE_COURSE, "content_type_gating_enabled"),
        when_loaded(at(OUTLINE, "dates_banner_info.content_type_gating_enabled")),
        when_loaded(at(DATES, "dates_banner_info.content_type_gating_enabled")),
    )
    learning_assistant_enabled: bool | None = field(
        "Whether the learning assistant is enabled.", at(COURSEWARE_COURSE, "learning_assistant_enabled")
    )
    can_access_proctored_exams: bool | None = field(
        "Whether the viewer's mode allows proctored exams.", at(COURSEWARE_COURSE, "can_access_proctored_exams")
    )
    show_calculator: bool | None = field("Whether the calculator is enabled.", at(COURSEWARE_COURSE, "show_calculator"))
    marketing_url: URL | None = field(
        "URL of the marketing page; null if there is none.",
        at(COURSEWARE_COURSE, "marketing_url"),
        when_loaded(at(LEARNER_HOME, "courseRun.marketingUrl")),
    )
    needs_integrity_signature: bool | None = field(
        "Whether the viewer still has to sign the integrity agreement.",
        at(COURSEWARE_COURSE, "user_needs_integrity_signature"),
    )
    integrity_signature: IntegritySignature | None = field(
        "The integrity agreement that the viewer signed; null if it is not signed.", at(INTEGRITY_SIGNATURE)
    )
    verify_identity_url: URL | None = field(
        "URL for identity verification; null if the viewer's mode does not require it.",
        at(COURSEWARE_COURSE, "verify_identity_url"),
    )
    verification_status: str | None = field(
        "The viewer's identity verification. Known values: `none`, `expired`, `approved`, `pending`, "
        "`must_reverify`; `none` in modes that do not require it.",
        at(COURSEWARE_COURSE, "verification_status"),
    )
    linkedin_add_to_profile_url: URL | None = field(
        "URL that adds the certificate to a LinkedIn profile; null without a certificate.",
        at(COURSEWARE_COURSE, "linkedin_add_to_profile_url"),
    )
    sequence: Sequence | None = found(
        "The sequence with this key; null if it does not exist or is not open to the viewer.",
        sequence,
        arguments=_sequence,
        source="courseware/sequence, after course_home/navigation for other keys than a sequence's",
    )
    bookmarks: Connection[Bookmark] | None = found(
        "The viewer's bookmarks in the course, newest first. Requires a session or a bearer token; the LMS does "
        "not accept a JWT here.",
        bookmarks,
        arguments=page_of(100),
        source="bookmarks/bookmarks",
    )
    cohorts: list[Cohort] | None = field(
        "The first 100 cohorts; null for people without a role in the course's discussions.", at(COHORTS)
    )
    discussion: Discussion | None = found(
        "The course's discussions; null if they are disabled or not open to the viewer.",
        discussion,
        source="discussion/courses; and those of the fields below",
    )
