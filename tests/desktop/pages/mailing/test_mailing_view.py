"""The invitations of an event: what was written to whom, letters and drafts, answers that come back, the wording."""

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QFileDialog
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.dialogs.mailing.answers import AnswersPreview, PasteReply
from desktop.dialogs.mailing.badges import AskPapers
from desktop.dialogs.mailing.wording import ChangeLetterhead, ChangeWording
from desktop.dialogs.mailing.write_to import FOLDER, WriteTo
from desktop.pages.mailing.mailing_view import MailingView
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.forums.at_the_door import door
from engagement.forums.mailing.mailings import last_written
from engagement.forums.mailing.vocabulary import Purpose, Way, Whom
from engagement.forums.mailing.words import wording_for
from engagement.forums.people import invitations
from engagement.forums.vocabulary import EventKind
from engagement.forums.vocabulary import ParticipantStatus as S
from engagement.register import contacts, services
from engagement.register.letterhead import letterhead
from resources.database import OpenFile, history
from resources.problem import Problem
from resources.wordings import Wording
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    NOW,
    STARTS,
    fill_county,
    invite,
    make_forums_window,
    named,
    plan_forum,
    statuses,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    """Ada has an e-mail address and a home with an address, Cy only a home, Dot neither; Eve may not be written to."""
    db = opened.db
    fill_county(db)
    for home in ("Larkmeadow House", "Rosewood Court"):
        key = db.value("select id from service where name = ?", (home,))
        services.edit_service(db, key, address="1 Sample Street, Worksop", postcode="S80 1AA")
    for name in ("Ada Example", "Eve Unasked"):
        key = db.value("select id from contact where name = ?", (name,))
        contacts.edit_contact(db, key, email=f"{name.split()[0].lower()}@example.org")
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    key = plan_forum(desk.db)
    invite(desk.db, key, "Ada Example", "Cy Specimen", "Dot Demo", "Eve Unasked")
    return key


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def view(desk: Desk, event: str, qtbot: QtBot, clock: list[datetime]) -> Iterator[MailingView]:
    window, page = make_forums_window(desk, qtbot, clock)
    page.show_side(MailingView, event)
    yield page.room.side(MailingView)
    window.close()


@pytest.fixture
def saving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Where the next files go, the last first; without any the person leaves the question."""
    places: list[Path] = []

    def asked(*_args: object, **_more: object) -> tuple[str, str]:
        return (str(places.pop()), "") if places else ("", "")

    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, asked)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: asked()[0])
    return places


def column(view: MailingView, name: str) -> dict[str, object]:
    model = view.pane.model
    at = model.column_named(name) + 1
    return {row[1]: row[at] for row in model.all_rows()}


def choose(view: MailingView, *names: str) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table, model = view.pane.table, view.pane.model
    table.clearSelection()
    for name in names:
        row = model.row_of(named(view._desk.db, view.event_id, name).id)
        table.selectionModel().setCurrentIndex(model.index(row, 0), flags.Select | flags.Rows)


def made(view: MailingView, qtbot: QtBot) -> None:
    """What runs beside the window has ended."""
    qtbot.waitUntil(lambda: not view._desk.jobs.busy, timeout=20_000)


def answer(dialog: object, **answers: object) -> None:
    for name, value in answers.items():
        dialog.form.rows[name].field.show_answer(value)  # type: ignore[attr-defined]


def test_the_table_says_what_was_written_and_what_can_be_used(view: MailingView) -> None:
    assert column(view, "reach") == {
        "Ada Example": "E-mail and post", "Cy Specimen": "Post", "Dot Demo": "", "Eve Unasked": "",
    }  # fmt: skip
    assert column(view, "left_out")["Eve Unasked"] == "How they agreed to be contacted is not recorded."
    assert set(column(view, "how").values()) == {"Not written to yet"}
    assert view._figures.text().startswith(
        "4 people have not answered; 4 of them have not been written to yet; 2 people"
    )
    assert view.status_text() == "4 rows"
    assert view.table().title == "Invitations: Provider forum, December 2019"


def test_letters_are_saved_recorded_and_undone(
    view: MailingView, saving: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    answer(dialog, way=Way.LETTER)
    assert dialog._who.text() == "2 people; 2 are left out"
    assert "Dear Cy" in dialog._preview.text() or "Dear Ada" in dialog._preview.text()
    dialog.submit()
    assert dialog.banner.text == "No place was chosen, so nothing was made. What you typed is still here."
    assert last_written(view._desk.db, view.event_id) == {}
    saving.append(tmp_path / "letters")
    dialog.submit()
    made(view, qtbot)
    assert (tmp_path / "letters.docx").is_file()
    assert column(view, "how")["Ada Example"] == "Invitation, letter"
    assert column(view, "days")["Ada Example"] == 0
    history.undo(view._desk.db)
    assert column(view, "how")["Ada Example"] == "Not written to yet"


def test_the_preview_follows_every_key_and_person(view: MailingView) -> None:
    view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    answer(dialog, way=Way.LETTER, subject="{event}", body="Dear {name} of {organisation}")
    people = {words: key for key, words in dialog.form.rows["person"].field._options}
    for words, name in (
        ("Cy Specimen, Rosewood Court", "Cy Specimen"),
        ("Ada Example, Larkmeadow House", "Ada Example"),
    ):
        answer(dialog, person=people[words])
        assert dialog._preview.text().startswith(f"Provider forum, December 2019\n\nDear {name} of ")
    answer(dialog, body="Dear {nmae}")
    assert dialog._preview.text().startswith("{nmae} is no field of a wording. The fields are {name}")
    dialog.submit()
    assert "{nmae} is no field" in dialog.form.rows["body"].sentence
    answer(dialog, purpose=Purpose.REMINDER)
    assert "Reminder" in dialog.form.rows["subject"].field.answer()
    answer(dialog, purpose=Purpose.INVITATION)
    assert dialog.form.rows["body"].field.answer() == "Dear {nmae}"  # what was typed is still there


def test_a_wording_may_be_kept_in_the_same_change(
    view: MailingView, saving: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    db = view._desk.db
    saving.append(tmp_path / "l.docx")
    view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    answer(dialog, way=Way.LETTER, subject="Mine: {event}", keep=True)
    entries = len(history.entries(db))
    dialog.submit()
    made(view, qtbot)
    assert len(history.entries(db)) == entries + 1
    assert history.entries(db)[0].action == "Made 2 letters: invitation, Provider forum, December 2019"
    assert wording_for(db, Purpose.INVITATION, EventKind.PROVIDER_FORUM).wording.subject == "Mine: {event}"


def test_a_file_that_cannot_be_saved_brings_the_typed_words_back(
    view: MailingView, saving: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    saving.append(tmp_path / "no folder" / "l.docx")
    view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    answer(dialog, way=Way.LETTER, subject="Mine: {event}")
    dialog.submit()
    made(view, qtbot)
    again = [one for one in view.window().findChildren(WriteTo) if one.isVisible()][-1]
    assert "is not there, so “l.docx” was not saved" in again.banner.text
    assert again.form.rows["subject"].field.answer() == "Mine: {event}"
    assert again.form.rows["way"].field.answer() is Way.LETTER
    assert last_written(view._desk.db, view.event_id) == {}


def test_drafts_go_into_a_zip_or_a_folder_and_the_sender_is_remembered(
    view: MailingView, saving: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    saving.append(tmp_path / "drafts")
    view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    answer(dialog, way=Way.EMAIL_DRAFT, sender="me")
    dialog.submit()
    assert dialog.form.rows["sender"].sentence.startswith("“me” is not an e-mail address")
    answer(dialog, sender="me@example.gov.uk")
    dialog.submit()
    made(view, qtbot)
    assert (tmp_path / "drafts.zip").is_file()
    folder = tmp_path / "folder"
    folder.mkdir()
    saving.append(folder)
    view.going_out.ask_write()
    dialogs = [one for one in view.window().findChildren(WriteTo) if one.isVisible()]
    again = dialogs[-1]
    assert again.form.rows["sender"].field.answer() == "me@example.gov.uk"
    assert again.form.rows["purpose"].field.answer() is Purpose.INVITATION  # Cy was not written to yet
    answer(again, place=FOLDER)
    again.submit()
    made(view, qtbot)
    assert [path.name for path in folder.iterdir()] == ["Ada Example, Larkmeadow House.eml"]


def test_labels_ask_for_the_sheet_and_its_first_free_label(
    view: MailingView, saving: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    saving.append(tmp_path / "labels.docx")
    view.going_out.ask_labels()
    dialog = dialog_over(view, WriteTo)
    assert dialog.form.rows["subject"].isHidden() and not dialog.form.rows["sheet"].isHidden()
    answer(dialog, first=20)
    dialog.submit()
    made(view, qtbot)
    assert (tmp_path / "labels.docx").is_file()


def test_the_selected_people_can_be_written_to_alone(
    view: MailingView, saving: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    choose(view, "Ada Example", "Eve Unasked")
    saving.append(tmp_path / "m.xlsx")
    view.going_out.ask_merge()
    dialog = dialog_over(view, WriteTo)
    assert dialog.form.rows["whom"].field.answer() is Whom.CHOSEN
    assert dialog._who.text() == "1 person; 1 is left out"
    dialog.submit()
    made(view, qtbot)
    assert (tmp_path / "m.xlsx").is_file()
    assert column(view, "how")["Ada Example"] == "Invitation, mail merge"


def _returned(path: Path, answers: dict[str, str]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Name", "Answer"), *answers.items()])


def test_answers_are_shown_before_they_are_recorded(
    view: MailingView, saving: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "back.csv"
    _returned(path, {"Ada Example": "yes", "Cy Specimen": "blue", "Dot Demo": "", "Nobody": "no"})
    saving.append(path)
    view.coming_in.ask_answers()
    dialog = dialog_over(view, AnswersPreview)
    assert set(statuses(view._desk.db, view.event_id).values()) == {"invited"}
    assert [group.name for group in dialog.preview._preview.groups] == [
        "To be recorded", "Without an answer", "Refused", "Refused",
    ]  # fmt: skip
    saving.append(tmp_path / "refused")
    dialog.ask_refused()
    assert (tmp_path / "refused.xlsx").is_file()
    dialog.submit()
    assert statuses(view._desk.db, view.event_id)["Ada Example"] == "accepted"
    history.undo(view._desk.db)
    assert statuses(view._desk.db, view.event_id)["Ada Example"] == "invited"


def test_what_changed_meanwhile_is_said_and_nothing_recorded(
    view: MailingView, saving: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "back.csv"
    _returned(path, {"Ada Example": "yes"})
    view.coming_in.show_answers(path)
    dialog = dialog_over(view, AnswersPreview)
    invitations.record_reply(
        view._desk.db, [named(view._desk.db, view.event_id, "Ada Example").id], S.DECLINED, now=NOW
    )
    dialog.submit()
    assert dialog.banner.text.startswith("1 person has changed since the file was read")
    assert dialog.isVisible()


def test_a_pasted_reply_is_proposed_and_confirmed(view: MailingView) -> None:
    view.coming_in.ask_reply()
    dialog = dialog_over(view, PasteReply)
    answer(dialog, text="From: Ada <ada@example.org>\n\nMany thanks. I cannot come.")
    assert dialog._found.text() == (
        "Whose: Ada Example of Larkmeadow House, because the sender’s e-mail address is theirs.\n"
        "Answer: Apologies, by the sentence: “I cannot come.”"
    )
    assert set(statuses(view._desk.db, view.event_id).values()) == {"invited"}
    dialog.submit()
    ada = named(view._desk.db, view.event_id, "Ada Example")
    assert (ada.status, ada.note) == (S.APOLOGIES, "By e-mail: “I cannot come.”")


def test_what_the_person_chose_is_not_proposed_over(view: MailingView) -> None:
    view.coming_in.ask_reply()
    dialog = dialog_over(view, PasteReply)
    answer(dialog, text="Hello from the team")
    assert "nobody on the list is found" in dialog._found.text()
    dialog.submit()
    assert len(dialog.form.refused()) == 2
    cy = named(view._desk.db, view.event_id, "Cy Specimen").id
    answer(dialog, person=cy, answer=S.ACCEPTED)
    answer(dialog, text="From: Ada <ada@example.org>\n\nI cannot come.")
    assert dialog.form.rows["person"].field.answer() == cy
    dialog.submit()
    found = statuses(view._desk.db, view.event_id)
    assert (found["Cy Specimen"], found["Ada Example"]) == ("accepted", "invited")


def test_badges_and_certificates_are_saved(
    view: MailingView, clock: list[datetime], saving: list[Path], tmp_path: Path
) -> None:
    db, event = view._desk.db, view.event_id
    door.check_in(db, event, named(db, event, "Ada Example").id, now=STARTS, device="L", nonce="1")
    saving.append(tmp_path / "badges.docx")
    view.papers.ask_badges()
    dialog_over(view, AskPapers).submit()
    assert (tmp_path / "badges.docx").is_file()
    view.papers.ask_certificates()
    dialog = next(
        one
        for one in view.window().findChildren(AskPapers)
        if one.isVisible() and "blank" not in one.form.rows
    )
    dialog.submit()
    assert "is not over" in dialog.banner.text
    clock.append(STARTS + timedelta(hours=3))
    dialog.submit()
    assert dialog.banner.text == "No place was chosen, so nothing was saved."
    saving.append(tmp_path / "certificates.docx")
    dialog.submit()
    assert (tmp_path / "certificates.docx").is_file()


def test_calendar_and_tables_are_saved(view: MailingView, saving: list[Path], tmp_path: Path) -> None:
    saving.append(tmp_path / "event")
    view.papers.ask_calendar()
    assert (tmp_path / "event.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    for act, name in ((view.papers.ask_left_out, "out.csv"), (view.papers.ask_reminders, "owing.xlsx")):
        saving.append(tmp_path / name)
        act()
        assert (tmp_path / name).is_file()
        act()  # left without a name


def test_the_wording_is_changed_and_brought_back(view: MailingView) -> None:
    db = view._desk.db
    view.going_out.ask_wording()
    dialog = dialog_over(view, ChangeWording)
    assert dialog.form.rows["kind"].field.answer() is EventKind.PROVIDER_FORUM
    answer(dialog, subject="Ours: {event}")
    assert dialog._preview.text().startswith("Ours: Provider forum, December 2019")
    dialog.submit()
    kept = wording_for(db, Purpose.INVITATION, EventKind.PROVIDER_FORUM)
    assert kept.changed and kept.wording.subject == "Ours: {event}"
    view.going_out.ask_wording()
    again = next(one for one in view.window().findChildren(ChangeWording) if one.isVisible())
    again.bring_back()
    again.submit()
    assert not wording_for(db, Purpose.INVITATION, EventKind.PROVIDER_FORUM).changed
    assert isinstance(kept.wording, Wording)


def test_the_letterhead_is_kept(view: MailingView) -> None:
    view.going_out.ask_letterhead()
    dialog = dialog_over(view, ChangeLetterhead)
    answer(dialog, council="Example County Council", email="wrong")
    dialog.submit()
    assert dialog.form.rows["email"].sentence.startswith("“wrong” is not an e-mail address")
    answer(dialog, email="team@example.org")
    dialog.submit()
    assert letterhead(view._desk.db).email == "team@example.org"


def test_only_those_who_have_not_answered_can_be_shown(view: MailingView) -> None:
    db = view._desk.db
    invitations.record_reply(db, [named(db, view.event_id, "Ada Example").id], S.ACCEPTED, now=NOW)
    view.turn_owing()
    assert set(column(view, "name")) == {"Cy Specimen", "Dot Demo", "Eve Unasked"}
    assert view.table().title == "Not answered: Provider forum, December 2019"


def test_the_person_chosen_is_shown_with_what_was_written(view: MailingView) -> None:
    view.pane.show_row(named(view._desk.db, view.event_id, "Ada Example").id)
    assert view.row_for_history()[0] == "participant"
    assert view.chosen() == [view.row_for_history()[1]]


def test_nothing_is_at_fault_for_those_who_use_keys_or_hear_the_window(view: MailingView) -> None:
    assert audit(view.window()) == []


def test_a_small_screen_has_the_preview_beneath(view: MailingView, monkeypatch: pytest.MonkeyPatch) -> None:
    with capture_exceptions() as raised:
        view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    room = view.screen().availableGeometry()
    assert dialog._beside is (room.width() - 40 >= 1080)
    assert raised == [] and dialog.width() <= room.width()
    room.setWidth(1920)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: room)
    wide = WriteTo(view._desk.db, view.event_id, (), view, now=lambda: NOW)
    assert wide._beside
    wide.deleteLater()


def test_thanks_are_what_is_written_once_it_was_held(view: MailingView, clock: list[datetime]) -> None:
    db, event = view._desk.db, view.event_id
    clock.append(STARTS + timedelta(hours=3))
    door.check_in(db, event, named(db, event, "Ada Example").id, now=STARTS, device="L", nonce="1")
    door.close_event(db, event, now=clock[-1])
    view.going_out.ask_write()
    dialog = dialog_over(view, WriteTo)
    assert dialog.form.rows["purpose"].field.answer() is Purpose.THANKS
    assert dialog.form.rows["reply_by"].isHidden()
    answer(dialog, purpose=Purpose.INVITATION)
    assert dialog._who.text().endswith("has been held, so only thanks can be written now.")
    with pytest.raises(Problem):
        dialog.value({"subject": "x", "body": "y"})
