"""What was answered: from a file or typed in, whose it is, and what it was read as."""
