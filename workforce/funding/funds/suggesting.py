"""A variation to suggest in the middle of a year: from where money will be left to where it will be short."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from resources.wording import date_words, money, rounded_whole
from workforce.funding.funds.balance import Balance, Pot
from workforce.funding.funds.runway import Movement, Pace, pace
from workforce.years import year_of, year_span, year_words

STEP, LEAST = 10_00, 50_00
"""Suggestions are of whole tens of pounds, and of no less than £50."""


@dataclass(frozen=True)
class Suggestion:
    """Pence to move; None on one side is the funder. `reason` is a sentence with the figures."""

    pence: int
    from_: Pot | None
    to: Pot | None
    reason: str


@dataclass(frozen=True)
class Outlook:
    """How one pot of the year will end at the present pace: `more` is what will still be claimed or committed."""

    pot: Pot
    balance: Balance
    going: Pace
    ends: date
    more: int

    @property
    def spare(self) -> int:
        """What will be left: never more than is free today."""
        return max(self.balance.free - self.more, 0)

    @property
    def short(self) -> int:
        """What will be missing."""
        return max(self.more - self.balance.free, 0)

    @property
    def words(self) -> str:
        """Where it will end, and why."""
        told = f"{money(self.balance.used)} of {money(self.balance.allocated)} is used"
        end = f"{money(self.spare)} left" if self.spare else f"{money(self.short)} short"
        return (
            f"{self.pot.words}: {told}, at {money(self.going.per_week)} a week; "
            f"{end} on {date_words(self.ends)}"
        )


def outlook(
    pots: Mapping[Pot, Balance], movements: Sequence[Movement], *, today: date, opened: date, closes: date | None
) -> list[Outlook]:  # fmt: skip
    """Every pot of the year that today is in; nothing where the year is too young or the fund is not open."""
    year = year_of(today)
    span = year_span(year)
    ends = min(span.last, closes) if closes else span.last
    since = max(opened, span.first)
    if not since <= today <= ends or pace((), today=today, since=since).is_early:
        return []
    found = []
    for pot, balance in pots.items():
        if pot.year == year:
            going = pace([one for one in movements if one.pot == pot], today=today, since=since)
            more = rounded_whole(going.per_day * (ends - today).days)
            found.append(Outlook(pot, balance, going, ends, more))
    return found


def suggested(
    pots: Mapping[Pot, Balance], movements: Sequence[Movement], *, today: date, opened: date, closes: date | None
) -> list[Suggestion]:  # fmt: skip
    """What could be moved: within the year first, then what earlier years left, then what concerns the funder."""
    looked = outlook(pots, movements, today=today, opened=opened, closes=closes)
    spare = {one.pot: one.spare for one in looked if one.spare}
    short = {one.pot: one.short for one in looked if one.short}
    said = {one.pot: one.words for one in looked}
    found = _left_by_earlier_years(pots, short, said, year_of(today), opened, closes, today)
    found += _within_the_year(spare, short, said)
    return [*found, *_with_the_funder(spare, short, said, closes, today)]


def _left_by_earlier_years(
    pots: Mapping[Pot, Balance], short: dict[Pot, int], said: Mapping[Pot, str], year: int, opened: date,
    closes: date | None, today: date,
) -> list[Suggestion]:  # fmt: skip
    """What a year that is over did not use goes on to the same workstream, while the fund does."""
    if not opened <= today or (closes is not None and closes < today):
        return []
    found = []
    for pot, balance in pots.items():
        pence = _whole(balance.free)
        if pot.year < year and pence:
            goal = Pot(year, pot.workstream)
            why = f"{money(balance.free)} of {pot.words} was not used, and that year is over"
            needs = f". {said[goal]}" if goal in short else ""
            found.append(
                Suggestion(pence, pot, goal, f"{why}{needs}. Ask the funder whether it may be carried over.")
            )
            if goal in short:
                short[goal] = max(short[goal] - pence, 0)
    return found


def _within_the_year(
    spare: dict[Pot, int], short: dict[Pot, int], said: Mapping[Pot, str]
) -> list[Suggestion]:
    found = []
    for goal in sorted(short, key=lambda pot: -short[pot]):
        for source in sorted(spare, key=lambda pot: -spare[pot]):
            pence = _whole(min(spare[source], _up(short[goal])))
            if pence:
                found.append(Suggestion(pence, source, goal, f"{said[source]}. {said[goal]}."))
                spare[source] -= pence
                short[goal] = max(short[goal] - pence, 0)
    return found


def _with_the_funder(
    spare: Mapping[Pot, int], short: Mapping[Pot, int], said: Mapping[Pot, str], closes: date | None, today: date
) -> list[Suggestion]:  # fmt: skip
    """What stays over goes into the next year or back; what stays short is asked for."""
    found, year = [], year_of(today)
    goes_on = closes is not None and closes > year_span(year).last
    for pot, left in spare.items():
        pence = _whole(left)
        if pence and goes_on:
            why = f"{said[pot]}. The fund goes on in {year_words(year + 1)}: ask whether it may be carried over."
            found.append(Suggestion(pence, pot, Pot(year + 1, pot.workstream), why))
        elif pence:
            why = (
                f"{said[pot]}. Nothing else of the fund needs it: find more claims, or tell the funder early."
            )
            found.append(Suggestion(pence, pot, None, why))
    for pot, missing in short.items():
        if pence := _whole(_up(missing)):
            why = (
                f"{said[pot]}. Nothing else of the fund is left over: ask the funder, or stop promising more."
            )
            found.append(Suggestion(pence, None, pot, why))
    return found


def _whole(pence: int) -> int:
    """Rounded down to whole tens of pounds; nothing below £50."""
    return pence // STEP * STEP if pence >= LEAST else 0


def _up(pence: int) -> int:
    """Rounded up to whole tens of pounds."""
    return -(-pence // STEP) * STEP
