"""The expected answers of the progress and about pages, computed from the LMS's own REST answers."""

import html
from typing import Any

from tests.operations.expected import Course, Expected, Json, certificate, fields, instant, shell, verified_mode, viewer
from tests.support.lms import Rest


def progress(course: Course, student: str = "") -> Expected:
    """The expected answer of `ProgressPage`; `student` is the user id of another learner than the viewer."""
    meta = course.body("course_metadata")
    if meta is None:
        return Expected({"viewer": viewer(course), "course": None})
    rest = progress_of(course, student)
    course.lms.features({"grade_summary": True})
    newer = progress_of(course, student)
    course.lms.features({"grade_summary": False})
    found = learner(course, rest.body, newer.body) if rest.status == 200 else None
    data = shell(course, meta) | {"progress": found}
    closed = rest.status == 401 and rest.body != "User not enrolled."
    answer = {"viewer": viewer(course), "course": data}
    return Expected(answer, [("UNAUTHENTICATED", ["course", "progress"])] if closed else [])


def progress_of(course: Course, student: str) -> Rest:
    path = f"/api/course_home/progress/{course.key}" + (f"/{student}/" if student else "")
    return course.lms.rest(path, course.user, course.scheme)


def learner(course: Course, body: Json, newer: Json) -> Json:
    """`Course.progress` of one answer of `course_home/progress`, with the summary as a newer release sends it."""
    expires, mode, credit = body["access_expiration"], body["verified_mode"], body["credit_course_requirements"]
    verification, policy = body["verification_data"], body["grading_policy"]
    subsections = [subsection for section in body["section_scores"] for subsection in section["subsections"]]
    locked = body["completion_summary"]["locked_count"] > 0
    seen = any(s["has_graded_assignment"] and s["learner_has_access"] and s["show_grades"] for s in subsections)
    plain = fields(body, "username enrollment_mode has_scheduled_content user_has_passing_grade disable_progress_graph")
    assert plain is not None
    return plain | {
        "end": instant(body["end"]),
        "studioUrl": course.url(body["studio_url"]),
        "accessExpiration": expires
        and {
            "expirationDate": instant(expires["expiration_date"]),
            "masqueradingExpiredCourse": expires["masquerading_expired_course"],
            "upgradeDeadline": instant(expires["upgrade_deadline"]),
            "upgradeUrl": course.url(expires["upgrade_url"]),
        },
        "certificate": certificate(course, body["certificate_data"]),
        "completion": fields(body["completion_summary"], "complete_count incomplete_count locked_count"),
        "courseGrade": fields(body["course_grade"], "letter_grade percent is_passing"),
        "creditRequirements": credit
        and fields(
            credit,
            "eligibility_status",
            requirements=[
                fields(
                    row,
                    "namespace name display_name status order",
                    statusDate=instant(row["status_date"]),
                    minGrade=row["criteria"].get("min_grade"),
                    finalGrade=(row["reason"] or {}).get("final_grade"),
                )
                for row in credit["requirements"]
            ],
        ),
        "gradingPolicy": {
            "assignmentPolicies": [
                fields(row, "type short_label weight num_droppable num_total") for row in policy["assignment_policies"]
            ],
            "gradeRange": [{"letter": letter, "cutoff": cutoff} for letter, cutoff in policy["grade_range"].items()],
            "assignmentColors": policy.get("assignment_colors"),
        },
        "finalGrade": newer["final_grades"],
        "assignmentTypeSummaries": [
            fields(
                row,
                "type short_label weight average_grade weighted_grade",
                droppedCount=row["num_droppable"],
                lastGradePublishDate=instant(row["last_grade_publish_date"]) if "due" in _first(body) else None,
                hiddenContribution=row["has_hidden_contribution"].upper(),
            )
            for row in newer["assignment_type_grade_summary"]
        ],
        "sections": [
            {
                "title": section["display_name"],
                "subsections": [subsection_of(course, s) for s in section["subsections"]],
            }
            for section in body["section_scores"]
        ],
        "verification": fields(
            verification,
            "status",
            link=course.url(verification["link"]),
            statusDate=instant(verification["status_date"]),
        ),
        "verifiedMode": verified_mode(course, mode),
        "gradesFeatureIsFullyLocked": locked and not seen,
        "gradesFeatureIsPartiallyLocked": locked and seen,
    }


def _first(body: Json) -> Json:
    return next((row for section in body["section_scores"] for row in section["subsections"]), {})


def subsection_of(course: Course, row: Json) -> Json:
    scores = [fields(score, "earned possible") for score in row["problem_scores"]]
    found = fields(
        row,
        "assignment_type has_graded_assignment learner_has_access percent_graded show_grades show_correctness",
        key=row["block_key"],
        title=row["display_name"],
        pointsEarned=row["num_points_earned"],
        pointsPossible=row["num_points_possible"],
        url=course.url(row["url"]),
        due=instant(row.get("due")),
        override=fields(row["override"], "system reason"),
        problemScores=scores,
    )
    assert found is not None
    return found


def about(course: Course) -> Expected:
    """The expected answer of `CourseAbout`."""
    lms, key, who = course.lms, course.key, (course.user, course.scheme)
    detail = lms.rest(f"/api/courses/v1/courses/{key}", *who)
    if detail.status == 404:
        return Expected({"course": None})
    modes = lms.rest(f"/api/enrollment/v1/course/{key}", *who).body["course_modes"]
    mine = lms.rest("/api/enrollment/v1/enrollment", *who)
    rows: list[Any] = mine.body if mine.status == 200 and isinstance(mine.body, list) else []
    row = next((row for row in rows if row["course_details"]["course_id"] == key and row["is_active"]), None)
    data = {
        "key": key,
        "title": html.unescape(detail.body["name"]),
        "overviewHtml": detail.body["overview"],
        "shortDescription": detail.body["short_description"],
        "certificateAvailableDate": instant(detail.body.get("certificate_available_date")),
        "enrollment": fields(row, "is_active mode"),
        "modes": [fields(mode, "slug min_price currency sku description", displayName=mode["name"]) for mode in modes],
    }
    for mode in data["modes"]:
        del mode["description"]
    return Expected({"course": data})
