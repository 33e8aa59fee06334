"""What door files know when two of the register's records are made one: a door's key then stands for the kept one."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(key_lists=(("door_key", "row_key"),))
"""For `merge_contacts`, `merge_services` and `merge_providers`."""
