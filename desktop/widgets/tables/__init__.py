"""Tables: models over listings and rows, the view, the filter above it."""
