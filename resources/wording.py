"""Dates, times, money, percentages, counts and lists as the council's documents write them.

Every figure is rounded from its exact value to the nearest, a half to the even neighbour as the published tables have
it: 4 of 32 is 12.5% and printed as 12%. Instants are kept in UTC and said in London time.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from datetime import time as clock_time
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

Number = int | float | Decimal | Fraction

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


# --- rounding -------------------------------------------------------------------------------------------


def exact(value: Number) -> Fraction:
    """The value as an exact fraction; a float is taken as the decimal number it prints as."""
    return (
        Fraction(repr(float(value))) if isinstance(value, float) else Fraction(value)
    )  # numpy’s are floats too


def rounded(value: Number, places: int = 0) -> Decimal:
    """Rounded to the nearest, a half to the even neighbour, with exactly `places` decimals."""
    return Decimal(round(exact(value) * 10**places)).scaleb(-places)


def rounded_whole(value: Number) -> int:
    """Rounded to the nearest whole number, a half to the even one."""
    return int(rounded(value))


# --- figures --------------------------------------------------------------------------------------------


def number(value: Number, places: int = 0) -> str:
    """1,234 or, with one place, 1,234.5."""
    return f"{rounded(value, places):,f}"


def signed(value: Number, places: int = 0) -> str:
    """+7, −3 or 0, with a true minus: a hyphen would let the line break before the figure."""
    told = rounded(value, places)
    return f"{'+' if told > 0 else '−' if told < 0 else ''}{number(abs(told), places)}"


def percent(value: Number, places: int = 0) -> str:
    """7% from 7 (a percentage runs from 0 to 100, not from 0 to 1)."""
    return f"{number(value, places)}%"


def money(pence: int) -> str:
    """£112,000 when there are no odd pence, otherwise £75.50."""
    pounds, odd = divmod(abs(pence), 100)
    minus = "-" if pence < 0 else ""
    return f"{minus}£{pounds:,}.{odd:02d}" if odd else f"{minus}£{pounds:,}"


def hundredths(points: Number) -> str:
    """4.67 from 467 hundredths of a point, always with both places."""
    return number(exact(points) / 100, 2)


def count_of(count: int, singular: str, plural: str | None = None) -> str:
    """1 provider, 2 providers, 1,200 providers; the plural adds s unless given."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def ordinal(place: int) -> str:
    """First, second … tenth in words, then 11th, 12th, 21st."""
    if 1 <= place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{ending}"


# --- words ----------------------------------------------------------------------------------------------


def and_list(items: Sequence[str], joining_word: str = "and") -> str:
    """`a, b and c`: no comma before the last."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joining_word} {items[-1]}"


def capital_first(text: str) -> str:
    """The first letter made a capital, the rest left as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The first letter made small, the rest left as it is."""
    return text[:1].lower() + text[1:]


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def possessive(name: str) -> str:
    """Nottinghamshire's, Rosewood Homes'."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


# --- dates and times ------------------------------------------------------------------------------------


def as_date(day: date | str) -> date:
    """The day of a date, an instant (as London has it) or either as ISO text."""
    if isinstance(day, str):
        day = date.fromisoformat(day) if len(day) == 10 else as_instant(day)
    return in_london(day).date() if isinstance(day, datetime) else day


def as_instant(moment: datetime | str) -> datetime:
    """An instant, from ISO text if need be; without an offset it is no instant and is refused."""
    read = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    if read.tzinfo is None:
        raise ValueError(f"an instant needs an offset from UTC: {moment!r}")
    return read


def in_london(moment: datetime | str) -> datetime:
    """The instant on London's clock, summer time included."""
    return as_instant(moment).astimezone(LONDON)


def from_london(day: date, clock: clock_time) -> datetime:
    """The UTC instant of a London day and clock time, as a person enters them."""
    return datetime.combine(day, clock, tzinfo=LONDON).astimezone(UTC)


def instant_text(moment: datetime) -> str:
    """The form instants are stored in: YYYY-MM-DDTHH:MM:SS+00:00."""
    return as_instant(moment).astimezone(UTC).isoformat(timespec="seconds")


def date_words(day: date | str) -> str:
    """9 December 2019."""
    day = as_date(day)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_short(day: date | str) -> str:
    """9 Dec 2019, for table cells."""
    day = as_date(day)
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def day_words(day: date | str) -> str:
    """Tuesday 10 December 2019."""
    return f"{_DAYS[as_date(day).weekday()]} {date_words(day)}"


def month_words(day: date | str) -> str:
    """December 2019."""
    day = as_date(day)
    return f"{_MONTHS[day.month - 1]} {day.year}"


def clock_words(clock: clock_time) -> str:
    """10am, 9:30am, midday, midnight."""
    if (clock.hour, clock.minute) in ((0, 0), (12, 0)):
        return "midday" if clock.hour else "midnight"
    minutes = f":{clock.minute:02d}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'}"


def time_words(moment: datetime | str) -> str:
    """An instant's London clock time: 10am, 9:30am, midday."""
    return clock_words(in_london(moment).time())


def moment_words(moment: datetime | str) -> str:
    """9 December 2019 at 10am."""
    return f"{date_words(in_london(moment))} at {time_words(moment)}"


def until_words(moment: datetime | str) -> str:
    """9 December 2019 at 10am; of midnight the beginning of the day, since “at midnight” may be either end of it."""
    return (
        f"the beginning of {date_words(in_london(moment))}" if _is_midnight(moment) else moment_words(moment)
    )


def _is_midnight(moment: datetime | str) -> bool:
    clock = in_london(moment).time()
    return (clock.hour, clock.minute) == (0, 0)


def moment_short(moment: datetime | str) -> str:
    """9 Dec 2019, 10:05am, for table cells."""
    return f"{date_short(in_london(moment))}, {time_words(moment)}"


def event_when(start: datetime | str, end: datetime | str | None = None) -> str:
    """Tuesday 10 December 2019, 10am to 12:30pm; both days when it ends on another."""
    opening = f"{day_words(in_london(start))}, {time_words(start)}"
    if end is None:
        return opening
    if as_date(in_london(start)) == as_date(in_london(end)):
        return f"{opening} to {time_words(end)}"
    return f"{opening} to {day_words(in_london(end))}, {time_words(end)}"


def ago(then: datetime | str, now: datetime) -> str:
    """Just now, 20 minutes ago, 3 hours ago, yesterday, 5 days ago, then the date.

    A moment that lies ahead of `now` by more than a minute (a clock set wrongly) is said with its date.
    """
    then = as_instant(then)
    seconds = (now - then).total_seconds()
    if seconds < -60:
        return f"on {moment_words(then)}"
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return f"{count_of(int(seconds // 60), 'minute')} ago"
    if seconds < 86400:
        return f"{count_of(int(seconds // 3600), 'hour')} ago"
    days = (as_date(now) - as_date(then)).days
    if days == 1:
        return "yesterday"
    return f"{count_of(days, 'day')} ago" if days <= 30 else f"on {date_words(then)}"


def without_lead(text: str, leads: Sequence[str]) -> str:
    """The text without the first of these that it begins with: what follows begins with a capital."""
    for lead in leads:
        rest = text.removeprefix(lead)
        if rest and rest != text:
            return rest[0].upper() + rest[1:]
    return text
