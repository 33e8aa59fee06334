"""The forums' forms."""
