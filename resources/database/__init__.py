"""The office's file: engine, transactions, history with undo, listings, backups."""

from resources.database.database import Database
from resources.database.history import Change, change
from resources.database.keys import new_key, new_keys
from resources.database.listing import Condition, Count, Listing, Query
from resources.database.opening import Capability, OpenFile, open_file

__all__ = [
    "Capability",
    "Change",
    "Condition",
    "Count",
    "Database",
    "Listing",
    "OpenFile",
    "Query",
    "change",
    "new_key",
    "new_keys",
    "open_file",
]
