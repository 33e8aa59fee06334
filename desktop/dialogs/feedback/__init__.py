"""What the feedback side of an event asks."""
