"""Who fits which post, why, and what would make it a yes: a suggestion, never a decision."""
