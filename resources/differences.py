"""The history of a row in plain words: "District: Bassetlaw → Mansfield".

Each capability says how its columns are read; what is the same for all of them stands here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from resources.database.history import RowVersion
from resources.tables import Cell
from resources.wording import date_words, moment_words, money
from resources.words import Word

NOTHING = "nothing"
REMOVED = "Removed."

NameOf = Callable[[str, str], str]
"""The name of the row with this table and key."""


@dataclass(frozen=True)
class FieldWords:
    """How people read a column: its heading, and what they read for a cell or for the row that a key refers to."""

    heading: str
    say: Callable[[Cell], str] = str
    refers_to: str = ""

    def read(self, cell: Cell, name_of: NameOf | None = None) -> str:
        """A cell in words; a key without `name_of` reads as "another one"."""
        if cell is None or cell == "":
            return NOTHING
        if self.refers_to:
            return name_of(self.refers_to, str(cell)) if name_of else "another one"
        return self.say(cell)


def said_word(words: type[Word]) -> Callable[[Cell], str]:
    """How a fixed word is read: by its label; as it is kept where it is none of these."""

    def say(cell: Cell) -> str:
        known = words.read(str(cell))
        return known.label if known else str(cell)

    return say


def said_day(cell: Cell) -> str:
    """9 December 2019."""
    return date_words(str(cell))


def said_moment(cell: Cell) -> str:
    """9 December 2019 at 10am."""
    return moment_words(str(cell))


def said_money(cell: Cell) -> str:
    """£1,250 for 125000 pence."""
    return money(int(str(cell)))


def said_flag(cell: Cell) -> str:
    """Yes or No."""
    return "Yes" if cell else "No"


WordsOf = Callable[[str], FieldWords | None]
"""How a column is said; None for one that is of no interest to people."""


@dataclass(frozen=True)
class RowEvent:
    """What one change did to a row, for a list."""

    at: datetime
    who: str
    action: str
    lines: tuple[str, ...]


def by_change(versions: Iterable[RowVersion]) -> list[RowVersion]:
    """The versions of one row, newest first, with all that one change did to the row made into one."""
    changes = [list(group) for _, group in groupby(versions, key=lambda version: version.change.id)]
    return [RowVersion(parts[0].change, parts[-1].before, parts[0].after) for parts in changes]


def describe_differences(version: RowVersion, words_of: WordsOf, name_of: NameOf | None = None) -> list[str]:
    """A line for each column that the change altered; what was added says so by its facts, of which a 0 may be one."""
    if version.after is None:
        return [REMOVED]
    added = version.before is None
    lines = []
    for column, before, after in version.differences():
        words = words_of(column)
        if words is None or (added and (after in (None, "") or (after == 0 and words.say is said_flag))):
            continue
        was = "" if added else f"{words.read(before, name_of)} → "
        lines.append(f"{words.heading}: {was}{words.read(after, name_of)}")
    return lines
