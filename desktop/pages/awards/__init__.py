"""The awards page and its sides."""
