"""Who somebody of an online meeting is."""
