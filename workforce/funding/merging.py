"""What funding knows of merging: claims and decisions follow; a provider takes part in a project once."""

from engagement.register.duplicates import MergeRules
from workforce.funding.projects.merging import join_taking_part, taking_part_survivor

MERGE_RULES = MergeRules(
    survivors={"project_provider": taking_part_survivor},
    settle={"provider": join_taking_part},
    titles={
        "claim": "Claim",
        "eligibility_decision": "Eligibility decision",
        "approach": "Spoken to about funding",
        "project_provider": "Taking part in a project",
        "project_quote": "Words of a participant",
    },
)
"""For `merge_providers` and `merge_services`."""
