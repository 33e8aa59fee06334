"""Fields that the dialogs of placements share: hours, times of day, somebody by reference, an employer."""

from functools import partial

from desktop.widgets.forms.fields import Pick, PickField, TextField, money_field
from resources.database import Database
from workforce.iwork.employers.employers import find_employers
from workforce.iwork.placements.finding import find_people
from workforce.iwork.times import clock_said, hours_said, read_clock, read_hours

HOURS_HELP = "As 7.5, 7½ or 7:30."


def hours_field() -> TextField:
    """Hours, answered as minutes."""
    return TextField(read_hours, hours_said, placeholder="7.5")


def clock_field() -> TextField:
    """A time of day, answered as minutes from midnight."""
    return TextField(read_clock, clock_said, placeholder="9:30")


def pay_field() -> TextField:
    """Pay an hour, answered as pence."""
    made = money_field()
    made.line.setPlaceholderText("£12.21")
    return made


def person_field(vault: Database) -> PickField:
    """Somebody on the register, shown by reference and initials."""
    return PickField(partial(_people, vault), placeholder="IW-014, or letters of a name")


def _people(vault: Database, text: str) -> list[Pick]:
    return [Pick(one.key, one.words, one.detail) for one in find_people(vault, text)]


def employer_field(vault: Database) -> PickField:
    """An employer of the register."""
    return PickField(partial(_employers, vault))


def _employers(vault: Database, text: str) -> list[Pick]:
    return [Pick(one.id, one.name, one.district) for one in find_employers(vault, text)]
