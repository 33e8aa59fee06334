"""The sides of the Funding page."""
