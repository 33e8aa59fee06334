"""Forms: rows of labelled fields, the fields, and the dialog around them."""
