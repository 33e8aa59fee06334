"""Reading a door file that came back: it is not touched, and what is no door file of this office is refused."""

import os
import shutil
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.forums.door_files.kept import folder_of
from engagement.forums.door_files.returned import let_go
from resources.database import Database, open_file
from resources.database.engine import connect
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from tests.engagement.forums.door_files.conftest import Doors


def refusal(doors: Doors, path: Path) -> str:
    with pytest.raises(Problem) as refused:
        doors.read(path)
    return refused.value.sentence


def test_the_file_and_its_folder_stay_as_they_are(doors: Doors) -> None:
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    stick = doors.folder / "stick"
    stick.mkdir()
    moved = stick / path.name
    shutil.move(path, moved)
    before = sha256_of(moved)
    assert [line["kind"] for line in doors.read(moved).log] == ["entry"]
    assert ([one.name for one in stick.iterdir()], sha256_of(moved)) == ([path.name], before)


def test_a_file_still_open_at_the_door_is_read_with_what_waits_beside_it(doors: Doors) -> None:
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
        before = sha256_of(path)
        assert len(doors.read(path).log) == 1
        assert sha256_of(path) == before
        doors.check_in(db, "Ben Sample", 2)
        copied = doors.folder / "stick.providerdesk"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{copied}{ending}")
    assert len(doors.read(copied).log) == 2


def test_a_file_not_closed_properly_on_a_stick_that_only_reads_is_read_all_the_same(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = doors.take()
    copied = doors.folder / "stick.providerdesk"
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{copied}{ending}")
    from resources.database import copying

    def cannot(address: str, target: Path) -> None:
        raise copying.OperationalError("unable to open database file")

    monkeypatch.setattr(copying, "_copy_pages", cannot)
    assert len(doors.read(copied).log) == 1


def test_a_file_that_is_none_and_the_offices_own_are_refused(doors: Doors, tmp_path: Path) -> None:
    text = tmp_path / "letter.providerdesk"
    text.write_text("Dear all, " * 400)
    assert refusal(doors, text) == (
        "“letter.providerdesk” is not a door file. Choose the file that was taken to the door."
    )
    text.write_bytes(b"")
    assert "is not a door file" in refusal(doors, text)
    assert refusal(doors, tmp_path / "none.providerdesk").startswith("There is no file at")
    assert refusal(doors, tmp_path / "office.providerdesk") == (
        "“office.providerdesk” is not a door file. Choose the file that was taken to the door."
    )


def test_a_door_file_of_another_office_is_refused_by_the_name_of_its_own(
    doors: Doors, tmp_path: Path, migrated: bytes
) -> None:
    path = doors.take()
    other = tmp_path / "elsewhere" / "other.providerdesk"
    other.parent.mkdir()
    other.write_bytes(migrated)
    opened = open_file(other, CAPABILITIES, who="Somebody")
    try:
        elsewhere = Doors(opened.db, doors.event, tmp_path)
        assert refusal(elsewhere, path) == (
            "“Laptop 2.providerdesk” was taken from “office” on 10 December 2019 at 8am, and that is not the file that "
            "is open. Open that one, then bring it back."
        )
    finally:
        opened.close()


def test_a_damaged_file_is_refused_and_leaves_nothing_behind(doors: Doors) -> None:
    path = doors.take()
    held = bytearray(path.read_bytes())
    for start in range(8192, len(held), 4096):
        held[start : start + 2000] = os.urandom(2000)[: len(held[start : start + 2000])]
    path.write_bytes(bytes(held))
    copies = sorted(folder_of(doors.db).iterdir())
    assert "is damaged, so nothing of it was brought back" in refusal(doors, path)
    path.write_bytes(bytes(held[:5000]))
    assert "is damaged" in refusal(doors, path)
    assert sorted(folder_of(doors.db).iterdir()) == copies


def test_a_file_of_a_newer_version_is_refused(doors: Doors) -> None:
    path = doors.take()
    connection = connect(str(path))
    connection.execute("update derived_capability set version = 99 where name = 'forums'")
    connection.close()
    assert refusal(doors, path) == (
        "“Laptop 2.providerdesk” was last used with a newer version of Provider Desk than this one. Install that "
        "version here too, then bring the file back."
    )


def test_a_file_taken_with_an_older_version_is_brought_up_to_date_in_a_copy(
    doors: Doors, tmp_path: Path
) -> None:
    """Both copies are, before they are compared; neither the door file nor the copy kept of it is changed."""
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    older = sha256_of(_made_older(path))
    for kept in folder_of(doors.db).glob("*.door-copy"):
        _made_older(kept)
        renamed = kept.with_name(f"{kept.name.split()[0]} {sha256_of(kept)}.door-copy")
        kept.rename(renamed)
        _point_to(doors.db, sha256_of(renamed))
    returned = doors.read(path)
    assert (len(returned.log), returned.changed["contact"], returned.before_is_gone) == (1, {}, False)
    assert sha256_of(path) == older


def _made_older(path: Path) -> Path:
    connection = connect(str(path))
    connection.execute("pragma journal_mode = delete")
    for (name,) in connection.execute(
        "select name from sqlite_schema where type = 'trigger' and name like 'history%'"
    ).fetchall():
        connection.execute(f"drop trigger {name}")
    connection.execute("drop table iwork_interest")
    connection.execute("alter table event drop column confidentiality")
    connection.execute("update derived_capability set version = 1 where name = 'forums'")
    connection.close()
    return path


def _point_to(db: Database, sha256: str) -> None:
    from resources.database import change

    with change(db, "Pointed elsewhere"):
        db.update_row("door_file", db.value("select id from door_file"), {"base_sha256": sha256})


def test_columns_in_another_order_are_compared_by_name(doors: Doors) -> None:
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    connection = connect(str(path))
    connection.execute("pragma foreign_keys = off")
    names = [row[1] for row in connection.execute("pragma table_info(contact)")]
    turned = ", ".join(reversed(names))
    connection.execute(f"create table turned as select {turned} from contact")
    columns = ", ".join(f"{name} text{' primary key' if name == 'id' else ''}" for name in reversed(names))
    connection.execute("drop table contact")
    connection.execute(f"create table contact ({columns}) strict")
    connection.execute("insert into contact select * from turned")
    connection.execute("drop table turned")
    connection.close()
    returned = doors.read(path)
    assert (returned.changed["contact"], len(returned.log)) == ({}, 1)
    doors.back(path)
    assert doors.statuses()["Ada Example"] == "attended"


def test_what_nothing_came_of_is_let_go(doors: Doors) -> None:
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    copies = set(folder_of(doors.db).iterdir())
    returned = doors.read(path)
    assert returned.copy.exists()
    let_go(doors.db, returned)
    assert set(folder_of(doors.db).iterdir()) == copies
    doors.back(path)
    doors.back(path)
    assert len(set(folder_of(doors.db).iterdir())) == 2
