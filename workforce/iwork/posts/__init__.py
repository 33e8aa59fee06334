"""Posts: what is done there and when, and where each stands."""
