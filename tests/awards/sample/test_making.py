"""The awards of the sample county hang together: last year’s round is over, this year’s is being scored."""

from datetime import date
from typing import Any

import pytest

from awards.judging.panel import members
from awards.nominations.entries import entries
from awards.rounds.rounds import AwardRound, rounds
from awards.sample.making import add_awards
from awards.vocabulary import AssignmentStatus, EntryStatus, PanelRole, RoundPhase
from desktop.capabilities import CAPABILITIES
from engagement.sample import make
from resources.database import Database, history, open_file

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = open_file(
        tmp_path_factory.mktemp("county") / "x.providerdesk", CAPABILITIES, who="Sample data", create=True
    )
    make(file.db, today=TODAY)
    add_awards(file.db, today=TODAY)
    yield file.db
    file.close()


def both(db: Database) -> tuple[AwardRound, AwardRound]:
    this, last = rounds(db)
    return last, this


def test_last_year_was_announced_with_a_category_not_awarded(county: Database) -> None:
    last, _ = both(county)
    assert last.phase is RoundPhase.ANNOUNCE and last.announced_at is not None
    outcomes = county.rows(
        "select outcome, count(*) from award_decision join award_category on award_category.id = category_id "
        "where round_id = ? and ended_on is null group by outcome",
        (last.id,),
    )
    counts = dict(outcomes)
    assert counts["winner"] == 6 and counts["not_awarded"] == 1
    assert not any(one.status.is_pending for one in entries(county, last.id))
    assert 35 <= len(entries(county, last.id)) <= 60


def test_this_year_is_being_scored_by_six_judges_with_a_chair(county: Database) -> None:
    _, this = both(county)
    assert this.phase is RoundPhase.SCORE
    panel = members(county, this.id)
    assert len(panel) == 6 and sum(one.role is PanelRole.CHAIR for one in panel) == 1
    assert sum(one.name == "J. Smith" for one in panel) == 2
    statuses = [
        AssignmentStatus(status)
        for (status,) in county.rows(
            "select judge_assignment.status from judge_assignment join award_entry on award_entry.id = entry_id "
            "where round_id = ?",
            (this.id,),
        )
    ]
    share = sum(one is AssignmentStatus.SCORED for one in statuses) / len(statuses)
    assert 0.5 < share < 0.8
    assert {one.status for one in entries(county, this.id)} >= {EntryStatus.JUDGING, EntryStatus.INELIGIBLE}


def test_every_act_has_a_name_in_the_history(county: Database) -> None:
    """Every write went through a change with a name."""
    assert all(one.action for one in history.entries(county, 2000, 0))
    assert county.value("select count(*) from award_entry") > 100


def test_a_register_without_a_service_has_nobody_to_nominate(db: Database) -> None:
    add_awards(db, today=TODAY)
    assert rounds(db) == []
