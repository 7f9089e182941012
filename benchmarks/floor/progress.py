"""The hand-written progress page: two parallel calls."""

import asyncio
from typing import Any

import msgspec

from benchmarks.floor.lms import Lms
from benchmarks.floor.shapes import (
    Access,
    Certificate,
    Expiration,
    Tab,
    VerifiedMode,
    absolute,
    certificate,
    tabs,
)


class Metadata(msgspec.Struct, gc=False):
    title: str
    course_access: Access
    tabs: list[Tab]


class Completion(msgspec.Struct, gc=False):
    complete_count: int
    incomplete_count: int
    locked_count: int


class Grade(msgspec.Struct, gc=False):
    letter_grade: str | None
    percent: float
    is_passing: bool


class Requirement(msgspec.Struct, gc=False):
    namespace: str
    name: str
    display_name: str
    status: str | None
    status_date: str | None
    order: int | None


class Credit(msgspec.Struct, gc=False):
    eligibility_status: str
    requirements: list[Requirement]


class AssignmentPolicy(msgspec.Struct, gc=False):
    type: str
    short_label: str | None
    weight: float
    num_droppable: int


class Policy(msgspec.Struct, gc=False):
    assignment_policies: list[AssignmentPolicy]
    grade_range: dict[str, float]


class Subsection(msgspec.Struct, gc=False):
    block_key: str
    display_name: str
    assignment_type: str | None
    has_graded_assignment: bool
    learner_has_access: bool
    num_points_earned: float
    num_points_possible: float
    percent_graded: float
    show_grades: bool
    show_correctness: str
    url: str | None
    override: dict[str, Any] | None
    problem_scores: list[dict[str, float]]


class Section(msgspec.Struct, gc=False):
    display_name: str
    subsections: list[Subsection]


class Verification(msgspec.Struct, gc=False):
    status: str
    link: str | None
    status_date: str | None


class Progress(msgspec.Struct, gc=False):
    username: str | None
    end: str | None
    enrollment_mode: str | None
    has_scheduled_content: bool | None
    user_has_passing_grade: bool
    studio_url: str | None
    access_expiration: Expiration | None
    certificate_data: Certificate | None
    completion_summary: Completion
    course_grade: Grade
    credit_course_requirements: Credit | None
    grading_policy: Policy
    section_scores: list[Section]
    verification_data: Verification
    verified_mode: VerifiedMode | None


decode_metadata = msgspec.json.Decoder(Metadata).decode
decode_progress = msgspec.json.Decoder(Progress).decode


async def page(lms: Lms, variables: dict[str, Any]) -> dict[str, Any]:
    """The data of `ProgressPage`."""
    key = variables["key"]
    raw = await asyncio.gather(
        lms.get(f"/api/course_home/course_metadata/{key}"), lms.get(f"/api/course_home/progress/{key}")
    )
    metadata = decode_metadata(raw[0])
    access = metadata.course_access
    return {
        "course": {
            "key": key,
            "title": metadata.title,
            "access": {
                "hasAccess": access.has_access,
                "errorCode": access.error_code,
                "userMessage": access.user_message,
            },
            "tabs": tabs(metadata.tabs, lms.base),
            "progress": _progress(decode_progress(raw[1]), lms.base),
        }
    }


def _progress(p: Progress, base: str) -> dict[str, Any]:
    locked = bool(p.completion_summary.locked_count)
    open_grades = any(
        row.has_graded_assignment and row.learner_has_access and row.show_grades
        for section in p.section_scores
        for row in section.subsections
    )
    expiration, credit, mode = p.access_expiration, p.credit_course_requirements, p.verified_mode
    studio = p.studio_url
    return {
        "username": p.username,
        "end": p.end,
        "enrollmentMode": p.enrollment_mode,
        "hasScheduledContent": p.has_scheduled_content,
        "userHasPassingGrade": p.user_has_passing_grade,
        "studioUrl": "http:" + studio if studio and studio.startswith("//") else studio,
        "accessExpiration": expiration
        and {
            "expirationDate": expiration.expiration_date,
            "upgradeDeadline": expiration.upgrade_deadline,
            "upgradeUrl": absolute(expiration.upgrade_url, base),
        },
        "certificate": certificate(p.certificate_data, base),
        "completion": {
            "completeCount": p.completion_summary.complete_count,
            "incompleteCount": p.completion_summary.incomplete_count,
            "lockedCount": p.completion_summary.locked_count,
        },
        "courseGrade": {
            "letterGrade": p.course_grade.letter_grade,
            "percent": p.course_grade.percent,
            "isPassing": p.course_grade.is_passing,
        },
        "creditRequirements": credit
        and {
            "eligibilityStatus": credit.eligibility_status,
            "requirements": [
                {
                    "namespace": row.namespace,
                    "name": row.name,
                    "displayName": row.display_name,
                    "status": row.status,
                    "statusDate": row.status_date,
                    "order": row.order,
                }
                for row in credit.requirements
            ],
        },
        "gradingPolicy": {
            "assignmentPolicies": [
                {
                    "type": row.type,
                    "shortLabel": row.short_label,
                    "weight": row.weight,
                    "numDroppable": row.num_droppable,
                }
                for row in p.grading_policy.assignment_policies
            ],
            "gradeRange": [
                {"letter": letter, "cutoff": cutoff} for letter, cutoff in p.grading_policy.grade_range.items()
            ],
        },
        "sections": [
            {
                "title": section.display_name,
                "subsections": [_subsection(row, base) for row in section.subsections],
            }
            for section in p.section_scores
        ],
        "verification": {
            "status": p.verification_data.status,
            "link": absolute(p.verification_data.link, base),
            "statusDate": p.verification_data.status_date,
        },
        "verifiedMode": mode
        and {
            "price": mode.price,
            "currencySymbol": mode.currency_symbol,
            "upgradeUrl": absolute(mode.upgrade_url, base),
        },
        "gradesFeatureIsFullyLocked": locked and not open_grades,
        "gradesFeatureIsPartiallyLocked": locked and open_grades,
    }


def _subsection(row: Subsection, base: str) -> dict[str, Any]:
    override = row.override
    return {
        "key": row.block_key,
        "title": row.display_name,
        "assignmentType": row.assignment_type,
        "hasGradedAssignment": row.has_graded_assignment,
        "learnerHasAccess": row.learner_has_access,
        "pointsEarned": row.num_points_earned,
        "pointsPossible": row.num_points_possible,
        "percentGraded": row.percent_graded,
        "showGrades": row.show_grades,
        "showCorrectness": row.show_correctness,
        "url": absolute(row.url, base),
        "override": override and {"system": override["system"], "reason": override["reason"]},
        "problemScores": row.problem_scores,
    }
