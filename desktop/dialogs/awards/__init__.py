"""Dialogs of the awards."""
