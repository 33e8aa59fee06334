"""What a file says of one event, before anybody has chosen anything: meeting, people, matches, and what to look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from engagement.forums.events import Event
from engagement.forums.online.clock import day_of, shift_words
from engagement.forums.online.intervals import clipped, seconds_of
from engagement.forums.online.matching import Known, Match, match_all
from engagement.forums.online.meeting import Meeting, lacking, meeting_of, moved, when_words
from engagement.forums.online.people_joined import Joined, people_of
from engagement.forums.online.reading import OnlineFile
from engagement.register.names import name_key
from resources.files.dates import Order
from resources.wording import and_list, count_of, time_words

_TITLES_ALIKE, _PART_OF_A_TITLE = 60, 75


@dataclass(frozen=True)
class Found:
    """A file and an event. `order` and `shift` are what a person said of the file's dates and clock.

    `taken_before` are sentences on other events for which this very file was taken in, `taken_here` one on this event.
    `in_the_log` holds the contacts who are in the event's log already, and when they came.
    """

    event: Event
    file: OnlineFile
    known: Known
    taken_before: tuple[str, ...] = ()
    taken_here: str = ""
    in_the_log: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    shift: int = 0

    @cached_property
    def _meetings(self) -> tuple[tuple[OnlineFile, Meeting], ...]:
        """Every meeting of the file as its dates are read now, the one that fits the event first."""
        event, parts = self.event, (replace(self.file, others=()), *self.file.others)
        read = [
            (part, meeting_of(part, event.starts, event.ends, order=self.order, shift=self.shift))
            for part in parts
        ]
        return tuple(sorted(read, key=lambda one: _away(one[1], event)))

    @property
    def part(self) -> OnlineFile:
        """What the file says of the meeting that is reviewed; a file may hold several."""
        return self._meetings[0][0]

    @property
    def meeting(self) -> Meeting:
        """The file's meeting as its dates are read now; of several the one that fits the event."""
        return self._meetings[0][1]

    @cached_property
    def people(self) -> tuple[Joined, ...]:
        """Everybody whom the file names."""
        return people_of(self.meeting, self.part.layout, self.event.starts, self.event.ends)

    @cached_property
    def matches(self) -> dict[str, Match]:
        """Who each of them may be."""
        return match_all(self.people, self.known)

    def with_order(self, order: Order) -> "Found":
        """With the dates read so."""
        return replace(self, order=order)

    def with_shift(self, hours: int) -> "Found":
        """With the meeting moved by whole hours."""
        return replace(self, shift=hours)

    @cached_property
    def overlaps(self) -> bool:
        """Whether the meeting was on during the event: then only the time within the event counts."""
        meeting, event = self.meeting, self.event
        if meeting.starts is None or meeting.ends is None:
            return False
        return meeting.starts < event.ends and meeting.ends > event.starts

    def counted(self, lines: Iterable[Joined]) -> int:
        """How many seconds of one person's lines count, what overlaps once."""
        lines = tuple(lines)
        spans = [span for one in lines for span in one.spans]
        alone = [one for one in lines if not one.spans]
        if not self.overlaps:
            return seconds_of(spans) + sum(one.seconds for one in alone)
        within = seconds_of(clipped(spans, self.event.starts, self.event.ends))
        return within + sum(
            one.seconds if one.seconds_in_event is None else one.seconds_in_event for one in alone
        )

    # what to look at

    @cached_property
    def other_meeting(self) -> str:
        """That title or time are not the event's, with both; '' where they are."""
        meeting, event, differ = self.meeting, self.event, list[str]()
        if not _titles_alike(meeting.title, event.title):
            differ.append(f"is called “{meeting.title}”, and the event “{event.title}”")
        if not self._at_the_time:
            when, then = when_words(meeting.starts, meeting.ends), when_words(event.starts, event.ends)
            differ.append(f"was on {when}, and the event on {then}")
        if not differ:
            return ""
        return f"The file may be of another meeting: it {'; it '.join(differ)}."

    @property
    def _at_the_time(self) -> bool:
        """On the event's day, or running into its time from the day before; a file without times is at any."""
        meeting = self.meeting
        if meeting.starts is None or self.overlaps:
            return True
        return day_of(meeting.starts) == self.event.day and not meeting.proposed_shift

    @cached_property
    def shift_sentence(self) -> str:
        """What moving the meeting would do, or did; '' where there is nothing to move."""
        meeting = self.meeting
        if self.shift:
            now = when_words(meeting.starts, meeting.ends)
            return f"The file’s times are moved {shift_words(self.shift)}: the meeting was on {now}."
        if not meeting.proposed_shift:
            return ""
        there = when_words(*moved(meeting, meeting.proposed_shift))
        return (
            f"By the file’s clock the meeting was on {when_words(meeting.starts, meeting.ends)}. Moved "
            f"{shift_words(meeting.proposed_shift)} it was on {there}, as the event: the file "
            "may be of another time zone."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """How the file was read, and what of it to look at."""
        return (*self.how_read, *self.to_look_at)

    @cached_property
    def how_read(self) -> tuple[str, ...]:
        """Which program's file it is, how many it names, when the meeting was, and how its dates are read."""
        meeting = self.meeting
        said = [f"{self.part.layout.label}: {count_of(len(self.people), 'person', 'people')}."]
        if meeting.starts:
            told = ", told by its joins" if meeting.from_joins else ""
            said.append(f"The meeting was on {when_words(meeting.starts, meeting.ends)}{told}.")
        if self.overlaps:
            starts, ends = time_words(self.event.starts), time_words(self.event.ends)
            said.append(f"The time from {starts} to {ends} counts, the event’s own.")
        if meeting.dates.reason and not meeting.dates.ask:
            said.append(meeting.dates.reason)
        return tuple(said)

    @cached_property
    def to_look_at(self) -> tuple[str, ...]:
        """What is not as in every file: lines left out or completed, and where the file was taken in before."""
        meeting = self.meeting
        said = [*self._left_meetings(), *lacking(self.part, meeting), *meeting.remarks]
        if meeting.refused:
            lines = count_of(len(meeting.refused), "line")
            first = " ".join(f"Line {line}: {reason}" for line, reason in meeting.refused[:3])
            left = "is left out" if len(meeting.refused) == 1 else "are left out"
            said.append(f"{lines} could not be read and {left}. {first}")
        return (*said, *self.taken_before)

    def _left_meetings(self) -> list[str]:
        """That the file holds further meetings, of which nothing is taken."""
        others = self._meetings[1:]
        if not others:
            return []
        named = [
            f"{f'“{one.title}” ' if one.title else ''}on {when_words(one.starts, one.ends)} "
            f"({count_of(len({entry.who for entry in part.entries}), 'person', 'people')})"
            for part, one in others
        ]
        return [
            f"The file holds {len(self._meetings)} meetings, and only the one that fits the event is read. Left out: "
            f"{and_list(named)}. Save each meeting as a file of its own to take it in for its event."
        ]


def _away(meeting: Meeting, event: Event) -> tuple[float, float, bool]:
    """How far a meeting is from the event: what they share of time, the most first, then what lies between them."""
    if meeting.starts is None or meeting.ends is None:
        return 0.0, 0.0, not _titles_alike(meeting.title, event.title)
    shared = (min(meeting.ends, event.ends) - max(meeting.starts, event.starts)).total_seconds()
    between = abs((meeting.starts - event.starts).total_seconds())
    return -max(shared, 0.0), between, not _titles_alike(meeting.title, event.title)


def _titles_alike(one: str, other: str) -> bool:
    """Also where the one is a part of the other, or where there is nothing to compare."""
    from rapidfuzz import fuzz  # loaded when first used

    first, second = name_key(one), name_key(other)
    if not first or not second:
        return True
    alike = fuzz.token_set_ratio(first, second) >= _TITLES_ALIKE
    return alike or fuzz.partial_ratio(first, second) >= _PART_OF_A_TITLE
