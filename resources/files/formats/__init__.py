"""The kinds of file that tables come in: told apart, checked, and read."""
