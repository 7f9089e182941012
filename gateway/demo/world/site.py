"""Addresses and switches of the installation the stand-in plays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from gateway.demo.world.keys import asset_key, in_path

_LOCAL = re.compile(r"http://(localhost|127\.0\.0\.1):[0-9]{1,5}")
TRUSTED_ORIGINS = ("http://localhost:2000", "http://localhost:2002", "http://localhost:1997")
"""Of the front ends, as the learning, discussions and account MFEs run while they are developed."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the parts of the installation live. Only `base_url` is served; the others are names in answers."""

    base_url: str = "http://localhost:18000"
    learning_mfe: str = "http://localhost:2000"
    discussions_mfe: str = "http://localhost:2002"
    account_mfe: str = "http://localhost:1997"
    studio_host: str = "//localhost:18010"
    trusted_origins: tuple[str, ...] = TRUSTED_ORIGINS
    upgrade_url: str = "/dashboard"
    cookie_domain: str = ""
    """Whose hosts get the session, the token and the language; only the LMS's own by default."""

    def trusts(self, origin: str) -> bool:
        """True for the front ends, and for any page that is served by the same machine, as while one is developed."""
        return origin in self.trusted_origins or _LOCAL.fullmatch(origin) is not None

    def jump_to(self, course_key: str, usage: str) -> str:
        return f"{self.base_url}/courses/{in_path(course_key)}/jump_to/{in_path(usage)}"

    def learning(self, course_key: str, page: str) -> str:
        return f"{self.learning_mfe}/course/{course_key}/{page}"

    def asset(self, course_key: str, name: str) -> str:
        """Relative, as the LMS stores it."""
        return f"/{in_path(asset_key(course_key, name))}"

    def verify_identity(self, course_key: str) -> str:
        return f"{self.account_mfe}/id-verification?course_id={quote(course_key, safe='')}"
