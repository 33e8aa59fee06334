"""The file: new, sample, history, undo and redo, backups, whether it is whole."""

from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from desktop.command_line.main import main
from engagement.register.sample_data import is_sample, mark_as_sample
from resources.database import Database, open_file
from resources.folders import default_file, sample_file
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.funding.claims.claiming import TODAY, county
from workforce.funding.claims.evidence import add_evidence


def test_new_makes_a_database_and_never_writes_over_one(clerk: Clerk, tmp_path: Path) -> None:
    clerk.file = tmp_path / "fresh" / "mine.providerdesk"
    assert clerk.does("new") == f"Made a new database, “{clerk.file}”.\n"
    before = clerk.file.read_bytes()
    assert clerk.refuses("new") == (
        "“mine.providerdesk” is already there. Open it, or choose another name for the new database."
    )
    assert clerk.file.read_bytes() == before


def test_sample_makes_the_county_and_refuses_a_register_in_use(
    clerk: Clerk, county: Clerk, tmp_path: Path
) -> None:
    assert "holds providers already" in county.refuses("sample")
    clerk.file = tmp_path / "sample.providerdesk"
    assert clerk.does("sample") == f"Made the sample county in “{clerk.file}”. Nothing in it is real.\n"
    assert clerk.does("providers").splitlines()[-1] == "355 providers."  # five of 360 are archived
    clerk.with_db(_assert_sample)


def _assert_sample(db: Database) -> None:
    assert is_sample(db)


def test_sample_leaves_the_offices_own_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path))
    monkeypatch.setattr("engagement.sample.make", lambda db, **_named: mark_as_sample(db))
    assert main(["new"]) == 0
    assert main(["sample"]) == 0
    for path, expected in ((default_file(), False), (sample_file(), True)):
        opened = open_file(path, CAPABILITIES, who="Test Clerk", read_only=True)
        assert is_sample(opened.db) is expected
        opened.close()


def test_history_undo_and_redo_by_name(county: Clerk) -> None:
    assert [line.split("  ")[2] for line in county.does("history", "--limit", 2).splitlines()[3:]] == [
        "Amina Larkson: accepted",
        "Invited 2 people to Provider forum, December 2019",
    ]
    assert county.does("undo") == "Undone: Amina Larkson: accepted.\n"
    assert county.does("undo") == "Undone: Invited 2 people to Provider forum, December 2019.\n"
    assert county.does("redo") == "Done again: Invited 2 people to Provider forum, December 2019.\n"


def test_nothing_to_undo_or_redo_is_said(clerk: Clerk) -> None:
    assert clerk.refuses("undo") == "There is nothing to undo."
    assert clerk.refuses("redo") == "There is nothing to redo."


def test_the_history_of_one_row(county: Clerk) -> None:
    told = county.does("row-history", "service", "teacup")
    assert told.splitlines()[0] == "History of Teacup Court"
    assert "Added Teacup Court" in told and "District: Mansfield" in told


def test_the_history_of_an_event_of_somebody_at_it_and_of_a_series(county: Clerk) -> None:
    told = county.does("row-history", "event", "december")
    assert told.splitlines()[0] == "History of Provider forum, December 2019"
    assert "Begins: 10 December 2019 at " in told and "Kind: Provider forum" in told
    told = county.does("row-history", "participant", "larkson", "--event", "december")
    assert told.splitlines()[0] == "History of Amina Larkson at Provider forum, December 2019"
    assert "Amina Larkson: accepted" in told and "Status: Invited → Accepted" in told
    county.does("make-series", "december", "Quarterly forum")
    told = county.does("row-history", "series", "quarterly")
    assert told.splitlines()[0] == "History of Quarterly forum" and "Name: Quarterly forum" in told
    assert county.refuses("row-history", "participant", "larkson") == (
        "A participant is somebody at one event. Say which with --event."
    )
    assert county.refuses("row-history", "event", "december", "--event", "december").startswith(
        "--event says"
    )
    assert county.refuses("row-history", "event", "no such").startswith("There is no event “no such”.")


def test_a_backup_is_made_listed_and_restored(county: Clerk) -> None:
    assert county.refuses("restore", "latest").startswith("There is no backup")
    made = county.does("backup")
    assert made.startswith("Backed up as “") and "SHA-256" in made
    name = county.does("backups").splitlines()[3].split("  ")[1]
    county.does("merge", "provider", "Teacup", "Quill")
    told = county.does("restore", name)
    assert told.startswith(
        "Restored the backup of 9 December 2019 at 9:30am. The file as it was is kept in “"
    )
    assert county.does("providers").splitlines()[-1] == "3 providers."
    assert county.does("restore", "latest").startswith("Restored")
    assert "nowhere.backup" in county.refuses("restore", "nowhere.backup")


def test_evidence_goes_with_a_backup_and_comes_back(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "ada.pdf").write_bytes(b"Ada")
    clerk.with_db(lambda db: _keep_certificate(db, tmp_path / "ada.pdf"))
    assert clerk.does("backup").splitlines()[1] == "1 file of evidence: kept with the backups."
    (kept,) = clerk.file.with_name("office evidence").iterdir()
    kept.write_bytes(b"altered")
    assert (
        clerk.refuses("check").splitlines()[0].startswith("“office.providerdesk” is whole, but of the files")
    )
    assert clerk.does("put-back").splitlines()[0] == "Brought back 1 file."
    kept.unlink()
    assert "Brought back 1 file kept beside it." in clerk.does("restore", "latest")
    assert kept.read_bytes() == b"Ada"
    assert "no faults" in clerk.does("check")


def _keep_certificate(db: Database, file: Path) -> None:
    add_evidence(db, county(db).claim(db).id, "Certificate", seen_on=TODAY, today=TODAY, file=file)


def test_check_finds_a_whole_file_whole(county: Clerk) -> None:
    told = county.does("check")
    assert told.startswith("“office.providerdesk” is whole: ") and told.endswith(
        " in its history, no faults.\n"
    )


def test_check_finds_damage(county: Clerk) -> None:
    data = bytearray(county.file.read_bytes())
    data[8192:60000] = b"x" * (60000 - 8192)
    county.file.write_bytes(data)
    told = county.refuses("check")
    assert told.splitlines()[0].endswith(" is damaged. Restore the last backup.")
