"""Settings from `GATEWAY_*` variables or a TOML file."""

import os
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from gateway.settings.limits import Bounds
from gateway.settings.names import PREFIX, misspelt, suggestion
from gateway.settings.protocol import ProtocolOptions
from gateway.settings.telemetry import TelemetryOptions
from gateway.settings.types import Port, Positive, Seconds
from gateway.settings.upstream import UpstreamOptions
from gateway.settings.validators import check_redis_url

_LONGEST = 24 * 3600.0


class Mode(StrEnum):
    """The mode, which decides whether the gateway exposes details about itself."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class SettingsError(Exception):
    """An invalid setting; the message is one line with its name and the reason."""


class Settings(Bounds, ProtocolOptions, UpstreamOptions, TelemetryOptions, BaseSettings):
    """All settings. Each field is the variable `GATEWAY_` + its name in capitals, or a key of the TOML file."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    lms_base_url: AnyHttpUrl = Field(description="URL of the LMS for the gateway's calls.")
    lms_public_url: AnyHttpUrl | None = Field(
        default=None, description="Public URL of the LMS; relative URLs in answers are resolved against it."
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: Port = Field(default=8000, description="Port to listen on.")
    workers: Positive = Field(default=1, description="Worker processes.")
    mode: Mode = Field(
        default=Mode.PRODUCTION,
        description="In `production`, GraphiQL, introspection, suggestions and explain are off unless switched on.",
    )
    graphiql: bool | None = Field(default=None, description="Serve GraphiQL; by default in development only.")
    introspection: bool | None = Field(
        default=None, description="Answer introspection queries; by default in development only."
    )
    explain: bool | None = Field(
        default=None, description="Explain requests with `X-Lectern-Explain`; by default in development only."
    )
    suggestions: bool | None = Field(
        default=None, description="Suggest names in the messages of validation errors; by default in development only."
    )
    compile: bool = Field(default=True, description="Use the compiled projection.")
    deadline: Seconds = Field(default=10.0, description="Seconds that a request may take.")
    luminus_base_url: AnyHttpUrl | None = Field(default=None, description="URL of the LumiNUS catalogue.")
    luminus_key: SecretStr | None = Field(default=None, description="Subscription key of the LumiNUS catalogue.")

    @field_validator("lms_base_url", "lms_public_url", "luminus_base_url")
    @classmethod
    def _no_credentials(cls, url: AnyHttpUrl | None) -> AnyHttpUrl | None:
        if url is not None and (url.username or url.password or url.query or url.fragment):
            raise ValueError("must be a plain address: no user, query or fragment")
        return url

    @field_validator("redis_url")
    @classmethod
    def _is_redis(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            check_redis_url(url.get_secret_value())
        return url

    @field_validator("deadline", "connect_timeout", "read_timeout", "keep_alive")
    @classmethod
    def _ends(cls, seconds: float) -> float:
        if seconds > _LONGEST:
            raise ValueError("must be at most one day")
        return seconds

    @property
    def development(self) -> bool:
        """True in development mode."""
        return self.mode is Mode.DEVELOPMENT

    @property
    def lms_url(self) -> str:
        """Address of the LMS without a trailing slash."""
        return str(self.lms_base_url).rstrip("/")

    @property
    def public_url(self) -> str:
        """Address that learners see, without a trailing slash."""
        return str(self.lms_public_url or self.lms_base_url).rstrip("/")

    @property
    def unknown_origin(self) -> str | None:
        """Origin of the LMS's pages, if the LMS would not recognise it because the gateway uses another host.

        None over `https`, because the LMS would then check `Referer`, which has the same origin.
        """
        public, base = (_origin(url) for url in (self.lms_public_url or self.lms_base_url, self.lms_base_url))
        return public if public != base and self.lms_base_url.scheme == "http" else None

    def allows(self, switch: bool | None) -> bool:
        """The value of a switch that depends on the mode unless it is set."""
        return self.development if switch is None else switch

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over variables, variables over the file named by `GATEWAY_CONFIG`."""
        sources = [init_settings, env_settings]
        path = os.environ.get("GATEWAY_CONFIG")
        if path:
            sources.append(TomlConfigSettingsSource(settings_cls, Path(path)))
        return tuple(sources)


def load_settings(**given: Any) -> Settings:
    """Loads the settings. Raises SettingsError for the first invalid one."""
    wrong = misspelt(os.environ, Settings.model_fields)
    if wrong is not None:
        raise SettingsError(wrong)
    path = os.environ.get("GATEWAY_CONFIG")
    if path and not Path(path).is_file():
        raise SettingsError(f"GATEWAY_CONFIG: no such file: {path}")
    try:
        settings = Settings(**given)
    except ValidationError as error:
        raise SettingsError(_first_of(error, path)) from None
    except OSError as error:
        raise SettingsError(f"GATEWAY_CONFIG: cannot be read: {path}: {error.strerror}") from None
    except ValueError as error:
        raise SettingsError(f"GATEWAY_CONFIG: {error}") from None
    if (settings.luminus_base_url is None) != (settings.luminus_key is None):
        absent, there = ("KEY", "BASE_URL") if settings.luminus_key is None else ("BASE_URL", "KEY")
        raise SettingsError(f"GATEWAY_LUMINUS_{absent}: required with GATEWAY_LUMINUS_{there}")
    return settings


def _origin(url: AnyHttpUrl) -> str:
    """The origin in the form of browsers: without a path and the scheme's default port."""
    port = "" if url.port == {"http": 80, "https": 443}[url.scheme] else f":{url.port}"
    return f"{url.scheme}://{url.host}{port}".lower()


def _first_of(error: ValidationError, path: str | None) -> str:
    """The first error, with the name of the variable or of the key of the file."""
    first = error.errors(include_url=False, include_input=False)[0]
    key, message = str(first["loc"][0]), first["msg"].removeprefix("Value error, ")
    variable = f"{PREFIX}{key}".upper()
    if path and variable not in map(str.upper, os.environ) and key in tomllib.loads(Path(path).read_text("utf-8")):
        if first["type"] == "extra_forbidden":
            plain = key.lower().removeprefix(PREFIX.lower())
            message = f"no such key{suggestion(plain, Settings.model_fields)}"
        return f"GATEWAY_CONFIG: {key}: {message}"
    return f"{variable}: {message}"
