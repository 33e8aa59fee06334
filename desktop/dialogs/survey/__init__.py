"""What the survey page asks; each dialog returns a value and saves nothing."""
