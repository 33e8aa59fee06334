"""Standings put in order; how they are read from a file is in `test_reading`."""

from fractions import Fraction

from awards.judging.scheme import Scale, Scheme
from awards.results.harshness import Harshness, NotJoined
from awards.results.scoring import Marks, Summary
from awards.results.standings import Nominee, NomineeStanding, ranked
from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus, ReviewState, RoundPhase, TieRule

SCHEME = Scheme((Scale("care", "Care", 10, 100, 500),))
ROUND = AwardRound(
    "r", "Proud to Care 2026", 2026, RoundPhase.DECIDE, 300, 4, 2, TieRule.CHAIR, True, None, None, "", "", None
)  # fmt: skip


def _one(key: str, *points: int) -> NomineeStanding:
    marks = tuple(Marks(str(judge), key, {"care": figure}) for judge, figure in enumerate(points))
    summary = Summary({one.judge: Fraction(one.points["care"]) for one in marks})
    nominee = Nominee(key, f"2026-{key}", key, "", EntryStatus.JUDGING)
    return NomineeStanding(nominee, summary, marks, ReviewState.MIXED, 0, 0, 0, ROUND.least_scores)


def test_only_those_with_enough_scores_are_ranked() -> None:
    found = ranked(SCHEME, [_one("a", 300, 300), _one("b", 500), _one("c", 400, 400)], ROUND, NotJoined(()))
    assert {key: (plain.place, again) for key, (plain, again) in found.items()} == {
        "c": (1, None),
        "a": (2, None),
    }


def test_adjusted_places_stand_beside_the_others() -> None:
    harsh = Harshness((), {"a": Fraction(450), "c": Fraction(350)}, 0)
    found = ranked(SCHEME, [_one("a", 300, 300), _one("c", 400, 400)], ROUND, harsh)
    assert {key: (plain.place, again and again.place) for key, (plain, again) in found.items()} == {
        "c": (1, 2),
        "a": (2, 1),
    }
