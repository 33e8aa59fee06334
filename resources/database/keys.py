"""Keys that never collide between two desks."""

import uuid_utils


def new_key() -> str:
    """A UUIDv7 as text: keys made later sort later, so indexes grow at their end."""
    return str(uuid_utils.uuid7())


def new_keys(count: int) -> list[str]:
    """`count` keys at once."""
    make = uuid_utils.uuid7
    return [str(make()) for _ in range(count)]
