"""The side Nominations: typed in, found twice, returned, moved, grouped; each with its words in the pane."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from awards.nominations.entries import entries, entry
from awards.nominations.moving import move_entry, steps_of
from awards.nominations.nominations import nominations_of
from awards.results.deciding.deciding import decide
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import archive_round
from awards.vocabulary import (
    Consent,
    EntryStatus,
    NominationStatus,
    NominatorKind,
    Outcome,
    OverLimit,
    RoundPhase,
)
from desktop.dialogs.awards.alike import ChooseAlike, Found, SideBySide
from desktop.dialogs.awards.nomination import WriteNomination, WriteVoice
from desktop.dialogs.awards.nominee import WriteNominee
from desktop.dialogs.awards.nominee_step import AskOfVoice, AskReason, ChooseCategory, RuleLength
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.nominations_side import NominationsSide
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.question import Question
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.awards.gala import NOW, STATEMENT, TODAY, Gala
from tests.awards.results.scored import Scored
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import act, fill, ready, said

S, N = EntryStatus, NominationStatus


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def gala(desk: Desk) -> Gala:
    return Gala(desk.db)


@pytest.fixture
def page(desk: Desk, gala: Gala, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, NominationsSide)


@pytest.fixture
def side(page: AwardsPage) -> NominationsSide:
    found = page.current
    assert isinstance(found, NominationsSide)
    return found


def chosen(side: NominationsSide, key: str) -> str:
    side.reload()
    side.show_row(key)
    side._settling.now()
    return pane_words(side.detail)


def closed(qtbot: QtBot, dialog: object) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_an_empty_round_says_how_to_begin(side: NominationsSide) -> None:
    assert "Nobody is nominated in this round yet." in said(side)
    assert ready(side, "nomination_add")
    assert not ready(side, "nominee_edit")


def test_a_nomination_is_typed_with_its_words_counted(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    act(side, "nomination_add")
    dialog = dialog_over(page, WriteNomination)
    assert audit(dialog) == []
    fill(dialog, category_id=gala.category().id, nominee="Ada Example", also_known_as="Addie")
    dialog.form.rows["provider_id"].field.show_answer(Pick(gala.rosewood, "Rosewood"))
    dialog.workplace.offer()
    fill(dialog, service_id=gala.house, nominator="Wren Specimen", nominator_kind=NominatorKind.COLLEAGUE)
    assert dialog.voice.counter.text() == "0 of 300 words"
    fill(dialog, statement="word " * 312)
    assert dialog.voice.counter.text() == "312 words, 12 over the limit of 300"
    fill(dialog, statement=STATEMENT, publish_words=Consent.YES)
    dialog.submit()
    closed(qtbot, dialog)
    (ada,) = entries(desk.db, gala.round_id)
    assert (ada.service_id, ada.other_names) == (gala.house, ("Addie",))
    assert side.key == ada.id
    words = chosen(side, ada.id)
    assert "2026-001 · Proud to deliver Excellent Person Centred Care · 1 voice" in words
    assert "Rosewood House" in words and STATEMENT in words and "Colleague" in words
    assert audit(page) == []


def test_somebody_nominated_already_is_joined_only_when_a_person_says_so(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    act(side, "nomination_add")
    dialog = dialog_over(page, WriteNomination)
    fill(dialog, category_id=gala.category().id, nominee="EXAMPLE, Ada", statement="Ada listens.")
    assert not dialog.form.rows["joins"].isHidden()
    dialog.submit()
    assert "Nominated already? is needed." in dialog.form.rows["joins"].sentence
    fill(dialog, joins=ada.id)
    dialog.submit()
    closed(qtbot, dialog)
    assert [one.id for one in entries(desk.db, gala.round_id)] == [ada.id]
    assert len(nominations_of(desk.db, ada.id)) == 2


def test_what_comes_late_is_asked_why(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    set_phase(desk.db, gala.round_id, RoundPhase.NOMINATE, until_on=TODAY.replace(month=8))
    act(side, "nomination_add")
    dialog = dialog_over(page, WriteNomination)
    assert "after nominations closed on 1 August 2026" in said(dialog)
    fill(dialog, category_id=gala.category().id, nominee="Ada Example", statement=STATEMENT)
    dialog.submit()
    assert "needed" in dialog.form.rows["late_reason"].sentence
    fill(dialog, late_reason="The post was on strike.")
    dialog.submit()
    closed(qtbot, dialog)
    (ada,) = entries(desk.db, gala.round_id)
    assert nominations_of(desk.db, ada.id)[0].reason == "The post was on strike."


def test_a_draft_is_kept_submitted_or_removed(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    for name in ("Ada Example", "Ben Specimen"):
        act(side, "nomination_add")
        dialog = dialog_over(page, WriteNomination)
        fill(dialog, category_id=gala.category().id, nominee=name, attachment="statement.docx")
        dialog._submit_draft()
        closed(qtbot, dialog)
    ada, ben = entries(desk.db, gala.round_id)
    assert ada.status is S.DRAFT
    chosen(side, ada.id)
    act(side, "voice_submit")
    assert entry(desk.db, ada.id).status is S.SUBMITTED
    chosen(side, ben.id)
    act(side, "voice_remove")
    question = dialog_over(page, Question)
    question._yes.click()
    assert [one.id for one in entries(desk.db, gala.round_id)] == [ada.id]


def test_another_voice_is_typed_and_put_right(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    chosen(side, ada.id)
    act(side, "nominee_voice")
    dialog = dialog_over(page, WriteNomination)
    assert "nominee" not in dialog.form.rows
    fill(
        dialog,
        nominator="Odette Sample",
        nominator_kind=NominatorKind.FAMILY,
        statement="She is always there.",
    )
    dialog.submit()
    closed(qtbot, dialog)
    second = nominations_of(desk.db, ada.id)[1]
    side.menu.voices.edit(second.id)
    editing = dialog_over(page, WriteVoice)
    assert audit(editing) == []
    fill(editing, relation="Her sister lives there")
    editing.submit()
    closed(qtbot, editing)
    assert "Her sister lives there" in chosen(side, ada.id)


def test_the_judges_statement_cannot_be_typed_over(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala
) -> None:
    ada = gala.nominate()
    gala.judging(ada.id)
    chosen(side, ada.id)
    side.menu.voices.edit(nominations_of(desk.db, ada.id)[0].id)
    dialog = dialog_over(page, WriteVoice)
    assert not dialog.form.rows["statement"].isEnabled()
    assert "so that it stays as it is" in dialog.voice.counter.text()
    dialog.close()


def test_a_nominee_is_put_right(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    chosen(side, ada.id)
    side.open_row()
    dialog = dialog_over(page, WriteNominee)
    assert audit(dialog) == []
    assert dialog.form.rows["service_id"].field.answer() == gala.house
    fill(dialog, also_hide="Bramble the dog", publish_name=Consent.YES, publish_asked_on=TODAY)
    dialog.submit()
    closed(qtbot, dialog)
    after = entry(desk.db, ada.id)
    assert (after.hidden_too, after.publish_name, after.service_id) == (
        ("Bramble the dog",),
        Consent.YES,
        gala.house,
    )
    assert "Yes, asked on 1 September 2026" in chosen(side, ada.id)


def test_a_nomination_is_returned_and_the_answer_taken_in(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    chosen(side, ada.id)
    act(side, "voice_return")
    dialog = dialog_over(page, AskOfVoice)
    assert audit(dialog) == []
    fill(dialog, reason="Which home is it?")
    dialog.submit()
    closed(qtbot, dialog)
    assert "Returned for information" in chosen(side, ada.id)
    act(side, "voice_answered")
    answer = dialog_over(page, AskOfVoice)
    answer.submit()
    closed(qtbot, answer)
    assert entry(desk.db, ada.id).status is S.SUBMITTED


def test_voices_are_set_aside_counted_again_withdrawn_and_brought_back(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, nominator="Odette Sample")
    first, second = nominations_of(desk.db, ada.id)
    chosen(side, ada.id)
    for name, answers, status in (
        ("voice_duplicate", {"key": second.id, "other": first.id}, N.DUPLICATE), ("voice_count", {}, N.SUBMITTED),
        ("voice_withdraw", {"key": second.id}, N.WITHDRAWN), ("voice_back", {}, N.SUBMITTED),
    ):  # fmt: skip
        act(side, name)
        dialog = dialog_over(page, AskOfVoice)
        fill(dialog, reason="It was looked at.", **answers)
        dialog.submit()
        closed(qtbot, dialog)
        assert nominations_of(desk.db, ada.id)[1].status is status


def test_a_long_statement_is_ruled_on(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate(statement="word " * 20_000)
    assert "20,000 words, 19,700 over the limit of 300; not ruled on" in chosen(side, ada.id)
    act(side, "voice_length")
    dialog = dialog_over(page, RuleLength)
    assert audit(dialog) == []
    fill(dialog, ruling=OverLimit.TO_LIMIT)
    dialog.submit()
    closed(qtbot, dialog)
    assert "the judges read up to the limit" in chosen(side, ada.id)


def test_a_nominee_goes_out_comes_back_and_changes_category_with_reasons(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    chosen(side, ada.id)
    for name, status in (
        ("nominee_ineligible", S.INELIGIBLE), ("nominee_back", S.SUBMITTED), ("nominee_withdraw", S.WITHDRAWN),
        ("nominee_back", S.SUBMITTED),
    ):  # fmt: skip
        act(side, name)
        dialog = dialog_over(page, AskReason)
        fill(dialog, reason="It was looked at.")
        dialog.submit()
        closed(qtbot, dialog)
        assert entry(desk.db, ada.id).status is status
    act(side, "nominee_category")
    moving = dialog_over(page, ChooseCategory)
    assert audit(moving) == []
    fill(moving, category_id=gala.category("Team").id, reason="All of them are meant.")
    moving.submit()
    closed(qtbot, moving)
    words = chosen(side, ada.id)
    assert "Individual, though the category honours a team" in words
    steps = steps_of(desk.db, ada.id)
    assert (len(steps), steps[-1].to_category_id) == (6, gala.category("Team").id)


def test_who_is_honoured_by_a_decision_goes_by_taking_it_back(
    page: AwardsPage, side: NominationsSide, desk: Desk
) -> None:
    made = Scored(desk.db, year=2027)
    decide(desk.db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    page.reload()
    page.chosen.choose(made.gala.round_id)
    chosen(side, made.entry["ada"])
    with pytest.raises(Problem, match="Take the decision back on the side “Results”"):
        act(side, "nominee_withdraw")
    assert side.findChildren(AskReason) == []
    assert entry(desk.db, made.entry["ada"]).status is S.PENDING_WINNER


def test_what_came_twice_is_looked_at_side_by_side(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("EXAMPLE, Ada", job_role="Nurse")
    assert "May be the same nominee as" in chosen(side, ada.id)
    act(side, "nominee_alike")
    which = dialog_over(page, ChooseAlike)  # the nominees, and their voices of the same words
    assert audit(which) == []
    assert which.why.text() == "They have the same name. Both work at the same service."
    which.submit()
    dialog = dialog_over(page, SideBySide)
    assert audit(dialog) == []
    assert "They have the same name. Both work at the same service." in said(dialog)
    assert "Nurse" in said(dialog)
    fill(dialog, found=Found.ONE)
    dialog.submit()
    closed(qtbot, dialog)
    assert entry(desk.db, twice.id).merged_into_id == ada.id
    assert side.key == ada.id
    assert "2026-002 EXAMPLE, Ada" in chosen(side, ada.id)
    history.undo(desk.db)
    side.menu.alike.compare()
    again = dialog_over(page, SideBySide)
    fill(again, found=Found.DIFFERENT)
    again.submit()
    closed(qtbot, again)
    assert "May be the same nominee as" not in chosen(side, ada.id)


def test_the_same_voice_twice_is_counted_once(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, nominator="Odette Sample", nominator_email="")
    chosen(side, ada.id)
    act(side, "nominee_alike")
    dialog = dialog_over(page, SideBySide)
    fill(dialog, found=Found.ONE, reason="The same words.")
    dialog.submit()
    closed(qtbot, dialog)
    assert [one.status for one in nominations_of(desk.db, ada.id)] == [N.SUBMITTED, N.DUPLICATE]
    act(side, "nominee_alike")
    assert ready(side, "voice_count")


def test_selected_nominees_are_grouped_and_taken_apart(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("Addie Sample")
    side.reload()
    side.pane.table.selectAll()
    assert ready(side, "nominee_group") and not ready(side, "nominee_edit")
    act(side, "nominee_group")
    dialog = dialog_over(page, AskReason)
    dialog.submit()
    closed(qtbot, dialog)
    assert entry(desk.db, twice.id).merged_into_id == ada.id
    assert "2026-001 Ada Example" in chosen(side, twice.id)
    act(side, "nominee_ungroup")
    apart = dialog_over(page, AskReason)
    fill(apart, reason="They are sisters.")
    apart.submit()
    closed(qtbot, apart)
    assert entry(desk.db, twice.id).status is S.SUBMITTED


def test_each_round_shows_its_own_nominees_and_a_row_of_another_turns_to_it(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala
) -> None:
    ada = gala.nominate()
    before = Gala(desk.db, "Proud to Care 2025", year=2025)
    ben = before.nominate("Ben Specimen")
    page.reload()
    assert side.status_text() == "1 row"
    page.show_row(ben.id)
    assert page.chosen.key == before.round_id
    assert side.key == ben.id
    page.show_row(ada.id)
    assert page.chosen.key == gala.round_id
    assert side.table().exempt is not None


def test_a_round_put_away_can_only_be_read(
    page: AwardsPage, side: NominationsSide, desk: Desk, gala: Gala
) -> None:
    ada = gala.nominate()
    move_entry(desk.db, ada.id, S.QUALIFYING, now=datetime(2026, 9, 2, 9, tzinfo=UTC))
    archive_round(desk.db, gala.round_id, today=TODAY)
    page.chosen.choose(gala.round_id)
    page.show_row(ada.id)
    assert not ready(side, "nomination_add") and not ready(side, "nominee_withdraw")


def test_a_service_is_chosen_by_its_name_and_fills_its_provider(
    side: NominationsSide, gala: Gala, qtbot: QtBot
) -> None:
    act(side, "nomination_add")
    dialog = dialog_over(side, WriteNomination)
    assert isinstance(dialog, WriteNomination)
    found = dialog.workplace.found
    qtbot.keyClicks(found.line, "rosewood lodge")
    qtbot.keyClick(found.line, Qt.Key.Key_Return)
    assert (dialog.workplace.provider_id, dialog.workplace.service_id) == (gala.rosewood, gala.lodge)
    qtbot.keyClicks(found.line, "x")
    assert dialog.workplace.service_id == gala.lodge
    found.line.clear()
    qtbot.keyClicks(found.line, "hazel")
    found.take(found.list.item(0))
    assert dialog.workplace.provider_id == gala.hazel
