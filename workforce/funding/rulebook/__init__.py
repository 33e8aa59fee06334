"""Rules that say who may claim, when and how much: read, decided by, checked against each other and changed."""
