"""From submitted to the judges, or out."""

from datetime import date

import pytest

from awards.nominations.entries import entry
from awards.nominations.moving import steps_of
from awards.qualifying import qualify as acts
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, Gala
from tests.awards.qualifying.passing import make_ready, suspend

S = EntryStatus


def test_somebody_ready_goes_to_the_judges_by_way_of_qualifying(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    assert acts.qualify(gala.db, ada.id, now=NOW).status is S.JUDGING
    assert [one.to_status for one in steps_of(gala.db, ada.id)][-2:] == [S.QUALIFYING, S.JUDGING]
    told = history.undo(gala.db)
    assert told is not None and "Sent Ada Example to the judges" in told.action
    assert entry(gala.db, ada.id).status is S.SUBMITTED


def test_what_speaks_against_it_is_passed_with_a_reason_on_file_and_only_so(gala: Gala) -> None:
    ada = gala.nominate()
    with pytest.raises(FieldProblem, match=r"not ready for the judges\. 6 points of the checklist") as no:
        acts.qualify(gala.db, ada.id, now=NOW)
    assert no.value.field == "reason" and entry(gala.db, ada.id).status is S.SUBMITTED
    acts.qualify(gala.db, ada.id, now=NOW, reason="Looked at by telephone on Monday")
    assert steps_of(gala.db, ada.id)[-1].reason == "Looked at by telephone on Monday"


def test_a_refusal_does_not_tell_of_a_suspension(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    suspend(gala, gala.house, date(2026, 8, 1))
    with pytest.raises(FieldProblem) as no:
        acts.qualify(gala.db, ada.id, now=NOW)
    assert "suspend" not in no.value.sentence and "the chair’s screen" in no.value.sentence
    acts.qualify(gala.db, ada.id, now=NOW, reason="The chair decided")
    assert not any("suspend" in one.reason.lower() for one in steps_of(gala.db, ada.id))


def test_while_nominations_are_open_nobody_goes_to_the_judges(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    gala.at(RoundPhase.NOMINATE)
    with pytest.raises(Problem, match="move the round there first"):
        acts.qualify(gala.db, ada.id, now=NOW)
    assert entry(gala.db, ada.id).status is S.SUBMITTED


def test_all_who_are_ready_go_at_once_and_the_others_stay(gala: Gala) -> None:
    keys = [gala.nominate(name).id for name in ("Ada Example", "Ben Specimen", "Ivy Sample")]
    for key in keys[:2]:
        make_ready(gala, key)
    came = acts.qualify_ready(gala.db, gala.round_id, now=NOW)
    assert came.sentence == "2 nominees went to the judges; 1 nominee is still to be decided"
    assert [entry(gala.db, key).status for key in keys] == [S.JUDGING, S.JUDGING, S.SUBMITTED]
    history.undo(gala.db)
    assert {entry(gala.db, key).status for key in keys} == {S.SUBMITTED}


def test_where_nobody_is_ready_that_is_said(gala: Gala) -> None:
    with pytest.raises(Problem, match="Nobody is waiting to be qualified"):
        acts.qualify_ready(gala.db, gala.round_id, now=NOW)
    gala.nominate()
    with pytest.raises(Problem, match="Nobody is ready for the judges: 1 nominee is still to be decided"):
        acts.qualify_ready(gala.db, gala.round_id, now=NOW)
    assert acts.SentOn(1, 0).sentence == "1 nominee went to the judges"


def test_those_submitted_are_taken_up_and_no_others(gala: Gala) -> None:
    ada, ben = gala.nominate(), gala.nominate("Ben Specimen")
    gala.judging(ben.id)
    assert acts.start_qualifying(gala.db, [ada.id, ben.id], now=NOW) == 1
    assert entry(gala.db, ada.id).status is S.QUALIFYING and entry(gala.db, ben.id).status is S.JUDGING


def test_out_back_and_returned_each_with_a_reason(gala: Gala) -> None:
    ada = gala.nominate()
    for act, words in (
        (acts.find_ineligible, "ineligible is needed"),
        (acts.return_for_information, "is asked"),
    ):
        with pytest.raises(FieldProblem, match=words):
            act(gala.db, ada.id, reason=" ", now=NOW)
    assert acts.return_for_information(gala.db, ada.id, reason="Asked Wren for examples", now=NOW).status is (
        S.RETURNED_FOR_INFO
    )
    assert acts.find_ineligible(gala.db, ada.id, reason="Works in a hospital", now=NOW).status is S.INELIGIBLE
    with pytest.raises(FieldProblem, match="with a reason"):
        acts.back_to_qualifying(gala.db, ada.id, reason="", now=NOW)
    assert (
        acts.back_to_qualifying(gala.db, ada.id, reason="A care home after all", now=NOW).status
        is S.QUALIFYING
    )
    assert [one.reason for one in steps_of(gala.db, ada.id)][-3:] == [
        "Asked Wren for examples", "Works in a hospital", "A care home after all",
    ]  # fmt: skip


def test_somebody_returned_goes_on_once_ready(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    acts.return_for_information(gala.db, ada.id, reason="Asked Wren for examples", now=NOW)
    assert acts.qualify(gala.db, ada.id, now=NOW).status is S.JUDGING
