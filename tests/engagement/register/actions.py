"""The times of these tests, and short names for what they do."""

from resources.database import history


def actions(db):
    return [entry.action for entry in history.entries(db)]
