"""The meeting that a file is of: when it was, and each join in it as moments. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from engagement.forums.online.clock import (
    DatesRead,
    an_hour_later,
    dates_of,
    day_of,
    proposed_shift,
    read_instant,
    read_seconds,
)
from engagement.forums.online.reading import BOOKED, Entry, OnlineFile
from engagement.forums.online.vocabulary import Layout
from resources.files.dates import Order
from resources.wording import count_of, moment_words, time_words

_LONGEST_MEETING = timedelta(hours=36)
_ROUNDED = 60
"""Seconds by which a stated time may be longer than the stay: Zoom rounds up to the minute."""
_AFTER_THE_LAST = timedelta(minutes=10)
"""So long before the meeting's end nobody leaves last: whoever closes it is there until then."""


@dataclass(frozen=True)
class Join:
    """One stay in the meeting. Without times only `seconds` is known, or that the person had a ticket."""

    line: int
    shown: str
    email: str
    starts: datetime | None
    ends: datetime | None
    seconds: int
    booked: bool = False
    stated: bool = False
    company: str = ""
    order: str = ""
    quantity: int = 1


@dataclass(frozen=True)
class Meeting:
    """`starts` and `ends` are what the file says of the meeting, else its first join and last leave (`from_joins`).

    `shift` are the hours by which somebody moved it, `proposed_shift` those that would bring it onto the event.
    """

    title: str
    starts: datetime | None
    ends: datetime | None
    from_joins: bool
    joins: tuple[Join, ...]
    dates: DatesRead
    shift: int
    proposed_shift: int
    refused: tuple[tuple[int, str], ...]
    remarks: tuple[str, ...]


def meeting_of(
    file: OnlineFile,
    event_starts: datetime,
    event_ends: datetime,
    *,
    order: Order | None = None,
    shift: int = 0,
) -> Meeting:
    """The file's meeting on the event's clock; a person's choice of order and shift goes before what is found."""
    texts = [file.starts, file.ends, *(text for one in file.entries for text in (one.joined, one.left))]
    dates = dates_of([text for text in texts if text], day_of(event_starts), order)
    reader = _Reader(file, dates.order, timedelta(hours=shift), event_starts, event_ends)
    joins = tuple(reader.joins())
    starts, ends = reader.moment(file.starts), reader.moment(file.ends)
    told = starts is not None
    starts = starts or min((one.starts for one in joins if one.starts), default=None)
    ends = ends or max((one.ends for one in joins if one.ends), default=None)
    if starts and (ends is None or ends < starts):
        ends = starts
    proposed = (
        proposed_shift(starts, ends, event_starts, event_ends) if starts and ends and _timed(joins) else 0
    )
    return Meeting(
        file.title, starts, ends, not told, joins, dates, shift, proposed, (*file.refused, *reader.refused),
        (*file.remarks, *reader.remarks),
    )  # fmt: skip


def _timed(joins: Iterable[Join]) -> bool:
    return any(one.starts for one in joins)


class _Reader:
    def __init__(
        self, file: OnlineFile, order: Order, shift: timedelta, event_starts: datetime, event_ends: datetime
    ) -> None:
        self._file, self._order, self._shift = file, order, shift
        self._event_starts, self._event_ends = event_starts, event_ends
        self.refused: list[tuple[int, str]] = []
        self.remarks: list[str] = []

    def moment(self, text: str) -> datetime | None:
        found = read_instant(text, self._order, self._file.zone).value if text else None
        return found + self._shift if found else None

    def joins(self) -> Iterator[Join]:
        if self._file.layout is Layout.TEAMS_OLD:
            yield from self._paired()
            return
        for one in self._file.entries:
            made = self._ticket(one) if one.ticket else self._stay(one)
            if made is not None:
                yield made

    def _ticket(self, one: Entry) -> Join:
        return Join(
            one.line, one.shown, one.email, None, None, 0, booked=one.ticket == BOOKED, company=one.company,
            order=one.order, quantity=one.quantity,
        )  # fmt: skip

    def _stay(self, one: Entry) -> Join | None:
        stated = read_seconds(one.stated)
        if not one.joined and not one.left:
            if stated is None:
                self.refused.append((one.line, "It says neither when the person was there nor for how long."))
                return None
            return Join(one.line, one.shown, one.email, None, None, stated, stated=True)
        starts, ends = self._read(one.line, one.joined), self._read(one.line, one.left, until=one.joined)
        if starts is None:
            return None
        if ends is None:
            ends = starts + timedelta(seconds=stated or 0)
        else:
            starts, ends = self._settled(one, starts, ends, stated)
        if ends < starts or ends - starts > _LONGEST_MEETING:
            self.refused.append(
                (one.line, f"“{one.left}” is not a time to leave for who joined at “{one.joined}”.")
            )
            return None
        whole = one.whole and stated is not None
        lasted = round((ends - starts).total_seconds())
        return Join(
            one.line,
            one.shown,
            one.email,
            starts,
            ends,
            min(stated or 0, lasted) if whole else lasted,
            stated=whole,
        )

    def _settled(
        self, one: Entry, starts: datetime, ends: datetime, stated: int | None
    ) -> tuple[datetime, datetime]:
        """Where a clock time comes twice, in autumn, the two that the stated time fits, or that can be at all."""
        least = timedelta(seconds=max((stated or 0) - _ROUNDED, 0))
        pairs = [
            (begun, over)
            for begun in self._may_be(starts, one.joined)
            for over in self._may_be(ends, one.left)
            if over - begun >= least
        ]
        return min(pairs, key=lambda pair: pair[1] - pair[0], default=(starts, ends))

    def _may_be(self, moment: datetime, text: str) -> list[datetime]:
        later = an_hour_later(moment - self._shift, text, self._file.zone)
        return [moment, later + self._shift] if later else [moment]

    def _read(self, line: int, text: str, *, until: str = "") -> datetime | None:
        if not text and until:
            return None
        found = read_instant(text, self._order, self._file.zone)
        if found.value is None:
            self.refused.append((line, f"{found.reason[:1].upper()}{found.reason[1:]}."))
            return None
        return found.value + self._shift

    # --- a line for each join and leave

    def _paired(self) -> Iterator[Join]:
        events: dict[str, list[tuple[datetime, int, Entry]]] = defaultdict(list)
        for one in self._file.entries:
            at = self._read(one.line, one.joined)
            if at is not None:
                events[one.email or one.shown].append((at, one.line, one))
        over, still = self._over([at for some in events.values() for at, _, _ in some]), 0
        for some in events.values():
            opened: tuple[datetime, Entry] | None = None
            for at, _, one in sorted(some, key=lambda each: each[:2]):
                if one.action.casefold().startswith("left"):
                    if opened is None:
                        self.refused.append((one.line, f"{one.shown} left without having joined before."))
                    else:
                        yield _lasting(opened[1], opened[0], at)
                    opened = None
                elif opened is None:
                    opened = at, one
            if opened is not None:
                still += 1
                yield _lasting(opened[1], opened[0], max(over, opened[0]))
        if still:
            self.remarks.append(
                f"{count_of(still, 'person has', 'people have')} no line for leaving: counted as there until "
                f"{time_words(over)}, the end."
            )

    def _over(self, moments: list[datetime]) -> datetime:
        """Such a file was saved while the meeting went on: who was there then has no leave, and stayed to the end."""
        last = max(moments, default=self._event_ends)
        return max(last, self._event_ends) if self._event_starts <= last <= self._event_ends else last


def _lasting(entry: Entry, starts: datetime, ends: datetime) -> Join:
    return Join(entry.line, entry.shown, entry.email, starts, ends, round((ends - starts).total_seconds()))


def lacking(file: OnlineFile, meeting: Meeting) -> list[str]:
    """What the file's head says and its lines do not bear out, as when it was cut short on its way."""
    said = []
    read = len({one.who for one in file.entries}) + len(file.refused)
    if file.people_stated is not None and read < file.people_stated:
        said.append(
            f"The head of the file counts {count_of(file.people_stated, 'participant')}, and "
            f"{count_of(read, 'person is', 'people are')} named beneath it: lines may be missing. Download it again."
        )
    last = max((one.ends for one in meeting.joins if one.ends), default=None)
    ends = meeting.ends if file.ends else None
    if ends is None and file.lasted and meeting.starts and not meeting.from_joins:
        ends = meeting.starts + timedelta(seconds=read_seconds(file.lasted) or 0)
    if last and ends and not meeting.refused and ends - last >= _AFTER_THE_LAST:
        said.append(
            f"By the head of the file the meeting went on until {time_words(ends)}, and the last to leave left at "
            f"{time_words(last)}: lines may be missing. Download it again."
        )
    return said


def moved(meeting: Meeting, hours: int) -> tuple[datetime | None, datetime | None]:
    """When the meeting would be, moved by so many hours."""
    by = timedelta(hours=hours)
    return (meeting.starts + by if meeting.starts else None), (meeting.ends + by if meeting.ends else None)


def when_words(starts: datetime | None, ends: datetime | None) -> str:
    """10 December 2019 at 10am to midday; both days where it ends on another."""
    if starts is None:
        return "at a time that the file does not tell"
    if ends is None or ends == starts:
        return moment_words(starts)
    same = day_of(starts) == day_of(ends)
    return f"{moment_words(starts)} to {time_words(ends) if same else moment_words(ends)}"
