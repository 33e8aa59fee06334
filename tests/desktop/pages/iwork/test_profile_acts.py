"""Somebody's profile on the People side: written part by part, its meetings and checks, and the page it makes."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from docx import Document
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.easy_read import AskEasyRead
from desktop.dialogs.iwork.profile import WriteProfile
from desktop.dialogs.iwork.profile_parts import WriteCheck, WriteMeeting, WriteWord
from desktop.dialogs.iwork.shared_words import SharedWordsList
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.people_side import PeopleSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from resources.database import Database, OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import NOW, register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import act, fill, ready, said
from workforce.iwork.people.people import Person, add_person
from workforce.iwork.people.views import views_of
from workforce.iwork.profile.adjustments import adjustment_by_name
from workforce.iwork.profile.meetings import meetings_of
from workforce.iwork.profile.profile_tasks import set_task_wish
from workforce.iwork.profile.profiles import edit_profile
from workforce.iwork.profile.shipped import add_shipped_words
from workforce.iwork.profile.tasks import task_by_name, tasks
from workforce.iwork.profile.travel import Way, set_way, travel_of
from workforce.iwork.profile.whole import whole_profile
from workforce.iwork.vocabulary import CheckKind, CheckState, Level, Need, TaskWish, TravelMode
from workforce.iwork.weeks import week_said

TODAY = NOW.date()


@pytest.fixture
def ada(vault: Database) -> Person:
    add_shipped_words(vault)
    return add_person(
        vault, "Ada", date(2026, 5, 5), today=TODAY, family_name="Example", coach="Casey Sample"
    )


@pytest.fixture
def page(ada: Person, desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> OpenRegister:
    return register_at(desk, opened_vault, qtbot, PeopleSide)


@pytest.fixture
def side(page: OpenRegister, ada: Person) -> PeopleSide:
    found = page.current
    assert isinstance(found, PeopleSide) and found.key == ada.id
    return found


def _done(dialog: FormDialog, qtbot: QtBot) -> None:
    dialog.submit()
    assert dialog.banner.isHidden(), dialog.banner.text
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def _open(side: PeopleSide, name: str, kind: type[FormDialog]) -> FormDialog:
    act(side, name)
    dialog = dialog_over(side, kind)
    assert isinstance(dialog, FormDialog)
    return dialog


def test_a_profile_is_written_part_by_part_as_one_change(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    laying, breaks = task_by_name(vault, "Laying tables"), adjustment_by_name(vault, "Extra breaks")
    assert laying and breaks
    dialog = _open(side, "profile", WriteProfile)
    assert dialog.windowTitle() == "Profile of IW-001" and "Ada" not in said(dialog)
    assert (
        "Still to ask: Which tasks do they like, or would they try?" in said(dialog) and audit(dialog) == []
    )
    fill(
        dialog, strengths="Always on time", tasks={"likes": [laying.id], "done": [laying.id]}, noise=Level.LOW,
        minutes_wanted=450, week="Mon, Wed 9:30 to 14:00", bus="40 minutes", walk="any",
        needs={"must": [breaks.id]}, checks={"held": ["right_to_work"]},
    )  # fmt: skip
    _done(dialog, qtbot)
    whole = whole_profile(vault, ada.id)
    assert (whole.profile.strengths, whole.profile.noise, whole.profile.minutes_wanted) == (
        "Always on time", Level.LOW, 450,
    )  # fmt: skip
    assert [(one.task.name, one.wish, one.done_before) for one in whole.tasks] == [
        ("Laying tables", TaskWish.LIKES, True)
    ]
    assert week_said(whole.week) == "Mon, Wed 9:30am to 2pm"
    assert whole.ways == (Way(TravelMode.WALK), Way(TravelMode.BUS, most_minutes=40))
    assert [(one.adjustment.name, one.need) for one in whole.needs] == [("Extra breaks", Need.MUST)]
    assert [(one.kind, one.state) for one in whole.checks] == [(CheckKind.RIGHT_TO_WORK, CheckState.HELD)]
    assert history.entries(vault)[0].action == "Changed the profile of IW-001"
    words = pane_words(side.detail)
    assert "Laying tables" in words and "Bus up to 40 minutes" in words and "7.5 wanted" in words
    assert "Profile" in {one.what for one in views_of(vault, ada.id)}


def test_saving_it_as_it_is_changes_nothing(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    set_way(vault, ada.id, Way(TravelMode.BUS, 40, 50, "with a pass"))
    edit_profile(vault, ada.id, interests="Trains")
    before = history.entries(vault)[0]
    _done(_open(side, "profile", WriteProfile), qtbot)
    assert history.entries(vault)[0] == before
    assert [one.way for one in travel_of(vault, ada.id)] == [Way(TravelMode.BUS, 40, 50, "with a pass")]


def test_what_cannot_be_is_said_by_its_field_and_nothing_typed_is_lost(
    side: PeopleSide, vault: Database, ada: Person
) -> None:
    dialog = _open(side, "profile", WriteProfile)
    fill(dialog, strengths="Always on time", week="Mon 14:00 to 9:30", bus="far")
    dialog.submit()
    assert "ends before it begins" in dialog.form.rows["week"].sentence
    fill(dialog, week="Mon 9:00 to 14:00")
    dialog.submit()
    assert dialog.form.rows["bus"].sentence == (
        "Bus: “far” does not say how long or how far. Write “40 minutes” or “1.5 miles”."
    )
    fill(dialog, bus="")
    assert dialog.form.rows["strengths"].field.answer() == "Always on time"
    assert not whole_profile(vault, ada.id).is_begun


def test_a_contradiction_is_shown_and_stops_nothing(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    laying = task_by_name(vault, "Laying tables")
    assert laying
    for wish in (TaskWish.LIKES, TaskWish.AVOID):
        set_task_wish(vault, ada.id, laying.id, wish)
    side.reload()
    assert "Laying tables is liked and avoided alike." in pane_words(side.detail)
    dialog = _open(side, "profile", WriteProfile)
    assert "Ask again: Laying tables is liked and avoided alike." in said(dialog)
    assert isinstance(dialog, WriteProfile)
    dialog.go_to("Checks")
    fill(dialog, wishes="A job")
    _done(dialog, qtbot)
    assert len(whole_profile(vault, ada.id).tasks) == 2


def test_a_meeting_is_kept_with_what_is_next_and_put_right(
    side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot
) -> None:
    dialog = _open(side, "profile_meeting", WriteMeeting)
    assert "Which tasks do they like" in str(dialog.form.rows["next_time"].field.answer())
    fill(dialog, parts={"covered": ["tasks", "travel"]}, more="the bus; the way")
    _done(dialog, qtbot)
    [met] = meetings_of(vault, ada.id)
    assert (met.met_on, met.covered) == (TODAY, "Tasks; Travel; the bus, the way")
    side.profile.open_meeting(met.id)
    again = dialog_over(side, WriteMeeting)
    assert isinstance(again, FormDialog)
    assert again.form.rows["parts"].field.answer() == {"covered": ("tasks", "travel")}
    fill(again, met_on=date(2026, 11, 24))
    again.submit()
    assert "has not come yet" in again.form.rows["met_on"].sentence
    fill(again, met_on=date(2026, 11, 20))
    _done(again, qtbot)
    assert meetings_of(vault, ada.id)[0].met_on == date(2026, 11, 20)


def test_a_check_is_set_with_its_days(side: PeopleSide, vault: Database, ada: Person, qtbot: QtBot) -> None:
    dialog = _open(side, "profile_check", WriteCheck)
    fill(dialog, kind=CheckKind.DBS_BASIC, dated_on=date(2026, 1, 1), until_on=date(2026, 1, 2))
    _done(dialog, qtbot)
    assert "DBS, basic ran out on 2 January 2026." in pane_words(side.detail)


def test_the_one_page_profile_is_read_first_and_saved_by_reference(
    side: PeopleSide,
    vault: Database,
    ada: Person,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edit_profile(vault, ada.id, strengths="Always on time. Has autism.")
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, *_more: object) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "page.docx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog = _open(side, "profile_easy_read", AskEasyRead)
    assert "seems to name a diagnosis" in said(dialog)
    fill(dialog, without_name=True)
    _done(dialog, qtbot)
    assert asked == ["IW-001 one-page profile.docx"]
    text = "\n".join(one.text for one in Document(str(tmp_path / "page.docx")).paragraphs)
    assert "About me" in text and "autism" not in text and "Ada" not in text
    assert "One-page profile" in {one.what for one in views_of(vault, ada.id)}


@pytest.mark.parametrize("called", ["task", "adjustment"])
def test_words_are_added_renamed_archived_and_restored(
    side: PeopleSide, vault: Database, qtbot: QtBot, called: str
) -> None:
    act(side, f"profile_{called}s")
    listed = side.findChild(SharedWordsList)
    assert listed is not None and audit(listed) == []
    listed.buttons[f"Add {called}…"].click()
    for name in ("Invented words", "Other words"):
        dialog = listed.findChild(WriteWord)
        fill(dialog, name=name, easy="in easy words")
        _done(dialog, qtbot)
        listed.buttons["Change…"].click()
    held = listed.key
    dialog = listed.findChild(WriteWord)
    dialog.reject()
    for archived in (TODAY.isoformat(), None):
        listed.buttons["Archive or restore"].click()
        assert vault.row(f"select name, archived_on from {called} where id = ?", (held,)) == (
            "Other words", archived,
        )  # fmt: skip
    listed.buttons[f"Add {called}…"].click()
    again = next(one for one in listed.findChildren(WriteWord) if one.isVisible())
    fill(again, name="other words")
    again.submit()
    assert f"{called} “Other words” already. Use that one." in again.form.rows["name"].sentence
    again.reject()
    listed.close()


def test_there_is_nothing_to_do_without_somebody(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    page = register_at(desk, opened_vault, qtbot, PeopleSide)
    side = page.current
    assert isinstance(side, PeopleSide)
    assert (
        not ready(side, "profile") and not ready(side, "profile_easy_read") and ready(side, "profile_tasks")
    )
    assert tasks(opened_vault.db) == []
