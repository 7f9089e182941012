"""Where the demo LMS deliberately answers otherwise than the recorded one, each place with its reason.

Keys are (file name, JSON path), both as shell patterns.
"""

from __future__ import annotations

_PREREQUISITES = "the recorded installation did not check prerequisite courses in these answers"
_FORUM_CLOCK = "whole seconds of the recording's own clock, within one of which everything was written"
_FORUM_LIST = "the list of the recorded forum contradicts its own detail of the same thread"

BODY: dict[tuple[str, str], str] = {
    ("csrf.token", "/csrfToken"): "the token was cut out of the recording",
    ("gzip.csrf", "/csrfToken"): "the token was cut out of the recording",
    ("enrollment.enrollments.page", "/next"): "a cursor is opaque: ours counts rows, the recorded one is a date",
    ("*", "*/date_joined"): "the recorded accounts were made one second after the moment its dates count from",
    ("method.*.options", "/description"): "OPTIONS quotes the LMS's own documentation texts, not copied here",
    ("method.*.options", "/name"): "OPTIONS names the LMS's view classes, which are not ours",
    ("method.bookmarks.options", "/actions"): "OPTIONS lists a form's help texts, not copied here",
    ("discounts.course", "/jwt"): "the token was cut out of the recording",
    ("programs.progress_details", "/program_data*"): "the recorded catalogue was filled with random words and prices",
    ("programs.progress_details", "/course_data/*/0*"): "the recorded catalogue was filled with random words and dates",
    ("programs.progress_details", "/urls/buy_button_url"): "the demo installation has no shop",
    ("*learner_home*", "/courses/*/programs/relatedPrograms"): "the recorded installation had no programs service",
    ("*learner_home*", "/courses/*/hasUnmetPrerequisites"): _PREREQUISITES,
    ("*mobile*", "*/0/course/courseware_access/*"): _PREREQUISITES,
    ("mobile.enrollments_v?@audit", "*/1/course/courseware_access/*"): _PREREQUISITES,
    ("mobile.course_enrollments.v4", "*/course_progress/*"): "small courses whose content the recording never showed",
    ("mobile.updates", "/*/date"): "the author's text; the recorded one names a day long before the course",
    ("write.thread_*", "*_at"): _FORUM_CLOCK,
    ("write.comment_*", "*_at"): _FORUM_CLOCK,
    ("discussion.live_*", "*_at"): _FORUM_CLOCK,
    ("write.thread_follow", "/unread_comment_count"): _FORUM_CLOCK,
    ("discussion.live_thread*", "*/voted"): "the recorded forum mixed up the votes of thread 1 and comment 1",
    ("discussion.live_threads", "*/has_endorsed"): _FORUM_LIST,
    ("discussion.live_threads", "*/read"): _FORUM_LIST,
    ("discussion.live_threads", "*/unread_comment_count"): _FORUM_LIST,
}

# The recorded LMS sent the session cookie again with some answers to session calls, the same request once with and
# once without it: its server session had been written in between. The demo does so only where a view writes it.
RENEWED_SESSION = ("sessionid", 2419200)
