"""Whether somebody nominated may be judged: the checklist, and what the register knows."""
