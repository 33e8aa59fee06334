"""The panel of a round: who is on it, what they are called, and what becomes of their work when they stand down."""

import pytest

from awards.judging.assignments import assignments_of
from awards.judging.panel import (
    add_member,
    bring_back,
    edit_member,
    is_member,
    member,
    member_names,
    member_words,
    members,
    stand_down,
    words_of,
)
from awards.vocabulary import AssignmentStatus, PanelRole
from engagement.register.contacts import add_contact
from engagement.register.vocabulary import ContactRole
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala


def test_a_member_is_added_with_the_next_number(db: Database) -> None:
    gala = Gala(db)
    first = add_member(db, gala.round_id, "  Ada   Example ", role=PanelRole.CHAIR, email="ada@example.org")
    second = add_member(db, gala.round_id, "Wren Specimen", most_entries=10)
    assert (first.number, first.name, first.is_chair, first.judges) == (1, "Ada Example", True, True)
    assert (second.number, second.role, second.most_entries) == (2, PanelRole.JUDGE, 10)
    assert members(db, gala.round_id) == [first, second]
    assert is_member(db, first.id)
    assert not is_member(db, gala.round_id)
    entry = history.next_undo(db)
    assert entry is not None and entry.action == "Added Wren Specimen to the panel"


def test_two_of_one_name_are_told_apart_by_number(db: Database) -> None:
    gala = Gala(db)
    one, two, other = gala.judge("J. Smith"), gala.judge("J Smith"), gala.judge("Ada Example")
    assert list(member_names(db, gala.round_id).values()) == [
        "Judge 1 – J. Smith",
        "Judge 2 – J Smith",
        "Ada Example",
    ]
    assert member_words(two, [one, two, other]) == words_of(db, two.id) == "Judge 2 – J Smith"


def test_somebody_of_the_register_brings_their_provider(db: Database) -> None:
    gala = Gala(db)
    person = add_contact(db, gala.rosewood, name="Wren Specimen", role=ContactRole.REGISTERED_MANAGER)
    assert gala.judge("Wren Specimen", contact_id=person.id).provider_id == gala.rosewood
    assert gala.judge("Wren Specimen", contact_id=person.id, provider_id=gala.hazel).provider_id == gala.hazel


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"name": "  "}, "name", "no name"),
        ({"email": "ada"}, "email", "not a whole address"),
        ({"most_entries": -1}, "most_entries", "Write 0 or more"),
        ({"provider_id": "gone"}, "provider_id", "no longer in the register"),
        ({"role": PanelRole.CHAIR}, "role", "a panel has one chair"),
    ],
)
def test_what_cannot_be_is_refused(db: Database, facts: dict[str, object], field: str, words: str) -> None:
    gala = Gala(db)
    gala.judge("Ada Example", role=PanelRole.CHAIR)
    judge = gala.judge()
    with pytest.raises(FieldProblem, match=words) as refused:
        edit_member(db, judge.id, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert member(db, judge.id) == judge


def test_a_chair_may_be_put_right_and_may_follow_one_who_stood_down(db: Database) -> None:
    gala = Gala(db)
    chair = gala.judge("Ada Example", role=PanelRole.CHAIR)
    assert edit_member(db, chair.id, role=PanelRole.CHAIR, note="Head of service").note == "Head of service"
    stand_down(db, chair.id, today=TODAY, reason="Has moved away")
    gala.judge("Wren Specimen", role=PanelRole.CHAIR)
    with pytest.raises(FieldProblem, match="Wren Specimen chairs this panel"):
        bring_back(db, chair.id)


def test_after_the_announcement_nobody_joins(db: Database) -> None:
    gala = Gala(db)
    with change(db, "Set up"):
        db.update_row("award_round", gala.round_id, {"announced_at": "2026-12-01T18:00:00+00:00"})
    with pytest.raises(Problem, match="announced"):
        gala.judge()


def test_who_stands_down_keeps_what_is_scored_and_leaves_the_rest(db: Database) -> None:
    gala = Gala(db)
    judge = gala.judge()
    scored, begun, open_one = (gala.nominate(name) for name in ("Ada Example", "Ben Example", "Cy Example"))
    gala.judging(scored.id, begun.id, open_one.id)
    keys = [gala.give(judge.id, one.id) for one in (scored, begun, open_one)]
    gala.score(keys[0], 4)
    gala.score(keys[1], 3)
    with change(db, "Set up"):
        db.update_row("judge_assignment", keys[1], {"status": "scoring"})
    gone = stand_down(db, judge.id, today=TODAY, reason=" Is ill ")
    assert (gone.stood_down_on, gone.stood_down_reason, gone.judges) == (TODAY, "Is ill", False)
    left = {one.id: one for one in assignments_of(db, member_id=judge.id)}
    assert set(left) == {keys[0], keys[1]}
    assert left[keys[0]].status is AssignmentStatus.SCORED
    assert left[keys[1]].status is AssignmentStatus.RECUSED
    assert left[keys[1]].reason == "Stood down from the panel: Is ill"
    assert members(db, gala.round_id, stood_down=False) == []
    assert bring_back(db, judge.id).stood_down_on is None
    history.undo(db)
    history.undo(db)
    assert len(assignments_of(db, member_id=judge.id)) == 3


def test_standing_down_needs_a_reason_and_happens_once(db: Database) -> None:
    judge = Gala(db).judge()
    with pytest.raises(FieldProblem, match="Say why"):
        stand_down(db, judge.id, today=TODAY, reason=" ")
    with pytest.raises(Problem, match="has not stood down"):
        bring_back(db, judge.id)
    stand_down(db, judge.id, today=TODAY, reason="Is ill")
    with pytest.raises(Problem, match="already stood down"):
        stand_down(db, judge.id, today=TODAY, reason="Is ill")


def test_a_member_who_is_gone(db: Database) -> None:
    with pytest.raises(LookupError):
        member(db, "gone")
