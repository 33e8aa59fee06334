"""What training asks."""
