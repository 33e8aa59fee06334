"""Claims for the same learner and the same qualification, whoever made them and from whichever fund."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from engagement.register.names import folded, name_key
from resources.database import Database
from resources.spans import months_before
from resources.words import plain
from workforce.funding.claims.claims import claims
from workforce.funding.claims.lines import ClaimLine, all_lines, line, lines_of
from workforce.funding.vocabulary import ClaimPart, ClaimStatus

_PAST = (ClaimStatus.DECLINED, ClaimStatus.WITHDRAWN)
_BOTH_PARTS = {ClaimPart.FIRST, ClaimPart.SECOND}
_ALIKE = 88
"""Per cent of two names at one provider; Ana Example and Anna Example are 96."""


@dataclass(frozen=True)
class Duplicate:
    """Two claims for one thing; `sure` where they name the same learner, otherwise the names are alike.

    `two_ulns`: the name is the same, and so is the provider, but each has a ULN of their own.
    """

    first: ClaimLine
    second: ClaimLine
    sure: bool
    two_ulns: bool = False

    def other(self, key: str) -> ClaimLine:
        """The one that is not this claim."""
        return self.second if self.first.claim.id == key else self.first

    @property
    def across_providers(self) -> bool:
        """Whether two providers claim it."""
        return self.first.claim.provider_id != self.second.claim.provider_id

    @property
    def sentence(self) -> str:
        """What was found, said of the second."""
        return self.said_of(self.second.claim.id)

    def said_of(self, key: str) -> str:
        """What was found, said of one of the two."""
        held, found = self.other(key), (self.second if self.second.claim.id == key else self.first)
        from_fund = f", from {held.fund}" if held.claim.fund_id != found.claim.fund_id else ""
        whose = f"by {held.provider}" if self.across_providers else "by the same provider"
        who = found.learner if self.sure else f"{held.learner}, a name like {found.learner},"
        if self.two_ulns:
            who = f"another {held.learner}, with another ULN,"
        state = held.claim.status.label.lower()
        return f"{found.what} for {who} is claimed already {whose}{from_fund}: claim {held.claim.number}, {state}."


def duplicates(db: Database, *, fund_id: str | None = None) -> list[Duplicate]:
    """Every pair that still stands, of all funds or with a claim from one; without those of namesakes."""
    keeps = _kept_for(db)
    pairs = _pairs(all_lines(db), keeps)
    found = [
        one
        for one in pairs
        if not one.two_ulns
        and (fund_id is None or fund_id in (one.first.claim.fund_id, one.second.claim.fund_id))
    ]
    return sorted(found, key=lambda one: (not one.sure, one.second.claim.number, one.first.claim.number))


def duplicates_of(db: Database, key: str) -> list[Duplicate]:
    """The pairs that one claim is in, and those of a namesake at the same provider."""
    held = line(db, key)
    keeps = _kept_for(db)
    rows = db.rows(
        """select claim.id from claim left join learner on learner.id = learner_id
        where claim.id <> ?1 and status not in ('declined', 'withdrawn') and (learner_id = ?2 or provider_id = ?3
        or learner.family_name = ?4 collate nocase or learner.given_name = ?5 collate nocase)""",
        (key, held.claim.learner_id, held.claim.provider_id, held.family_name, held.given_name),
    )
    wanted = {other for (other,) in rows}
    others = lines_of(db, [one for one in claims(db) if one.id in wanted]) if wanted else []
    pairs = (_in_order(held, one, keeps) for one in others)
    return [one for one in pairs if one is not None]


def _in_order(held: ClaimLine, other: ClaimLine, keeps: Mapping[str, int]) -> Duplicate | None:
    if held.claim.number < other.claim.number:
        return _pair(held, other, keeps)
    return _pair(other, held, keeps)


def _pairs(lines: Iterable[ClaimLine], keeps: Mapping[str, int]) -> Iterator[Duplicate]:
    seen: set[tuple[str, str]] = set()
    for group in _groups(lines):
        for first, second in combinations(group, 2):
            keys = first.claim.id, second.claim.id
            if keys not in seen and (found := _pair(first, second, keeps)) is not None:
                seen.add(keys)
                yield found


def _groups(lines: Iterable[ClaimLine]) -> Iterator[list[ClaimLine]]:
    """Those that could be two of a kind: the same qualification and the same person or name.

    Of names alike at one provider one half is the same: who is mistyped is mistyped in one of the two.
    """
    whose: tuple[Callable[[ClaimLine], str], ...] = (
        lambda one: one.claim.learner_id or "",
        lambda one: name_key(one.learner) if one.learner else "",
        lambda one: f"{one.claim.provider_id} {folded(one.family_name)}" if one.family_name else "",
        lambda one: f"{one.claim.provider_id} {folded(one.given_name)}" if one.given_name else "",
    )
    groups: dict[tuple[int, str, str], list[ClaimLine]] = defaultdict(list)
    for one in lines:
        if one.claim.status in _PAST:
            continue
        for number, key_of in enumerate(whose):
            for what in _qualification(one):
                if key := key_of(one):
                    groups[number, key, what].append(one)
    yield from (group for group in groups.values() if len(group) > 1)


def _qualification(one: ClaimLine) -> set[str]:
    """What it may be known by; two claims are for the same where they share one."""
    told = {one.claim.course_id or "", plain(one.claim.qualification_code).replace(" ", ""), plain(one.what)}
    return told - {""}


def _pair(first: ClaimLine, second: ClaimLine, keeps: Mapping[str, int]) -> Duplicate | None:
    if first.claim.status in _PAST or second.claim.status in _PAST:
        return None
    if (
        not _qualification(first) & _qualification(second)
        or {first.claim.part, second.claim.part} == _BOTH_PARTS
    ):
        return None
    if _is_again(first, second, keeps):
        return None
    same = first.claim.learner_id is not None and first.claim.learner_id == second.claim.learner_id
    namesakes = not same and _are_namesakes(first, second)
    return Duplicate(first, second, same, namesakes) if same or namesakes or _likely(first, second) else None


def _are_namesakes(first: ClaimLine, second: ClaimLine) -> bool:
    """Two ULNs are two people, or one who was entered twice and given a ULN each time."""
    return (
        bool(first.uln and second.uln and first.learner)
        and first.claim.provider_id == second.claim.provider_id
        and name_key(first.learner) == name_key(second.learner)
    )


def _likely(first: ClaimLine, second: ClaimLine) -> bool:
    """Two learners who may be one: the same name, or one like it at the same provider; two ULNs are two people."""
    if not first.learner or not second.learner or (first.uln and second.uln):
        return False
    if name_key(first.learner) == name_key(second.learner):
        return True
    if first.claim.provider_id != second.claim.provider_id:
        return False
    from rapidfuzz import fuzz  # loaded when first used

    return fuzz.ratio(name_key(first.learner), name_key(second.learner)) >= _ALIKE


def _is_again(first: ClaimLine, second: ClaimLine, keeps: Mapping[str, int]) -> bool:
    """Whether what was learnt had run out, or was about to, when it was learnt again."""
    months = keeps.get(first.claim.course_id or "")
    days = _day(first), _day(second)
    if months is None or None in days or first.claim.course_id != second.claim.course_id:
        return False
    earlier, later = sorted(day for day in days if day)
    return months_before(later, max(months - 3, 1)) >= earlier


def _day(one: ClaimLine) -> date | None:
    return one.claim.completed_on or one.claim.started_on


def _kept_for(db: Database) -> dict[str, int]:
    """For how many months the courses that run out are kept."""
    return dict(
        db.rows("select id, valid_months from course where valid_months is not null and kind = 'course'")
    )
