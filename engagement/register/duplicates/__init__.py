"""Records kept twice: finding them, saying that they are not, and making one of two."""

from engagement.register.duplicates.finding import find_duplicates, mark_not_duplicates
from engagement.register.duplicates.likeness import Duplicate
from engagement.register.duplicates.merging import (
    Difference,
    differences,
    merge_contacts,
    merge_providers,
    merge_services,
    pointing_at,
)
from engagement.register.duplicates.rules import MergeRules, fill_blanks

__all__ = [
    "Difference",
    "Duplicate",
    "MergeRules",
    "differences",
    "fill_blanks",
    "find_duplicates",
    "mark_not_duplicates",
    "merge_contacts",
    "merge_providers",
    "merge_services",
    "pointing_at",
]
