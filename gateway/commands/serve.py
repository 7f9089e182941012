"""`gateway serve`: the gateway alone, before a real LMS."""

from typing import Any

import uvicorn

from gateway.commands.memory import settle_memory
from gateway.protocol.connection import BoundedProtocol
from gateway.settings import Settings, load_settings
from gateway.telemetry.logs import configure_logs
from gateway.telemetry.workers import shared_metrics


def run_serve() -> int:
    """Serves until it is told to stop."""
    settings = load_settings()
    configure_logs(settings.log_level)
    with shared_metrics(settings):
        if settings.workers == 1:
            uvicorn.run(_application(settings), **server_options(settings))
        else:
            # Each worker is a process of its own that reads the same settings from the environment.
            uvicorn.run(
                "gateway.commands.serve:application",
                factory=True,
                workers=settings.workers,
                **server_options(settings),
            )
    return 0


def application() -> object:
    """The application of one of several workers."""
    settings = load_settings()
    configure_logs(settings.log_level)
    BoundedProtocol.bound(settings.max_header_bytes, settings.read_timeout)
    return _application(settings)


def _application(settings: Settings) -> Any:
    from gateway.app import create_app

    app = create_app(settings)
    settle_memory()
    return app


def server_options(settings: Settings) -> dict[str, Any]:
    """What uvicorn is told."""
    return {
        "host": settings.host,
        "port": settings.port,
        "log_config": None,  # configure_logs has set up all loggers
        "access_log": False,
        "server_header": False,
        "date_header": True,
        "proxy_headers": False,  # GATEWAY_TRUSTED_PROXIES says whom to believe
        "http": BoundedProtocol.bound(settings.max_header_bytes, settings.read_timeout),
        "ws": "none",
        "timeout_graceful_shutdown": int(settings.deadline) + 5,
    }
