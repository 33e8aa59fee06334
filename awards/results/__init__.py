"""From scores to what the panel decided, and what would have changed it."""
