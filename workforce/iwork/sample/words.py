"""The tasks and adjustments of the sample register: those that ship."""

from resources.database import Database
from workforce.iwork.profile.shipped import add_shipped_words


def add_words(vault: Database) -> None:
    """What people's profiles and posts of the sample are said in."""
    add_shipped_words(vault)
