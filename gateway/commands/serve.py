"""`gateway serve`: serves the gateway in front of an LMS."""

import logging
import warnings
from typing import Any

from gateway.commands.memory import settle_memory
from gateway.commands.processes import ServerConfig, run_server
from gateway.commands.requirements import check_requirements
from gateway.protocol.connection import BoundedProtocol
from gateway.settings.settings import Settings, load_settings
from gateway.telemetry.logs import configure_logs
from gateway.telemetry.workers import shared_metrics


def run_serve() -> int:
    """Serves until it is stopped."""
    settings = load_settings()
    check_requirements(settings)
    _logs(settings)
    # Each worker is a process that reads the same settings from the environment.
    several = settings.workers > 1
    with shared_metrics(settings):
        config = ServerConfig(
            "gateway.commands.serve:application" if several else _application(settings),
            factory=several,
            workers=settings.workers,
            **server_options(settings),
        )
        return run_server(config)


def application() -> object:
    """Creates the application in one of several workers."""
    settings = load_settings()
    _logs(settings)
    _protocol(settings)
    return _application(settings)


def _application(settings: Settings) -> Any:
    from gateway.app import create_app

    app = create_app(settings)
    settle_memory()
    return app


def _logs(settings: Settings) -> None:
    configure_logs(settings.log_level)
    logging.captureWarnings(True)
    # A cancelled request leaves coroutines that were never awaited; their warnings are not useful.
    warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)


def _protocol(settings: Settings) -> type[BoundedProtocol]:
    return BoundedProtocol.bound(settings.max_header_bytes, settings.read_timeout, settings.max_clients)


def server_options(settings: Settings) -> dict[str, Any]:
    """The options of uvicorn."""
    return {
        "host": settings.host,
        "port": settings.port,
        "log_config": None,  # configure_logs configures all loggers
        "access_log": False,
        "server_header": False,
        "date_header": True,
        "proxy_headers": False,  # GATEWAY_TRUSTED_PROXIES is used instead
        "http": _protocol(settings),
        "ws": "none",
        "timeout_keep_alive": settings.keep_alive,
        "timeout_graceful_shutdown": int(settings.deadline) + 5,
    }
