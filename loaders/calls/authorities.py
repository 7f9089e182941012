"""The certificate authorities that are trusted."""

import ssl
from functools import cache
from pathlib import Path

import httpx


@cache
def trusted_authorities() -> ssl.SSLContext:
    """The system's authorities, or those of `SSL_CERT_FILE` and `SSL_CERT_DIR`; certifi's if there are none."""
    paths = ssl.get_default_verify_paths()
    if not paths.cafile and not (paths.capath and any(Path(paths.capath).iterdir())):
        return httpx.create_ssl_context(trust_env=False)
    return ssl.create_default_context()
