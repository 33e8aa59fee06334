"""A report to a committee as values: its outline, parts and sections, and what is made of them; of no capability."""
