"""How many places, plates and seats: counted from what the guests answered."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from awards.ceremony.guests import Guest
from awards.vocabulary import Consent, GuestAnswer
from resources.wording import capital_first, count_of

_PART = re.compile(r"[;,\n]|\band\b")
_NUMBERED = re.compile(r"(\d+)\s*(?:x|×|\*)?\s*(.+)")
_NONE = frozenset({"none", "no", "nil", "n/a", "-", "–", "nothing", "no requirements"})


@dataclass(frozen=True)
class Seats:
    """A table: how many places are taken at it, and by whom."""

    name: str
    places: int
    guests: tuple[str, ...]


@dataclass(frozen=True)
class Counts:
    """What the kitchen, the room and the photographer need to know. Places count everybody who comes with a guest.

    `most_places` are taken if everybody comes who has not declined.
    """

    guests: int
    not_asked: int
    waiting: int
    declined: int
    coming: int
    places: int
    diets: tuple[tuple[str, int], ...]
    access: tuple[tuple[str, str], ...]
    tables: tuple[Seats, ...]
    not_seated: int
    no_photographs: tuple[str, ...]
    photo_not_asked: int
    most_places: int

    @property
    def words(self) -> str:
        """The line above the guests."""
        parts = [f"{count_of(self.places, 'place')} taken by {count_of(self.coming, 'guest')}"]
        if self.waiting:
            parts.append(f"{self.waiting:,} asked without an answer")
        if self.not_asked:
            parts.append(f"{self.not_asked:,} not asked yet")
        return "; ".join(parts)


def count(some: Sequence[Guest]) -> Counts:
    """The counts of a guest list."""
    coming = [one for one in some if one.answer is GuestAnswer.YES]
    seated = [one for one in coming if one.table_name]
    return Counts(
        guests=len(some),
        not_asked=_with(some, GuestAnswer.NOT_ASKED),
        waiting=_with(some, GuestAnswer.ASKED),
        declined=_with(some, GuestAnswer.NO),
        coming=len(coming),
        places=_places(coming),
        diets=diets(coming),
        access=tuple((one.access, one.name) for one in coming if asks_for(one.access)),
        tables=_tables(seated),
        not_seated=_places([one for one in coming if not one.table_name]),
        no_photographs=tuple(one.name for one in coming if one.photo is Consent.NO),
        photo_not_asked=sum(one.photo is Consent.NOT_ASKED for one in coming),
        most_places=_places([one for one in some if one.answer is not GuestAnswer.NO]),
    )


def _with(some: Sequence[Guest], answer: GuestAnswer) -> int:
    return sum(one.answer is answer for one in some)


def _places(some: Sequence[Guest]) -> int:
    return sum(one.places for one in some)


def asks_for(text: str) -> bool:
    """Whether anything is asked for: “none” is written often enough."""
    return bool(text.strip()) and text.strip().casefold().rstrip(".") not in _NONE


def diets(some: Sequence[Guest]) -> tuple[tuple[str, int], ...]:
    """Each kind of food with for how many, the most first: “2 vegan; halal” is two and one.

    Never more of a guest's than the places they have, where one kind alone is written.
    """
    found: Counter[str] = Counter()
    said: dict[str, str] = {}
    for guest in some:
        for words, number in parts_of(guest.diet):
            key = words.casefold()
            said.setdefault(key, capital_first(words))
            found[key] += min(number, guest.places)
    return tuple(
        (said[key], number) for key, number in sorted(found.items(), key=lambda one: (-one[1], one[0]))
    )


def who_eats(some: Sequence[Guest], food: str) -> tuple[str, ...]:
    """Who asked for a kind of food."""
    wanted = food.casefold()
    return tuple(
        one.name for one in some if any(words.casefold() == wanted for words, _ in parts_of(one.diet))
    )


def parts_of(text: str) -> list[tuple[str, int]]:
    """“2 vegan; halal” as vegan for two, and halal for one."""
    parts = []
    for written in _PART.split(text):
        part = " ".join(written.split()).rstrip(".")
        if not asks_for(part):
            continue
        numbered = _NUMBERED.fullmatch(part)
        number, words = (int(numbered[1]), numbered[2]) if numbered else (1, part)
        if number:
            parts.append((words, number))
    return parts


def _tables(seated: Sequence[Guest]) -> tuple[Seats, ...]:
    names = sorted({one.table_name for one in seated}, key=table_order)
    return tuple(
        Seats(name, _places(at), tuple(one.name for one in at))
        for name in names
        for at in [[one for one in seated if one.table_name == name]]
    )


def table_words(name: str) -> str:
    """Table 1, where 1 alone is written."""
    return f"Table {name}" if name.isdecimal() else name


def table_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """Table 2 before Table 10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in re.findall(r"\d+|\D+", name)
    )
