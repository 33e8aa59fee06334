"""Buddies: a well-rated service that helps one which is not, who could be one and why, and how they meet."""
