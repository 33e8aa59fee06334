"""What was judged and by whom stays once a round is announced; of a round that was put away nothing changes at all."""

from collections.abc import Callable

import pytest

from awards.ceremony.guests import add_guest, record_answers, seat
from awards.judging import assignments, interests, panel, panel_categories, rulings, scores
from awards.qualifying.employment import record_employed
from awards.results.notes import add_note
from awards.rounds.rounds import archive_round
from awards.vocabulary import GuestAnswer
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import instant_text
from tests.awards.gala import NOW, TODAY, Gala


class Judged:
    """Ada, scored by Jo."""

    def __init__(self, db: Database) -> None:
        self.db, self.gala = db, Gala(db)
        self.ada = self.gala.nominate("Ada Example").id
        self.gala.judging(self.ada)
        self.jo = self.gala.judge("Jo Judge").id
        self.given = self.gala.give(self.jo, self.ada)
        self.gala.score(self.given, 4)
        self.guest = add_guest(db, self.gala.round_id, "Ada Example").id


JUDGING: dict[str, Callable[[Judged], object]] = {
    "stand aside": lambda one: assignments.recuse(one.db, one.given, "A friend"),
    "conflict": lambda one: assignments.declare_conflict(one.db, one.given, "A friend"),
    "rule": lambda one: rulings.rule_on(
        one.db, one.jo, one.ada, conflict=True, reason="A friend", by="Kim Chair", on=TODAY
    ),
    "interest": lambda one: interests.declare_interest(one.db, one.jo, on=TODAY, words="A friend works there"),
    "no interest": lambda one: interests.declare_none(one.db, one.jo, on=TODAY),
    "stand down": lambda one: panel.stand_down(one.db, one.jo, today=TODAY, reason="Ill"),
    "member": lambda one: panel.edit_member(one.db, one.jo, name="Jo Other"),
    "categories": lambda one: panel_categories.set_categories(one.db, one.jo, [one.gala.category().id]),
}  # fmt: skip
BESIDE: dict[str, Callable[[Judged], object]] = {
    "lock": lambda one: scores.lock(one.db, [one.given], now=NOW),
    "note": lambda one: add_note(one.db, one.ada, "Well said", now=NOW),
    "answer": lambda one: record_answers(one.db, [one.guest], GuestAnswer.YES, today=TODAY),
    "seat": lambda one: seat(one.db, [one.guest], "Table 1"),
    "employed": lambda one: record_employed(
        one.db, one.ada, True, asked_on=TODAY, asked_of="Kim", today=TODAY
    ),
}


@pytest.mark.parametrize("act", JUDGING.values(), ids=JUDGING.keys())
def test_who_judged_whom_stays_once_it_is_announced(db: Database, act: Callable[[Judged], object]) -> None:
    held = Judged(db)
    with change(db, "Announced"):
        db.update_row("award_round", held.gala.round_id, {"announced_at": instant_text(NOW)})
    before = scores.given(db, held.given)
    with pytest.raises(Problem, match="are announced"):
        act(held)
    assert scores.given(db, held.given) == before


@pytest.mark.parametrize("act", (JUDGING | BESIDE).values(), ids=(JUDGING | BESIDE).keys())
def test_nothing_changes_of_a_round_that_was_put_away(db: Database, act: Callable[[Judged], object]) -> None:
    held = Judged(db)
    archive_round(db, held.gala.round_id, today=TODAY)
    with pytest.raises(Problem, match="is archived, so it stays as it is"):
        act(held)


@pytest.mark.parametrize("act", (JUDGING | BESIDE).values(), ids=(JUDGING | BESIDE).keys())
def test_before_that_all_of_it_can_be_done(db: Database, act: Callable[[Judged], object]) -> None:
    held = Judged(db)
    before = db.value("select count(*) from history_row")
    act(held)
    assert db.value("select count(*) from history_row") > before
