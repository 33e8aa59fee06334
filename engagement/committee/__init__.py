"""Reports to a committee: their outlines, recommendations and what became of them, meetings and deadlines."""
