"""Dialogs over the reach page."""
