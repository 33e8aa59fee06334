"""Whether a service was in the register on a day, and if not, why it is left out of the figures. Pure."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from engagement.register.vocabulary import ServiceKind
from resources.wording import and_list, count_of
from resources.words import Word


class Why(Word):
    """Why a service is left out."""

    ARCHIVED = "archived", "archived"
    GONE = "gone", "no longer in CQC’s directory"
    NOT_YET = "not_yet", "not yet registered"
    DORMANT = "dormant", "dormant"


class CqcPeriod(NamedTuple):
    """What CQC's directory said of a service from a day until the day before another; days are ISO text."""

    from_on: str
    until_on: str | None
    kind: str
    dormant: bool


class ServiceRecord(NamedTuple):
    """A service of a care provider as the register has it; `archived_on` is of the service or its provider."""

    id: str
    name: str
    provider_id: str
    provider: str
    kind: str
    district: str
    authority: str
    location_id: str | None
    registered_on: str | None
    archived_on: str | None
    dormant: bool
    periods: tuple[CqcPeriod, ...] = ()


class Standing(NamedTuple):
    """A service on a day: its kind then, and why it is left out; None when it counts."""

    kind: ServiceKind
    why: Why | None


_KINDS = {kind.value: kind for kind in ServiceKind}


def standing_on(record: ServiceRecord, day: str, *, with_archived: bool = False) -> Standing:
    """How a service stood on a day (ISO text).

    One of CQC's is in the register while its directory lists it; any other from its registration, or from ever where
    that is not known.
    """
    held = None
    for period in record.periods:
        if period.from_on <= day and (period.until_on is None or day < period.until_on):
            held = period
    kind = _KINDS[held.kind if held else record.kind]
    if not with_archived and record.archived_on is not None and record.archived_on <= day:
        return Standing(kind, Why.ARCHIVED)
    if record.periods and held is None:
        return Standing(kind, Why.GONE if record.periods[0].from_on <= day else Why.NOT_YET)
    if not record.periods and record.registered_on is not None and record.registered_on > day:
        return Standing(kind, Why.NOT_YET)
    dormant = held.dormant if held else record.dormant
    return Standing(kind, Why.DORMANT if dormant else None)


def left_out_words(reasons: Iterable[Why]) -> str:
    """The sentence that counts who is left out, and why; nothing when nobody is."""
    number = Counter(reasons)
    if not number:
        return ""
    said = and_list([f"{number[why]:,} {why.label}" for why in Why if number[why]])
    return f"Left out: {count_of(number.total(), 'service')} ({said})."
