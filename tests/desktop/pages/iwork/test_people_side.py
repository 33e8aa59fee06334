"""People on the i-Work page: by reference until somebody asks for the name, each look written down."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.consent import RemoveConsent, TakeBackConsent, WriteConsent
from desktop.dialogs.iwork.keeping import AskPurge, CloseRecord, PurgeForGood, WriteRetention, WriteReview
from desktop.dialogs.iwork.person import WritePerson
from desktop.dialogs.iwork.subject_access import WriteGiven, WriteRequest
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.people_side import PeopleSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from resources.database import Database, OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import NOW, register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import act, fill, ready, said
from workforce.iwork.people.consents import consents_of, give_consents
from workforce.iwork.people.people import Person, add_person, people, person
from workforce.iwork.people.purge import ask_purge
from workforce.iwork.people.subject_access import access_requests_of
from workforce.iwork.people.views import views_of
from workforce.iwork.people.why_held import retention
from workforce.iwork.vocabulary import ClosedReason, ConsentScope

TODAY = NOW.date()


@pytest.fixture
def ada(vault: Database) -> Person:
    return add_person(vault, "Ada", date(2026, 5, 5), today=TODAY, family_name="Example", phone="01632 960001",
                      postcode="NG2 7QP", coach="Casey Sample")  # fmt: skip


@pytest.fixture
def page(ada: Person, desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> OpenRegister:
    return register_at(desk, opened_vault, qtbot, PeopleSide)


@pytest.fixture
def side(page: OpenRegister, ada: Person) -> PeopleSide:
    found = page.current
    assert isinstance(found, PeopleSide)
    assert found.key == ada.id
    return found


def answer(side: QWidget, kind: type[FormDialog], qtbot: QtBot, **answers: object) -> None:
    """Fill the open dialog in and answer it; it closes."""
    dialog = dialog_over(side, kind)
    assert isinstance(dialog, FormDialog)
    fill(dialog, **answers)
    dialog.submit()
    assert dialog.banner.isHidden(), dialog.banner.text
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def looks(vault: Database, key: str) -> set[str]:
    return {one.what for one in views_of(vault, key)}


def test_an_empty_side_begins_with_the_first_person(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    page = register_at(desk, opened_vault, qtbot, PeopleSide)
    side = page.current
    assert isinstance(side, PeopleSide) and side.pane.is_empty
    act(side, "person_add")
    answer(side, WritePerson, qtbot, given_name="Wren", family_name="Specimen", autism=True)
    [made] = people(opened_vault.db)
    assert (made.told, made.autism, made.coach) == ("IW-001 W.S.", True, "Test Coach")
    assert side.key == made.id


def test_nobody_is_named_until_somebody_asks(
    page: OpenRegister, side: PeopleSide, vault: Database, ada: Person
) -> None:
    shown = pane_words(side.detail)
    assert "IW-001 A.E." in shown and "Ada" not in shown and "960001" not in shown
    assert "Rushcliffe" in shown and "Not asked" in shown and looks(vault, ada.id) == {"Record"}
    act(side, "person_name")
    assert "Ada Example" in pane_words(side.detail) and "01632 960001" in pane_words(side.detail)
    assert looks(vault, ada.id) == {"Record", "Name and address"}
    act(side, "person_name")
    assert "Ada" not in pane_words(side.detail)


def test_the_name_goes_when_another_is_chosen(side: PeopleSide, vault: Database, ada: Person) -> None:
    wren = add_person(vault, "Wren", TODAY, today=TODAY)
    side.reload()
    act(side, "person_name")
    for key in (wren.id, ada.id):
        side.show_row(key)
        side.reload()
        assert not side.is_named and "Ada Example" not in pane_words(side.detail)
    act(side, "person_name")
    side.hide()
    side.show()
    assert not side.is_named


def test_the_table_that_is_saved_has_references_and_is_marked(side: PeopleSide) -> None:
    table = side.table()
    assert table.exempt is not None and table.rows[0][:2] == ("IW-001", "A.E.") and "Ada" not in repr(table)


def test_a_person_is_put_right_and_nothing_said_names_them(
    side: PeopleSide, vault: Database, desk: Desk, ada: Person, qtbot: QtBot
) -> None:
    act(side, "person_edit")
    dialog = dialog_over(side, WritePerson)
    assert dialog.windowTitle() == "Change IW-001" and "Name and address" in looks(vault, ada.id)
    answer(side, WritePerson, qtbot, postcode="NG99 9ZZ")
    changed = person(vault, ada.id)
    assert (changed.postcode, changed.district, changed.phone) == ("NG99 9ZZ", "", "01632 960001")
    assert "not known from the postcode" in pane_words(side.detail)
    act(side, "person_edit")
    answer(side, WritePerson, qtbot)
    assert history.entries(vault)[0].action == "Changed IW-001" and len(history.entries(vault)) == 2


def test_they_agree_and_take_it_back(side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot) -> None:
    with pytest.raises(Problem, match="agreed to nothing"):
        act(side, "person_take_back")
    act(side, "person_consent")
    dialog = dialog_over(side, WriteConsent)
    assert isinstance(dialog, FormDialog)
    dialog.submit()
    assert "Nothing was chosen" in said(dialog)
    answer(side, WriteConsent, qtbot, register=True, matching=True, how="Signed")
    assert {one.scope for one in consents_of(vault, ada.id)} == {ConsentScope.REGISTER, ConsentScope.MATCHING}
    assert "Given 23 Nov 2026" in pane_words(side.detail)
    act(side, "person_take_back")
    answer(side, TakeBackConsent, qtbot, scope=ConsentScope.MATCHING, reason="Wants a rest")
    assert "Withdrawn 23 Nov 2026" in pane_words(side.detail)


def test_a_consent_entered_by_mistake_is_removed_and_comes_back(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    with pytest.raises(Problem, match="none can be removed"):
        act(side, "person_remove_consent")
    made = give_consents(vault, ada.id, [ConsentScope.REGISTER, ConsentScope.MATCHING], TODAY, today=TODAY)
    act(side, "person_remove_consent")
    dialog = dialog_over(side, RemoveConsent)
    assert audit(dialog) == []
    answer(side, RemoveConsent, qtbot, consent=made[1].id)
    assert [one.scope for one in consents_of(vault, ada.id)] == [ConsentScope.REGISTER]
    history.undo(vault)
    assert len(consents_of(vault, ada.id)) == 2


def test_a_record_is_reviewed_and_kept_longer_with_a_reason(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    assert "it is due" in pane_words(side.detail)
    act(side, "person_review")
    dialog = dialog_over(side, WriteReview)
    assert isinstance(dialog, FormDialog)
    fill(dialog, delete_by=date(2031, 1, 1))
    dialog.submit()
    assert "Write why" in said(dialog)
    answer(side, WriteReview, qtbot, words="A claim is open")
    assert person(vault, ada.id).delete_by == date(2031, 1, 1)
    assert "it is due" not in pane_words(side.detail)


def test_a_closed_record_is_left_out_until_it_is_asked_for(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    act(side, "person_close")
    answer(side, CloseRecord, qtbot, reason=ClosedReason.MOVED)
    assert side.key == "" and person(vault, ada.id).closed_on == TODAY
    side.show_row(ada.id)
    side.reload()
    assert side.key == ada.id and "Closed" in pane_words(side.detail)
    act(side, "person_close")
    assert person(vault, ada.id).is_current


def test_everything_held_is_asked_for_saved_and_given(
    side: PeopleSide,
    vault: Database,
    ada: Person,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Problem, match="has not asked"):
        act(side, "person_given")
    act(side, "person_asked")
    answer(side, WriteRequest, qtbot, asked_by="Their sister")
    assert "Due by 23 December 2026" in pane_words(side.detail)
    offered: list[str] = []

    def chosen(_parent: QWidget, _title: str, start: str, *_more: object) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(tmp_path / "held.docx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    act(side, "person_everything")
    assert offered == ["IW-001, everything held - EXEMPT.docx"] and (tmp_path / "held.docx").is_file()
    assert "Everything held" in looks(vault, ada.id)
    act(side, "person_given")
    answer(side, WriteGiven, qtbot)
    assert access_requests_of(vault, ada.id)[0].given_on == TODAY


def test_a_record_is_deleted_in_two_steps(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    assert not ready(side, "person_purge")
    act(side, "person_ask_purge")
    answer(side, AskPurge, qtbot, reason="They asked for it")
    assert side.key == "" and not person(vault, ada.id).is_current
    side.show_row(ada.id)
    side.reload()
    assert "They asked for it" in pane_words(side.detail)
    with pytest.raises(Problem, match="from tomorrow"):
        act(side, "person_purge")
    act(side, "person_ask_purge")
    assert person(vault, ada.id).is_current


def test_nothing_is_left_after_the_second_step(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    give_consents(vault, ada.id, [ConsentScope.REGISTER], TODAY, today=TODAY)
    ask_purge(vault, ada.id, "They asked for it", by="Somebody else", now=NOW - timedelta(hours=2))
    side.show_row(ada.id)
    act(side, "person_purge")
    dialog = dialog_over(side, PurgeForGood)
    assert isinstance(dialog, FormDialog)
    fill(dialog, reference="IW-002")
    dialog.submit()
    assert "This record is IW-001" in said(dialog)
    answer(side, PurgeForGood, qtbot, reference="iw-001")
    assert vault.value("select count(*) from person") == 0
    assert ada.id in next(tmp_path.rglob("purged.json")).read_text(encoding="utf-8")


def test_whom_a_deletion_that_failed_listed_is_kept_when_it_is_taken_back(
    side: PeopleSide,
    vault: Database,
    ada: Person,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_given: object) -> None:
        raise Problem("The disk is full, so nothing was saved.")

    ask_purge(vault, ada.id, "They asked for it", by="Somebody else", now=NOW - timedelta(hours=2))
    side.show_row(ada.id)
    with monkeypatch.context() as full:
        full.setattr("workforce.iwork.people.purge._forget_mentions", fails)
        full.setattr("resources.database.locked.purged_list._write_less", _no_room)
        act(side, "person_purge")
        dialog = dialog_over(side, PurgeForGood)
        assert isinstance(dialog, FormDialog)
        fill(dialog, reference="IW-001")
        dialog.submit()
        assert "is deleted when the register is next opened" in said(dialog)
        dialog.reject()
    listed = next(tmp_path.rglob("purged.json"))
    assert ada.id in listed.read_text(encoding="utf-8")
    act(side, "person_ask_purge")
    assert person(vault, ada.id).is_current and ada.id not in listed.read_text(encoding="utf-8")


def _no_room(*_given: object) -> None:
    raise OSError(28, "No space left on device")


def test_what_is_usual_is_chosen(side: PeopleSide, vault: Database, qtbot: QtBot) -> None:
    act(side, "person_usual")
    answer(side, WriteRetention, qtbot, review_months=3)
    assert retention(vault).review_months == 3


def test_the_history_of_a_row_is_a_look_at_it(page: OpenRegister, vault: Database, ada: Person) -> None:
    next(one for one in page.page_actions() if one.name == "row_history").run()
    assert "History" in looks(vault, ada.id)


def test_it_can_be_used_without_a_mouse(page: OpenRegister, side: PeopleSide, qtbot: QtBot) -> None:
    assert not audit(page)
    act(side, "person_edit")
    dialog = dialog_over(side, WritePerson)
    assert not audit(dialog)
    dialog.reject()
