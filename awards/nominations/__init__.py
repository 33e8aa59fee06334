"""Nominations: who is nominated for what, and whose voices speak for them."""
