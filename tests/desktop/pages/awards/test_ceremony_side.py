"""The side Ceremony: guests gathered, asked and seated, the running order, what is read out, and every paper."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from awards.ceremony.gathering import USUAL, GuestsFrom, gather_guests
from awards.ceremony.guests import Guest, guest, guests, record_answers
from awards.ceremony.letter_words import SHIPPED, wording_of
from awards.ceremony.people import nominee
from awards.ceremony.running_order import items, make_running_order
from awards.nominations.entries import entry
from awards.rounds.rounds import start_round
from awards.vocabulary import CeremonyItemKind, CeremonyLetter, Consent, GuestAnswer
from desktop.ceremony_invitations import GUESTS_GROUP, ceremony_event, choose_ceremony, plan_ceremony
from desktop.dialogs.awards.ceremony_event import PLAN, AskContacts, ChooseCeremony
from desktop.dialogs.awards.ceremony_item import WriteItem
from desktop.dialogs.awards.ceremony_papers import AskCertificates, AskLetters
from desktop.dialogs.awards.citation import NoteConsents, WriteCitation
from desktop.dialogs.awards.guest import GatherGuests, NoteAnswers, NotePhotos, SeatGuests, WriteGuest
from desktop.dialogs.events.plan_event import PlanEvent
from desktop.dialogs.mailing.badges import AskPapers
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.ceremony_lists import CITATIONS, GUESTS, NEEDS, ORDER
from desktop.pages.awards.ceremony_side import CeremonySide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register.contacts import contact
from engagement.register.providers import provider
from engagement.register.vocabulary import ConsentBasis
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.awards.ceremony.conftest import Evening, evening
from tests.awards.gala import NOW
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words

__all__ = ["evening"]
TODAY = NOW.date()


@pytest.fixture
def page(desk: Desk, opened: OpenFile, evening: Evening, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, CeremonySide)


@pytest.fixture
def side(page: AwardsPage) -> CeremonySide:
    assert isinstance(page.current, CeremonySide)
    return page.current


def act(side: CeremonySide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: CeremonySide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def opened_dialog(side: CeremonySide, of: type[FormDialog], /, **answers: object) -> FormDialog:
    dialog = dialog_over(side, of)
    assert isinstance(dialog, FormDialog)
    assert audit(dialog) == []
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)
    return dialog


def submit(side: CeremonySide, qtbot: QtBot, of: type[FormDialog], /, **answers: object) -> None:
    dialog = opened_dialog(side, of, **answers)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def agree(side: CeremonySide, qtbot: QtBot) -> str:
    """Say yes to the open question; returns what it said."""
    question = dialog_over(side, Question)
    said = "\n".join(words(question))
    question._yes.click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not shiboken6.isValid(question))
    return said


def turn(side: CeremonySide, what: str) -> None:
    side.lists.show_what.show_answer(what)


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def gathered(side: CeremonySide, evening: Evening) -> list[Guest]:
    made = gather_guests(evening.db, evening.round_id, USUAL)
    side.reload()
    return list(made.added)


def to_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> Path:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


# --- guests -------------------------------------------------------------------------------------------------------


def test_an_empty_list_gathers_guests(side: CeremonySide, evening: Evening, qtbot: QtBot) -> None:
    assert not side.part.has_rows and "put on it in one go" in said(side)
    side.menu.first(GUESTS).run()
    dialog = opened_dialog(side, GatherGuests, panel=False)
    assert GuestsFrom.HONOURED.value not in dialog.form.rows  # nobody can tell the winners from who is asked
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert len(guests(evening.db, evening.round_id)) == 6
    assert "6 not asked yet" in side.lists.stands.text()
    assert side.table() is not None and side.table().exempt is not None  # type: ignore[union-attr]
    assert audit(side.window()) == []


def test_a_guest_is_added_changed_and_removed(side: CeremonySide, evening: Evening, qtbot: QtBot) -> None:
    act(side, "guest_add")
    submit(side, qtbot, WriteGuest, name="Cllr Example", places=2, diet="2 vegan")
    (one,) = guests(evening.db, evening.round_id)
    assert (one.name, one.places, side.key) == ("Cllr Example", 2, one.id)
    side.part.opened.emit(one.id)
    dialog = opened_dialog(side, WriteGuest, photo=Consent.YES)
    dialog.submit()
    assert "Write the day on which they were asked" in said(dialog)
    dialog.form.rows["photo_asked_on"].field.show_answer(TODAY)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert guest(evening.db, one.id).photo is Consent.YES
    assert side.row_for_history() == ("ceremony_guest", one.id)
    act(side, "guest_remove")
    agree(side, qtbot)
    assert guests(evening.db, evening.round_id) == []


def test_several_are_answered_photographed_and_seated_at_once(
    side: CeremonySide, evening: Evening, qtbot: QtBot
) -> None:
    gathered(side, evening)
    side.part.pane.table.selectAll()
    act(side, "guest_answer")
    submit(side, qtbot, NoteAnswers, said=GuestAnswer.YES)
    side.part.pane.table.selectAll()
    act(side, "guest_photo")
    submit(side, qtbot, NotePhotos, said=Consent.NO)
    side.part.pane.table.selectAll()
    act(side, "guest_seat")
    submit(side, qtbot, SeatGuests, table_name="Table 1")
    some = guests(evening.db, evening.round_id)
    assert {(one.answer, one.photo, one.table_name) for one in some} == {
        (GuestAnswer.YES, Consent.NO, "Table 1")
    }
    assert entry(evening.db, evening.winner).photo is Consent.NO
    act(side, "guest_seat")
    dialog = opened_dialog(side, SeatGuests)
    assert "Table 1, 7 places taken" in said(dialog) or dialog.form.rows["known"].field.answer() == ""
    dialog.reject()
    turn(side, NEEDS)
    assert "Not of Ada Example" in str(side.part.table().rows)
    side.part.show_row("Tables: Table 1")
    qtbot.waitUntil(lambda: "Kit Relative" in said(side.part.detail))


# --- invitations ----------------------------------------------------------------------------------------------


def test_guests_are_invited_through_the_forums_and_their_replies_come_back(
    side: CeremonySide, evening: Evening, qtbot: QtBot
) -> None:
    db, some = evening.db, {one.name: one for one in gathered(side, evening)}
    act(side, "guest_invite")
    submit(side, qtbot, ChooseCeremony, event=PLAN)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in side.window().findChildren(PlanEvent)))
    submit(side, qtbot, PlanEvent, day=date(2026, 11, 26), place="County Hall")
    event = ceremony_event(db, evening.gala.round)
    assert event is not None
    side.reload()
    assert event.title in side.lists.stands.text()
    side.show_row(some["Kit Relative"].id)
    act(side, "guest_register")
    submit(side, qtbot, AskContacts, consent=ConsentBasis.EMAIL_OPT_IN)
    kit = guest(db, some["Kit Relative"].id)
    assert provider(db, contact(db, str(kit.contact_id)).provider_id).name == GUESTS_GROUP
    act(side, "guest_invite")
    assert "4 guests are not in the register" in agree(side, qtbot)
    assert {one.name for one in participants.of_event(db, event.id)} == {"Kit Relative", "Mo Manager"}
    (person,) = [one for one in participants.of_event(db, event.id) if one.name == "Kit Relative"]
    invitations.record_reply(db, [person.id], ParticipantStatus.ACCEPTED, now=NOW)
    act(side, "guest_replies")
    assert "Kit Relative: coming" in agree(side, qtbot)
    assert guest(db, kit.id).answer is GuestAnswer.YES
    with pytest.raises(Problem, match="nothing new"):
        act(side, "guest_replies")
    act(side, "guest_event")
    submit(side, qtbot, ChooseCeremony, event="")
    assert ceremony_event(db, evening.gala.round) is None


def test_everybody_who_is_not_in_the_register_is_added_at_once(
    side: CeremonySide, evening: Evening, qtbot: QtBot
) -> None:
    assert not ready(side, "guest_register_all")
    gathered(side, evening)
    act(side, "guest_register_all")
    submit(side, qtbot, AskContacts, consent=ConsentBasis.EMAIL_OPT_IN)
    assert all(one.contact_id for one in guests(evening.db, evening.round_id))
    assert not ready(side, "guest_register_all")


def test_the_event_of_another_round_is_named_and_never_chosen_beforehand(
    side: CeremonySide, evening: Evening, qtbot: QtBot
) -> None:
    db = evening.db
    before = start_round(db, "Proud to Care 2025", year=2025, today=TODAY)
    draft = EventDraft(
        kind=EventKind.AWARD_CEREMONY, title="Last year", starts=NOW, ends=NOW + timedelta(hours=3)
    )
    event = plan_ceremony(db, before.id, draft)
    act(side, "guest_event")
    dialog = opened_dialog(side, ChooseCeremony)
    field = dialog.form.rows["event"].field
    offered = [field.box.itemText(place) for place in range(field.box.count())]
    assert field.answer() == PLAN
    assert any(one.startswith("Last year") and one.endswith("(of Proud to Care 2025)") for one in offered)
    dialog.reject()
    choose_ceremony(db, evening.round_id, event.id)
    side.reload()
    act(side, "guest_event")
    assert opened_dialog(side, ChooseCeremony).form.rows["event"].field.answer() == event.id


# --- the running order ----------------------------------------------------------------------------------------


def test_a_running_order_is_made_changed_and_moved(
    side: CeremonySide, evening: Evening, qtbot: QtBot
) -> None:
    turn(side, ORDER)
    side.menu.first(ORDER).run()
    made = items(evening.db, evening.round_id)
    assert side.key == made[0].id and "in all" in side.lists.stands.text()
    act(side, "order_down")
    assert items(evening.db, evening.round_id)[1].id == made[0].id
    side.show_row(made[0].id)
    act(side, "order_up")
    act(side, "order_up")
    assert items(evening.db, evening.round_id)[0].id == made[0].id
    act(side, "order_add")
    dialog = opened_dialog(side, WriteItem, kind=CeremonyItemKind.CATEGORY)
    assert dialog.form.rows["words"].isHidden()
    dialog.form.rows["kind"].field.show_answer(CeremonyItemKind.SPEECH)
    for name, answer in {"words": "The year in figures", "minutes": 7, "presenter": "Cllr Example"}.items():
        dialog.form.rows[name].field.show_answer(answer)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    last = items(evening.db, evening.round_id)[-1]
    assert (last.words, last.minutes, side.key) == ("The year in figures", 7, last.id)
    act(side, "order_edit")
    submit(side, qtbot, WriteItem, minutes=9)
    act(side, "order_remove")
    assert last.id not in [one.id for one in items(evening.db, evening.round_id)]
    side.show_row(made[2].id)
    qtbot.waitUntil(lambda: "Ada Example" in said(side.part.detail))
    assert audit(side.window()) == []


# --- what is read out -----------------------------------------------------------------------------------------


def test_a_citation_is_written_and_what_they_agreed_to_is_noted(
    side: CeremonySide, evening: Evening, qtbot: QtBot
) -> None:
    turn(side, CITATIONS)
    assert (
        "2 citations still to write" in side.lists.stands.text()
        and "Under embargo" in side.lists.stands.text()
    )
    act(side, "citation_write")
    dialog = opened_dialog(side, WriteCitation, citation="Ada built a hive with her behind the kitchen.")
    assert "9 words of 120" in said(dialog) and "Nobody who nominated them has agreed" in said(dialog)
    dialog.submit()
    assert "has not agreed to be quoted" in said(dialog)
    dialog.form.rows["citation"].field.show_answer("Six years of patience.")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert nominee(evening.db, evening.winner).citation == "Six years of patience."
    act(side, "citation_consents")
    asked = opened_dialog(side, NoteConsents, publish_name=Consent.YES)
    asked.submit()
    assert "Write the day on which they were asked" in said(asked)
    asked.form.rows["publish_asked_on"].field.show_answer(TODAY)
    asked.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(asked))
    assert entry(evening.db, evening.winner).publish_name is Consent.YES
    side.reload()
    qtbot.waitUntil(lambda: "Six years of patience." in said(side.part.detail))
    assert audit(side.window()) == []


# --- papers ---------------------------------------------------------------------------------------------------


def test_certificates_are_under_embargo_until_announced(
    side: CeremonySide, evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    to_file(monkeypatch, tmp_path / "certificates.docx")
    turn(side, CITATIONS)
    act(side, "citation_certificates")
    dialog = opened_dialog(side, AskCertificates, only=True)
    assert "UNDER EMBARGO" in said(dialog) and dialog.form.rows["winner"].isHidden()
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".docx"] == [
        "UNDER EMBARGO - certificates.docx"
    ]
    act(side, "citation_certificates")
    nothing = dict.fromkeys(("winner", "highly_commended", "finalist", "nominee"), False)
    none = opened_dialog(side, AskCertificates, **nothing)
    none.submit()
    assert "Nothing is ticked" in said(none)
    folder = tmp_path / "each"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    for name in (*nothing, "one_each"):
        none.form.rows[name].field.show_answer(True)
    none.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(none))
    assert len(list(folder.iterdir())) == 4


def test_letters_only_after_the_announcement_and_their_wording_is_kept(
    side: CeremonySide, evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    turn(side, CITATIONS)
    with pytest.raises(Problem, match="not all announced yet"):
        act(side, "citation_letters")
    evening.announce()
    path = to_file(monkeypatch, tmp_path / "letters.docx")
    act(side, "citation_letters")
    dialog = opened_dialog(side, AskLetters)
    assert "3 letters." in said(dialog) and "Left out: 1 nomination without the name" in said(dialog)
    assert "Dear Wren Specimen" in said(dialog)
    dialog.form.rows["subject"].field.show_answer("{oops}")
    assert "{oops} is no field" in said(dialog)
    dialog.form.rows["subject"].field.show_answer("News of {nominees}")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert path.exists() and wording_of(evening.db, CeremonyLetter.NOMINATORS).subject == "News of {nominees}"
    act(side, "citation_letters")
    again = opened_dialog(side, AskLetters)
    assert isinstance(again, AskLetters)
    again.bring_back()
    again.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(again))
    assert wording_of(evening.db, CeremonyLetter.NOMINATORS) == SHIPPED[CeremonyLetter.NOMINATORS]


def test_badges_cards_the_presenters_paper_and_the_lists(
    side: CeremonySide, evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    some = gathered(side, evening)
    with pytest.raises(Problem, match="Nobody has said yet that they come"):
        act(side, "guest_badges")
    record_answers(evening.db, [one.id for one in some], GuestAnswer.YES, today=TODAY)
    for name, action in (("badges", "guest_badges"), ("cards", "guest_cards")):
        path = to_file(monkeypatch, tmp_path / f"{name}.docx")
        act(side, action)
        submit(side, qtbot, AskPapers)
        assert path.exists()
    turn(side, NEEDS)
    book = to_file(monkeypatch, tmp_path / "guests.xlsx")
    act(side, "needs_save")
    turn(side, ORDER)
    make_running_order(evening.db, evening.round_id)
    side.reload()
    paper = to_file(monkeypatch, tmp_path / "script.docx")
    act(side, "order_script")
    assert book.exists() and paper.exists()


def test_without_a_round_nothing_can_be_done_and_the_side_says_so(
    desk: Desk, opened: OpenFile, qtbot: QtBot
) -> None:
    page = page_at(desk, qtbot, CeremonySide)
    side = page.current
    assert isinstance(side, CeremonySide)
    assert not any(one.ready() for one in side.actions_here())
    with pytest.raises(Problem, match="No round of the awards is held yet"):
        side.menu.first(GUESTS).run()
    assert side.table() is None and side.status_text() == ""


def test_the_side_is_found_by_the_keys_of_its_rows(
    page: AwardsPage, side: CeremonySide, evening: Evening
) -> None:
    some = gathered(side, evening)
    assert side.has(some[0].id) and not side.has(evening.winner)
    page.show_row(some[2].id)
    assert page.current is side and side.key == some[2].id
    history.undo(evening.db)
    side.reload()
    assert not side.part.has_rows
