"""Checks the requirements of the settings before startup."""

import os
from pathlib import Path

from gateway.documents.manifest import load_manifests
from gateway.settings.settings import Settings, SettingsError
from gateway.telemetry.tracing import TracingUnavailableError, exporting_provider, tracing_wanted


def check_requirements(settings: Settings) -> None:
    """Raises SettingsError for a setting whose extra is not installed, or whose files are invalid.

    Workers do not check again: a replacement of a dead worker starts with the files that are valid then.
    """
    if settings.redis_url is not None:
        _check_redis(settings.redis_url.get_secret_value())
    if tracing_wanted(settings.tracing):
        _check_tracing()
    try:
        load_manifests(settings.trusted_documents)
    except ValueError as error:
        raise SettingsError(f"GATEWAY_TRUSTED_DOCUMENTS: {error}") from None
    authorities = os.environ.get("SSL_CERT_FILE")
    if authorities and not Path(authorities).is_file():
        raise SettingsError(f"SSL_CERT_FILE: no such file: {authorities}")


def _check_redis(url: str) -> None:
    try:
        from redis.asyncio import BlockingConnectionPool
    except ImportError:
        raise SettingsError("GATEWAY_REDIS_URL: install lectern-gateway[redis]") from None
    try:
        BlockingConnectionPool.from_url(url).make_connection()  # type: ignore[no-untyped-call]  # opens nothing
    except (TypeError, ValueError, AttributeError):
        # Not quoted, because the URL may contain a password.
        raise SettingsError("GATEWAY_REDIS_URL: the Redis client does not accept a parameter of the URL") from None


def _check_tracing() -> None:
    try:
        exporting_provider().shutdown()
    except TracingUnavailableError as error:
        raise SettingsError(str(error)) from None
    except (TypeError, ValueError) as error:
        raise SettingsError(f"GATEWAY_TRACING: an OTEL_* variable cannot be used: {error}") from None
