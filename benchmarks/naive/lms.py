"""The naive gateway's client: one httpx client, and one dataloader per endpoint and request."""

import asyncio
import os
from typing import Any

import httpx
from aiodataloader import DataLoader

BASE_URL = os.environ.get("LMS_BASE_URL", "http://127.0.0.1:18000")


class EndpointLoader(DataLoader[str, Any]):
    """Loads `prefix + key`, each key once per request."""

    def __init__(self, client: httpx.AsyncClient, authorization: str, prefix: str) -> None:
        super().__init__()
        self.client = client
        self.headers = {"authorization": authorization, "accept": "application/json"}
        self.prefix = prefix

    async def get(self, key: str) -> httpx.Response:
        response = await self.client.get(self.prefix + key, headers=self.headers)
        response.raise_for_status()
        return response

    async def batch_load_fn(self, keys: list[str]) -> list[httpx.Response]:
        return list(await asyncio.gather(*(self.get(key) for key in keys)))


class Lms:
    """All loaders of one request."""

    def __init__(self, client: httpx.AsyncClient, authorization: str) -> None:
        def loader(prefix: str) -> EndpointLoader:
            return EndpointLoader(client, authorization, prefix)

        self._metadata = loader("/api/course_home/course_metadata/")
        self._outline = loader("/api/course_home/outline/")
        self._progress = loader("/api/course_home/progress/")
        self._user = loader("/api/user/v1/")
        self._home = loader("/api/learner_home/")
        self._csrf = loader("/csrf/api/v1/")
        self._decoded: dict[int, Any] = {}

    async def _json(self, loader: EndpointLoader, key: str) -> Any:
        response = await loader.load(key)
        if id(response) not in self._decoded:
            self._decoded[id(response)] = response.json()
        return self._decoded[id(response)]

    async def metadata(self, course_key: str) -> Any:
        return await self._json(self._metadata, course_key)

    async def outline(self, course_key: str) -> Any:
        return await self._json(self._outline, course_key)

    async def progress(self, course_key: str) -> Any:
        return await self._json(self._progress, course_key)

    async def me(self) -> Any:
        return await self._json(self._user, "me")

    async def preferences(self) -> Any:
        return await self._json(self._user, f"preferences/{(await self.me())['username']}")

    async def home(self) -> Any:
        return await self._json(self._home, "init")

    async def date(self) -> str:
        """The `Date` header of a cheap answer."""
        response: httpx.Response = await self._csrf.load("token")
        return response.headers["date"]


def absolute(url: str | None) -> str | None:
    """A URL joined to the LMS's address."""
    return BASE_URL + url if url and url.startswith("/") else url or None
