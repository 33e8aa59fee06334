"""Taking a file in: who is checked in, what is made and remembered, what is refused, and one undo for it all."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.attendance import Outcome, attendance
from engagement.forums.online.files_held import files_of_event, people_table
from engagement.forums.online.review import Review
from engagement.forums.online.taking_in import check_ready, start_review, take_in
from engagement.forums.online.vocabulary import Grade, Standing
from engagement.forums.online.whom import LeftOut, Matched, NewPerson, SameAs
from engagement.forums.people import invitations, participants
from engagement.forums.vocabulary import ParticipantRole, ParticipantStatus
from engagement.register import contacts
from resources.database import Database, change, history
from resources.database.history import logical_dump
from resources.problem import Problem
from tests.engagement.forums.online.online_files import eventbrite, teams, teams_old, write, zoom

NOW = datetime(2019, 12, 10, 14, tzinfo=UTC)
DAY = "10/12/2019, "


def row(name: str, join: str, leave: str, email: str = "") -> tuple[str, str, str, str, str]:
    return name, f"{DAY}{join}", f"{DAY}{leave}", "", email


ADA = row("Ada Example", "10:00:00", "12:01:00", "ada@larkmeadow.example")
BEN = row("Sample, Ben (EXT)", "10:02:00", "11:00:00", "ben@larkmeadow.example")
NEW = row("Nia Newcomer", "10:00:00", "12:00:00", "nia@larkmeadow.example")


def file_of(*joins: tuple[str, ...]) -> list[list[str]]:
    return teams(joins, joins)


def took(db: Database, review: Review) -> str:
    return take_in(db, review, now=NOW, device="Office PC").sentence


def statuses(db: Database, event: str) -> dict[str, str]:
    return {one.name: one.status.value for one in participants.of_event(db, event)}


def log(db: Database, event: str) -> list[tuple[str, str, str, str]]:
    return db.rows(
        """select contact.name, check_in.kind, check_in.at, list from check_in
        join participant on participant.id = participant_id join contact on contact.id = contact_id
        where check_in.event_id = ? order by seq""",
        (event,),
    )


def test_who_counts_is_in_the_log_and_who_left_clearly_early_is_out_again(
    db: Database,
    event: str,
    contact: dict[str, str],
    review: Callable[..., Review],
    invited: Callable[..., list[str]],
) -> None:
    invited(event, [contact["Ada Example"]])
    found = review(file_of(ADA, BEN))
    assert [(line.said, line.match.grade, line.standing) for line in found.lines] == [
        ("Ada Example, Larkmeadow House", Grade.SURE, Standing.MATCHED),
        ("Ben Sample, Larkmeadow House", Grade.SURE, Standing.MATCHED),
    ]
    assert took(db, found) == "Online attendance taken in: 2 people checked in, 1 left early"
    assert log(db, event) == [
        ("Ada Example", "entry", "2019-12-10T10:00:00+00:00", "online"),
        ("Ben Sample", "entry", "2019-12-10T10:02:00+00:00", "online"),
        ("Ben Sample", "exit", "2019-12-10T11:00:00+00:00", "online"),
    ]
    assert statuses(db, event) == {"Ada Example": "attended", "Ben Sample": "left_early"}
    walked = {one.name: one.walk_in for one in participants.of_event(db, event)}
    assert walked == {"Ada Example": False, "Ben Sample": True}


def test_one_undo_takes_everything_back(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    before = list(logical_dump(db))
    found = review(file_of(ADA, NEW)).choose("2", NewPerson("Nia Newcomer", new_provider="Kingfisher Care"))
    took(db, found)
    after = list(logical_dump(db))
    assert after != before
    undone = history.undo(db)
    assert undone is not None
    assert undone.action == "Took in online attendance of Provider forum, December 2019: 2 people"
    assert list(logical_dump(db)) == before
    history.redo(db)
    assert list(logical_dump(db)) == after


def test_unknown_people_become_contacts_in_the_same_step(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    council = row("Olu Officer", "10:00:00", "12:00:00", "olu@council.gov.example")
    agent = row("Sales Agent", "10:00:00", "12:00:00", "agent@shop.example")
    found = review(file_of(NEW, council, agent))
    assert [line.standing for line in found.lines] == [Standing.TO_DECIDE] * 3
    provider = contacts.contact(db, contact["Ada Example"]).provider_id
    assert found.line("1").match.provider_id == provider
    found = found.choose("1", NewPerson("Nia Newcomer", provider, email="nia@larkmeadow.example"))
    found = found.choose("2", NewPerson("Olu Officer", council=True)).choose("3", LeftOut())
    assert took(db, found) == "Online attendance taken in: 2 people checked in, 2 new contacts"
    people = {one.name: one for one in participants.of_event(db, event)}
    assert people["Nia Newcomer"].provider_id == provider
    assert people["Olu Officer"].role is ParticipantRole.HOST
    assert (
        db.value("select organisation from provider where id = ?", (people["Olu Officer"].provider_id,))
        == "council"
    )
    kept = db.rows(
        "select shown_name, email, participant_id is null, decision from online_attendance order by id"
    )
    assert kept == [
        ("Nia Newcomer", "nia@larkmeadow.example", 0, "attended"),
        ("Olu Officer", "olu@council.gov.example", 0, "attended"),
        ("Sales Agent", "", 1, "left_out"),
    ]


def test_the_same_file_twice_changes_nothing_and_says_when(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    took(db, review(file_of(ADA)))
    before = list(logical_dump(db))
    again = review(file_of(ADA), name="a copy of it.csv")
    said = (
        "This file was taken in for Provider forum, December 2019 on 10 December 2019 at 2pm as “attendance.csv”. "
        "Nothing of it is left to take in; undo that first to take it in anew."
    )
    assert again.summary == said
    assert took(db, again) == said.removesuffix(".")
    assert list(logical_dump(db)) == before


def test_a_second_file_of_the_event_adds_and_nobody_is_counted_twice(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    took(db, review(file_of(ADA)))
    second = review(file_of(ADA, BEN), name="second room.csv")
    assert second.summary == "1 person will be checked in and 1 noted who is in the log already."
    assert took(db, second) == (
        "Online attendance taken in: 1 person checked in, 1 in the log already, 1 left early"
    )
    assert [one[:2] for one in log(db, event)] == [
        ("Ada Example", "entry"), ("Ben Sample", "entry"), ("Ben Sample", "exit"),
    ]  # fmt: skip
    assert [one.attended for one in files_of_event(db, event)] == [2, 1]


def test_who_came_through_the_door_of_a_hybrid_event_is_not_entered_again(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    door.check_in_contact(db, event, contact["Ada Example"], now=NOW, device="laptop", nonce="n")
    found = review(file_of(ADA, BEN))
    assert list(found.found.in_the_log) == [contact["Ada Example"]]
    took(db, found)
    assert [(name, kind, by) for name, kind, _, by in log(db, event)] == [
        ("Ada Example", "entry", "door"), ("Ben Sample", "entry", "online"), ("Ben Sample", "exit", "online"),
    ]  # fmt: skip
    assert door.counts(db, event).came == 2
    assert len(attendance(db, event).of(Outcome.CAME)) == 2
    rows = {row[0]: row[1] for row in people_table(db, files_of_event(db, event)[0].id).rows}
    assert rows == {"Ada Example": "Attended", "Sample, Ben (EXT)": "Attended"}


def test_undo_at_the_door_leaves_what_a_file_brought(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    door.check_in_contact(db, event, contact["Cy Specimen"], now=NOW, device="laptop", nonce="n")
    took(db, review(file_of(ADA)))
    undone = door.next_undo(db, event)
    assert undone is not None
    assert undone.names == ("Cy Specimen",)


def test_a_match_confirmed_once_is_offered_the_next_time_and_says_so(
    db: Database,
    event: str,
    forum: Callable[..., str],
    contact: dict[str, str],
    review: Callable[..., Review],
) -> None:
    odd = row("Larkmeadow Reception", "10:00:00", "12:00:00", "office@elsewhere.example")
    first = review(file_of(odd))
    assert first.line("1").waits
    took(db, first.choose("1", Matched(contact["Ada Example"], "Ada Example", "Larkmeadow House")))
    other = forum("Provider forum, March 2020")
    again = review(file_of(odd, BEN), name="next.csv", at=other)
    line = again.line("1")
    assert (line.match.grade, line.said) == (Grade.SURE, "Ada Example, Larkmeadow House")
    assert line.reasons[0] == "Confirmed before under this name and address."


def test_what_was_confirmed_last_under_an_address_holds(
    db: Database,
    event: str,
    forum: Callable[..., str],
    contact: dict[str, str],
    review: Callable[..., Review],
) -> None:
    odd = row("Reception", "10:00:00", "12:00:00", "office@elsewhere.example")
    for number, name in enumerate(("Ada Example", "Cy Specimen")):
        at = forum(f"Provider forum, number {number}")
        found = review(file_of(odd), name=f"{number}.csv", at=at)
        took(db, found.choose("1", Matched(contact[name], name, "")).with_confirmed("other_meeting"))
    held = db.rows("select contact_id from known_as where email_key = 'office@elsewhere.example'")
    assert held == [(contact["Cy Specimen"],)]


def test_nothing_is_written_while_somebody_is_undecided(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    before = list(logical_dump(db))
    with pytest.raises(Problem) as refused:
        took(db, review(file_of(ADA, NEW)))
    assert refused.value.sentence.startswith("1 person is undecided.")
    assert refused.value.details == ("Nia Newcomer",)
    assert list(logical_dump(db)) == before


def test_a_file_of_another_meeting_is_written_only_once_confirmed(
    db: Database, event: str, contact: dict[str, str], tmp_path: Path
) -> None:
    joins = [("Ada Example", "12/12/2019, 14:00:00", "12/12/2019, 15:00:00", "", "ada@larkmeadow.example")]
    rows = teams(
        joins, joins, title="Budget board", starts="12/12/2019, 14:00:00", ends="12/12/2019, 15:00:00"
    )
    rows[9][1] = "13/12/2019, 14:00:00"  # shows that the day stands first
    found = start_review(db, event, write(tmp_path / "other.csv", rows))
    said = (
        "The file may be of another meeting: it is called “Budget board”, and the event “Provider forum, December "
        "2019”; it was on 12 December 2019 at 2pm to 3pm, and the event on 10 December 2019 at 10am to midday."
    )
    assert [(one.sentence, one.confirmed) for one in found.obstacles] == [(said, False)]
    with pytest.raises(Problem) as refused:
        check_ready(found)
    assert refused.value.sentence == f"{said} Confirm that it is this event’s, or choose another file."
    assert took(db, found.with_confirmed("other_meeting")).startswith("Online attendance taken in: 1 person")


def test_a_cancelled_event_takes_nothing_in(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    found = review(file_of(ADA))
    events.cancel_event(db, event)
    with pytest.raises(Problem, match="is cancelled"):
        took(db, found)
    with pytest.raises(Problem, match="is cancelled"):
        review(file_of(ADA))


def test_a_no_show_of_a_closed_event_turns_out_to_have_come(
    db: Database,
    event: str,
    contact: dict[str, str],
    review: Callable[..., Review],
    invited: Callable[..., list[str]],
) -> None:
    coming = invited(event, [contact["Ada Example"]])
    invitations.record_reply(db, coming, ParticipantStatus.ACCEPTED, now=NOW)
    door.close_event(db, event, now=NOW)
    assert statuses(db, event) == {"Ada Example": "no_show"}
    took(db, review(file_of(ADA)))
    assert statuses(db, event) == {"Ada Example": "attended"}


def test_too_short_is_not_counted_until_it_is_overruled(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    brief = row("Ada Example", "10:00:00", "10:09:59", "ada@larkmeadow.example")
    found = review(file_of(brief, BEN))
    assert found.line("1").standing is Standing.TOO_SHORT
    assert found.summary == "1 person will be checked in. Not counted: 1 too short."
    assert review(file_of(brief), least=9).line("1").standing is Standing.MATCHED
    took(db, found)
    assert statuses(db, event) == {"Ben Sample": "left_early"}
    history.undo(db)
    took(db, found.count("1"))
    assert statuses(db, event) == {"Ada Example": "left_early", "Ben Sample": "left_early"}


def test_two_lines_of_one_contact_are_one_person_whose_minutes_add_up(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    one = row("José O'Demo", "10:00:00", "10:06:00")
    other = row("Jose ODemo (Guest)", "11:50:00", "11:57:00")
    found = review(file_of(one, other, ADA))
    assert [line.person.joins for line in found.lines] == [2, 1]  # accents and marks part nobody
    third = row("José O’Demmo", "11:00:00", "11:04:00")
    found = review(file_of(one, third, ADA), name="spelt.csv")
    assert found.line("2").person.same_as == "1"
    assert found.line("1").standing is Standing.TOO_SHORT
    found = found.choose("1", Matched(contact["José O’Demo"], "José O’Demo", "")).choose("2", SameAs("1"))
    assert [line.standing for line in found.lines] == [
        Standing.CONFIRMED, Standing.SAME_PERSON, Standing.MATCHED,
    ]  # fmt: skip
    took(db, found)
    assert db.value("select count(*) from check_in where kind = 'entry'") == 2


def test_tickets_that_were_checked_in_count_and_those_only_booked_do_not(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    rows = eventbrite(
        [
            ("1", "Ada", "Example", "ada@larkmeadow.example", "1", "Checked In", "Larkmeadow"),
            ("2", "Ben", "Sample", "ben@larkmeadow.example", "1", "Attending", "Larkmeadow"),
        ]
    )
    found = review(rows)
    assert [line.standing for line in found.lines] == [Standing.MATCHED, Standing.BOOKED]
    took(db, found)
    assert log(db, event) == [("Ada Example", "entry", "2019-12-10T10:00:00+00:00", "online")]
    assert db.rows("select decision from online_attendance order by id") == [("attended",), ("booked",)]


def test_zoom_of_another_clock_is_moved_and_then_fits(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    rows = zoom(
        [("Ada Example", "", "12/10/2019 05:00:00 AM", "12/10/2019 07:00:00 AM", "120")], meeting=False
    )
    found = review(rows)
    assert found.found.shift_sentence == (
        "By the file’s clock the meeting was on 10 December 2019 at 5am to 7am. Moved 5 hours later it was on 10 "
        "December 2019 at 10am to midday, as the event: the file may be of another time zone."
    )
    assert [one.name for one in found.obstacles] == ["other_meeting"]
    found = found.with_shift(5)
    assert found.obstacles == ()
    took(db, found.confirm("1"))
    assert log(db, event) == [("Ada Example", "entry", "2019-12-10T10:00:00+00:00", "online")]


def test_somebody_of_the_same_name_and_provider_is_not_made_again(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    provider = contacts.contact(db, contact["José O’Demo"]).provider_id
    found = review(file_of(NEW)).choose("1", NewPerson("Jose ODemo", provider))
    took(db, found)
    assert statuses(db, event) == {"José O’Demo": "attended"}


def test_a_contact_that_is_gone_is_said(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    found = review(file_of(ADA))
    with change(db, "Removed her"):
        db.delete_row("contact", contact["Ada Example"])
    with pytest.raises(Problem, match="no longer in the register"):
        took(db, found)


def test_a_join_without_a_leave_in_the_oldest_files_lasts_until_the_end(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    events_ = [
        ("Ada Example", "Joined before", f"{DAY}10:00:00"), ("Ben Sample", "Joined", f"{DAY}10:05:00"),
        ("Ben Sample", "Left", f"{DAY}10:30:00"), ("Ben Sample", "Joined", f"{DAY}10:40:00"),
        ("Ben Sample", "Left", f"{DAY}11:00:00"),
    ]  # fmt: skip
    found = review(teams_old(events_))
    assert [(one.joins, one.minutes) for one in found.found.people] == [(1, 120), (2, 45)]
    assert "1 person has no line for leaving: counted as there until midday, the end." in found.found.notes
