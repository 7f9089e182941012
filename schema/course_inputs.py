"""The inputs of what a learner writes in a course."""

import strawberry

from schema.scalars import CourseKey, UsageKey

_COURSE = "Key of the course run."


@strawberry.input(description="Which course to enrol in.")
class EnrollInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    mode: str | None = strawberry.field(
        description="The way to take it; the course's free one when null. Learners choose `audit` or `honor`: the "
        "others are bought.",
        default=None,
    )


@strawberry.input(description="Which course to leave.")
class UnenrollInput:
    course: CourseKey = strawberry.field(description=_COURSE)


@strawberry.input(description="How often a week to study.")
class SetCourseGoalInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    days_per_week: int = strawberry.field(description="Days a week, 1 to 7; 0 stands for no goal.")
    subscribed_to_reminders: bool = strawberry.field(description="Whether to be reminded by e-mail.")


@strawberry.input(description="Whose reminders to end.")
class UnsubscribeFromCourseGoalInput:
    token: str = strawberry.field(description="The token in the link of a reminder.")


@strawberry.input(description="Which course's welcome message to hide.")
class DismissWelcomeMessageInput:
    course: CourseKey = strawberry.field(description=_COURSE)


@strawberry.input(description="Which course's due dates to move.")
class ResetCourseDeadlinesInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    location: str | None = strawberry.field(
        description="Where the viewer asked for it, such as `dates-tab`: the LMS keeps it for research.", default=None
    )


@strawberry.input(description="How far a block is done.")
class BlockCompletionInput:
    key: UsageKey = strawberry.field(description="Key of the block.")
    completion: float = strawberry.field(description="How much of it is done, 0 to 1.", default=1.0)


@strawberry.input(description="Which blocks are done.")
class CompleteBlocksInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    blocks: list[BlockCompletionInput] = strawberry.field(description="1 to 100 blocks of this course.")


@strawberry.input(description="Which celebrations were shown; at least one is to be named.")
class MarkCelebrationSeenInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    first_section: bool | None = strawberry.field(
        description="True when finishing the first section was celebrated; false to have it celebrated; null to leave "
        "it as it is.",
        default=None,
    )
    weekly_goal: bool | None = strawberry.field(
        description="True when reaching the weekly goal was celebrated; false to have it celebrated; null to leave it "
        "as it is.",
        default=None,
    )


@strawberry.input(description="For which course to promise to work honestly.")
class SignIntegrityAgreementInput:
    course: CourseKey = strawberry.field(description=_COURSE)


@strawberry.input(description="Where the viewer is.")
class RecordLastVisitedInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    block: UsageKey = strawberry.field(description="Key of the block.")


@strawberry.input(description="Whether the course team may write to the viewer.")
class SetCourseEmailsInput:
    course: CourseKey = strawberry.field(description=_COURSE)
    receive: bool = strawberry.field(description="Whether e-mails are wanted.")
