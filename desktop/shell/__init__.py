"""The window around every page: look, actions, changes, jobs, messages, settings, palette."""
