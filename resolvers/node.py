"""Global object identification: opaque ids that name a type and a key."""

import base64
import binascii


def global_id(type_name: str, key: str) -> str:
    """The `id` of an object: opaque, stable, and enough for `node` to find it again."""
    return base64.urlsafe_b64encode(f"{type_name}:{key}".encode()).decode().rstrip("=")


def parse_global_id(text: str) -> tuple[str, str] | None:
    """Type name and key of an `id`; None when it is none of ours."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    type_name, colon, key = raw.partition(":")
    return (type_name, key) if colon else None
