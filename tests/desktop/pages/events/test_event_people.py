"""The people of an event: replies for one and many, the waiting list, substitutes, people added by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.dialogs.events.reply import RecordReply
from desktop.dialogs.events.role import SetRole
from desktop.dialogs.events.substitute import AddPerson, Substitute
from desktop.pages.events.event_people import PeopleView
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.shell.undo import HistoryKeeper
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.door_log import log_table
from engagement.forums.people import participants, places
from engagement.forums.vocabulary import Confidentiality, ParticipantRole, ParticipantStatus
from engagement.register import contacts, providers
from engagement.register.vocabulary import ConsentBasis, OrganisationKind
from resources.database import OpenFile, new_key
from resources.problem import Problem
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

ACCEPTED = ParticipantStatus.ACCEPTED


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    key = plan_forum(desk.db, capacity=1)
    invite(desk.db, key, "Ada Example", "Cy Specimen", "Dot Demo")
    return key


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def people(desk: Desk, event: str, qtbot: QtBot, clock: list[datetime]) -> Iterator[PeopleView]:
    window, page = make_forums_window(desk, qtbot, clock)
    page.show_people(event)
    yield page.people
    window.close()


def choose(people: PeopleView, *names: str) -> None:
    """Select these people as Ctrl with the mouse does."""
    flags = QItemSelectionModel.SelectionFlag
    table, model = people.pane.table, people.pane.model
    table.clearSelection()
    for name in names:
        row = model.row_of(named(people._desk.db, people.event_id, name).id)
        chosen = table.selectionModel()
        chosen.setCurrentIndex(model.index(row, 0), flags.Select | flags.Rows)


def column(people: PeopleView, name: str) -> dict[str, object]:
    model = people.pane.model
    at = model.column_named(name) + 1
    return {row[1]: row[at] for row in model.all_rows()}


def test_a_reply_is_kept_and_undone(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Cy Specimen")
    people.acts.record(ParticipantStatus.DECLINED)
    assert column(people, "status")["Cy Specimen"] == "Declined"
    assert HistoryKeeper(desk.db).undo() == "Cy Specimen: declined"
    assert column(people, "status")["Cy Specimen"] == "Invited"


def test_one_persons_check_in_is_undone_whatever_happened_at_the_door_since(
    people: PeopleView, desk: Desk, event: str
) -> None:
    for name in ("Ada Example", "Dot Demo"):
        key = named(desk.db, event, name).id
        door.check_in(desk.db, event, key, now=STARTS, device="door", nonce=new_key())
    undo = next(action for action in people.actions_here() if action.name == "undo_check_in")
    choose(people, "Cy Specimen")
    assert not undo.ready()
    choose(people, "Ada Example")
    assert undo.ready()
    undo.run()
    assert statuses(desk.db, event) == {
        "Ada Example": "invited", "Cy Specimen": "invited", "Dot Demo": "attended",
    }  # fmt: skip
    assert not undo.ready()
    with pytest.raises(Problem, match="Ada Example has no check-in or check-out"):
        undo.run()
    assert HistoryKeeper(desk.db).undo() == "Undid the check-in of Ada Example"
    assert undo.ready()


def test_who_walked_in_and_is_undone_is_no_longer_there(
    people: PeopleView, desk: Desk, event: str, clock: list[datetime]
) -> None:
    clock.append(STARTS)
    act = {"now": STARTS, "device": "Laptop 1", "nonce": new_key()}
    door.walk_in(desk.db, event, WalkIn("Eve Orr", new_provider="Beech Care"), **act)
    assert "Eve Orr" in column(people, "name")
    choose(people, "Eve Orr")
    people.acts.undo_check_in()
    assert "Eve Orr" not in column(people, "name")
    assert [row[3] for row in log_table(desk.db, event).rows] == ["Eve Orr", "Eve Orr"]


def test_one_reply_for_several_is_one_change(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Ada Example", "Dot Demo")
    people.acts.record(ParticipantStatus.APOLOGIES)
    assert statuses(desk.db, event) == {
        "Ada Example": "apologies", "Cy Specimen": "invited", "Dot Demo": "apologies",
    }  # fmt: skip
    assert HistoryKeeper(desk.db).undo() == "2 people: apologies"


def test_whoever_accepts_too_late_stands_in_line_and_moves_up(
    people: PeopleView, desk: Desk, event: str
) -> None:
    for name in ("Ada Example", "Cy Specimen", "Dot Demo"):
        choose(people, name)
        people.acts.record(ACCEPTED)
    assert column(people, "line") == {"Ada Example": None, "Cy Specimen": 1, "Dot Demo": 2}
    assert people._places.text() == "1 place, 1 taken, 0 left; 2 waiting. Places are taken by: Accepted 1"
    choose(people, "Ada Example")
    people.acts.record(ParticipantStatus.DECLINED)
    assert statuses(desk.db, event)["Cy Specimen"] == "place_offered"


def test_a_note_and_a_place_beyond_those_there_are(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Ada Example")
    people.acts.record(ACCEPTED)
    choose(people, "Dot Demo")
    people.acts.ask_reply()
    dialog = dialog_over(people, RecordReply)
    for name, answer in {"reply": ACCEPTED, "note": "Brings a colleague", "beyond": True}.items():
        dialog.form.rows[name].field.show_answer(answer)
    assert audit(dialog) == []
    dialog.submit()
    one = named(desk.db, event, "Dot Demo")
    assert (one.status, one.note) == (
        ACCEPTED, "Brings a colleague\nGiven a place beyond capacity by Test Officer.",
    )  # fmt: skip


def test_free_places_are_offered_by_hand(
    people: PeopleView, desk: Desk, event: str, clock: list[datetime]
) -> None:
    for name in ("Ada Example", "Cy Specimen"):
        choose(people, name)
        people.acts.record(ACCEPTED)
    with pytest.raises(Problem, match="Nothing was offered"):
        people.acts.offer_places()
    choose(people, "Ada Example")
    people.acts.withdraw()
    assert statuses(desk.db, event)["Cy Specimen"] == "place_offered"
    clock.append(NOW + places.OFFER_STANDS)
    people.acts.offer_places()
    assert statuses(desk.db, event)["Cy Specimen"] == "declined"


def test_a_colleague_comes_instead(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Ada Example")
    people.acts.record(ACCEPTED)
    people.acts.ask_substitute()
    dialog = dialog_over(people, Substitute)
    field = dialog.form.rows["contact"].field
    field.line.setFocus()
    field._search("ben")
    field.take(field.list.currentItem())
    dialog.submit()
    assert statuses(desk.db, event) == {
        "Ada Example": "apologies", "Ben Sample": "accepted", "Cy Specimen": "invited", "Dot Demo": "invited",
    }  # fmt: skip
    assert column(people, "substitute_for")["Ben Sample"] == "Ada Example"


def test_somebody_new_comes_instead_in_one_change(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Ada Example")
    people.acts.ask_substitute()
    dialog = dialog_over(people, Substitute)
    dialog.submit()
    assert "Choose a person of the register" in dialog.form.rows["contact"].sentence
    dialog.form.rows["new_name"].field.show_answer("Fay Newcomer")
    dialog.submit()
    assert named(desk.db, event, "Fay Newcomer").service == "Larkmeadow House"
    assert HistoryKeeper(desk.db).undo() == "Fay Newcomer comes instead of Ada Example"
    assert desk.db.value("select count(*) from contact where name = 'Fay Newcomer'") == 0


def test_somebody_without_consent_has_to_have_asked(people: PeopleView, desk: Desk, event: str) -> None:
    people.acts.ask_person()
    dialog = dialog_over(people, AddPerson)
    field = dialog.form.rows["contact"].field
    field._search("eve")
    field.take(field.list.currentItem())
    dialog.submit()
    assert "is not recorded" in dialog.form.rows["contact"].sentence
    dialog.form.rows["asked"].field.show_answer(True)
    dialog.submit()
    one = named(desk.db, event, "Eve Unasked")
    assert (one.status, one.reasons) == (ParticipantStatus.INVITED, ("Added by hand",))
    assert people.pane.table.current_key == one.id


def test_the_usual_role_follows_the_person_until_another_is_chosen(
    people: PeopleView, desk: Desk, event: str
) -> None:
    board = providers.add_provider(desk.db, name="Invented Board", organisation=OrganisationKind.PARTNER).id
    for name in ("Pat Partner", "Quin Partner"):
        contacts.add_contact(
            desk.db, board, name=name, email="p@example.org", consent=ConsentBasis.EMAIL_OPT_IN
        )
    people.acts.ask_person()
    dialog = dialog_over(people, AddPerson)
    field, role = dialog.form.rows["contact"].field, dialog.form.rows["role"].field
    assert role.answer() is ParticipantRole.DELEGATE
    for name, expected in (("pat", ParticipantRole.PARTNER), ("eve", ParticipantRole.DELEGATE)):
        field._search(name)
        field.take(field.list.currentItem())
        assert role.answer() is expected
    role.show_answer(ParticipantRole.SPEAKER)
    field._search("quin")
    field.take(field.list.currentItem())
    dialog.submit()
    assert named(desk.db, event, "Quin Partner").role is ParticipantRole.SPEAKER


def test_a_role_is_given_to_several_and_taken_back(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Ada Example", "Cy Specimen")
    people.acts.ask_role()
    dialog = dialog_over(people, SetRole)
    assert dialog.form.rows["role"].field.answer() is ParticipantRole.DELEGATE
    dialog.form.rows["role"].field.show_answer(ParticipantRole.FACILITATOR)
    dialog.submit()
    assert column(people, "role")["Cy Specimen"] == "Facilitator"
    assert HistoryKeeper(desk.db).undo() == "2 people: facilitator of the event"
    assert named(desk.db, event, "Ada Example").role is ParticipantRole.DELEGATE


def test_a_list_of_people_who_are_not_to_be_named_is_marked(
    people: PeopleView, desk: Desk, event: str
) -> None:
    assert people.table().title == f"People at {events.get(desk.db, event).title}"
    draft = replace(events.get(desk.db, event).draft(), confidentiality=Confidentiality.NAMES_WITHHELD)
    events.edit_event(desk.db, event, draft, now=NOW)
    table = people.table()
    assert table.exempt is not None and table.exempt.paragraph == 2


def test_who_was_expected_and_is_absent(people: PeopleView, desk: Desk, event: str) -> None:
    choose(people, "Ada Example")
    people.acts.record(ACCEPTED)
    people.turn_absent()
    assert list(column(people, "name")) == ["Ada Example"]
    key = named(desk.db, event, "Ada Example").id
    door.check_in(desk.db, event, key, now=STARTS, device="door", nonce=new_key())
    assert list(column(people, "name")) == []
    people.turn_absent()
    assert len(column(people, "name")) == 3


def test_a_refused_reply_is_said_and_changes_nothing(people: PeopleView, desk: Desk, event: str) -> None:
    key = named(desk.db, event, "Ada Example").id
    door.check_in(desk.db, event, key, now=STARTS, device="door", nonce=new_key())
    choose(people, "Ada Example")
    with pytest.raises(Problem, match="was checked in"):
        people.acts.record(ParticipantStatus.DECLINED)
    assert participants.get(desk.db, key).status is ParticipantStatus.ATTENDED


def test_the_buttons_follow_the_selection(people: PeopleView) -> None:
    choose(people)
    people.refresh_buttons()
    ready = {name: made.isEnabled() for name, made in (people.row.buttons | people.adding.buttons).items()}
    assert (ready["reply_accepted"], ready["add_person"]) == (False, True)
    with capture_exceptions() as raised:
        choose(people, "Ada Example", "Dot Demo")
    ready = {name: made.isEnabled() for name, made in (people.row.buttons | people.adding.buttons).items()}
    assert (ready["reply_accepted"], ready["substitute"], raised) == (True, False, [])
