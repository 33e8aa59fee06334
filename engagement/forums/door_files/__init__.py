"""Door files: a copy of the file for a laptop at a door, stripped to what the door needs, and its way back."""
