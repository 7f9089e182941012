"""The dashboard by hand: two calls at once."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.floor.app import Lms


async def page(lms: "Lms", variables: dict[str, Any]) -> dict[str, Any]:
    """The data of `DashboardPage`."""
    raise NotImplementedError
