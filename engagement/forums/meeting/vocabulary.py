"""The words of agendas and actions."""

from resources.words import Word


class ActionStatus(Word):
    """Where an action stands; whether it is overdue follows from the day."""

    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"
