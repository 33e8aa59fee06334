"""Agendas, minutes and actions on screen."""
