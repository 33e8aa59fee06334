"""What ASC-WDS knows of merging: a workplace follows its provider or service."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(titles={"workplace": "Workplace of ASC-WDS"})
"""For `merge_providers` and `merge_services`."""
