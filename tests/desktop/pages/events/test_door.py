"""The door: three letters and Enter, parties, walk-ins, substitutes, apologies, undo, privacy, and leaving."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pages.events.door import DoorWindow
from desktop.pages.events.door_list import TYPE, spoken
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.interest import interests
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import AT_THE_DOOR, fill_county, invite, named, plan_forum, statuses
from tests.desktop.pages.register_desk import dialog_over, make_real_desk

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    key = plan_forum(desk.db)
    invite(desk.db, key, "Ada Example", "Ben Sample", "Cy Specimen", reply=ParticipantStatus.ACCEPTED)
    return key


@pytest.fixture
def clock() -> list[datetime]:
    return [AT_THE_DOOR]


@pytest.fixture
def window(desk: Desk, event: str, clock: list[datetime], qtbot: QtBot) -> Iterator[DoorWindow]:
    made = DoorWindow(desk, event, now=lambda: clock[-1])  # frees itself when it is closed
    made.resize(1366, 768)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.setProperty("leaving", True)
        made.close()
        qtbot.waitUntil(lambda: not shiboken6.isValid(made))


def listed(window: DoorWindow) -> list[str]:
    return [spoken(line) for line in window.list.door_model.lines]


def numbers(window: DoorWindow) -> tuple[str, ...]:
    return tuple(one.text() for one in window.face.counts.labels.values())


def test_three_letters_and_enter_check_in(window: DoorWindow, desk: Desk, event: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "ada")
    assert listed(window) == ["Ada Example, Larkmeadow House, Expected"]
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.news.text == "Ada Example of Larkmeadow House is in, 10:02"
    assert (window.field.text(), listed(window)) == ("", [])
    assert numbers(window) == ("1", "3", "0")
    assert statuses(desk.db, event)["Ada Example"] == "attended"


def test_before_the_day_of_the_event_the_door_says_so(window: DoorWindow, desk: Desk, event: str) -> None:
    assert window.face.early.isHidden()
    trying = DoorWindow(desk, event, now=lambda: AT_THE_DOOR - timedelta(days=9))
    assert "is not until 10 December 2019" in trying.face.early.text()
    assert not trying.face.early.isHidden()
    trying.close()


def test_a_home_finds_its_people_and_arrows_choose(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "lark")
    assert [line.split(",")[0] for line in listed(window)] == ["Ada Example", "Ben Sample"]
    qtbot.keyClick(window.field, KEY.Key_Down)
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.news.text == "Ben Sample of Larkmeadow House is in, 10:02"


def test_a_second_check_in_says_since_when(
    window: DoorWindow, qtbot: QtBot, clock: list[datetime], desk: Desk, event: str
) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_Return)
    clock.append(AT_THE_DOOR + timedelta(minutes=9))
    qtbot.keyClicks(window.field, "ada")
    assert listed(window) == ["Ada Example, Larkmeadow House, Here"]
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.news.text == "Ada Example of Larkmeadow House was in already, since 10:02"
    assert desk.db.value("select count(*) from check_in") == 1


def test_the_whole_party_comes_in_with_one_key(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "ben")
    assert "Shift+Enter all 2 from Larkmeadow House Limited" in window.face.keys.words()
    qtbot.keyClick(window.field, KEY.Key_Return, SHIFT)
    assert window.face.news.text == "Ada Example and Ben Sample of Larkmeadow House Limited are in, 10:02"
    assert numbers(window) == ("2", "3", "0")
    qtbot.keyClicks(window.field, "ben")
    assert "Shift+Enter" not in window.face.keys.words()


def test_somebody_of_the_register_walks_in(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "dot")
    assert listed(window) == ["Dot Demo, Harebell at Home, Not on the list"]
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.news.text == "Dot Demo of Harebell at Home is in, as a walk-in, 10:02"
    assert numbers(window) == ("1", "3", "1")


def test_a_walk_in_takes_name_and_home_in_one_step(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    qtbot.keyClicks(window.field, "Gus Newcomer")
    assert window.face.heading.text() == "Nobody found. Enter makes “Gus Newcomer” a walk-in."
    qtbot.keyClick(window.field, KEY.Key_Return)
    form = window.face.walk_in
    assert (form.name.text(), form.home.hasFocus()) == ("Gus Newcomer", True)
    qtbot.keyClicks(form.home, "ros")
    qtbot.keyClick(form.home, KEY.Key_Return)
    assert window.face.news.text == "Gus Newcomer of Rosewood Court is in, as a walk-in, 10:02"
    one = named(desk.db, event, "Gus Newcomer")
    assert (one.provider, one.service, one.walk_in) == ("Rosewood Court Limited", "Rosewood Court", True)
    assert window.field.hasFocus()


def test_a_walk_in_brings_a_provider_nobody_knew(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    qtbot.keyClick(window.field, KEY.Key_F2)
    form = window.face.walk_in
    qtbot.keyClicks(form.name, "Gus Newcomer")
    qtbot.keyClick(form.name, KEY.Key_Return)
    qtbot.keyClick(form.home, KEY.Key_Return)
    assert "There is no provider" in window.face.news.text
    qtbot.keyClicks(form.home, "Newhome Care")
    qtbot.keyClick(form.home, KEY.Key_Return)
    assert named(desk.db, event, "Gus Newcomer").provider == "Newhome Care"
    assert (history.next_undo(desk.db)).action == "Checked in Gus Newcomer, who walked in"


def test_a_walk_in_may_come_from_a_new_organisation_that_is_no_provider(
    window: DoorWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.face.show_walk_in("Gus Newcomer")
    form = window.face.walk_in
    qtbot.keyClicks(form.home, "Invented Healthwatch")
    shown = lambda: [form.list.item(at).text() for at in range(form.list.count())]  # noqa: E731
    assert shown() == ["New provider: Invented Healthwatch", "New, but no care provider…"]
    qtbot.keyClick(form.home, KEY.Key_Down)
    qtbot.keyClick(form.home, KEY.Key_Return)
    assert shown()[1:] == [
        "New partner organisation: Invented Healthwatch",
        "New part of the council: Invented Healthwatch",
        "New group of people: Invented Healthwatch",
    ]
    qtbot.keyClick(form.home, KEY.Key_Return)
    assert desk.db.value("select organisation from provider where name = 'Invented Healthwatch'") == "partner"
    assert desk.db.value("select role from participant where walk_in = 1") == "partner"


def test_a_walk_in_of_a_known_home_may_be_a_new_provider_all_the_same(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    qtbot.keyClicks(window.field, "Gus Newcomer")
    qtbot.keyClick(window.field, KEY.Key_Return)
    qtbot.keyClicks(window.face.walk_in.home, "Rose")
    qtbot.keyClick(window.face.walk_in.home, KEY.Key_Down)
    qtbot.keyClick(window.face.walk_in.home, KEY.Key_Return)
    assert named(desk.db, event, "Gus Newcomer").provider == "Rose"


def test_undo_takes_back_the_last_act_and_the_log_keeps_both(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    for letters in ("ada", "cy"):
        qtbot.keyClicks(window.field, letters)
        qtbot.keyClick(window.field, KEY.Key_Return)
    qtbot.keyClick(window.field, KEY.Key_Z, CTRL)
    assert window.face.news.text == "Undone: check-in of Cy Specimen, 10:02"
    qtbot.keyClick(window.field, KEY.Key_Z, CTRL)
    assert window.face.news.text == "Undone: check-in of Ada Example, 10:02"
    qtbot.keyClick(window.field, KEY.Key_Z, CTRL)
    assert window.face.news.text == "Nothing at this door is left to undo"
    assert numbers(window) == ("0", "3", "0")
    assert [kind for (kind,) in desk.db.rows("select kind from check_in order by seq")] == [
        "entry", "entry", "undo", "undo",
    ]  # fmt: skip


def test_check_out_is_leaving_early(window: DoorWindow, qtbot: QtBot, desk: Desk, event: str) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_F4)
    assert window.face.news.text == "Ada Example of Larkmeadow House is not in the room"
    qtbot.keyClick(window.field, KEY.Key_Return)
    qtbot.keyClick(window.field, KEY.Key_F7)
    assert (window.face.heading.text(), listed(window)) == (
        "Present now: 1", ["Ada Example, Larkmeadow House, Here"],
    )  # fmt: skip
    qtbot.keyClick(window.field, KEY.Key_F4)
    assert window.face.news.text == "Ada Example of Larkmeadow House is out, 10:02"
    assert statuses(desk.db, event)["Ada Example"] == "left_early"
    qtbot.keyClicks(window.field, "ada")
    assert listed(window) == ["Ada Example, Larkmeadow House, Gone"]


def test_apologies_on_the_day(window: DoorWindow, qtbot: QtBot, desk: Desk, event: str) -> None:
    qtbot.keyClicks(window.field, "cy s")
    qtbot.keyClick(window.field, KEY.Key_F3)
    assert window.face.news.text == "Apologies of Cy Specimen of Rosewood Court are noted"
    assert statuses(desk.db, event)["Cy Specimen"] == "apologies"
    qtbot.keyClicks(window.field, "dot")
    qtbot.keyClick(window.field, KEY.Key_F3)
    assert window.face.news.text == "Dot Demo is not on the list, so there is no apologies to note"


def test_undo_takes_back_apologies_when_they_were_the_last_act(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_Return)
    before = statuses(desk.db, event)
    qtbot.keyClicks(window.field, "cy s")
    qtbot.keyClick(window.field, KEY.Key_F3)
    qtbot.keyClick(window.field, KEY.Key_Z, CTRL)
    assert window.face.news.text.startswith("Undone: ")
    assert "Cy Specimen" in window.face.news.text
    assert statuses(desk.db, event) == before


def test_apologies_of_somebody_here_are_refused_at_the_door(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_Return)
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_F3)
    assert window.face.news.text.startswith("Ada Example was checked in, so a reply no longer fits.")


def test_a_colleague_comes_instead(window: DoorWindow, qtbot: QtBot, desk: Desk, event: str) -> None:
    qtbot.keyClicks(window.field, "cy s")
    qtbot.keyClick(window.field, KEY.Key_F5)
    assert window.face.heading.text() == "Who is here instead of Cy Specimen?"
    qtbot.keyClicks(window.field, "dot")
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.news.text == "Dot Demo is in instead of Cy Specimen of Rosewood Court, 10:02"
    assert statuses(desk.db, event)["Cy Specimen"] == "apologies"


def test_somebody_new_comes_instead_in_one_change(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    qtbot.keyClicks(window.field, "cy s")
    qtbot.keyClick(window.field, KEY.Key_F5)
    qtbot.keyClicks(window.field, "Hal Standin")
    assert window.face.heading.text().endswith("Enter adds “Hal Standin” at Rosewood Court.")
    qtbot.keyClick(window.field, KEY.Key_Return)
    one = named(desk.db, event, "Hal Standin")
    assert (one.service, one.status) == ("Rosewood Court", ParticipantStatus.ATTENDED)
    history.undo(desk.db)
    assert statuses(desk.db, event) == {
        "Ada Example": "accepted", "Ben Sample": "accepted", "Cy Specimen": "accepted",
    }  # fmt: skip


def test_interest_in_i_work_is_noted_by_key_or_button_and_taken_back(
    window: DoorWindow, qtbot: QtBot, desk: Desk, event: str
) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_F9)
    assert "is interested in i-Work" in window.face.news.text
    assert len(interests(desk.db, event)) == 1
    qtbot.keyClicks(window.field, "ada")
    qtbot.mouseClick(window.face.interest, Qt.MouseButton.LeftButton)
    assert "said so already" in window.face.news.text
    qtbot.keyClick(window.field, KEY.Key_Z, CTRL)
    assert interests(desk.db, event) == []


def test_interest_needs_somebody(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "zzz")
    qtbot.mouseClick(window.face.interest, Qt.MouseButton.LeftButton)
    assert "choose a person for the interest in i-Work" in window.face.news.text


def test_privacy_lists_nobody_until_letters_are_typed(window: DoorWindow, qtbot: QtBot) -> None:
    assert (window.finding.privacy, listed(window)) == (True, [])
    assert window.face.heading.text() == "Nobody is listed until letters are typed."
    qtbot.keyClick(window.field, KEY.Key_F8)
    assert len(listed(window)) == 3
    qtbot.keyClick(window.field, KEY.Key_F8)
    assert listed(window) == []


def test_in_privacy_the_last_name_is_forgotten(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.forgetting.isActive()
    window.face.forgetting.timeout.emit()
    assert "Ada" not in window.face.news.text


def test_who_is_expected_and_absent_is_on_a_key(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.field, KEY.Key_F6)
    assert (window.face.heading.text(), len(listed(window))) == ("Expected and not here: 3", 3)
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert (window.face.heading.text(), len(listed(window))) == ("Expected and not here: 2", 2)
    qtbot.keyClick(window.field, KEY.Key_Escape)
    assert listed(window) == []


@pytest.mark.parametrize("key", [KEY.Key_F6, KEY.Key_F7])
def test_the_banner_does_not_say_privacy_while_names_are_listed(
    window: DoorWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    for _ in range(2):
        qtbot.keyClick(window.field, KEY.Key_F8)
    assert window.face.news.text == "Privacy is on."
    qtbot.keyClick(window.field, key)
    assert window.face.news.text == "Names are listed until Esc is pressed."
    qtbot.keyClick(window.field, KEY.Key_Escape)
    assert (window.face.news.text, listed(window)) == ("Privacy is on.", [])
    qtbot.keyClick(window.field, key)
    qtbot.keyClick(window.field, key)
    assert (window.face.news.text, listed(window)) == ("Privacy is on.", [])


def test_a_full_room_is_said(window: DoorWindow, qtbot: QtBot, desk: Desk, event: str) -> None:
    from engagement.forums import events

    draft = events.get(desk.db, event).draft()
    events.edit_event(desk.db, event, type(draft)(**{**vars(draft), "capacity": 3}), now=AT_THE_DOOR)
    qtbot.keyClicks(window.field, "dot")
    qtbot.keyClick(window.field, KEY.Key_Return)
    assert window.face.news.text.endswith("The room has 3 places; 4 people are here or still expected.")


def test_leaving_asks_while_people_are_in_the_room(
    window: DoorWindow, qtbot: QtBot, clock: list[datetime]
) -> None:
    qtbot.keyClicks(window.field, "ada")
    qtbot.keyClick(window.field, KEY.Key_Return)
    qtbot.keyClick(window.field, KEY.Key_Escape)
    assert window.isVisible()
    question = dialog_over(window, Question)
    question.reject()
    clock.append(AT_THE_DOOR + timedelta(hours=4))
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window.field, KEY.Key_F11)


def test_an_empty_door_is_left_at_once_and_freed(window: DoorWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "xyz")
    qtbot.keyClick(window.field, KEY.Key_Escape)
    assert (window.isVisible(), window.field.text()) == (True, "")
    qtbot.keyClick(window.field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(window))


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_the_door_is_accessible_in_large_type(
    window: DoorWindow, qtbot: QtBot, styled: Style, theme: Theme
) -> None:
    styled.choose(theme)
    qtbot.keyClicks(window.field, "lark")
    window.grab()
    assert audit(window) == []
    assert window.face.news.accessibleName() == window.face.news.text
    assert (
        min(one.font().pointSizeF() for one in (window.field, window.face.heading, *window.face.keys._labels))
        >= TYPE
    )
    styled.choose(Theme.LIGHT)


def test_on_a_low_screen_the_keys_are_told_on_f1(window: DoorWindow, qtbot: QtBot) -> None:
    window.resize(683, 384)
    assert (window.face.keys.isVisible(), window.face.title.isVisible()) == (False, False)
    qtbot.keyClick(window.field, KEY.Key_F1)
    assert "F2 walk-in; F3 apologies" in window.face.news.text
    window.resize(1366, 768)
    assert (window.face.keys.isVisible(), window.face.title.isVisible()) == (True, True)


def test_what_happens_elsewhere_is_counted_here(window: DoorWindow, desk: Desk, event: str) -> None:
    person = named(desk.db, event, "Ada Example")
    door.check_in(desk.db, event, person.id, now=AT_THE_DOOR, device="other", nonce="elsewhere")
    assert numbers(window) == ("1", "3", "0")


def test_rows_are_as_high_as_what_they_say_after_the_window_became_narrow(
    window: DoorWindow, qtbot: QtBot
) -> None:
    def heights() -> list[int]:
        held, rows = window.list, range(window.list.door_model.rowCount())
        return [held.visualRect(held.door_model.index(row, 0)).height() for row in rows]

    qtbot.keyClicks(window.field, "e")
    assert len(heights()) > 1
    low = max(heights())
    window.resize(800, 600)
    qtbot.waitUntil(lambda: min(heights()) > 1.5 * low)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: max(heights()) == low)
