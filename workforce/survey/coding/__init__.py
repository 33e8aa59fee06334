"""Answers in words: codes for “other” and for texts, and what may be quoted."""
