"""What the awards know of merging: nominees, nominators, judges and guests follow what they are tied to."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(
    titles={
        "award_entry": "Nominee of an award",
        "nomination": "Nomination",
        "panel_member": "Member of the panel",
        "panel_interest": "Declared interest",
        "ceremony_guest": "Guest of the ceremony",
    },
)
"""For `merge_providers`, `merge_services` and `merge_contacts`."""
