"""What funding asks."""
