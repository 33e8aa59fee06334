"""The best assignment of the whole register, and what would place more people. It suggests; people decide."""
