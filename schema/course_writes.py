"""Mutations of a course, with their payloads."""

import strawberry

import resolvers.course_writes as writes
from loaders.endpoints.course_writes import (
    CELEBRATE,
    COMPLETE,
    COURSE_EMAILS,
    DISMISS_WELCOME,
    ENROLL,
    LAST_VISITED,
    RESET_DEADLINES,
    SAVE_GOAL,
    SIGN_INTEGRITY,
    UNENROLL,
    UNSUBSCRIBE_GOAL,
)
from resolvers.declare.source import at
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.course_inputs import (
    CompleteBlocksInput,
    DismissWelcomeMessageInput,
    EnrollInput,
    MarkCelebrationSeenInput,
    RecordLastVisitedInput,
    ResetCourseDeadlinesInput,
    SetCourseEmailsInput,
    SetCourseGoalInput,
    SignIntegrityAgreementInput,
    UnenrollInput,
    UnsubscribeFromCourseGoalInput,
)
from schema.declare import field, found
from schema.enrollment import Enrollment, EnrollmentEdge
from schema.resume import from_the_top
from schema.scalars import HTML, URL, DateTime, UsageKey
from schema.write import CoursePayload, WritePayload, mutation


@strawberry.type(description="Payload of the mutation `enroll`.")
class EnrollPayload(CoursePayload):
    enrollment: Enrollment | None = found("The viewer's enrolment.", writes.enrolled, source=ENROLL.name)
    enrollment_edge: EnrollmentEdge | None = found(
        "The enrolment as the first edge of `Viewer.enrollments`, for clients that update lists themselves.",
        writes.enrolled_edge,
        source=ENROLL.name,
    )


@strawberry.type(description="Payload of the mutation `unenroll`.")
class UnenrollPayload(CoursePayload):
    enrollment: Enrollment | None = found(
        "The enrolment, no longer active.", writes.ended_enrollment, source="enrollment/enrollment/course"
    )


@strawberry.type(
    description="Payload of the mutation `setCourseGoal`. The LMS accepts a goal for an unknown course as well; then "
    "`course` is null and `userErrors` is empty."
)
class SetCourseGoalPayload(CoursePayload):
    pass


@strawberry.type(description="Payload of the mutation `unsubscribeFromCourseGoal`.")
class UnsubscribeFromCourseGoalPayload(WritePayload):
    course_title: str | None = field("Name of the course.", at(UNSUBSCRIBE_GOAL, "course_title"))


@strawberry.type(description="Payload of the mutation `dismissWelcomeMessage`.")
class DismissWelcomeMessagePayload(CoursePayload):
    pass


@strawberry.type(
    description="Payload of the mutation `resetCourseDeadlines`. The LMS reports success even if it moves nothing, "
    "because gated content was missed or there is no enrolment; `course.dates` has the dates after the write."
)
class ResetCourseDeadlinesPayload(CoursePayload):
    header: str | None = field("Message for the viewer, in their language.", at(RESET_DEADLINES, "header"))
    body: HTML | None = field("Text of the message, in the viewer's language.", at(RESET_DEADLINES, "body"))
    link: URL | None = field("URL of the dates page.", at(RESET_DEADLINES, "link"))
    link_text: str | None = field("Text of the link, in the viewer's language.", at(RESET_DEADLINES, "link_text"))


@strawberry.type(description="Payload of the mutation `completeBlocks`.")
class CompleteBlocksPayload(CoursePayload):
    pass


@strawberry.type(description="Payload of the mutation `markCelebrationSeen`.")
class MarkCelebrationSeenPayload(CoursePayload):
    pass


@strawberry.type(description="Payload of the mutation `signIntegrityAgreement`.")
class SignIntegrityAgreementPayload(CoursePayload):
    signed_at: DateTime | None = field("When the viewer first signed.", at(SIGN_INTEGRITY, "created_at"))


@strawberry.type(description="Payload of the mutation `recordLastVisited`.")
class RecordLastVisitedPayload(CoursePayload):
    path: list[UsageKey] | None = field(
        "The course, the section and the sequence that contain the stored position, from the top down. "
        "`Course.lastVisited` is different: the block that was completed last.",
        at(LAST_VISITED, "last_visited_module_path", via=from_the_top),
    )


@strawberry.type(description="Payload of the mutation `setCourseEmails`.")
class SetCourseEmailsPayload(CoursePayload):
    enrollment: Enrollment | None = found(
        "The viewer's enrolment after the change; null if there is none.",
        writes.enrollment_with_emails,
        source="learner_home/init",
    )


async def _enroll(info: Info, given: EnrollInput) -> Row:
    return await writes.enroll(info, given.course, given.mode)


async def _unenroll(info: Info, given: UnenrollInput) -> Row:
    return await writes.unenroll(info, given.course)


async def _set_goal(info: Info, given: SetCourseGoalInput) -> Row:
    return await writes.set_course_goal(info, given.course, given.days_per_week, given.subscribed_to_reminders)


async def _unsubscribe(info: Info, given: UnsubscribeFromCourseGoalInput) -> Row:
    return await writes.unsubscribe_from_course_goal(info, given.token)


async def _dismiss(info: Info, given: DismissWelcomeMessageInput) -> Row:
    return await writes.dismiss_welcome_message(info, given.course)


async def _reset(info: Info, given: ResetCourseDeadlinesInput) -> Row:
    return await writes.reset_course_deadlines(info, given.course, given.location)


async def _complete(info: Info, given: CompleteBlocksInput) -> Row:
    return await writes.complete_blocks(info, given.course, [(one.key, one.completion) for one in given.blocks])


async def _celebrate(info: Info, given: MarkCelebrationSeenInput) -> Row:
    return await writes.mark_celebration_seen(info, given.course, given.first_section, given.weekly_goal)


async def _sign(info: Info, given: SignIntegrityAgreementInput) -> Row:
    return await writes.sign_integrity_agreement(info, given.course)


async def _position(info: Info, given: RecordLastVisitedInput) -> Row:
    return await writes.record_last_visited(info, given.course, given.block)


async def _emails(info: Info, given: SetCourseEmailsInput) -> Row:
    return await writes.set_course_emails(info, given.course, given.receive)


@strawberry.type(description="Mutations of a course.")
class CourseMutations:
    enroll: EnrollPayload | None = mutation(
        "Enrols the viewer. Succeeds if the viewer is already enrolled.", EnrollInput, _enroll, ENROLL
    )
    unenroll: UnenrollPayload | None = mutation(
        "Ends the viewer's enrolment. Requires a session of the LMS with its CSRF token.",
        UnenrollInput,
        _unenroll,
        UNENROLL,
    )
    set_course_goal: SetCourseGoalPayload | None = mutation(
        "Sets the viewer's weekly learning goal. Requires a JWT or a session.", SetCourseGoalInput, _set_goal, SAVE_GOAL
    )
    unsubscribe_from_course_goal: UnsubscribeFromCourseGoalPayload | None = mutation(
        "Stops the e-mail reminders of a goal. Requires only the token, not a sign-in.",
        UnsubscribeFromCourseGoalInput,
        _unsubscribe,
        UNSUBSCRIBE_GOAL,
    )
    dismiss_welcome_message: DismissWelcomeMessagePayload | None = mutation(
        "Hides the newest update of a course from the viewer. Requires a JWT or a session.",
        DismissWelcomeMessageInput,
        _dismiss,
        DISMISS_WELCOME,
    )
    reset_course_deadlines: ResetCourseDeadlinesPayload | None = mutation(
        "Moves the viewer's missed due dates in a self-paced course.",
        ResetCourseDeadlinesInput,
        _reset,
        RESET_DEADLINES,
    )
    complete_blocks: CompleteBlocksPayload | None = mutation(
        "Marks blocks of one course as completed: all of them or none.", CompleteBlocksInput, _complete, COMPLETE
    )
    mark_celebration_seen: MarkCelebrationSeenPayload | None = mutation(
        "Records that a celebration was shown.", MarkCelebrationSeenInput, _celebrate, CELEBRATE
    )
    sign_integrity_agreement: SignIntegrityAgreementPayload | None = mutation(
        "Signs the integrity agreement. Requires a JWT or a session.",
        SignIntegrityAgreementInput,
        _sign,
        SIGN_INTEGRITY,
    )
    record_last_visited: RecordLastVisitedPayload | None = mutation(
        "Records the viewer's position in a course.", RecordLastVisitedInput, _position, LAST_VISITED
    )
    set_course_emails: SetCourseEmailsPayload | None = mutation(
        "Turns the course team's e-mails on or off. Requires a session of the LMS with its CSRF token.",
        SetCourseEmailsInput,
        _emails,
        COURSE_EMAILS,
    )
