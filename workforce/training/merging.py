"""What training knows of merging: rows of both stay, and follow their provider or service."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(
    titles={
        "learner_post": "Post of a learner",
        "booking": "Booking",
        "training_record": "Training record",
        "package_offer": "Learning package",
    },
)
"""For `merge_providers` and `merge_services`."""
