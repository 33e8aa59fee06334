"""When things are due before a meeting. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resources.wording import count_of, date_words
from resources.working_days import HolidayChange, clear_days_before, working_days_before

PUBLICATION = "Agenda and public reports are published"
PUBLICATION_DAYS = 5
PUBLICATION_SOURCE = "Local Government Act 1972, section 100B(3)"
SUGGESTED = (
    "Draft to the service director",
    "Financial comments",
    "Constitutional comments",
    "Report to Democratic Services",
    "Chair’s briefing",
)
"""What many councils have; how many days each takes is their own, so none is shipped."""


@dataclass(frozen=True)
class Rule:
    """So many working days before the meeting; clear days count neither the day itself nor the meeting's."""

    name: str
    working_days: int
    is_clear: bool = False
    source: str = ""
    committee: str = ""
    id: str = ""

    @property
    def words(self) -> str:
        """5 clear days before the meeting; 10 working days before; on the day of the meeting."""
        if self.working_days == 0 and not self.is_clear:
            return "on the day of the meeting"
        what = "clear day" if self.is_clear else "working day"
        return f"{count_of(self.working_days, what)} before the meeting"


SHIPPED = (Rule(PUBLICATION, PUBLICATION_DAYS, is_clear=True, source=PUBLICATION_SOURCE),)


@dataclass(frozen=True)
class Deadline:
    """A day by which something is done, and when it was."""

    rule: Rule
    day: date
    done_on: date | None = None

    @property
    def name(self) -> str:
        """What is due."""
        return self.rule.name

    def is_late(self, today: date) -> bool:
        """Whether its day is over and it is not done."""
        return self.done_on is None and self.day < today

    def state(self, today: date) -> str:
        """Met, late, due today, or how it stands."""
        if self.done_on is not None:
            after = " late" if self.done_on > self.day else ""
            return f"Met{after} on {date_words(self.done_on)}"
        if self.day < today:
            return "Late"
        return "Due today" if self.day == today else "To come"


def applying(rules: Iterable[Rule], committee: str) -> tuple[Rule, ...]:
    """The rules for a committee: its own stand before those for all, and those before what ships."""
    found: dict[str, Rule] = {one.name.casefold(): one for one in SHIPPED}
    held = list(rules)
    for of in ("", committee.casefold()):
        found |= {one.name.casefold(): one for one in held if one.committee.casefold() == of}
    return tuple(found.values())


def due(rules: Iterable[Rule], meets_on: date, changes: Iterable[HolidayChange] = ()) -> tuple[Deadline, ...]:
    """Each with its day, the first first. A day that falls on a weekend or bank holiday is the working day before."""
    known = tuple(changes)
    found = [
        Deadline(
            rule,
            (clear_days_before if rule.is_clear else working_days_before)(meets_on, rule.working_days, known),
        )
        for rule in rules
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))
