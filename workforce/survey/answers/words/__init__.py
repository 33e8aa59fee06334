"""The words of a cell: markup taken out, figures read, several choices told apart, and what was decided of them."""
