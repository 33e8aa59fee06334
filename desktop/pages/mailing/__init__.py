"""The side of an event that tells what was written to whom, and from which letters go out and answers come in."""
