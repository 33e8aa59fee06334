"""What becomes of one voice, and what that means for whom it is for."""

import pytest

from awards.nominations.entries import Entry, entry
from awards.nominations.moving import move_entry
from awards.nominations.nominations import Nomination, nomination, nominations_of
from awards.nominations.returning import (
    answer_returned,
    bring_back_nomination,
    mark_duplicate,
    not_a_duplicate,
    return_nomination,
    withdraw_nomination,
    without_voices,
)
from awards.vocabulary import EntryStatus, NominationStatus
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, Gala

N, S = NominationStatus, EntryStatus


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def two_voices(gala: Gala) -> tuple[Entry, Nomination, Nomination]:
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, nominator="Odette Specimen")
    first, second = nominations_of(gala.db, ada.id)
    return ada, first, second


def test_a_returned_voice_holds_its_nominee_up_until_it_is_answered(gala: Gala) -> None:
    ada = gala.nominate()
    move_entry(gala.db, ada.id, S.QUALIFYING, now=NOW)
    (voice,) = nominations_of(gala.db, ada.id)
    returned = return_nomination(gala.db, voice.id, now=NOW, reason="Which home is it?")
    assert (returned.status, returned.reason) == (N.RETURNED_FOR_INFO, "Which home is it?")
    assert returned.status.is_counted
    assert entry(gala.db, ada.id).status is S.RETURNED_FOR_INFO
    assert answer_returned(gala.db, voice.id, now=NOW).status is N.SUBMITTED
    assert entry(gala.db, ada.id).status is S.QUALIFYING  # where they were


def test_a_nominee_with_another_voice_goes_on_meanwhile(gala: Gala) -> None:
    ada, first, _ = two_voices(gala)
    return_nomination(gala.db, first.id, now=NOW, reason="Which home is it?")
    assert entry(gala.db, ada.id).status is S.SUBMITTED


def test_a_duplicate_counts_no_more_and_can_be_counted_again(gala: Gala) -> None:
    _, first, second = two_voices(gala)
    aside = mark_duplicate(gala.db, second.id, first.id, reason="Sent twice.")
    assert (aside.status, aside.duplicate_of_id) == (N.DUPLICATE, first.id)
    again = not_a_duplicate(gala.db, second.id, reason="It says something else.")
    assert (again.status, again.duplicate_of_id) == (N.SUBMITTED, None)


def test_a_duplicate_is_of_a_counted_voice_for_the_same_nominee(gala: Gala) -> None:
    _, first, second = two_voices(gala)
    ben = nominations_of(gala.db, gala.nominate("Ben Specimen").id)[0]
    for other in (first, ben):
        with pytest.raises(Problem, match="group those first"):
            mark_duplicate(gala.db, first.id, other.id, reason="The same.")
    mark_duplicate(gala.db, second.id, first.id, reason="Sent twice.")
    with pytest.raises(Problem, match="is duplicate and not counted"):
        mark_duplicate(gala.db, first.id, second.id, reason="Sent twice.")


def test_when_a_voice_is_withdrawn_its_duplicate_stands_for_it(gala: Gala) -> None:
    ada, first, second = two_voices(gala)
    mark_duplicate(gala.db, second.id, first.id, reason="Sent twice.")
    withdraw_nomination(gala.db, first.id, now=NOW, reason="The sender asked.")
    assert nomination(gala.db, second.id).status is N.SUBMITTED
    assert entry(gala.db, ada.id).status is S.SUBMITTED


def test_with_the_last_voice_goes_the_nominee_and_comes_back_with_it(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    withdraw_nomination(gala.db, voice.id, now=NOW, reason="The nominator asked.")
    assert entry(gala.db, ada.id).status is S.WITHDRAWN
    bring_back_nomination(gala.db, voice.id, now=NOW, reason="It was a misunderstanding.")
    assert entry(gala.db, ada.id).status is S.SUBMITTED


def test_a_winner_is_not_taken_out_by_a_withdrawn_voice_but_shown_to_a_person(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    gala.stands(ada.id, S.WINNER)
    assert without_voices(gala.db, gala.round_id) == []
    withdraw_nomination(gala.db, voice.id, now=NOW, reason="The nominator asked.")
    assert entry(gala.db, ada.id).status is S.WINNER
    assert [one.id for one in without_voices(gala.db, gala.round_id)] == [ada.id]


@pytest.mark.parametrize("act", [return_nomination, withdraw_nomination])
def test_every_act_needs_its_reason(gala: Gala, act: object) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    with pytest.raises(FieldProblem) as refused:
        act(gala.db, voice.id, now=NOW, reason=" ")  # type: ignore[operator]
    assert refused.value.field == "reason"
    assert nomination(gala.db, voice.id) == voice


def test_what_cannot_be_done_with_a_voice_is_said(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    with pytest.raises(
        Problem, match="The nomination of Ada Example by Wren Specimen is submitted, and cannot"
    ):
        answer_returned(gala.db, voice.id, now=NOW)
