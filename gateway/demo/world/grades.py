"""Grades computed from the scores a learner left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gateway.demo.world.course import Block, Course
from gateway.demo.world.people import Learner, Override


@dataclass(frozen=True, slots=True)
class SubsectionGrade:
    """Points of one sequential; `percent` is 0..1 and 0 for ungraded work."""

    block: Block
    earned: float
    possible: float
    problems: list[tuple[float, float]]
    override: Override | None = None

    @property
    def percent(self) -> float:
        return self.earned / self.possible if self.block.graded and self.possible else 0.0


@dataclass(frozen=True, slots=True)
class CourseGrade:
    """The course total: `percent` 0..1 in whole hundredths, the letter reached (None when failing)."""

    percent: float
    letter: str | None

    @property
    def passed(self) -> bool:
        return self.letter is not None


def subsection_grade(block: Block, learner: Learner) -> SubsectionGrade:
    """Points of the problems of a sequential, or the override by staff."""
    problems = [(learner.scores.get(leaf.usage, 0.0), leaf.points) for leaf in block.leaves if leaf.has_score]
    given = learner.overrides.get(block.usage)
    if given:
        return SubsectionGrade(block, given[-1].earned_graded, given[-1].possible_graded, problems, given[-1])
    return SubsectionGrade(block, sum(p[0] for p in problems), sum(p[1] for p in problems), problems)


def course_grade(course: Course, learner: Learner) -> CourseGrade:
    """Weighted by the grading policy; a certificate's own grade wins (the course may have been re-run since)."""
    if learner.certificate is not None:
        percent = float(learner.certificate.grade)
        return CourseGrade(percent, _letter(course, percent))
    total = sum(policy.weight * _average(course, learner, policy.type) for policy in course.policies)
    percent = float(Decimal(str(total)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
    return CourseGrade(percent, _letter(course, percent))


def _average(course: Course, learner: Learner, assignment_type: str) -> float:
    policy = next(policy for policy in course.policies if policy.type == assignment_type)
    percents = [
        subsection_grade(block, learner).percent
        for block in course.sequentials()
        if block.graded and block.format == assignment_type
    ]
    percents += [0.0] * (policy.min_count - len(percents))
    kept = sorted(percents, reverse=True)[: max(1, len(percents) - policy.drop_count)]
    return sum(kept) / len(kept)


def _letter(course: Course, percent: float) -> str | None:
    for letter, cutoff in sorted(course.cutoffs.items(), key=lambda item: -item[1]):
        if percent >= cutoff:
            return letter
    return None
