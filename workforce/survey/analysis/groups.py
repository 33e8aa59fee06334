"""The groups by which answers are looked at: kind of service, district, rating and size, in order and in words."""

from collections.abc import Iterable

from engagement.register.vocabulary import NO_DISTRICT, Rating, ServiceKind
from resources.wording import lower_first
from resources.words import Word


class Size(Word):
    """How many permanent and temporary staff a provider or service has, as business statistics group it."""

    MICRO = "micro", "Micro, 1–9 staff"
    SMALL = "small", "Small, 10–49 staff"
    MEDIUM = "medium", "Medium, 50–249 staff"
    LARGE = "large", "Large, 250 staff or more"
    NOT_KNOWN = "not_known", "Size not known"


_SIZES = ((1, 10, Size.MICRO), (10, 50, Size.SMALL), (50, 250, Size.MEDIUM), (250, float("inf"), Size.LARGE))


def size_of(low: float, high: float) -> Size:
    """The group in which the whole range lies; NOT_KNOWN where it lies in several, or there is nobody."""
    return next(
        (size for least, below, size in _SIZES if least <= low and high < below and low <= high),
        Size.NOT_KNOWN,
    )


class GroupBy(Word):
    """What the register, or the answer on staff, tells of who answers."""

    KIND = "kind", "Kind of service"
    DISTRICT = "district", "District"
    RATING = "rating", "CQC rating"
    SIZE = "size", "Size"

    @property
    def words(self) -> str:
        """For the middle of a sentence."""
        return self.label if self is GroupBy.RATING else lower_first(self.label)


_WORDS: dict[GroupBy, type[Word]] = {
    GroupBy.KIND: ServiceKind,
    GroupBy.RATING: Rating,
    GroupBy.SIZE: Size,
}


_NOT_KNOWN = {
    GroupBy.KIND: "Kind not known",
    GroupBy.DISTRICT: NO_DISTRICT,
    GroupBy.RATING: "No CQC rating held",
    GroupBy.SIZE: Size.NOT_KNOWN.label,
}


def group_words(by: GroupBy, value: str) -> str:
    """A group as people read it."""
    words = _WORDS.get(by)
    found = words.read(value) if words is not None else None
    return found.label if found is not None else value or _NOT_KNOWN[by]


def in_order(by: GroupBy, values: Iterable[str]) -> list[str]:
    """The values that occur: fixed words in their order, districts by name, what is not known last."""
    order = {word.value: place for place, word in enumerate(_WORDS[by])} if by in _WORDS else {}
    unknown = ("", Size.NOT_KNOWN.value)
    return sorted(set(values), key=lambda value: (value in unknown, order.get(value, len(order)), value))
