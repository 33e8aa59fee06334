"""Voices are taken in, put right and ruled on; nothing is kept of what is refused."""

from datetime import UTC, date, datetime

import pytest

from awards.ceremony.guests import add_guest
from awards.nominations.entries import edit_entry, entries, entry
from awards.nominations.moving import move_entry, steps_of
from awards.nominations.nominations import (
    NominationDraft,
    add_nomination,
    edit_nomination,
    nomination,
    nominations,
    nominations_of,
    remove_draft,
    rule_over_limit,
    statements_withheld,
    submit_draft,
    word_limit_of,
)
from awards.rounds.categories import edit_category
from awards.vocabulary import Consent, EntryStatus, HowReceived, NominationStatus, OverLimit, RoundPhase
from resources.database import Database, change, history, new_key
from resources.database.history import undo
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, STATEMENT, TODAY, Gala


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_a_nomination_makes_a_nominee_with_a_first_step(gala: Gala) -> None:
    ada = gala.nominate(publish_words=Consent.YES)
    (voice,) = nominations_of(gala.db, ada.id)
    assert (voice.status, voice.how, voice.received_on) == (
        NominationStatus.SUBMITTED,
        HowReceived.TYPED,
        TODAY,
    )
    assert voice.publish_asked_on == TODAY
    (step,) = steps_of(gala.db, ada.id)
    assert (step.from_status, step.to_status, step.by) == (None, EntryStatus.SUBMITTED, "Test Officer")
    undo(gala.db)
    assert entries(gala.db, gala.round_id) == [] == nominations(gala.db, gala.round_id)


def test_what_may_not_be_published_of_all_rounds_is_told(gala: Gala) -> None:
    gala.nominate(publish_words=Consent.YES)
    assert statements_withheld(gala.db) == []
    gala.nominate("Bo Example", publish_words=Consent.NO)
    assert statements_withheld(gala.db) == [STATEMENT]


def test_another_voice_joins_the_nominee(gala: Gala) -> None:
    ada = gala.nominate()
    same = gala.nominate(entry_id=ada.id, nominator="Odette Specimen")
    assert same.id == ada.id
    assert [one.by for one in nominations_of(gala.db, ada.id)] == ["Wren Specimen", "Odette Specimen"]


def test_another_voice_by_another_name_adds_it_for_the_blind_copies(gala: Gala) -> None:
    ada = gala.nominate()
    gala.nominate("Addie Example", entry_id=ada.id, also_known_as="Mrs E.")
    gala.nominate("EXAMPLE, Ada", entry_id=ada.id)
    assert entry(gala.db, ada.id).other_names == ("Addie Example", "Mrs E.")


def test_a_voice_joins_only_who_is_nominated_in_that_category_and_not_out(gala: Gala) -> None:
    ada = gala.nominate()
    with pytest.raises(FieldProblem, match="nominated in another category"):
        gala.nominate("Ada Example", "Team", entry_id=ada.id)
    move_entry(gala.db, ada.id, EntryStatus.WITHDRAWN, now=NOW, reason="She asked for it.")
    with pytest.raises(Problem, match=r"Ada Example is withdrawn\. Bring them back first"):
        gala.nominate(entry_id=ada.id)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"nominee": " "}, "nominee"),
        ({"statement": " "}, "statement"),
        ({"nominator_email": "wren at home"}, "nominator_email"),
        ({"email": "ada"}, "email"),
    ],
)
def test_what_lacks_its_core_is_refused_and_leaves_nothing(
    gala: Gala, facts: dict[str, str], field: str
) -> None:
    with pytest.raises(FieldProblem) as refused:
        gala.nominate(**{"nominee": "Ada Example", **facts})  # type: ignore[arg-type]
    assert refused.value.field == field
    assert entries(gala.db, gala.round_id) == []


def test_a_statement_that_came_as_a_file_is_taken_in_without_words(gala: Gala) -> None:
    ada = gala.nominate(statement="", attachment="Ada.docx")
    assert nominations_of(gala.db, ada.id)[0].attachment == "Ada.docx"


def test_a_category_of_another_round_is_refused(gala: Gala) -> None:
    other = Gala(gala.db, "Proud to Care 2025", year=2025)
    with pytest.raises(FieldProblem) as refused:
        add_nomination(gala.db, gala.round_id, other.draft(), now=NOW)
    assert refused.value.field == "category_id"


def test_a_day_to_come_is_no_day_of_receipt(gala: Gala) -> None:
    with pytest.raises(FieldProblem, match="after today") as refused:
        add_nomination(gala.db, gala.round_id, gala.draft(), now=NOW, received_on=date(2026, 9, 2))
    assert refused.value.field == "received_on"


def test_a_draft_counts_for_nobody_until_it_is_submitted(gala: Gala) -> None:
    ada = gala.nominate(as_draft=True, statement="")
    assert ada.status is EntryStatus.DRAFT
    (voice,) = nominations_of(gala.db, ada.id)
    assert not voice.status.is_counted
    with pytest.raises(FieldProblem, match="Write the statement first"):
        submit_draft(gala.db, voice.id, now=NOW)
    edit_nomination(gala.db, voice.id, statement=STATEMENT)
    assert submit_draft(gala.db, voice.id, now=NOW).status.is_counted
    assert entry(gala.db, ada.id).status is EntryStatus.SUBMITTED
    with pytest.raises(Problem, match="is submitted, and no draft"):
        submit_draft(gala.db, voice.id, now=NOW)


def test_a_draft_by_mistake_goes_with_its_nominee_but_what_was_submitted_stays(gala: Gala) -> None:
    ada = gala.nominate(as_draft=True)
    remove_draft(gala.db, nominations_of(gala.db, ada.id)[0].id)
    assert entries(gala.db, gala.round_id) == []
    ben = gala.nominate("Ben Specimen")
    with pytest.raises(Problem, match="Withdraw it instead"):
        remove_draft(gala.db, nominations_of(gala.db, ben.id)[0].id)


def test_a_draft_of_one_already_nominated_goes_alone(gala: Gala) -> None:
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, as_draft=True)
    remove_draft(gala.db, nominations_of(gala.db, ada.id)[1].id)
    assert len(nominations_of(gala.db, ada.id)) == 1


def test_a_submitted_voice_brings_a_draft_nominee_out_of_the_drafts(gala: Gala) -> None:
    ada = gala.nominate(as_draft=True)
    gala.nominate(entry_id=ada.id)
    assert entry(gala.db, ada.id).status is EntryStatus.SUBMITTED


def test_the_judges_statement_stays_as_they_read_it(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    gala.judging(ada.id)
    with pytest.raises(FieldProblem, match="The judges read this statement"):
        edit_nomination(gala.db, voice.id, statement="Something else.")
    assert edit_nomination(gala.db, voice.id, nominator="Wren A. Specimen").nominator == "Wren A. Specimen"


def test_a_rewritten_statement_drops_what_was_ruled_and_chosen_of_the_former(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    rule_over_limit(gala.db, voice.id, OverLimit.WHOLE)
    with change(gala.db, "Chose"):
        gala.db.insert_row(
            "blind_choice",
            {"id": new_key(), "nomination_id": voice.id, "word": "Grace", "occurrence": 1, "hide": 1,
             "chosen_by": "Test Officer", "chosen_on": "2026-09-01"},
        )  # fmt: skip
    edit_nomination(gala.db, voice.id, relation="Works beside her")
    assert gala.db.value("select count(*) from blind_choice") == 1
    assert edit_nomination(gala.db, voice.id, statement="Ada listens.").over_limit is None
    assert gala.db.value("select count(*) from blind_choice") == 0


def test_what_was_submitted_is_not_left_without_a_statement(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    with pytest.raises(FieldProblem, match="withdraw this voice"):
        edit_nomination(gala.db, voice.id, statement=" ")
    assert edit_nomination(gala.db, voice.id, statement="", attachment="Ada.docx").statement == ""


def test_length_is_ruled_on_before_the_judges_read(gala: Gala) -> None:
    ada = gala.nominate()
    (voice,) = nominations_of(gala.db, ada.id)
    assert rule_over_limit(gala.db, voice.id, OverLimit.TO_LIMIT).over_limit is OverLimit.TO_LIMIT
    assert rule_over_limit(gala.db, voice.id, None).over_limit is None
    gala.judging(ada.id)
    with pytest.raises(Problem, match="read this statement"):
        rule_over_limit(gala.db, voice.id, OverLimit.WHOLE)


def test_a_category_may_have_a_limit_of_its_own(gala: Gala) -> None:
    ada = gala.nominate()
    assert word_limit_of(gala.db, ada) == 300
    edit_category(gala.db, ada.category_id, word_limit=200)
    assert word_limit_of(gala.db, ada) == 200


def test_late_comes_in_only_with_a_reason_and_after_scoring_not_at_all(gala: Gala) -> None:
    gala.at(RoundPhase.QUALIFY)
    late = datetime(2026, 9, 20, 9, tzinfo=UTC)
    with pytest.raises(FieldProblem) as refused:
        add_nomination(gala.db, gala.round_id, gala.draft(), now=late)
    assert refused.value.field == "late_reason"
    voice = add_nomination(gala.db, gala.round_id, gala.draft(), now=late, late_reason="The form was down.")
    assert voice.reason == "The form was down."
    gala.at(RoundPhase.MODERATE)
    with pytest.raises(Problem, match="takes in no more nominations"):
        add_nomination(gala.db, gala.round_id, gala.draft(), now=late, late_reason="Again.")


def test_a_gone_nomination_is_no_nomination(gala: Gala) -> None:
    with pytest.raises(LookupError):
        nomination(gala.db, "gone")


def test_text_is_kept_whole_however_long(gala: Gala) -> None:
    long = "Ada was there. " * 7000
    ada = gala.nominate(statement=long)
    assert nominations_of(gala.db, ada.id)[0].statement == long.strip()


def test_an_empty_draft_of_a_nomination_has_the_defaults_of_the_table() -> None:
    draft = NominationDraft("category", "Ada Example")
    assert (draft.publish_words, draft.nominee_kind) == (Consent.NOT_ASKED, None)


def test_typed_names_and_statements_keep_no_sign_that_nobody_sees(db: Database) -> None:
    gala = Gala(db)
    typed = "Ada\u202e Example\x07"
    held = gala.nominate(typed, nominator="Wren\u200b Specimen\x00", statement="Kind.\nAnd \u2066patient.")
    (voice,) = nominations_of(db, held.id)
    assert (held.nominee, voice.nominator) == ("Ada Example", "Wren Specimen")
    assert voice.statement == "Kind.\nAnd patient."
    assert gala.judge("Jo\u202e Judge").name == "Jo Judge"
    assert add_guest(db, gala.round_id, "Kit\x1b Guest").name == "Kit Guest"
    assert edit_entry(db, held.id, citation="Warm\u202e.").citation == "Warm."
    done = history.next_undo(db)
    assert done is not None and "\u202e" not in done.action
