"""Copies of nominations that tell nobody who is meant."""
