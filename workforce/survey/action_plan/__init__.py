"""What is done about it: actions measured again in a later wave, and practices that work."""
