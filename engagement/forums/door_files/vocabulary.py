"""The fixed words of a return."""

from resources.words import Word


class Side(Word):
    """Whose fact counts where the door and the office differ."""

    OFFICE = "office", "Office"
    DOOR = "door", "Door"


class Person(Word):
    """Whether somebody who was typed in twice is one."""

    ONE = "one", "One person"
    TWO = "two", "Two people"
