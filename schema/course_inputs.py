"""Inputs of the mutations of a course."""

import strawberry

from schema.scalars import CourseKey, UsageKey

_COURSE = "Key of the course run."


@strawberry.input(description="Input of the mutation `enroll`.")
class EnrollInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    mode: str | None = strawberry.field(
        description="Enrolment mode; null means the course's free one. Learners can choose `audit` or `honor`; other "
        "modes are bought.",
        default=None,
    )


@strawberry.input(description="Input of the mutation `unenroll`.")
class UnenrollInput:
    course: CourseKey = strawberry.field(description=_COURSE)


@strawberry.input(description="Input of the mutation `setCourseGoal`.")
class SetCourseGoalInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    days_per_week: int = strawberry.field(description="Days a week, 1 to 7; 0 means no goal.")
    subscribed_to_reminders: bool = strawberry.field(description="Whether to send reminders by e-mail.")


@strawberry.input(description="Input of the mutation `unsubscribeFromCourseGoal`.")
class UnsubscribeFromCourseGoalInput:
    token: str = strawberry.field(description="Token in the unsubscribe link of a reminder.")


@strawberry.input(description="Input of the mutation `dismissWelcomeMessage`.")
class DismissWelcomeMessageInput:
    course: CourseKey = strawberry.field(description=_COURSE)


@strawberry.input(description="Input of the mutation `resetCourseDeadlines`.")
class ResetCourseDeadlinesInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    location: str | None = strawberry.field(
        description="Place in the front end that requested it, such as `dates-tab`; the LMS stores it for research.",
        default=None,
    )


@strawberry.input(description="Completion of one block.")
class BlockCompletionInput:
    key: UsageKey = strawberry.field(description="Key of the block.")
    completion: float = strawberry.field(description="Completion of the block, 0 to 1.", default=1.0)


@strawberry.input(description="Input of the mutation `completeBlocks`.")
class CompleteBlocksInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    blocks: list[BlockCompletionInput] = strawberry.field(description="1 to 100 blocks of this course.")


@strawberry.input(description="Input of the mutation `markCelebrationSeen`. At least one celebration is required.")
class MarkCelebrationSeenInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    first_section: bool | None = strawberry.field(
        description="True if the first section was celebrated, false to celebrate it again, null to keep the state.",
        default=None,
    )
    weekly_goal: bool | None = strawberry.field(
        description="True if the weekly goal was celebrated, false to celebrate it again, null to keep the state.",
        default=None,
    )


@strawberry.input(description="Input of the mutation `signIntegrityAgreement`.")
class SignIntegrityAgreementInput:
    course: CourseKey = strawberry.field(description=_COURSE)


@strawberry.input(description="Input of the mutation `recordLastVisited`.")
class RecordLastVisitedInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    block: UsageKey = strawberry.field(description="Key of the block.")


@strawberry.input(description="Input of the mutation `setCourseEmails`.")
class SetCourseEmailsInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    receive: bool = strawberry.field(description="Whether the viewer wants the course team's e-mails.")
