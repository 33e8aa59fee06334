"""When it is asked and of whom: waves, the questions as they were asked then, the population invited."""
