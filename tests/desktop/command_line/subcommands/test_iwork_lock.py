"""The lock and the backups of the register, asked for as a person would."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document

from desktop.iwork_register import recovery_proved_on
from resources.database import Database
from resources.database.locked.places import places_of
from tests.desktop.command_line.conftest import NOW, PASSPHRASE, TODAY, Clerk
from workforce.iwork.people.people import add_person, people

WORDS = "lantern biscuit harbour moss"


def code_on(sheet: Path) -> str:
    cells = [cell.text for table in Document(str(sheet)).tables for row in table.rows for cell in row.cells]
    return " ".join(re.sub(r"\s", "", cell.split("\n")[1]) for cell in cells)


def add_wren(vault: Database) -> None:
    add_person(vault, "Wren", TODAY, today=TODAY, family_name="Specimen")


def test_a_register_is_started_with_a_passphrase_typed_twice_and_its_sheet(
    clerk: Clerk, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet"
    clerk.typed = [WORDS, f" {WORDS}"]
    said = clerk.does("iwork-new", "--sheet", sheet)
    assert "Started the register" in said and "sheet.docx”. Print it, prove it" in said and WORDS not in said
    assert len(clerk.asked) == 2 and recovery_proved_on(clerk.file) is None
    clerk.typed = [code_on(tmp_path / "sheet.docx")]
    assert "proved on 9 December 2019" in clerk.does("iwork-recovery")
    assert recovery_proved_on(clerk.file) == TODAY
    clerk.passphrase = WORDS
    clerk.with_vault(add_wren)


def test_what_is_not_right_starts_nothing(clerk: Clerk, tmp_path: Path) -> None:
    for typed, said in (
        ((WORDS, WORDS + "!"), "The two passphrases differ"),
        (("short", "short"), "at least four words"),
        (("the office file!!", "the office file!!"), "among the first that anybody would try"),
    ):
        clerk.typed = list(typed)
        assert said in clerk.refuses("iwork-new", "--sheet", tmp_path / "sheet.docx")
    assert "does not end as a Word document" in clerk.refuses("iwork-new", "--sheet", tmp_path / "sheet.pdf")
    assert clerk("iwork-new").code == 2
    assert not places_of(clerk.file).folder.exists() and not list(tmp_path.glob("*.docx"))
    clerk.file = tmp_path / "gone.providerdesk"
    assert "There is no file" in clerk.refuses("iwork-new", "--sheet", tmp_path / "sheet.docx")


def test_a_second_one_is_refused_before_anything_is_typed(iwork_clerk: Clerk, tmp_path: Path) -> None:
    assert "already" in iwork_clerk.refuses("iwork-new", "--sheet", tmp_path / "sheet.docx")
    assert iwork_clerk.asked == []


def test_the_passphrase_is_changed_by_whoever_knows_it(iwork_clerk: Clerk) -> None:
    iwork_clerk.typed = ["something else altogether", WORDS, WORDS]
    assert "That is not the passphrase of this register" in iwork_clerk.refuses("iwork-passphrase")
    assert len(iwork_clerk.asked) == 1
    iwork_clerk.typed = [PASSPHRASE, WORDS, WORDS]
    assert "Changed the passphrase" in iwork_clerk.does("iwork-passphrase")
    assert "stays locked" in iwork_clerk.refuses("iwork-backup")
    iwork_clerk.passphrase = WORDS
    iwork_clerk.does("iwork-backup")


def test_a_new_sheet_makes_the_old_one_useless(iwork_clerk: Clerk, tmp_path: Path) -> None:
    said = iwork_clerk.does("iwork-recovery", "--new", tmp_path / "first.docx")
    assert "first.docx" in said and code_on(tmp_path / "first.docx") not in said
    iwork_clerk.does("iwork-recovery", "--new", tmp_path / "second.docx")
    iwork_clerk.typed = [code_on(tmp_path / "first.docx")]
    assert "last recovery sheet" in iwork_clerk.refuses("iwork-recovery")
    iwork_clerk.typed = [code_on(tmp_path / "second.docx"), WORDS, WORDS]
    iwork_clerk.does("iwork-passphrase")
    iwork_clerk.passphrase = WORDS
    iwork_clerk.with_vault(lambda vault: None)


def test_a_sheet_that_cannot_be_saved_is_said_to_be_lacking(iwork_clerk: Clerk, tmp_path: Path) -> None:
    said = iwork_clerk.refuses("iwork-recovery", "--new", tmp_path / "no folder" / "sheet.docx")
    assert "There is no recovery sheet in force: make one with “iwork-recovery --new”." in said


def test_backups_are_made_listed_and_restored(iwork_clerk: Clerk) -> None:
    said = iwork_clerk.does("iwork-backup")
    assert "Backed up as" in said and "SHA-256" in said
    iwork_clerk.with_vault(add_wren)
    iwork_clerk.asked.clear()
    assert "asked for" in iwork_clerk.does("iwork-backups") and iwork_clerk.asked == []
    iwork_clerk.now = NOW + timedelta(minutes=1)
    assert "without anybody deleted for good since. The register as it was is kept in" in iwork_clerk.does(
        "iwork-restore", "latest"
    )
    found: list[int] = []
    iwork_clerk.with_vault(lambda vault: found.append(len(people(vault))))
    assert found == [0]
    iwork_clerk.passphrase = WORDS
    assert "stays locked" in iwork_clerk.refuses("iwork-restore", "latest")


def test_without_a_register_every_way_in_says_so(clerk: Clerk) -> None:
    for asked in (("iwork-backup",), ("iwork-passphrase",), ("iwork-recovery",)):
        assert "There is no i-Work register beside" in clerk.refuses(*asked)
    assert "There is no backup" in clerk.refuses("iwork-restore", "latest")


def test_the_sample_is_made_without_a_word_typed(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workforce.iwork.sample.making.add_register", lambda *_given, **_named: None)
    assert "Nobody in it is real" in clerk.does("iwork-new", "--sample")
    clerk.passphrase = "sample county passphrase"
    clerk.does("iwork-backup")
    assert clerk.asked == ["Passphrase of the i-Work register: "]


def test_a_register_under_the_name_before_is_taken_over_or_left_knowingly(
    iwork_clerk: Clerk, tmp_path: Path
) -> None:
    iwork_clerk.file = iwork_clerk.file.rename(iwork_clerk.file.with_name("renamed.providerdesk"))
    said = iwork_clerk.refuses("iwork-new", "--sheet", tmp_path / "sheet.docx")
    assert (
        "“office i-Work” beside this file holds a register" in said and "--another to start a new one" in said
    )
    assert "is this file’s now" in iwork_clerk.does("iwork-new", "--take-over")
    iwork_clerk.with_vault(add_wren)


def test_where_nothing_is_left_nothing_is_taken_over(clerk: Clerk) -> None:
    assert "No register stands there under another name." in clerk.refuses("iwork-new", "--take-over")


def test_a_register_of_another_version_says_what_brings_it_up_to_date(
    iwork_clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("resources.database.opening.is_up_to_date", lambda *_: False)
        assert "Run “iwork-update” once" in iwork_clerk.refuses("iwork-people")
    assert iwork_clerk.does("iwork-update") == "The register is up to date.\n"
    iwork_clerk.does("iwork-people")
