"""Whether a nomination is another voice for somebody nominated already, in the round or earlier in the same file. Pure.

One name in one category at one place is one nominee. Where the place of one is not known, or another, a person says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from awards.nominations.files.checked import AskedJoin, FileNomination, FlagKind
from awards.nominations.files.matching import same_person_key
from awards.vocabulary import NomineeKind
from engagement.register.names import folded


@dataclass(frozen=True)
class Known:
    """Somebody nominated. `key` is their entry, or the row of the file where they come first; `out` how they left."""

    key: str
    category_id: str
    names: frozenset[str]
    service_id: str | None
    provider_id: str | None
    place: str
    words: str
    out: str = ""


@dataclass(frozen=True)
class Likeness:
    """How one stands to the other: the same, or to be asked with the reason."""

    same: bool
    reason: str


def likeness(one: FileNomination, known: Known) -> Likeness | None:
    """None where they are two people, or nominated in two categories."""
    draft = one.draft
    names = same_person_key(draft.nominee, draft.also_known_as.split(";"))
    if known.category_id != draft.category_id or not names & known.names:
        return None
    if draft.service_id and known.service_id:
        if draft.service_id == known.service_id:
            return Likeness(True, "")
        return _elsewhere(one.category.nominee_kind)
    place = folded(draft.place_told)
    if place and place == known.place:
        return Likeness(True, "")
    if draft.provider_id and draft.provider_id == known.provider_id:
        return Likeness(False, "The same name and provider; the home or service of one is not known.")
    if not place and not known.place and not draft.provider_id and not known.provider_id:
        return Likeness(True, "")
    return Likeness(False, "The same name; where one of them works is not known.")


def _elsewhere(kind: NomineeKind) -> Likeness | None:
    """Somebody may work at two homes; two homes may each have a Night Team."""
    person = kind is NomineeKind.INDIVIDUAL
    return Likeness(False, "The same name at another home or service.") if person else None


class Joining:
    """Takes nominations in their order, and remembers whom each names."""

    def __init__(self, held: Iterable[Known], decided: Mapping[str, bool]) -> None:
        self._known: dict[str, list[Known]] = {}
        self._decided = decided
        self.asked: list[AskedJoin] = []
        for one in held:
            self._add(one)

    def _add(self, known: Known) -> None:
        for name in known.names:
            self._known.setdefault(name, []).append(known)

    def joined(self, one: FileNomination) -> FileNomination:
        """The nomination with whom it is another voice for, if anybody."""
        names = same_person_key(one.draft.nominee, one.draft.also_known_as.split(";"))
        some = {known.key: known for name in names for known in self._known.get(name, ())}
        like = [(known, found) for known in some.values() if (found := likeness(one, known)) is not None]
        for known, found in sorted(like, key=lambda pair: (bool(pair[0].out), not pair[1].same)):
            one, is_same = self._with(one, known, found)
            if is_same:
                return replace(one, join=known.key)
        self._add(_known_of(one))
        return one

    def _with(self, one: FileNomination, known: Known, found: Likeness) -> tuple[FileNomination, bool]:
        if known.out:
            words = f"{known.words} is {known.out}. Whoever is nominated here comes in as somebody new."
            return one.flagged(FlagKind.OUT_BEFORE, words), False
        key = f"{one.row_key} {known.key}"
        same = self._decided.get(key, found.same)
        self.asked.append(AskedJoin(key, one.line, one.draft.nominee, known.words, found.reason, same))
        if not same:
            one = one.flagged(
                FlagKind.MAY_BE, f"{found.reason or 'The same name and place.'} See {known.words}."
            )
        return one, same


def _known_of(one: FileNomination) -> Known:
    draft = one.draft
    names = same_person_key(draft.nominee, draft.also_known_as.split(";"))
    words = f"{draft.nominee} in line {one.line}"
    return Known(
        one.row_key,
        draft.category_id,
        names,
        draft.service_id,
        draft.provider_id,
        folded(draft.place_told),
        words,
    )
