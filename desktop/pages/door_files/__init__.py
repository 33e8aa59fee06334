"""Door files in the window: taken from an event, open at a door, brought back."""
