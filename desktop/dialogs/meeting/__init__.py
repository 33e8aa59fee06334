"""Dialogs of agendas, minutes and actions."""
