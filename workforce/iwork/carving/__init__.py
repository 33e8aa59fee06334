"""Job carving: the tasks of a team laid on a day, and posts made of some of them."""
