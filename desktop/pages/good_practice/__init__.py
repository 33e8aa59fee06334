"""Good practice: what providers shared, who could be a buddy, and the pairs that there are."""
