"""Acts on several nominees are one change and one entry of the history."""

from collections.abc import Callable

import pytest

from awards.nominations.entries import entry
from awards.qualifying.checks import checklist_of
from awards.qualifying.several import (
    answer_open_of,
    find_ineligible_of,
    qualify_of,
    record_employed_of,
    rule_lengths_of,
    undecided_lengths,
)
from awards.vocabulary import EntryStatus, OverLimit, RoundPhase
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.qualifying.passing import make_ready

S = EntryStatus


@pytest.fixture
def gala(db: Database) -> Gala:
    made = Gala(db)
    made.at(RoundPhase.QUALIFY)
    return made


def once(db: Database, act: Callable[[], object]) -> str:
    """The one entry that an act leaves."""
    before = len(list(history.entries(db, 500, 0)))
    act()
    found = list(history.entries(db, 500, 0))
    assert len(found) == before + 1
    return str(history.next_undo(db).action)  # type: ignore[union-attr]


def test_each_act_is_one_entry(gala: Gala) -> None:
    db = gala.db
    keys = [gala.nominate(name).id for name in ("Ada Example", "Ben Specimen")]
    team = gala.nominate("The night team", "Team").id
    said = once(db, lambda: answer_open_of(db, keys, by="Wren", on=TODAY))
    assert said == "Checked 2 nominees: yes to all that was open"
    assert all(not point.is_open for key in keys for point in checklist_of(db, key))
    once(
        db,
        lambda: record_employed_of(db, [*keys, team], True, asked_on=TODAY, asked_of="Max", today=TODAY),
    )
    assert [entry(db, key).employed for key in (*keys, team)] == [True, True, None]
    assert once(db, lambda: qualify_of(db, keys, now=NOW)) == "Sent 2 nominees to the judges"
    assert {entry(db, key).status for key in keys} == {S.JUDGING}
    history.undo(db)
    assert {entry(db, key).status for key in keys} == {S.SUBMITTED}
    once(db, lambda: find_ineligible_of(db, keys, reason="A hospital", now=NOW))
    assert {entry(db, key).status for key in keys} == {S.INELIGIBLE}


def test_all_of_them_or_none(gala: Gala) -> None:
    ada, ben = gala.nominate(), gala.nominate("Ben Specimen")
    make_ready(gala, ada.id)
    with pytest.raises(FieldProblem, match="Ben Specimen is not ready"):
        qualify_of(gala.db, [ada.id, ben.id], now=NOW)
    assert entry(gala.db, ada.id).status is S.SUBMITTED
    qualify_of(gala.db, [ada.id, ben.id], now=NOW, reason="Looked at by telephone")
    assert entry(gala.db, ben.id).status is S.JUDGING


def test_lengths_are_ruled_on_together(gala: Gala) -> None:
    keys = [gala.nominate(name, statement="word " * 301).id for name in ("Ada Example", "Ben Specimen")]
    assert len(undecided_lengths(gala.db, keys)) == 2
    said = once(gala.db, lambda: rule_lengths_of(gala.db, keys, OverLimit.TO_LIMIT))
    assert said == "Ruled on the length of 2 statements" and undecided_lengths(gala.db, keys) == []
    with pytest.raises(Problem, match="nothing to rule on"):
        rule_lengths_of(gala.db, keys, OverLimit.WHOLE)


def test_teams_alone_are_not_asked_about(gala: Gala) -> None:
    team = gala.nominate("The night team", "Team").id
    with pytest.raises(Problem, match="Teams and services are not asked about"):
        record_employed_of(gala.db, [team], True, asked_on=TODAY, asked_of="Max", today=TODAY)
