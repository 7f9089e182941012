"""Creates global ids, which are opaque for clients."""

import base64


def global_id(type_name: str, *parts: object) -> str:
    text = f"{type_name}:" + "\n".join(str(part) for part in parts)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def parts_of(text: str) -> list[str]:
    """The content of an id, readable in the output of a failing test."""
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    return raw.partition(":")[2].split("\n")
