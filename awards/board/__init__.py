"""The board of a round: nominees by state, and moving them from one to another."""
