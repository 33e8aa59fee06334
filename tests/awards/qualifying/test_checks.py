"""What was found at the points of the checklist."""

import pytest

from awards.qualifying.checks import answer_check, answer_open_checks, checklist_of, checklists, checks_of
from awards.rounds.checklist import checklist
from awards.vocabulary import CheckAnswer, EntryStatus
from resources.database import history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala

YES, NO = CheckAnswer.YES, CheckAnswer.NO


def test_the_whole_checklist_stands_there_before_anybody_looked(gala: Gala) -> None:
    ada = gala.nominate()
    points = checklist_of(gala.db, ada.id)
    assert [one.words for one in points] == [one.words for one in checklist(gala.db, gala.round_id)]
    assert all(one.is_open and not one.speaks_against for one in points) and checks_of(gala.db, ada.id) == []


def test_an_answer_is_kept_with_who_looked_and_when_and_can_be_another(gala: Gala) -> None:
    ada = gala.nominate()
    point = checklist_of(gala.db, ada.id)[1].check_id
    first = answer_check(gala.db, ada.id, point, YES, by="Ada Officer", on=TODAY)
    again = answer_check(gala.db, ada.id, point, NO, by="Ben Officer", on=TODAY, note=" The wrong category. ")
    assert first is not None and again is not None and first.id == again.id
    (kept,) = checks_of(gala.db, ada.id)
    assert kept == again and (kept.answer, kept.answered_by, kept.note) == (
        NO,
        "Ben Officer",
        "The wrong category.",
    )
    assert checklist_of(gala.db, ada.id)[1].speaks_against


def test_an_answer_is_taken_back_and_undone(gala: Gala) -> None:
    ada = gala.nominate()
    point = checklist_of(gala.db, ada.id)[0].check_id
    answer_check(gala.db, ada.id, point, YES, by="Ada Officer", on=TODAY)
    assert answer_check(gala.db, ada.id, point, None, by="Ada Officer", on=TODAY) is None
    assert checks_of(gala.db, ada.id) == []
    history.undo(gala.db)
    assert len(checks_of(gala.db, ada.id)) == 1
    answer_check(gala.db, ada.id, checklist_of(gala.db, ada.id)[1].check_id, None, by="Ada Officer", on=TODAY)
    assert len(checks_of(gala.db, ada.id)) == 1


def test_no_needs_a_note_and_every_answer_somebody_who_looked(gala: Gala) -> None:
    ada = gala.nominate()
    point = checklist_of(gala.db, ada.id)[0].check_id
    with pytest.raises(FieldProblem, match="needs a note") as refused:
        answer_check(gala.db, ada.id, point, NO, by="Ada Officer", on=TODAY)
    assert refused.value.field == "note"
    with pytest.raises(FieldProblem, match="Write a name"):
        answer_check(gala.db, ada.id, point, YES, by=" ", on=TODAY)


def test_what_is_open_is_answered_at_once_and_the_rest_stays(gala: Gala) -> None:
    ada = gala.nominate()
    first = checklist_of(gala.db, ada.id)[0].check_id
    answer_check(gala.db, ada.id, first, NO, by="Ada Officer", on=TODAY, note="Works elsewhere.")
    assert answer_open_checks(gala.db, ada.id, by="Ada Officer", on=TODAY) == 5
    assert [one.answer for one in checks_of(gala.db, ada.id)] == [NO, YES, YES, YES, YES, YES]
    assert answer_open_checks(gala.db, ada.id, by="Ada Officer", on=TODAY) == 0
    history.undo(gala.db)
    assert len(checks_of(gala.db, ada.id)) == 1


def test_all_checklists_of_a_round_are_the_same_as_each_alone(gala: Gala) -> None:
    ada, ben = gala.nominate(), gala.nominate("Ben Specimen")
    answer_open_checks(gala.db, ben.id, by="Ada Officer", on=TODAY)
    assert checklists(gala.db, gala.round_id) == {
        ada.id: checklist_of(gala.db, ada.id), ben.id: checklist_of(gala.db, ben.id),
    }  # fmt: skip


def test_the_checklist_stands_once_the_judges_were_asked(gala: Gala) -> None:
    ada = gala.nominate()
    point = checklist_of(gala.db, ada.id)[0].check_id
    gala.judging(ada.id)
    with pytest.raises(Problem, match="Bring them back to qualifying"):
        answer_check(gala.db, ada.id, point, YES, by="Ada Officer", on=TODAY)
    gala.stands(ada.id, EntryStatus.INELIGIBLE)
    assert answer_check(gala.db, ada.id, point, YES, by="Ada Officer", on=TODAY) is not None


def test_a_point_of_another_round_is_none_of_theirs(gala: Gala) -> None:
    other = Gala(gala.db, "Proud to Care 2025", year=2025)
    theirs = checklist(gala.db, other.round_id)[0].id
    with pytest.raises(LookupError):
        answer_check(gala.db, gala.nominate().id, theirs, YES, by="Ada Officer", on=TODAY)
