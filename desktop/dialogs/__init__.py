"""Forms that ask for one thing and return it; they never save."""
