"""Feature switches: endpoints that an operator can switch off, and how they answer then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Off(Enum):
    """The answer of an endpoint that is switched off."""

    NO_PAGE = "404 HTML, as if there were no such route"
    NOT_FOUND = "404 with the framework's body"
    EMPTY_NOT_FOUND = "404 without a body"
    EMPTY_FORBIDDEN = "403 without a body"
    CRASH = "500 HTML"
    VIEW = "the view knows"


@dataclass(frozen=True, slots=True)
class Feature:
    """A switch over the routes whose name is in `routes` or starts with one of them and a dot."""

    routes: tuple[str, ...]
    off: Off
    default: bool = True


FEATURES: dict[str, Feature] = {
    "mobile": Feature(("mobile",), Off.NO_PAGE),
    "discussion": Feature(("discussion",), Off.NO_PAGE),
    "team": Feature(("team",), Off.NO_PAGE),
    "proctoring": Feature(("proctoring",), Off.NO_PAGE),
    "enterprise": Feature(("enterprise",), Off.NO_PAGE),
    "notifications_v2": Feature(("notifications.v2",), Off.NO_PAGE),
    "notifications_v3": Feature(("notifications.v3",), Off.NO_PAGE),
    "learner_pathway_progress": Feature(("learner_pathway_progress",), Off.NO_PAGE),
    "integrity_signature": Feature(("agreements",), Off.EMPTY_NOT_FOUND),
    "mfe_config": Feature(("mfe_config",), Off.EMPTY_NOT_FOUND),
    "user_tours": Feature(("user_tours",), Off.EMPTY_FORBIDDEN),
    "progress": Feature(("course_home.progress",), Off.NOT_FOUND),
    "first_purchase_discount": Feature((), Off.VIEW, default=False),
    "discussion_blackout": Feature((), Off.VIEW, default=False),
    "discussion_categories": Feature((), Off.VIEW, default=False),
    "discussion_captcha": Feature((), Off.VIEW, default=False),
    "discussion_only_verified": Feature((), Off.VIEW, default=False),
    "discussion_requirements": Feature((), Off.VIEW, default=False),
    "discussion_rate_limit": Feature((), Off.VIEW, default=False),
    "suggested_courses": Feature((), Off.VIEW, default=False),
    "offline": Feature((), Off.VIEW, default=False),
    "grade_summary": Feature((), Off.VIEW, default=False),
    "theme_variant": Feature((), Off.VIEW, default=False),
    "grades_frozen": Feature((), Off.VIEW, default=False),
}
"""The switches by name. Besides these, any route can be switched off by its own name: it answers 404 HTML."""

RELEASES: dict[str, dict[str, bool]] = {
    "teak": {"notifications_v2": False, "notifications_v3": False},
    "ulmo": {"notifications_v3": False, "discussion_requirements": True},
    "verawood": {"discussion_requirements": True, "grade_summary": True, "theme_variant": True},
}
"""The releases of the LMS that the demo can be, oldest first, with what distinguishes each. Without a release the demo
answers as the LMS that its answers are compared with, and has all endpoints."""
NEWEST = "verawood"


@dataclass(slots=True)
class Features:
    """The operator's choices; other features have their defaults."""

    chosen: dict[str, bool] = field(default_factory=dict)

    def on(self, name: str) -> bool:
        return self.chosen.get(name, FEATURES[name].default)

    def off(self, route: str) -> Off | None:
        """How the route answers when it is switched off; None when it is on."""
        if not self.chosen:
            return None
        if self.chosen.get(route) is False and route not in FEATURES:
            return Off.NO_PAGE
        for name, feature in FEATURES.items():
            if not self.on(name) and any(route == row or route.startswith(f"{row}.") for row in feature.routes):
                return feature.off
        return None

    def state(self) -> dict[str, bool]:
        return {name: feature.default for name, feature in FEATURES.items()} | self.chosen

    def choose(self, raw: Any, routes: Collection[str]) -> None:
        """Take over choices by feature or route name. Raises ValueError for unknown names and non-booleans."""
        if not isinstance(raw, dict):
            raise ValueError("expected an object of feature or route names")
        for name, value in raw.items():
            if name not in FEATURES and name not in routes:
                raise ValueError(f"unknown feature {name!r}; features are {', '.join(FEATURES)}, and route names")
            if not isinstance(value, bool):
                raise ValueError(f"{name}: expected true or false")
        self.chosen |= raw
