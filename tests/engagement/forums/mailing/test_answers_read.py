"""Answers that come back: read, checked, shown, kept as one change, undone as one."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.mailing.answers_read import answers_table, keep_answers, read_answers, refused_table
from engagement.forums.mailing.filling import occasion
from engagement.forums.mailing.merge_file import merge_table
from engagement.forums.mailing.recipients import correspondents
from engagement.forums.people import invitations, participants
from engagement.forums.vocabulary import ParticipantStatus as S
from resources.database import Database, change, history
from resources.database.history import ChangedSince, logical_dump
from resources.files.refused import save_refused
from resources.problem import Problem
from tests.engagement.forums.conftest import NOW, STARTS
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]


def returned(
    db: Database, event: str, path: Path, answers: dict[str, str], notes: dict[str, str] | None = None
) -> Path:
    """The mail-merge workbook as it comes back, saved as CSV, with these answers by name."""
    table = merge_table(correspondents(db, event), occasion(db, event, now=NOW))
    names = [column.name for column in table.columns]
    rows = []
    for row in table.rows:
        cells = dict(zip(names, row, strict=True))
        cells["answer"] = answers.get(str(cells["name"]), "")
        cells["note"] = (notes or {}).get(str(cells["name"]), "")
        rows.append(list(cells.values()))
    return written(path, [column.heading for column in table.columns], rows)


def written(path: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def test_answers_are_kept_as_one_change_and_undone_as_one(db: Database, asked: Asked, tmp_path: Path) -> None:
    event, keys = asked
    before = list(logical_dump(db))
    answers = {
        "Ada Example": "Yes please",
        "Cy Moss": "apologies",
        "Di Nye": "no",
        "Dr Zoë O’Hara": "Perhaps",
    }
    path = returned(db, event, tmp_path / "m.csv", answers, {"Ada Example": "Vegetarian"})
    read = read_answers(db, event, path)
    assert list(logical_dump(db)) == before  # nothing is written by reading
    assert read.words == "4 answers to record; 2 without an answer"
    done = keep_answers(db, read, now=NOW)
    assert len(done.replied) == 4
    said = {one.name: one.reply for one in participants.of_event(db, event)}
    assert said["Ada Example"] is S.ACCEPTED and said["Cy Moss"] is S.APOLOGIES
    assert said["Di Nye"] is S.DECLINED and said["Dr Zoë O’Hara"] is S.TENTATIVE
    assert participants.get(db, keys["Ada Example"]).note == "Vegetarian"
    assert history.entries(db)[0].action == "Recorded 4 answers to Provider forum, December 2019 from a file"
    history.undo(db)
    assert list(logical_dump(db)) == before
    again = read_answers(db, event, path)
    keep_answers(db, again, now=NOW)
    assert (
        read_answers(db, event, path).words
        == "0 answers to record; 4 as they stand already; 2 without an answer"
    )


def test_lines_that_cannot_be_kept_are_refused_with_reasons(
    db: Database,
    asked: Asked,
    forum: Callable[..., str],
    person: Callable[..., str],
    invited: Callable[..., list[str]],
    tmp_path: Path,
) -> None:
    event, keys = asked
    (elsewhere,) = invited(forum("Another forum"), [person("Gus Hay", "Rosewood House")])
    door.check_in(db, event, keys["Flo Parr"], now=STARTS, device="Laptop", nonce="f")
    path = written(
        tmp_path / "a.csv",
        ("Key", "Name", "E-mail", "Answer", "Note"),
        [
            (keys["Ada Example"], "Ada Example", "", "blue", ""),
            (keys["Cy Moss"], "Ada Example", "", "yes", ""),
            (elsewhere, "Gus Hay", "", "yes", ""),
            ("no-such-key", "", "", "yes", ""),
            ("", "Nobody Known", "", "yes", ""),
            ("", "", "", "yes", ""),
            (keys["Flo Parr"], "", "", "no", ""),
            (keys["Di Nye"], "", "", "yes", ""),
            (keys["Di Nye"], "", "", "no", ""),
            ("", "", "cy.moss@example.org", "no", "'+44 may be called"),
            ("", "ED  ORR", "", "yes", ""),
        ],
    )
    read = read_answers(db, event, path)
    assert [(one.line, one.reason) for one in read.refused] == [
        (2, "“blue” is no answer that is known. Write yes, no, apologies or maybe."),
        (3, "The key is that of Cy Moss, but the line names “Ada Example”."),
        (4, "The key is that of somebody at another event than Provider forum, December 2019."),
        (5, "The key is that of nobody on the list."),
        (6, "“Nobody Known” is not on the list of Provider forum, December 2019."),
        (7, "The line does not say who answered: key, name and e-mail address are empty."),
        (8, "Flo Parr was checked in at the event, so an answer no longer fits."),
        (9, "Di Nye answers differently on lines 9, 10. Leave one of them."),
        (10, "Di Nye answers differently on lines 9, 10. Leave one of them."),
    ]
    assert [(one.person.name, one.found_by, one.note) for one in read.kept] == [
        ("Cy Moss", "e-mail", "+44 may be called"), ("Ed Orr", "name", ""),
    ]  # fmt: skip
    assert answers_table("x", read.kept).rows[0][1] == "Declined"
    assert refused_table(read, read.refused).rows[0][:2] == ("2", read.refused[0].reason)
    save_refused(tmp_path / "r.xlsx", read.headings, read.refused)
    assert len(read_answers(db, event, tmp_path / "r.xlsx").refused) == 9


def test_two_people_of_one_name_need_the_key_or_the_organisation(
    db: Database, asked: Asked, person: Callable[..., str], invited: Callable[..., list[str]], tmp_path: Path
) -> None:
    event, _ = asked
    invited(event, [person("Ada Example", "Fir House")])
    rows = [("Ada Example", "", "yes"), ("Ada Example", "Fir House", "no")]
    read = read_answers(db, event, written(tmp_path / "a.csv", ("Name", "Organisation", "Reply"), rows))
    assert [one.person.service for one in read.kept] == ["Fir House"]
    assert read.refused[0].reason.startswith("2 people on the list have this name.")


@pytest.mark.parametrize("name", ["Moss, Cy", "MOSS Cý", "cy moss"])
def test_a_name_may_stand_surname_first(db: Database, asked: Asked, tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "answers.csv", ["Name", "Answer"], [[name, "yes"]])
    (one,) = read_answers(db, asked[0], path).kept
    assert (one.person.name, one.found_by) == ("Cy Moss", "name")


def test_a_full_event_puts_who_accepts_on_the_waiting_list(
    db: Database, asked: Asked, tmp_path: Path
) -> None:
    event, _ = asked
    with change(db, "One place"):
        db.update_row("event", event, {"capacity": 1})
    path = returned(db, event, tmp_path / "m.csv", {"Ada Example": "yes", "Cy Moss": "yes"})
    done = keep_answers(db, read_answers(db, event, path), now=NOW)
    assert len(done.waiting) == 1
    assert events.get(db, event).capacity == 1


def test_what_changed_since_the_file_was_read_is_refused_and_nothing_kept(
    db: Database, asked: Asked, tmp_path: Path
) -> None:
    event, keys = asked
    read = read_answers(
        db, event, returned(db, event, tmp_path / "m.csv", {"Ada Example": "yes", "Cy Moss": "no"})
    )
    invitations.record_reply(db, [keys["Cy Moss"]], S.TENTATIVE, now=NOW)
    before = list(logical_dump(db))
    with pytest.raises(ChangedSince, match="1 person has changed since the file was read") as refused:
        keep_answers(db, read, now=NOW)
    assert refused.value.details == ("Cy Moss",)
    assert list(logical_dump(db)) == before


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        (("Colour", "Size"), "has no line of headings"),
        (("Key", "Name"), "No column for the answer was found"),
        (("Answer", "Note"), "does not say who answered"),
        (("Name", "Answer", "Answer"), "2 columns could be answer"),
    ],
)
def test_a_file_without_the_columns_is_refused(
    db: Database, asked: Asked, tmp_path: Path, headings: tuple[str, ...], says: str
) -> None:
    path = written(tmp_path / "a.csv", headings, [("x",) * len(headings)])
    with pytest.raises(Problem) as refused:
        read_answers(db, asked[0], path)
    assert says in " ".join((refused.value.sentence, *refused.value.details))
