"""Funds whose rules were read somewhere: what they pay for, until when, and by which rules, each with its source."""
