"""A learner's progress in a program, course by course."""

from __future__ import annotations

from dataclasses import dataclass, field

from gateway.demo.world.course import Course
from gateway.demo.world.people import User
from gateway.demo.world.programs import Program
from gateway.demo.world.world import World


@dataclass(slots=True)
class Progress:
    """The courses of a program by state; `all_unenrolled` when the learner takes none of them."""

    completed: list[Course] = field(default_factory=list)
    in_progress: list[Course] = field(default_factory=list)
    not_started: list[Course] = field(default_factory=list)
    all_unenrolled: bool = True

    def not_bought(self, world: World, user: User) -> list[Course]:
        """Courses that are neither completed nor taken in a paid mode, and can still be bought."""
        courses = [*self.in_progress, *self.not_started]
        return [course for course in courses if not _is_paid(world, course, user) and _upgradeable(world, course)]


def program_progress(world: World, program: Program, user: User) -> Progress:
    """A course is completed with a certificate, and in progress when taken in a paid mode or still upgradeable."""
    progress = Progress()
    for course in program.courses:
        enrollment = world.enrollment(user, course)
        progress.all_unenrolled = progress.all_unenrolled and enrollment is None
        if world.learner(user, course).certificate is not None:
            progress.completed.append(course)
        elif enrollment is not None and (_is_paid(world, course, user) or _upgradeable(world, course)):
            progress.in_progress.append(course)
        else:
            progress.not_started.append(course)
    return progress


def course_status(world: World, course: Course, user: User) -> str:
    """`COMPLETE` with a certificate, `IN_PROGRESS` when enrolled, else `NOT_STARTED`."""
    if world.learner(user, course).certificate is not None:
        return "COMPLETE"
    return "NOT_STARTED" if world.enrollment(user, course) is None else "IN_PROGRESS"


def program_status(world: World, program: Program, user: User) -> str:
    """Of the whole program, in the words of `course_status`."""
    progress = program_progress(world, program, user)
    if progress.completed and not progress.in_progress and not progress.not_started:
        return "COMPLETE"
    return "IN_PROGRESS" if progress.completed or progress.in_progress else "NOT_STARTED"


def _is_paid(world: World, course: Course, user: User) -> bool:
    """In a mode other than the free one of a course that sells another."""
    enrollment = world.enrollment(user, course)
    return enrollment is not None and (enrollment.mode != "audit" or course.verified_mode is None)


def _upgradeable(world: World, course: Course) -> bool:
    mode = course.verified_mode
    return mode is not None and mode.expires is not None and world.now < mode.expires
