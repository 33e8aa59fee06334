"""Records kept twice: finding them, saying that they are not, and making one of two."""

from engagement.register.duplicates.finding import find_duplicates, mark_not_duplicates
from engagement.register.duplicates.likeness import Duplicate
from engagement.register.duplicates.merging import (
    Difference,
    MergeRules,
    differences,
    fill_blanks,
    merge_contacts,
    merge_providers,
    merge_services,
    pointing_at,
)

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
