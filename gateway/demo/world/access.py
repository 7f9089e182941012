"""Access: to courses, the paywall, prerequisites, and masquerading viewers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gateway.demo.world.clock import abbreviated_date, spoken_date
from gateway.demo.world.course import Block, Course
from gateway.demo.world.grades import course_grade, subsection_grade
from gateway.demo.world.people import Enrollment, Learner, User
from gateway.demo.world.schedule import access_duration, due_dates, is_released
from gateway.demo.world.world import Masquerade, World

_COURSE_TEAM = frozenset({"staff", "instructor"})


@dataclass(frozen=True, slots=True)
class Access:
    """An access decision in the shape the LMS serialises."""

    error_code: str | None = None
    developer_message: str | None = None
    user_message: str | None = None
    additional_context_user_message: str | None = None

    @property
    def granted(self) -> bool:
        return self.error_code is None

    def as_dict(self) -> dict[str, object]:
        return {
            "has_access": self.granted,
            "error_code": self.error_code,
            "developer_message": self.developer_message,
            "user_message": self.user_message,
            "additional_context_user_message": self.additional_context_user_message,
            "user_fragment": None,
        }


GRANTED = Access()


def is_course_staff(user: User | None, course: Course) -> bool:
    """Global staff, or a team role in the course."""
    if user is None:
        return False
    return user.is_staff or any(key == course.key and role in _COURSE_TEAM for key, role in user.roles)


@dataclass(slots=True)
class Viewer:
    """The viewer of one course. `user` is the effective person, `original` the one signed in."""

    world: World
    course: Course
    user: User | None
    original: User | None
    masquerade: Masquerade | None = None

    @property
    def is_staff(self) -> bool:
        if self.masquerade is not None and self.masquerade.role == "student":
            return False
        return is_course_staff(self.user, self.course)

    @property
    def enrollment(self) -> Enrollment | None:
        return self.world.enrollment(self.user, self.course)

    @property
    def learner(self) -> Learner:
        return self.world.learner(self.user, self.course)

    @property
    def time_zone(self) -> str | None:
        return self.user.preferences.get("time_zone") if self.user else None

    @property
    def sees_blocks(self) -> bool:
        """True for people who get a tree of blocks: enrolled, staff, or in a public course."""
        return self.is_staff or self.enrollment is not None or self.course.public

    def dues(self) -> dict[str, datetime]:
        return due_dates(self.course, self.enrollment)

    def expiration(self) -> datetime | None:
        """When an audit learner loses access; None when never (paid, staff, or no paid mode to move to)."""
        return expiration_of(self.enrollment)

    @property
    def gated(self) -> bool:
        """Graded content is behind the paywall for everyone without a paid enrolment in a course that sells one."""
        if self.course.verified_mode is None or self.is_staff:
            return False
        enrollment = self.enrollment
        return enrollment is None or enrollment.mode == "audit"

    def is_paywalled(self, block: Block) -> bool:
        return self.gated and block.graded

    def prerequisite_unmet(self, block: Block) -> Block | None:
        """The sequential that must be passed first; None if there is no prerequisite."""
        rule = block.attributes.get("prerequisite")
        if rule is None or self.is_staff:
            return None
        needed = self.course.by_id[rule["usage"]]
        grade = subsection_grade(needed, self.learner)
        score = 100 * grade.earned / grade.possible if grade.possible else 0
        return needed if score < rule["min_score"] else None

    def is_visible(self, block: Block, now: datetime) -> bool:
        """In this viewer's tree: staff see all, learners what is released and not for staff only."""
        return self.is_staff or (not block.staff_only and is_released(block, now))

    def load_access(self) -> Access:
        """May this viewer load the course at all (enrolment not considered)?"""
        return load_access(self.world, self.course, self.user, is_staff=self.is_staff)

    def page_access(self) -> Access:
        """`load_access`, then sign-in and enrolment, as course pages ask for."""
        access = self.load_access()
        if not access.granted or self.is_staff or self.course.public:
            return access
        if self.user is None:
            return Access(
                "authentication_required",
                "User must be authenticated to view the course",
                "You must be logged in to see this course",
            )
        if self.enrollment is None:
            return Access(
                "enrollment_required",
                "User must be enrolled in the course",
                "You must be enrolled in the course",
            )
        return GRANTED


def expiration_of(enrollment: Enrollment | None) -> datetime | None:
    if enrollment is None or enrollment.mode != "audit" or enrollment.course.verified_mode is None:
        return None
    if is_course_staff(enrollment.user, enrollment.course):
        return None
    starts = [enrollment.created, enrollment.course.start or enrollment.created]
    return max(starts) + access_duration(enrollment.course)


def load_access(world: World, course: Course, user: User | None, *, is_staff: bool) -> Access:
    """Visibility, start date, course prerequisites and audit expiry, in the LMS's order."""
    if is_staff:
        return GRANTED
    now = world.now
    if course.settings.get("staff_only"):
        return Access(
            "not_visible_to_user",
            "Course is not visible to this user",
            "You do not have access to this course",
        )
    if course.start is not None and now < course.start:
        when = course.start.isoformat(sep=" ")
        return Access(
            "course_not_started",
            f"Course does not start until {when}",
            f"Course does not start until {spoken_date(course.start)}",
        )
    if user is not None and unmet_prerequisites(world, course, user):
        return Access("unfulfilled_milestones", "User has unfulfilled milestones", "You have unfulfilled milestones")
    expires = expiration_of(world.enrollment(user, course))
    if user is not None and expires is not None and now > expires:
        day = abbreviated_date(expires)
        return Access(
            "audit_expired",
            f"User {user.username} had access to {course.key} until {expires.isoformat(sep=' ')}",
            f"Access expired on {day}",
            f"Access to {course.name} expired on {day}",
        )
    return GRANTED


def unmet_prerequisites(world: World, course: Course, user: User) -> list[Course]:
    """The courses this person must pass before this one."""
    needed = [world.courses[key] for key in course.settings.get("prerequisites", ()) if key in world.courses]
    return [other for other in needed if not course_grade(other, world.learner(user, other)).passed]
