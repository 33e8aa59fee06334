"""What changed from one wave to another, and whether it may be said."""
