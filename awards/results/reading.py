"""A round read for its results in a few queries, and made into standings, a category at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from awards.judging.assignments import LEFT, Assignment, assignments
from awards.judging.clashes import clashes
from awards.judging.panel import member_names
from awards.judging.scheme import Scheme, scheme_of
from awards.judging.scores import scores_in
from awards.nominations.entries import Entry, entries, reference_of
from awards.results.harshness import Harshness, NotJoined, harshness
from awards.results.review_state import review_state
from awards.results.scoring import Marks, Summary, summarise
from awards.results.standings import CategoryStanding, Nominee, NomineeStanding, ScoredClash, ranked
from awards.rounds.categories import Category, categories, category
from awards.rounds.criteria import criteria_by_category
from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import AssignmentStatus, EntryStatus
from resources.database import Database

V = TypeVar("V")
_KEPT = tuple(one for one in EntryStatus if one.is_judged)


@dataclass(frozen=True)
class RoundScores:
    """All that results are made of. `marks` and `given` are by the key of the nominee."""

    round: AwardRound
    categories: tuple[Category, ...]
    schemes: Mapping[str, Scheme]
    entries: Mapping[str, Sequence[Entry]]
    given: Mapping[str, Sequence[Assignment]]
    marks: Mapping[str, Sequence[Marks]]
    places: Mapping[str, str]
    judge_names: Mapping[str, str]
    clashes: Sequence[ScoredClash]

    def summaries(self) -> dict[str, dict[str, Summary]]:
        """Each category's nominees with what their scores come to."""
        return {
            key: _summaries(self.schemes[key], [one.id for one in self.entries.get(key, ())], self.marks)
            for key in self.schemes
        }


def read_scores(db: Database, round_id: str) -> RoundScores:
    """The round as it stands; nominees the judges were never asked about, or who are out, are not in it."""
    held = entries(db, round_id, statuses=_KEPT)
    given = assignments(db, round_id)
    points: dict[str, dict[str, int]] = {}
    for score in scores_in(db, round_id):
        points.setdefault(score.assignment_id, {})[score.criterion_id] = score.points
    return RoundScores(
        award_round(db, round_id),
        tuple(categories(db, round_id)),
        {key: scheme_of(held_by) for key, held_by in criteria_by_category(db, round_id).items()},
        _grouped((one.category_id, one) for one in held),
        _grouped((one.entry_id, one) for one in given),
        _grouped(
            (one.entry_id, Marks(one.member_id, one.entry_id, points.get(one.id, {}), _stands(one)))
            for one in given
        ),
        _places(db, round_id),
        member_names(db, round_id),
        scored_clashes(db, round_id),
    )


def scored_clashes(db: Database, round_id: str) -> list[ScoredClash]:
    """Scores that count though their judge has a conflict of interest."""
    return [
        ScoredClash(
            one.assignment.member_id, one.assignment.entry_id, tuple(each.sentence for each in one.conflicts)
        )
        for one in clashes(db, round_id)
        if _stands(one.assignment)
    ]


def _stands(one: Assignment) -> bool:
    """Scores count once they are whole; those of a judge who abstained or stood aside never do."""
    return one.status is AssignmentStatus.SCORED


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
    found: dict[str, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _places(db: Database, round_id: str) -> dict[str, str]:
    """Where each nominee is: the service, else the provider, else what was told."""
    return dict(
        db.rows(
            """select award_entry.id, coalesce(service.name, provider.name, place_told) from award_entry
            left join service on service.id = service_id
            left join provider on provider.id = award_entry.provider_id where round_id = ?""",
            (round_id,),
        )
    )


def _summaries(
    scheme: Scheme, keys: Iterable[str], marks: Mapping[str, Sequence[Marks]]
) -> dict[str, Summary]:
    found = {key: Summary({}) for key in keys}
    return found | summarise(scheme, (mark for key in found for mark in marks.get(key, ())))


# --- standings ----------------------------------------------------------------------------------------------------


def category_standing(db: Database, category_id: str) -> CategoryStanding:
    """One category as it stands."""
    held = category(db, category_id)
    return next(
        one for one in round_standings(db, held.round_id, only=category_id) if one.category.id == category_id
    )


def round_standings(db: Database, round_id: str, *, only: str = "") -> list[CategoryStanding]:
    """Every category of a round as it stands, or one of them."""
    return standings_from(read_scores(db, round_id), only=only)


def standings_from(read: RoundScores, *, only: str = "") -> list[CategoryStanding]:
    """The same of what was read. Judges are compared over the whole round, since they score in several categories."""
    summaries = read.summaries()
    shares = {
        key: {judge: read.schemes[of].share(mean) for judge, mean in one.by_judge.items()}
        for of, held in summaries.items()
        for key, one in held.items()
    }
    return [
        _standing(read, one, summaries[one.id], shares) for one in read.categories if only in ("", one.id)
    ]


def _standing(
    read: RoundScores,
    held: Category,
    summaries: Mapping[str, Summary],
    shares: Mapping[str, Mapping[str, Fraction]],
) -> CategoryStanding:
    scheme = read.schemes[held.id]
    harsh = _in_points(scheme, harshness(shares, among=[key for key in summaries if shares[key]]))
    bare = [_nominee(read, scheme, one, summaries[one.id]) for one in read.entries.get(held.id, ())]
    places = ranked(scheme, bare, read.round, harsh)
    adjusted = harsh.adjusted if isinstance(harsh, Harshness) else {}
    full = []
    for one in bare:
        placed, again = places.get(one.key, (None, None))
        full.append(replace(one, placed=placed, adjusted=adjusted.get(one.key), placed_adjusted=again))
    found = CategoryStanding(
        read.round, held, scheme, tuple(full), harsh, read.judge_names,
        tuple(one for one in read.clashes if one.nominee in summaries),
    )  # fmt: skip
    return replace(found, nominees=tuple(found.by_place()))


def _nominee(read: RoundScores, scheme: Scheme, one: Entry, summary: Summary) -> NomineeStanding:
    given = read.given.get(one.id, ())
    awaited = sum(each.status.is_open for each in given)
    wanted = read.round.least_scores
    return NomineeStanding(
        Nominee(
            one.id,
            reference_of(read.round.year, one.number),
            one.nominee,
            read.places.get(one.id, ""),
            one.status,
        ),
        summary,
        tuple(read.marks.get(one.id, ())),
        review_state(map(scheme.share, summary.by_judge.values()), awaited=awaited, wanted=wanted),
        awaited=awaited,
        abstained=sum(each.status is AssignmentStatus.ABSTAINED for each in given),
        aside=sum(each.status in LEFT for each in given),
        wanted=wanted,
    )


def _in_points(scheme: Scheme, found: Harshness | NotJoined) -> Harshness | NotJoined:
    """What was found of shares of a scale, in the points of this category's."""
    if isinstance(found, NotJoined):
        return found
    least, most = scheme.common
    return Harshness(
        tuple(replace(one, added=one.added * (most - least)) for one in found.effects),
        {key: scheme.from_share(share) for key, share in found.adjusted.items()},
        found.free,
    )
