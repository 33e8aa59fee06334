"""What last year’s panel of the sample county decided."""

from awards.nominations.entries import entries
from awards.results.deciding.announcing import in_the_way
from awards.results.deciding.decisions import decisions
from awards.results.notes import notes_of
from awards.rounds.rounds import rounds
from awards.sample.decisions import NOT_AWARDED, add_decisions
from awards.vocabulary import Consent, EntryStatus, Outcome, RoundPhase
from resources.database import Database
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.results.scored import Scored


def _last_year(db: Database) -> Scored:
    made = Scored(db)
    made.add("Dot Sample", 4, 4, 5, category=NOT_AWARDED)
    made.add("Eve Pattern", 4, 4, 4, category="Support")
    made.gala.at(RoundPhase.SCORE)
    Gala(db, "Proud to Care 2027", year=2027)
    add_decisions(db, today=TODAY)
    return made


def test_last_years_round_is_decided_and_announced(db: Database) -> None:
    made = _last_year(db)
    assert rounds(db)[0].phase is RoundPhase.NOMINATE
    assert made.gala.round.phase is RoundPhase.ANNOUNCE
    found = decisions(db, made.gala.round_id)
    assert all(one.announced_at is not None for one in found)
    assert [one.outcome for one in found if one.settles].count(Outcome.WINNER) == 2
    assert [one.outcome for one in found if one.settles].count(Outcome.NOT_AWARDED) == 5
    winners = entries(db, made.gala.round_id, statuses=[EntryStatus.WINNER])
    assert [one.publish_name for one in winners] == [Consent.YES, Consent.YES]
    assert [one.nominee for one in winners] == ["Ada Example", "Eve Pattern"]
    assert len(notes_of(db, winners[0].id)) == 1
    assert in_the_way(db, made.gala.round, now=NOW)[0].startswith("Nothing waits")


def test_a_round_alone_or_one_that_is_not_scored_is_left(db: Database) -> None:
    made = Scored(db)
    add_decisions(db, today=TODAY)
    Gala(db, "Proud to Care 2027", year=2027)
    add_decisions(db, today=TODAY)
    assert decisions(db, made.gala.round_id) == []
