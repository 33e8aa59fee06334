"""A list of who was deleted, as the one outside the register."""


class Kept:
    """A list of keys in memory."""

    def __init__(self) -> None:
        self.entries: list[str] = []

    def add(self, *keys: str) -> None:
        """Put keys on it."""
        self.entries += keys

    def take_off(self, *keys: str) -> None:
        """Take keys off it."""
        self.entries = [one for one in self.entries if one not in keys]
