"""The panel, conflicts of interest, who judges whom, and scores."""
