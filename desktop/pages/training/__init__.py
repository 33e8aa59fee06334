"""The sides of the Training page."""
