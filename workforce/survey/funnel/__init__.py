"""From people who applied to people still there after 90 days."""
