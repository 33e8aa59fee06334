"""Dialogs of i-Work. None of them has a name of a person in its title."""
