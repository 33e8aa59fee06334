"""What the panel decides: finalists, honours, and the announcement."""
