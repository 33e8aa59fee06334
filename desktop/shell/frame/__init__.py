"""The window's own parts: sidebar, header, menus, palette, status line, messages, progress."""
