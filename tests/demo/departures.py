"""Where the demo LMS deliberately answers otherwise than the recorded one, each place with its reason.

Keys are (file name, JSON path), both as shell patterns.
"""

from __future__ import annotations

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
}

# The recorded LMS sent the session cookie again with some answers to session calls, the same request once with and
# once without it: its server session had been written in between. The demo does so only where a view writes it.
RENEWED_SESSION = ("sessionid", 2419200)
