"""Logs: one JSON object per line, by structlog, without credentials."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import orjson
import structlog
from structlog.typing import Processor

HIDDEN = "[hidden]"

# Credentials that a message or a traceback may quote: cookie lines, schemes with a token, names with a value,
# URLs with a password, JWTs by shape. Quotes may be escaped, because the encoded lines are searched.
_IS = r"\\?[\"']?\s*[=:,]\s*\\?[\"']?"
_SECRETS = re.compile(
    rf"(?P<line>\b(?:set-)?cookies?{_IS})[^\"'\\\n]+"
    rf"|(?P<name>\b(?:sessionid|csrftoken|edx-jwt-cookie[\w-]*|x-csrftoken|authorization"
    rf"|ocp-apim-subscription-key|password|api[_-]?key){_IS})(?:(?:JWT|Bearer|Basic)\s+)?[^\s\"',;&\\]+"
    r"|(?P<scheme>\b(?:JWT|Bearer|Basic)\s+)[^\s\"',;\\]+"
    r"|(?P<user>://[^\s/:@]*:)[^\s/@]+(?=@)"
    r"|(?P<token>)\bey[\w-]{8,}\.[\w-]+\.[\w-]*",
    re.IGNORECASE,
)


def without_secrets(text: str) -> str:
    """Replaces all credentials in a text."""
    return _SECRETS.sub(lambda match: (match[match.lastgroup or 0] if match.lastgroup else "") + HIDDEN, text)


def configure_logs(level: str = "info") -> None:
    """Writes the log lines of the gateway, uvicorn and all libraries to standard error as JSON."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _render,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # Lines about single upstream connections are not useful and may quote headers.
    for name in ("asyncio", "httpx", "httpcore", "redis"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _render(logger: Any, method: str, event: MutableMapping[str, Any]) -> str:
    event.pop("color_message", None)  # uvicorn's copy with colours for terminals
    line = orjson.dumps(event, default=repr, option=orjson.OPT_NON_STR_KEYS).decode()
    return without_secrets(line)
