"""What the survey knows of merging: who is one was invited to a wave once; responses follow by themselves."""

from engagement.register.duplicates import MergeRules

MERGE_RULES = MergeRules(
    titles={
        "survey_invited": "Invited to the survey",
        "survey_response": "Survey response",
        "survey_practice_use": "Practice tried",
    },
)
"""For `merge_providers` and `merge_services`. The tables allow one row of each in a wave's population."""
