"""What online attendance knows when two contacts are made one: a name under which both were confirmed is kept once."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(titles={"known_as": "Known as"}, known_by={"known_as": ("name_key", "email_key")})
"""For `merge_contacts`."""
