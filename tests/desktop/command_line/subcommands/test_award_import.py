"""Nominations from files and e-mails without a window."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from awards.nominations.entries import Entry, entries
from awards.nominations.nominations import Nomination, nominations
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import rounds
from awards.vocabulary import HowReceived, NominationStatus, RoundPhase
from resources.database import Database
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.test_pasted import FREE, LABELLED
from tests.desktop.command_line.conftest import Clerk

T = TypeVar("T")


@pytest.fixture
def desk(clerk: Clerk) -> Clerk:
    """At the end of September, with an empty round."""
    clerk.now = datetime(2026, 9, 30, 9, tzinfo=UTC)
    clerk.with_db(Gala)
    return clerk


def held(desk: Clerk, ask: Callable[[Database, str], T]) -> T:
    """Something read from the file."""
    found: list[T] = []
    desk.with_db(lambda db: found.append(ask(db, rounds(db)[0].id)))
    return found[0]


def nominees(desk: Clerk) -> list[Entry]:
    return held(desk, entries)


def voices(desk: Clerk) -> list[Nomination]:
    return held(desk, nominations)


def test_a_file_is_previewed_then_taken_in(desk: Clerk, tmp_path: Path) -> None:
    form = made.nominations_csv(
        tmp_path / "form.csv", [made.row(1), made.row(2, ""), made.row(3, "Ben Specimen")]
    )
    refused = tmp_path / "refused.xlsx"
    told = desk.does("award-import", form, "--refused", refused)
    assert (
        "Who is nominated" in told and "New nominees" in told and "Refused: Who are you nominating?" in told
    )
    assert told.endswith("Nothing was written. Add --take-in to take it in.\n")
    assert refused.is_file() and nominees(desk) == []
    told = desk.does("award-import", form, "--take-in")
    assert told.endswith("Took in 2 nominations with 2 new nominees.\n")
    assert [one.nominee for one in nominees(desk)] == ["Ada Example", "Ben Specimen"]
    assert "holds no nomination that could be added" in desk.refuses("award-import", form, "--take-in")


def test_everything_that_is_asked_can_be_said(desk: Clerk, tmp_path: Path) -> None:
    rows = [
        made.row(1, "Ada Example and Ben Specimen"), made.row(2, "Cy Sample", place="The blue house"),
        made.row(3, "Night Team", category="Team award"), made.row(4, "Ben Specimen", place="Rosewood Lodge"),
        made.row(5, "Dee Sample", why=""), made.row(6, "Eve Sample"), made.row(7, "Ben Specimen"),
    ]  # fmt: skip
    form = made.nominations_csv(tmp_path / "form.csv", rows)
    told = desk.does("award-import", form)
    assert "Answers that may name several nominees" in told and "Words that are no category" in told
    desk.does(
        "award-import", form, "--take-in", "--apart", "2", "--means", "Team award=Team Award", "--place",
        "The blue house=Rosewood House", "--same", "5", "--other", "8", "--drafts", "--leave", "7",
    )  # fmt: skip
    found = {one.nominee: one for one in nominees(desk)}
    assert list(found) == ["Ada Example", "Ben Specimen", "Cy Sample", "Night Team", "Dee Sample"]
    assert found["Cy Sample"].service_id == found["Ada Example"].service_id != None  # noqa: E711 - both are tied
    assert len(nominees(desk)) == 6  # one more Ben
    ben = [one for one in nominees(desk) if one.nominee == "Ben Specimen"]
    assert [sum(voice.entry_id == one.id for voice in voices(desk)) for one in ben] == [2, 1]
    dee = next(one for one in voices(desk) if one.entry_id == found["Dee Sample"].id)
    assert dee.status is NominationStatus.DRAFT


def test_the_likeliest_homes_are_taken_where_that_is_said(desk: Clerk, tmp_path: Path) -> None:
    form = made.nominations_csv(tmp_path / "form.csv", [made.row(1, place="Rosewod House"), made.row(2)])
    desk.does("award-import", form, "--take-in", "--likely")
    (one,) = nominees(desk)  # known to be one, since both are at the same home
    assert one.service_id is not None and len(voices(desk)) == 2


def test_columns_are_said(desk: Clerk, tmp_path: Path) -> None:
    headings = ("Timestamp", "Q1", "Q2", "Q3", "Q4")
    rows = [("2026-09-01 10:00:00", "Ada Example", "Kind.", "wren@example.org", "Night shift")]
    form = made.nominations_csv(tmp_path / "form.csv", rows, headings)
    assert "No column says who is nominated" in desk.refuses("award-import", form)
    desk.does(
        "award-import", form, "--take-in", "--map", "Q1=nominee", "--map", "Q2=statement",
        "--map", "Q3=nominator email", "--map", "Q4=leave it out", "--category", "Person Centred",
    )  # fmt: skip
    (voice,) = voices(desk)
    assert (voice.nominator_email, voice.statement) == ("wren@example.org", "Kind.")


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (("--map", "Q1=nothing"), "“nothing” is no part of a nomination"),
        (("--map", "Elsewhere=nominee"), "has no column “Elsewhere”"),
        (("--apart", "2"), "There is no answer to decide in line 2"),
        (("--same", "2"), "There is no nominee to decide in line 2"),
        (("--leave", "99"), "has no response in line 99"),
        (("--means", "x=Best Cat"), "Best Cat"),
        (("--place", "x=Nowhere Towers"), "Nowhere Towers"),
        (("--round", "Nothing of the kind"), "Nothing of the kind"),
    ],
)
def test_what_cannot_be_is_refused(desk: Clerk, tmp_path: Path, said: tuple[str, ...], refusal: str) -> None:
    headings = (*made.HEADINGS, "Q1")
    form = made.nominations_csv(tmp_path / "form.csv", [(*made.row(1), "x")], headings)
    assert refusal in desk.refuses("award-import", form, *said)
    assert nominees(desk) == []


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"only one line", b"PK\x03\x04 no workbook"])
def test_a_file_that_holds_no_nominations_is_refused(desk: Clerk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "form.csv"
    path.write_bytes(content)
    assert desk.refuses("award-import", path)


def test_late_ones_and_changed_words(desk: Clerk, tmp_path: Path) -> None:
    form = made.nominations_csv(tmp_path / "form.csv", [made.row(1)])
    desk.does("award-import", form, "--take-in")
    changed = made.nominations_csv(tmp_path / "changed.csv", [made.row(1, why="Other words.")])
    assert "What is held stays" in desk.does("award-import", changed)
    told = desk.does("award-import", changed, "--take-in", "--changed")
    assert told.endswith("Took in the new words of 1 nomination.\n")
    day = datetime(2026, 8, 31).date()
    desk.with_db(lambda db: set_phase(db, rounds(db)[0].id, RoundPhase.NOMINATE, until_on=day))
    late = made.nominations_csv(tmp_path / "late.csv", [made.row(2, "Ben Specimen")])
    assert "holds no nomination" in desk.refuses("award-import", late, "--take-in")
    desk.does("award-import", late, "--take-in", "--late-reason", "The form was down.")
    assert [one.reason for one in voices(desk)] == ["", "The form was down."]


def test_an_email_is_looked_through_then_added(desk: Clerk, tmp_path: Path) -> None:
    mail = tmp_path / "mail.txt"
    mail.write_text(LABELLED, encoding="utf-8")
    told = desk.does("award-paste", mail)
    assert "Nominee: Ada Example" in told and "In the register: Rosewood House" in told
    assert "Received: 14 September 2026" in told and "Nothing was written." in told
    told = desk.does("award-paste", mail, "--take-in")
    assert told == "Added the nomination of Ada Example, 2026-001.\n"
    (voice,) = voices(desk)
    assert (voice.how, voice.nominator) == (HowReceived.EMAIL, "Wren Specimen")


def test_what_an_email_does_not_say_is_said(
    desk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = FREE.replace(made.CARE, "kindness")
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert "Say it with --category" in desk.refuses("award-paste", "-", "--take-in")
    more = (
        "--category",
        "Team",
        "--nominee",
        "Ada E. Example",
        "--service",
        "Hazel Home Care",
        "--received",
        "2/9/2026",
    )
    for voice_of in ((), ("--voice-of", "2026-001")):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        desk.does("award-paste", "-", "--take-in", *more, *voice_of)
    (one,) = nominees(desk)
    assert (one.nominee, len(voices(desk))) == ("Ada E. Example", 2)


def test_a_text_that_cannot_be_read_is_refused(desk: Clerk, tmp_path: Path) -> None:
    assert "cannot be read" in desk.refuses("award-paste", tmp_path / "nothing.txt")
    path = tmp_path / "mail.txt"
    path.write_bytes("Nominee: Zoë".encode("utf-16"))
    assert "not text in UTF-8" in desk.refuses("award-paste", path)
    path.write_text("Thanks")
    assert "nominates anybody" in desk.refuses("award-paste", path)
