"""The route table: every endpoint of the stand-in LMS, one file of `views/` a noun."""

from __future__ import annotations

from gateway.demo.http.route import Route
from gateway.demo.views import (
    accounts,
    agreements,
    blocks,
    bookmarks,
    certificates,
    completion,
    course_metadata,
    courses,
    courseware,
    dates,
    enrollment,
    enrollment_admin,
    goals,
    learner_home,
    learning_sequences,
    masquerade,
    outline,
    preferences,
    progress,
    sequence,
    site,
)

ROUTES: tuple[Route, ...] = (
    *courses.ROUTES,
    *blocks.ROUTES,
    *course_metadata.ROUTES,
    *outline.ROUTES,
    *dates.ROUTES,
    *progress.ROUTES,
    *goals.ROUTES,
    *courseware.ROUTES,
    *sequence.ROUTES,
    *learning_sequences.ROUTES,
    *enrollment.ROUTES,
    *enrollment_admin.ROUTES,
    *certificates.ROUTES,
    *completion.ROUTES,
    *bookmarks.ROUTES,
    *agreements.ROUTES,
    *accounts.ROUTES,
    *preferences.ROUTES,
    *masquerade.ROUTES,
    *learner_home.ROUTES,
    *site.ROUTES,
)
