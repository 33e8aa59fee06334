"""The people of a meeting: several joins of one person added up, and who may be one person under two names. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from rapidfuzz.fuzz import ratio

from engagement.forums.online.intervals import Interval, clipped, seconds_of
from engagement.forums.online.meeting import Join, Meeting
from engagement.forums.online.names import ShownName, read_name
from engagement.forums.online.vocabulary import Layout
from engagement.register.names import email_key, folded, name_key
from resources.wording import and_list, count_of

CLEARLY_ALIKE = 80
"""Two whole names under one address that are less alike may be two people at one computer or mailbox."""
ALMOST_THE_SAME = 86
"""From here on two spellings may be one person's."""


@dataclass(frozen=True)
class Joined:
    """One person in a meeting. `seconds` count overlapping joins once, `seconds_in_event` only within the event's time.

    `same_as` is the key of an earlier line that may be the same person under another spelling.
    """

    key: str
    shown: str
    name: ShownName
    email: str
    company: str
    joins: int
    seconds: int
    seconds_in_event: int | None
    first_join: datetime | None
    last_leave: datetime | None
    booked: bool
    lines: tuple[int, ...]
    spellings: tuple[str, ...]
    spans: tuple[Interval, ...] = ()
    remarks: tuple[str, ...] = ()
    same_as: str = ""

    @property
    def also_shown_as(self) -> str:
        """Also shown as “Sample, Ben”: other spellings that were joined into this line; '' where there are none."""
        own = folded(self.shown)
        others = [f"“{one}”" for one in self.spellings if folded(one) != own]
        return f"also shown as {and_list(others)}" if others else ""

    @property
    def shown_words(self) -> str:
        """As it was shown, with the other spellings."""
        return f"{self.shown}, {self.also_shown_as}" if self.also_shown_as else self.shown

    @property
    def minutes(self) -> int:
        """Whole minutes in the meeting."""
        return self.seconds // 60


def people_of(
    meeting: Meeting, layout: Layout, event_starts: datetime, event_ends: datetime
) -> tuple[Joined, ...]:
    """Everybody whom the file names, in its order."""
    zoom = layout is Layout.ZOOM
    groups = _grouped(meeting.joins, zoom)
    people = [
        _person(str(number), joins, zoom, event_starts, event_ends) for number, joins in enumerate(groups, 1)
    ]
    return _with_spellings(people)


def _grouped(joins: Sequence[Join], zoom: bool) -> list[list[Join]]:
    """By address, and by name where there is none; a join without an address goes to the one who has that name."""
    by_address: dict[str, list[list[Join]]] = defaultdict(list)
    groups: list[list[Join]] = []
    for join in joins:
        if join.email:
            own = by_address[email_key(join.email)]
            fitting = next((some for some in own if _may_be_one(some[0], join, zoom)), None)
            if fitting is None:
                fitting = []
                own.append(fitting)
                groups.append(fitting)
            fitting.append(join)
    named: dict[str, list[list[Join]]] = defaultdict(list)
    for some in groups:
        for key in {key for join in some for key in _keys(join, zoom)}:
            named[key].append(some)
    for join in joins:
        if not join.email:
            keys = _keys(join, zoom) or (join.shown,)
            known = next((named[key] for key in keys if len(named.get(key, ())) == 1), None)
            if known is None:
                alone: list[Join] = []
                groups.append(alone)
                known = [alone]
                for key in keys:
                    named[key] = (
                        known  # of several with this name and an address none is meant more than another
                    )
            known[0].append(join)
    for some in groups:
        some.sort(key=_line)
    return sorted(groups, key=lambda some: some[0].line)


def _line(join: Join) -> int:
    return join.line


def _keys(join: Join, zoom: bool) -> tuple[str, ...]:
    return read_name(join.shown, brackets_are_names=zoom).keys


def _may_be_one(one: Join, other: Join, zoom: bool) -> bool:
    """Under one address: the same person unless both names are whole, unlike, and begin with other first names."""
    first, second = (
        folded(read_name(join.shown, brackets_are_names=zoom).name).split() for join in (one, other)
    )
    if len(first) < 2 or len(second) < 2:
        return True
    if any(ratio(a, b) >= CLEARLY_ALIKE for a in _keys(one, zoom) for b in _keys(other, zoom)):
        return True
    short, long = sorted((first[0], second[0]), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _person(
    key: str, joins: Sequence[Join], zoom: bool, event_starts: datetime, event_ends: datetime
) -> Joined:
    spellings = tuple(dict.fromkeys(join.shown for join in joins))
    shown = max(spellings, key=lambda one: (sum(join.shown == one for join in joins), -spellings.index(one)))
    spans = [(join.starts, join.ends) for join in joins if join.starts is not None and join.ends is not None]
    stated = [join for join in joins if join.stated]
    within = seconds_of(clipped(spans, event_starts, event_ends)) if spans else None
    seconds = seconds_of(spans)
    if stated:  # from first to last, or without times: what the file says it lasted is what counts
        seconds = sum(join.seconds for join in joins)
        within = min(within, seconds) if within is not None else None
    names = [read_name(one, brackets_are_names=zoom) for one in spellings]
    name = read_name(shown, brackets_are_names=zoom)
    others = tuple(
        dict.fromkeys(alias for one in names for alias in (one.name, *one.others) if alias != name.name)
    )
    return Joined(
        key, shown, replace(name, others=others, rest=next((one.rest for one in names if one.rest), "")),
        next((join.email for join in joins if join.email), ""),
        next((join.company for join in joins if join.company), ""),
        len(joins), seconds, within, min((one[0] for one in spans), default=None),
        max((one[1] for one in spans), default=None), all(join.booked for join in joins),
        tuple(join.line for join in joins), spellings, () if stated else tuple(spans), tuple(_ticket_remarks(joins)),
    )  # fmt: skip


def _ticket_remarks(joins: Sequence[Join]) -> Iterable[str]:
    if not joins[0].order:
        return
    tickets = sum(join.quantity for join in joins)
    if tickets > 1:
        yield f"{count_of(tickets, 'ticket')} in this name: whoever else came is not named in the file."


def _with_spellings(people: Sequence[Joined]) -> tuple[Joined, ...]:
    """Each line with the earlier one that may be the same person."""
    found: dict[str, str] = {}
    for one, other in combinations(people, 2):
        if other.key not in found and _may_be_the_same(one, other):
            found[other.key] = found.get(one.key, one.key)
    return tuple(replace(one, same_as=found.get(one.key, "")) for one in people)


def _may_be_the_same(one: Joined, other: Joined) -> bool:
    """Two spellings. The very same name under two addresses is two people until somebody says otherwise."""
    if one.email and other.email and name_key(one.name.name) == name_key(other.name.name):
        return False
    pairs = [(a, b) for a in one.name.keys for b in other.name.keys if len(a) > 4 and len(b) > 4]
    limit = 95 if one.email and other.email else ALMOST_THE_SAME
    if one.email and email_key(one.email) == email_key(other.email):
        return False  # parted because their names are clearly two
    return any(ratio(a, b, score_cutoff=limit) for a, b in pairs)
