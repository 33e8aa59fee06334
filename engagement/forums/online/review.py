"""The review of a file before it is taken in: who each person is, what is to be said, and what will be written. Pure.

A `Review` never changes: every choice gives a new one. What is sure is proposed; what is not waits for a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from engagement.forums.events import Event
from engagement.forums.online.found import Found
from engagement.forums.online.matching import Known, Match
from engagement.forums.online.people_joined import Joined
from engagement.forums.online.vocabulary import Standing
from engagement.forums.online.whom import Choice, LeftOut, Matched, NewPerson, SameAs, Whom, matched
from engagement.register.names import folded
from resources.files.dates import Order
from resources.problem import Problem
from resources.wording import and_list, count_of

LEAST_MINUTES = 10
"""So long somebody has to be in a meeting to count as having attended, unless said otherwise."""
CLEARLY_BEFORE_THE_END = 15 * 60
"""Who left so many seconds before the end, or more, left early."""


@dataclass(frozen=True)
class Line:
    """A person of the file, with the match, the choice, what is to become of it, and whom it is taken for in words.

    `seconds` are those that count.
    """

    person: Joined
    match: Match
    choice: Choice | None
    standing: Standing
    said: str
    seconds: int

    @property
    def key(self) -> str:
        """What the line is called."""
        return self.person.key

    @property
    def waits(self) -> bool:
        """Whether somebody has to say what is to become of it."""
        return self.standing is Standing.TO_DECIDE

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the best contact is offered, and what to look at."""
        best = self.match.fits[0] if self.match.fits else None
        return (*(best.reasons if best else ()), *self.match.notes)


@dataclass(frozen=True)
class Obstacle:
    """Something to be said before anything is written; `confirmed` once it has been."""

    name: str
    sentence: str
    confirmed: bool = False


DATES, OTHER_MEETING = "dates", "other_meeting"


# --- the review -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Review:
    """What was found in one file for one event, and what a person has said of it so far.

    `counted` are lines that count although they were too short, or only booked.
    """

    found: Found
    least_minutes: int = LEAST_MINUTES
    confirmed: frozenset[str] = frozenset()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    counted: frozenset[str] = frozenset()

    @property
    def event(self) -> Event:
        """The event."""
        return self.found.event

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every person, in the file's order."""
        return tuple(
            Line(
                one,
                self.found.matches[one.key],
                self.choices.get(one.key),
                self._standing(one),
                self.whom.said(one),
                self.found.counted((one,)),
            )
            for one in self.found.people
        )

    @cached_property
    def _by_key(self) -> dict[str, Line]:
        return {line.key: line for line in self.lines}

    def line(self, key: str) -> Line:
        """One of them."""
        return self._by_key[key]

    @property
    def undecided(self) -> tuple[Line, ...]:
        """Lines that wait for somebody to say who they are."""
        return tuple(line for line in self.lines if line.waits)

    @cached_property
    def whom(self) -> Whom:
        """Who is whom by what was said so far."""
        return Whom(self.found, self.choices)

    def is_short(self, one: Joined) -> bool:
        """Whether the person was there for less than the least minutes, all lines of theirs together.

        A ticket that was checked in says nothing of minutes.
        """
        lines = self.whom.together.get(self.whom.identity(one.key), (one,))
        if not any(each.first_join or each.seconds for each in lines):
            return False
        return self.found.counted(lines) < self.least_minutes * 60

    def _standing(self, one: Joined) -> Standing:
        root, choice = self.whom.root(one.key), self.choices.get(one.key)
        if isinstance(self.choices.get(root), LeftOut):
            return Standing.LEFT_OUT
        if one.key not in self.counted and root not in self.counted:
            if one.booked:
                return Standing.BOOKED
            if self.is_short(one):
                return Standing.TOO_SHORT
        words = {SameAs: Standing.SAME_PERSON, NewPerson: Standing.NEW_CONTACT, Matched: Standing.CONFIRMED}
        if choice is not None:
            return words[type(choice)]
        return Standing.MATCHED if self.whom.is_sure(one.key) else Standing.TO_DECIDE

    # what a person says

    def choose(self, key: str, choice: Choice | None) -> "Review":
        """Say who a line is; None takes it back."""
        if isinstance(choice, SameAs):
            self.whom.refuse_circle(key, choice)
        said = {other: one for other, one in self.choices.items() if other != key}
        return replace(self, choices=said | ({key: choice} if choice is not None else {}))

    def offer(self, line: Line) -> Choice | None:
        """What confirming a line would choose: what was chosen, its best contact, or the line it may be the same as."""
        if line.choice is not None:
            return line.choice
        if line.match.best is not None:
            return matched(line.match.best.person)
        return SameAs(line.person.same_as) if line.person.same_as else None

    def confirm(self, key: str) -> "Review":
        """Take a line for whom it is offered to be."""
        offered = self.offer(self.line(key))
        if offered is None:
            raise Problem(
                f"Nobody of the register fits “{self.line(key).person.shown}”. Choose a contact, make a new one, or "
                "leave the person out."
            )
        return self.choose(key, offered)

    def count(self, key: str, *, counts: bool = True) -> "Review":
        """Count a line although it was short or only booked, or take that back."""
        return replace(self, counted=self.counted | {key} if counts else self.counted - {key})

    def with_least(self, minutes: int) -> "Review":
        """Another least number of minutes."""
        return replace(self, least_minutes=minutes)

    def with_order(self, order: Order) -> "Review":
        """The dates are to be read so; a meeting confirmed as the event's was another day's."""
        return replace(self, found=self.found.with_order(order), confirmed=self.confirmed - {OTHER_MEETING})

    def with_shift(self, hours: int) -> "Review":
        """The meeting is moved by whole hours."""
        return replace(self, found=self.found.with_shift(hours), confirmed=self.confirmed - {OTHER_MEETING})

    def with_confirmed(self, name: str, *, confirmed: bool = True) -> "Review":
        """Confirm what stands in the way, or take that back."""
        return replace(self, confirmed=self.confirmed | {name} if confirmed else self.confirmed - {name})

    # what stands in the way, and what will be written

    @cached_property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What has to be said before the file can be taken in, or has been."""
        found = []
        if self.found.meeting.dates.ask:
            found.append(Obstacle(DATES, self.found.meeting.dates.reason))
        if self.found.other_meeting:
            found.append(Obstacle(OTHER_MEETING, self.found.other_meeting, OTHER_MEETING in self.confirmed))
        return tuple(found)

    @cached_property
    def taken(self) -> dict[str, Matched | NewPerson]:
        """Everybody who counts, once, by identity."""
        return {
            self.whom.identity(line.key): who
            for line in self.lines
            if line.standing.counts and (who := self.whom.settled(line.key)) is not None
        }

    @cached_property
    def new_providers(self) -> tuple[str, ...]:
        """The names of providers that will be made."""
        held = {folded(name) for name, _ in self.found.known.homes}
        names = [
            one.new_provider.strip()
            for one in self.taken.values()
            if isinstance(one, NewPerson) and not one.provider_id and not one.council
        ]
        found = {folded(name): name for name in reversed(names) if name and folded(name) not in held}
        return tuple(reversed(found.values()))

    @cached_property
    def summary(self) -> str:
        """What will be written."""
        if self.found.taken_here:
            return self.found.taken_here
        people = self.taken.values()
        already = sum(isinstance(one, Matched) and one.contact_id in self.found.in_the_log for one in people)
        new = sum(isinstance(one, NewPerson) for one in people)
        parts = [f"{count_of(len(people) - already, 'person', 'people')} will be checked in"]
        parts += [f"{count_of(new, 'new contact')} made"] if new else []
        parts += (
            [f"{already:,} noted who {'is' if already == 1 else 'are'} in the log already"] if already else []
        )
        said = f"{and_list(parts)}."
        if self.new_providers:
            made = count_of(len(self.new_providers), "new provider")
            said += f" Makes {made}: {and_list(self.new_providers)}."
        left = [
            f"{number:,} {standing.label.lower()}"
            for standing in _REST
            if (number := sum(line.standing is standing for line in self.lines))
        ]
        if left:
            said += f" Not counted: {and_list(left)}."
        if self.undecided:
            said += f" Still to decide: {count_of(len(self.undecided), 'person', 'people')}."
        return said


_REST = (Standing.TOO_SHORT, Standing.BOOKED, Standing.LEFT_OUT)


def likely_newcomer(line: Line, known: Known) -> NewPerson:
    """What a form for a new contact begins with: the name as it was shown, and where the person may be from."""
    provider = line.match.provider_id
    home = next((one.provider for one in known.people if one.provider_id == provider), "") if provider else ""
    company = "" if provider else line.person.company
    return NewPerson(line.person.name.name, provider or None, company, email=line.person.email, home=home)


def early_leave(last_leave: datetime | None, found: Found) -> datetime | None:
    """When somebody left clearly before the end of event and meeting; None of who stayed, or where nothing says.

    A meeting that was on at another time than the event has an end of its own.
    """
    meeting, event = found.meeting, found.event
    if last_leave is None or meeting.ends is None:
        return None
    end = min(event.ends, meeting.ends) if found.overlaps else meeting.ends
    return last_leave if (end - last_leave).total_seconds() >= CLEARLY_BEFORE_THE_END else None
