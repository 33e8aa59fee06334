"""Funds, the rulebook that says who is eligible, claims, projects, and the money that nobody has claimed."""
