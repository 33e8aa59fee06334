"""The reach page: who is reached by events, and who is not."""
