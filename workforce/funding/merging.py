"""What funding knows of merging: claims and decisions follow; a provider takes part in a project once."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(
    titles={
        "claim": "Claim",
        "eligibility_decision": "Eligibility decision",
        "approach": "Spoken to about funding",
        "project_provider": "Taking part in a project",
        "project_quote": "Words of a participant",
    },
)
"""For `merge_providers` and `merge_services`."""
