"""Differences between releases of the LMS: a query has the same result, or null if an older release lacks a value."""

from tests.support.gateway import Gateway
from tests.support.people import KEY

OLDEST, NEWEST = "teak", "verawood"
QUERY = """query($key: CourseKey!) { course(key: $key) {
  themeVariant
  progress {
    finalGrade
    assignmentTypeSummaries { type weight averageGrade weightedGrade hiddenContribution droppedCount shortLabel }
    gradingPolicy { assignmentColors }
    sections { subsections { due } }
  }
  discussion { isEmailVerified onlyVerifiedUsersCanPost isRateLimited captcha { isEnabled siteKey } }
} }"""


def test_pages_of_every_release(released: tuple[str, Gateway], gateway: Gateway) -> None:
    release, newer = released
    course = newer.ask(QUERY, {"key": KEY}).sound()["course"]
    computed = gateway.ask(QUERY, {"key": KEY}).sound()["course"]["progress"]
    rows = course["progress"]["assignmentTypeSummaries"]
    assert rows == computed["assignmentTypeSummaries"]
    assert rows
    assert course["progress"]["finalGrade"] == computed["finalGrade"] > 0
    sent = newer.lms.rest(f"/api/course_home/progress/{KEY}", "alex").body
    assert ("assignment_type_grade_summary" in sent) is (release == NEWEST)
    assert (course["progress"]["gradingPolicy"]["assignmentColors"] is not None) is (release == NEWEST)
    dues = [row["due"] for section in course["progress"]["sections"] for row in section["subsections"]]
    assert any(dues) is (release == NEWEST)
    assert course["themeVariant"] == ("light" if release == NEWEST else None)
    captcha = None if release == OLDEST else {"isEnabled": False, "siteKey": None}
    assert (course["discussion"]["captcha"], course["discussion"]["isEmailVerified"]) == (
        captcha, None if release == OLDEST else True,
    )  # fmt: skip
