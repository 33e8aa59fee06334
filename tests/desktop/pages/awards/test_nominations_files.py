"""Files of nominations and pasted e-mails on the side Nominations: looked at, decided, taken in, and undone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from awards.nominations.entries import entries
from awards.nominations.files.checked import FlagKind
from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.matching import PlaceDecision
from awards.nominations.nominations import nominations
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import HowReceived, NominationStatus, RoundPhase
from desktop.dialogs.awards.nominations_file import (
    DecideNominations,
    MapNominationColumns,
    NominationsPreview,
)
from desktop.dialogs.awards.pasted_nomination import ConfirmPasted, PasteEmail
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.nominations_files import NominationFiles
from desktop.pages.awards.nominations_side import NominationsSide
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.test_pasted import LABELLED
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.widgets.words_shown import words

NOW = datetime(2026, 9, 30, 9, tzinfo=UTC)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    found = make_real_desk(opened, settings)
    yield found
    found.jobs.finish()


@pytest.fixture
def gala(desk: Desk) -> Gala:
    return Gala(desk.db)


@pytest.fixture
def page(desk: Desk, gala: Gala, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, NominationsSide, NOW)


@pytest.fixture
def files(page: AwardsPage) -> NominationFiles:
    side = page.current
    assert isinstance(side, NominationsSide)
    return side.menu.files


def is_open(page: AwardsPage, kind: type[QDialog]) -> bool:
    return any(one.isVisible() for one in page.window().findChildren(kind))


def columns_of(page: AwardsPage, files: NominationFiles, path: Path, qtbot: QtBot) -> MapNominationColumns:
    """The dialog of columns, once the file has been read."""
    files.begin(path)
    qtbot.waitUntil(lambda: is_open(page, MapNominationColumns))
    found = dialog_over(page, MapNominationColumns)
    assert isinstance(found, MapNominationColumns)
    return found


def preview_over(page: AwardsPage) -> NominationsPreview:
    found = dialog_over(page, NominationsPreview)
    assert isinstance(found, NominationsPreview)
    return found


def test_a_form_is_mapped_decided_previewed_taken_in_and_undone(
    page: AwardsPage, files: NominationFiles, desk: Desk, gala: Gala, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    gala.nominate("Dee Sample", service_id=gala.lodge)
    rows = [
        made.row(1), made.row(2, "Ben Specimen and Cy Sample"), made.row(3, "Dee Sample"), made.row(4, ""),
        made.row(5, "Night Team", category="Team award", place="Rosewod House"), made.row(6, "Eve Sample", why=""),
    ]  # fmt: skip
    form = made.nominations_csv(tmp_path / "form.csv", rows)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(form), ""))
    files.choose()
    qtbot.waitUntil(lambda: is_open(page, MapNominationColumns))
    mapping = dialog_over(page, MapNominationColumns)
    assert isinstance(mapping, MapNominationColumns) and audit(mapping) == []
    assert mapping.form.rows["3"].field.answer() is F.NOMINEE
    mapping.submit()
    decide = dialog_over(page, DecideNominations)
    assert isinstance(decide, DecideNominations) and audit(decide) == []
    fields = {name: row.field for name, row in decide.form.rows.items()}
    assert fields["category 0"].answer() == gala.category("Team").id  # the likeliest, to be confirmed
    fields["several 1"].show_answer(True)
    assert fields["place 2"].answer() == ""  # nothing is guessed
    fields["place 2"].show_answer(PlaceDecision(gala.rosewood, gala.house))
    fields["join 3"].show_answer(True)
    fields["as_drafts"].show_answer(True)
    decide.submit()
    preview = preview_over(page)
    assert audit(preview) == []
    assert [one.draft.nominee for one in preview.found.new] == [
        "Ada Example", "Ben Specimen", "Cy Sample", "Dee Sample", "Night Team", "Eve Sample",
    ]  # fmt: skip
    assert nominations(desk.db, gala.round_id)[1:] == []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "refused"), ""))
    preview.refused_asked.emit()
    assert (tmp_path / "refused.xlsx").is_file()
    preview.committed.emit()
    held = {one.nominee: one for one in entries(desk.db, gala.round_id)}
    assert len(held) == 6 and held["Night Team"].service_id == gala.house
    assert (
        len([one for one in nominations(desk.db, gala.round_id) if one.entry_id == held["Dee Sample"].id])
        == 2
    )
    assert page.current.table() is not None
    undone = history.undo(desk.db)
    assert undone is not None and undone.action == "Took in 6 nominations with 5 new nominees from form.csv"


def test_the_likeliest_homes_can_be_taken_at_once(
    page: AwardsPage, files: NominationFiles, gala: Gala, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [
        made.row(1, place="Rosewod House"),
        made.row(2),
        made.row(3, "Ben Specimen", place="Rosewood Lodg"),
    ]
    columns_of(page, files, made.nominations_csv(tmp_path / "form.csv", rows), qtbot).submit()
    decide = dialog_over(page, DecideNominations)
    assert isinstance(decide, DecideNominations)
    assert "The same name; where one of them works is not known." in " ".join(words(decide))
    decide.likeliest.click()
    decide.submit()
    found = preview_over(page).found
    assert [one.draft.service_id for one in found.new] == [gala.house, gala.house, gala.lodge]
    assert [bool(one.join) for one in found.new] == [False, True, False]  # surely one by now


def test_back_from_the_preview_keeps_what_was_said(
    page: AwardsPage, files: NominationFiles, gala: Gala, qtbot: QtBot, tmp_path: Path
) -> None:
    path = made.nominations_csv(tmp_path / "form.csv", [made.row(1, "Night Team", category="")])
    columns_of(page, files, path, qtbot).submit()
    first = preview_over(page)
    assert not first.found.new and len(first.found.refused) == 1
    first.back_asked.emit()
    again = dialog_over(page, MapNominationColumns)
    assert isinstance(again, MapNominationColumns)
    again.form.rows["category of rows that say none"].field.show_answer(gala.category("Team").id)
    again.submit()
    second = preview_over(page)
    assert [one.category.name for one in second.found.new] == [made.TEAM]
    second.back_asked.emit()
    third = dialog_over(page, MapNominationColumns)
    assert isinstance(third, MapNominationColumns)
    assert third.form.rows["category of rows that say none"].field.answer() == gala.category("Team").id


def test_columns_that_say_nobody_are_refused_in_the_dialog(
    page: AwardsPage, files: NominationFiles, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = columns_of(page, files, made.nominations_csv(tmp_path / "form.csv", [made.row(1)]), qtbot)
    for row in dialog.form.rows.values():
        if isinstance(row.field.answer(), F):
            row.field.show_answer(F.LEFT_OUT)
    dialog.submit()
    assert "No column says who is nominated" in dialog.banner.text


def test_what_is_late_comes_in_with_a_reason(
    page: AwardsPage, files: NominationFiles, desk: Desk, gala: Gala, qtbot: QtBot, tmp_path: Path
) -> None:
    set_phase(
        desk.db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 8, 1), until_on=date(2026, 9, 1)
    )
    columns_of(page, files, made.nominations_csv(tmp_path / "form.csv", [made.row(1)]), qtbot).submit()
    decide = dialog_over(page, DecideNominations)
    assert isinstance(decide, DecideNominations)
    decide.form.rows["late_reason"].field.show_answer("The form closed a day late.")
    decide.submit()
    found = preview_over(page).found
    assert [flag.kind for flag in found.new[0].flags] == [FlagKind.LATE]
    preview_over(page).committed.emit()
    assert [one.reason for one in nominations(desk.db, gala.round_id)] == ["The form closed a day late."]


def test_changed_words_are_taken_where_that_is_chosen(
    page: AwardsPage, files: NominationFiles, desk: Desk, gala: Gala, qtbot: QtBot, tmp_path: Path
) -> None:
    columns_of(page, files, made.nominations_csv(tmp_path / "form.csv", [made.row(1)]), qtbot).submit()
    preview_over(page).committed.emit()
    again = made.nominations_csv(tmp_path / "again.csv", [made.row(1, why="Quite other words.")])
    columns_of(page, files, again, qtbot).submit()
    decide = dialog_over(page, DecideNominations)
    assert isinstance(decide, DecideNominations)
    decide.form.rows["take_changed"].field.show_answer(True)
    decide.submit()
    preview_over(page).committed.emit()
    assert [one.statement for one in nominations(desk.db, gala.round_id)] == ["Quite other words."]


def test_a_preview_out_of_date_is_made_again(
    page: AwardsPage, files: NominationFiles, desk: Desk, gala: Gala, qtbot: QtBot, tmp_path: Path
) -> None:
    columns_of(page, files, made.nominations_csv(tmp_path / "form.csv", [made.row(1)]), qtbot).submit()
    gala.nominate("Ben Specimen")
    with capture_exceptions() as raised:
        preview_over(page).committed.emit()
    assert "Something changed" in str(raised[0][1])
    assert len(entries(desk.db, gala.round_id)) == 1
    preview_over(page).committed.emit()
    assert len(entries(desk.db, gala.round_id)) == 2


def test_a_round_that_takes_in_nothing_says_so(files: NominationFiles, gala: Gala) -> None:
    gala.at(RoundPhase.DECIDE)
    for act in (files.choose, files.paste):
        with pytest.raises(Problem, match="takes in no more nominations"):
            act()


def pasted(page: AwardsPage, files: NominationFiles, text: str, qtbot: QtBot) -> ConfirmPasted:
    """The nomination found in a text, to be confirmed."""
    files.paste()
    dialog = dialog_over(page, PasteEmail)
    assert isinstance(dialog, PasteEmail) and audit(dialog) == []
    dialog.form.rows["text"].field.show_answer(text)
    dialog.submit()
    found = dialog_over(page, ConfirmPasted)
    assert isinstance(found, ConfirmPasted)
    return found


def test_an_email_is_pasted_looked_at_and_kept(
    page: AwardsPage, files: NominationFiles, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    dialog = pasted(page, files, LABELLED, qtbot)
    assert audit(dialog) == []
    shown = {name: row.field.answer() for name, row in dialog.form.rows.items() if not row.isHidden()}
    assert (shown["nominee"], shown["category_id"]) == ("Ada Example", gala.category().id)
    assert (shown["service_id"], shown["received_on"]) == (gala.house, date(2026, 9, 14))
    assert "Everything was found" in " ".join(words(dialog))
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (voice,) = nominations(desk.db, gala.round_id)
    assert (voice.how, voice.nominator, voice.status) == (
        HowReceived.EMAIL, "Wren Specimen", NominationStatus.SUBMITTED,
    )  # fmt: skip
    assert voice.received_on == date(2026, 9, 14)
    side = page.current
    assert isinstance(side, NominationsSide) and side.key == voice.entry_id


def test_doubts_are_said_and_a_second_voice_is_offered(
    page: AwardsPage, files: NominationFiles, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    ada = gala.nominate("Ada Example")
    text = LABELLED.replace("Rosewood House, Ashfield", "Rosewod House")
    dialog = pasted(page, files, text, qtbot)
    assert "Choose the service where it is" in " ".join(words(dialog))
    dialog.reject()
    second = pasted(page, files, LABELLED, qtbot)
    second.form.rows["joins"].field.show_answer(ada.id)
    second.submit()
    assert {one.entry_id for one in nominations(desk.db, gala.round_id)} == {ada.id}


def test_a_text_that_nominates_nobody_is_refused(
    page: AwardsPage, files: NominationFiles, qtbot: QtBot
) -> None:
    files.paste()
    dialog = dialog_over(page, PasteEmail)
    assert isinstance(dialog, PasteEmail)
    dialog.form.rows["text"].field.show_answer("Thank you.")
    dialog.submit()
    assert "Nothing in the text nominates anybody" in dialog.banner.text
