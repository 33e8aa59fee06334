"""A round of the awards: its phases, categories, criteria and checklist."""
