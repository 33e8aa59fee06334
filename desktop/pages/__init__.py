"""The window's pages: layout and slots over the domain's functions."""
