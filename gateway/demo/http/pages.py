"""HTML pages of the LMS itself: 404, 500, and an index of the stand-in."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gateway.demo.http.route import Route
    from gateway.demo.world.world import World

_SHELL = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>{style}</head>
<body><main>{body}</main></body>
</html>
"""

NOT_FOUND = _SHELL.format(
    title="Page Not Found | Demo LMS",
    style="",
    body="<h1>Page not found</h1><p>There is no such page here.</p>",
)
SERVER_ERROR = _SHELL.format(
    title=" | Demo LMS", style="", body="<h1>There has been a 500 error on the <em>Demo LMS</em> servers</h1>"
)
FORBIDDEN = _SHELL.format(
    title="403 Forbidden", style="", body="<h1>Forbidden</h1><p>CSRF verification failed. Request aborted.</p>"
)
LOGIN = _SHELL.format(title="Sign in or Register | Demo LMS", style="", body="<h1>Sign in</h1>")

_STYLE = """<style>
body{font:15px/1.5 system-ui,sans-serif;margin:0;background:#f6f5f1;color:#22251f}
main{max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;background:#fff;border:1px solid #dcd9cf}
td,th{padding:.35rem .6rem;border-bottom:1px solid #ece9df;text-align:left;vertical-align:top}
th{background:#ece9df;font-weight:600}code{font-size:.85rem}
</style>"""


_SCHEMES = ("Authorization: JWT ", "Authorization: Bearer ", "Cookie: sessionid=")


def index_page(world: World, routes: Iterable[Route]) -> str:
    """People, courses and endpoints, as plain tables."""
    people = _table(
        ("User", "Id", "Credentials", "Courses"),
        (
            (
                f"<b>{escape(user.username)}</b>{' (staff)' if user.is_staff else ''}",
                str(user.id),
                "<br>".join(f"<code>{scheme}demo-{user.username}</code>" for scheme in _SCHEMES),
                "<br>".join(f"{escape(row.course.key)} ({row.mode})" for row in world.enrollments_of(user)[:12]),
            )
            for user in world.users.values()
        ),
    )
    courses = _table(
        ("Course", "Title", "Pacing", "Blocks"),
        (
            (
                f"<code>{escape(course.key)}</code>",
                escape(course.name),
                "self" if course.self_paced else "instructor",
                str(len(course.blocks)),
            )
            for course in world.courses.values()
        ),
    )
    endpoints = _table(
        ("Endpoint", "Methods", "Paths", "Slash", "Signs in by"),
        (
            (
                route.name,
                ", ".join(route.methods),
                "<br>".join(f"<code>{escape(path)}</code>" for path in route.paths),
                route.slash.value,
                "none" if not route.schemes else (route.schemes.name or ""),
            )
            for route in routes
        ),
    )
    body = (
        "<h1>Demo LMS</h1><p>A stand-in Open edX LMS with state. Password of everybody: <code>demo</code>. "
        "<code>GET /__calls</code>, <code>PUT /__faults</code> and <code>POST /__reset</code> are for tests.</p>"
        f"<h2>People</h2>{people}<h2>Courses</h2>{courses}<h2>Endpoints</h2>{endpoints}"
    )
    return _SHELL.format(title="Demo LMS", style=_STYLE, body=body)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    top = "".join(f"<th>{name}</th>" for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{lines}</table>"
