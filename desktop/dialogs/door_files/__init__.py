"""What is asked when a door file is taken, and when it comes back."""
