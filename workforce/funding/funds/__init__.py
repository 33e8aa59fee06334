"""Funds: what each holds by year and workstream, what was promised and paid of it, and what is left."""
