"""A board: columns of cards, moved with the mouse or the keys."""
