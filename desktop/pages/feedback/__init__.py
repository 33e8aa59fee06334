"""The feedback of an event."""
