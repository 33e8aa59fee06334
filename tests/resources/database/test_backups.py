import hashlib
import json
import os
import shutil
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.database import backups, change, history, open_file
from resources.database.engine import connect
from resources.database.opening import DamagedFile, InUse
from resources.problem import Problem
from tests.resources.database.small import SMALL, listed, listed_from_scratch

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _add(file, key):
    with change(file.db, f"Added {key}"):
        file.db.insert_row("shelf", {"id": key, "name": "Poetry"})


def _keys(path):
    file = open_file(path, (SMALL,))
    keys = [key for (key,) in file.db.rows("select id from shelf order by id")]
    assert listed(file.db) == listed_from_scratch(file.db)
    file.close()
    return keys


def _beside(path):
    return sorted(one.name for one in path.parent.iterdir() if one.is_file() and one.suffix != ".lock")


@pytest.fixture
def kept(shop_file):
    """A backup of a file that has one shelf; the file has been given a second one since, and closed."""
    _add(shop_file, "first")
    made = backups.make(shop_file.db, shop_file.path, reason="by hand", now=NOON)
    _add(shop_file, "second")
    shop_file.close()
    return made


# Making


def test_a_backup_is_listed_with_date_reason_size_and_fingerprint(kept, shop_file):
    path = shop_file.path.parent / "shop backups" / "shop 2026-03-02 120000.backup"
    data = path.read_bytes()
    assert kept == backups.Backup(path, NOON, "by hand", len(data), hashlib.sha256(data).hexdigest())
    assert backups.listed(shop_file.path) == [kept]
    backups.check(kept)
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, f"{path.name}.json"]


def test_a_backup_holds_what_was_saved_and_stands_alone(kept, tmp_path):
    alone = tmp_path / "elsewhere.providerdesk"
    shutil.copy(kept.path, alone)
    assert _keys(alone) == ["first"]


def test_a_backup_can_be_looked_into_read_only(kept):
    reader = open_file(kept.path, (SMALL,), read_only=True)
    assert reader.db.rows("select id from shelf") == [("first",)]
    reader.close()
    backups.check(kept)


def test_a_backup_during_changes_by_another_connection_is_whole(shop_file):
    other = shop_file.connection(read_only=True)
    with change(shop_file.db, "Added"):
        shop_file.db.insert_row("shelf", {"id": "open"})
        made = backups.make(other, shop_file.path, reason="each hour", now=NOON)
    other.close()
    backups.check(made)
    connection = connect(str(made.path))
    assert connection.execute("select count(*) from shelf").fetchone() == (0,)
    connection.close()


def test_a_backup_inside_a_change_is_refused(shop):
    with pytest.raises(RuntimeError, match="half of it"), change(shop, "Open"):
        backups.make(shop, Path("x"), reason="by hand", now=NOON)


def test_two_backups_of_one_second_both_count_and_the_later_comes_first(shop_file):
    made = [
        backups.make(
            shop_file.db, shop_file.path, reason=str(number), now=NOON + timedelta(seconds=number // 2)
        )
        for number in range(4)
    ]
    assert backups.listed(shop_file.path) == made[::-1]


def test_the_time_of_a_backup_is_told_in_utc_whatever_the_clocks_zone(shop_file):
    now = datetime(2026, 7, 1, 1, 30, tzinfo=timezone(timedelta(hours=1)))
    made = backups.make(shop_file.db, shop_file.path, reason="by hand", now=now)
    assert made.path.name == "shop 2026-07-01 003000.backup"
    assert backups.listed(shop_file.path)[0].made_at == now


def test_a_backup_without_its_note_is_listed_by_its_name(kept, shop_file):
    kept.path.with_name(f"{kept.path.name}.json").unlink()
    found = backups.listed(shop_file.path)
    assert found == [backups.Backup(kept.path, NOON, "its note is missing", kept.size, "")]
    backups.check(found[0])


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"made_at": "yesterday"}', "null", "[" * 100_000])
def test_a_note_that_cannot_be_read_is_passed_over(kept, shop_file, note):
    kept.path.with_name(f"{kept.path.name}.json").write_text(note)
    (kept.path.parent / "of nothing 9999-99-99 999999.backup").write_text("x")
    (kept.path.parent / "undated.backup").write_text("x")
    assert [one.path for one in backups.listed(shop_file.path)] == [kept.path]


def test_a_folder_that_cannot_be_written_is_a_sentence(shop_file, tmp_path):
    (tmp_path / "taken").write_text("a file stands here")
    with pytest.raises(Problem, match="The backup could not be written"):
        backups.make(shop_file.db, shop_file.path, reason="x", now=NOON, folder=tmp_path / "taken")


def test_a_full_disk_leaves_no_part_of_a_backup(shop_file, monkeypatch):
    def full(_path, *_rest, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "sha256_of", full)
    with pytest.raises(Problem, match=r"could not be written .* \(No space left on device\)"):
        backups.make(shop_file.db, shop_file.path, reason="x", now=NOON)
    assert list(backups.backup_folder(shop_file.path).iterdir()) == []


# Restoring


def test_a_restore_brings_the_backup_back_and_keeps_the_file_aside(kept, shop_file):
    aside = backups.restore(kept, shop_file.path, now=NOON)
    assert _keys(shop_file.path) == ["first"]
    assert _beside(shop_file.path) == ["shop.providerdesk"]
    assert aside.parent.name == "Set aside 2026-03-02 120000"
    assert _keys(aside) == ["first", "second"]
    assert backups.listed(shop_file.path) == [kept]


def test_changes_waiting_in_a_wal_go_aside_with_the_file_and_spoil_nothing(kept, shop_file):
    path = shop_file.path
    writer = open_file(path, (SMALL,))
    _add(writer, "in the wal alone")
    side = {one: one.read_bytes() for one in path.parent.glob("shop.providerdesk-*")}
    main = path.read_bytes()
    writer.close()
    path.write_bytes(main)
    for one, data in side.items():
        one.write_bytes(data)
    aside = backups.restore(kept, path, now=NOON)
    assert _keys(path) == ["first"]
    assert _keys(aside) == ["first", "in the wal alone", "second"]


def test_two_restores_in_one_second_keep_both_files_aside(kept, shop_file):
    first = backups.restore(kept, shop_file.path, now=NOON)
    second = backups.restore(kept, shop_file.path, now=NOON)
    assert first != second
    assert (_keys(first), _keys(second)) == (["first", "second"], ["first"])


def test_a_restore_where_no_file_is_left(kept, shop_file):
    shop_file.path.unlink()
    assert backups.restore(kept, shop_file.path, now=NOON) is None
    assert _keys(shop_file.path) == ["first"]


def test_undo_goes_on_in_a_restored_file(kept, shop_file):
    backups.restore(kept, shop_file.path, now=NOON)
    file = open_file(shop_file.path, (SMALL,))
    assert history.undo(file.db).action == "Added first"
    file.close()


def _spoil(backup, change_bytes, *, keep_note=True):
    data = bytearray(backup.path.read_bytes())
    backup.path.write_bytes(change_bytes(data))
    if not keep_note:
        backup.path.with_name(f"{backup.path.name}.json").unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda one: _spoil(one, lambda data: data[:-1] + b"x"), "has changed since it was made"),
        (lambda one: _spoil(one, lambda data: data[:9000], keep_note=False), "Choose another one"),
        (lambda one: _spoil(one, lambda data: b"junk" * 99, keep_note=False), "cannot be read as a backup"),
        (lambda one: one.path.unlink(), "cannot be read as a backup"),
    ],
    ids=["changed", "cut off", "junk", "gone"],
)
def test_a_damaged_backup_is_refused_and_the_live_file_untouched(kept, shop_file, spoil, said):
    before = shop_file.path.read_bytes()
    spoil(kept)
    backup = (backups.listed(shop_file.path) or [kept])[0]
    with pytest.raises(Problem, match=said):
        backups.restore(backup, shop_file.path, now=NOON)
    assert shop_file.path.read_bytes() == before
    assert _keys(shop_file.path) == ["first", "second"]


def test_a_backup_damaged_in_the_middle_is_refused_even_without_its_note(shop_file):
    with change(shop_file.db, "Added"):
        shop_file.db.insert_rows("shelf", ("id", "name"), [(f"{n:04}", "Poetry " * 30) for n in range(300)])
    made = backups.make(shop_file.db, shop_file.path, reason="by hand", now=NOON)
    shop_file.close()
    _spoil(
        made,
        lambda data: data[: len(data) // 8192 * 4096] + bytes(8192) + data[len(data) // 8192 * 4096 + 8192 :],
        keep_note=False,
    )
    with pytest.raises(Problem, match="Choose another one"):
        backups.check(backups.listed(shop_file.path)[0])


def test_a_file_chosen_by_hand_is_restored_when_it_is_a_backup(kept, shop_file, tmp_path):
    copy = tmp_path / "From the share.backup"
    shutil.copy(kept.path, copy)
    chosen = backups.chosen(copy)
    assert (chosen.reason, chosen.size, chosen.sha256) == ("chosen by hand", kept.size, "")
    assert backups.chosen(kept.path) == kept
    backups.restore(chosen, shop_file.path, now=NOON)
    assert _keys(shop_file.path) == ["first"]
    (tmp_path / "letter.docx").write_text("Dear all")
    for strange in (tmp_path / "letter.docx", tmp_path):
        with pytest.raises(Problem, match="cannot be read as a backup"):
            backups.restore(backups.chosen(strange), shop_file.path, now=NOON)
    with pytest.raises(Problem, match="There is no file at"):
        backups.chosen(tmp_path / "gone.backup")


def test_a_file_in_use_is_not_restored_over(kept, shop_file):
    holder = open_file(shop_file.path, (SMALL,), who="Ann Reader")
    with pytest.raises(InUse, match="by Ann Reader"):
        backups.restore(kept, shop_file.path, now=NOON)
    holder.close()
    assert _keys(shop_file.path) == ["first", "second"]


@pytest.mark.parametrize("step", ["copy", "aside", "into place"])
def test_trouble_at_any_step_of_a_restore_leaves_the_file_as_it_was(kept, shop_file, monkeypatch, step):
    """A full disk, or on Windows a file that another program holds."""
    path, replace = shop_file.path, os.replace
    path.with_name("shop.providerdesk-shm").write_bytes(b"left over")
    before = {one: (path.parent / one).read_bytes() for one in _beside(path)}

    def fail(source, target):
        in_the_way = {"aside": "shop.providerdesk-shm", "into place": "shop.providerdesk.restoring"}
        if Path(source).name == in_the_way.get(step):
            raise OSError(13, "The file is in use")
        replace(source, target)

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    if step == "copy":
        monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match=r"could not be restored .* The file is as it was\."):
        backups.restore(kept, path, now=NOON)
    assert {one: (path.parent / one).read_bytes() for one in _beside(path)} == before
    monkeypatch.undo()
    assert _keys(path) == ["first", "second"]


def test_a_restore_cut_off_between_its_moves_is_ended_at_the_next_opening(kept, shop_file, monkeypatch):
    class Killed(BaseException):
        pass

    def kill(*_arguments):
        raise Killed

    path, replace = shop_file.path, os.replace
    path.with_name("shop.providerdesk-shm").write_bytes(b"left over")
    monkeypatch.setattr(
        os, "replace", lambda one, other: kill() if one.name.endswith("-shm") else replace(one, other)
    )
    monkeypatch.setattr(backups, "_move_back", lambda _moved: None)
    with pytest.raises(Killed):
        backups.restore(kept, path, now=NOON)
    monkeypatch.undo()
    assert not path.exists()
    assert _keys(path) == ["first"]
    assert _beside(path) == ["shop.providerdesk"]


def test_a_copy_left_by_a_restore_that_did_not_begin_is_cleared_away(kept, shop_file):
    shop_file.path.with_name("shop.providerdesk.restoring").write_bytes(b"half")
    assert _keys(shop_file.path) == ["first", "second"]
    assert _beside(shop_file.path) == ["shop.providerdesk"]


# Thinning


def _pretend(file, times):
    folder = backups.backup_folder(file)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for made_at in set(times):
        path = folder / f"shop {made_at:%Y-%m-%d %H%M%S}.backup"
        path.write_bytes(b"x")
        note = {"made_at": made_at.isoformat(), "reason": "each hour", "sha256": "0"}
        path.with_name(f"{path.name}.json").write_text(json.dumps(note))


def test_backups_thin_out_as_a_known_calendar_says(tmp_path):
    file = tmp_path / "shop.providerdesk"
    _pretend(file, [NOON - timedelta(hours=6 * step) for step in range(4 * 400)])
    removed = backups.thin(file, now=NOON)
    ages = [NOON - one.made_at for one in backups.listed(file)]
    two_days = [age for age in ages if age <= timedelta(days=2)]
    month = [age for age in ages if timedelta(days=2) < age <= timedelta(days=31)]
    half_year = [age for age in ages if timedelta(days=31) < age <= timedelta(days=183)]
    older = [age for age in ages if age > timedelta(days=183)]
    assert len(two_days) == 9  # noon to noon, each six hours
    assert len(month) == 30
    assert {(NOON - age).hour for age in month[1:]} == {18}  # the last of each day
    assert len(half_year) == 23
    assert len(older) == 8  # January to August
    assert len(removed) + len(ages) == 1600
    assert backups.thin(file, now=NOON) == []
    assert len(list(backups.backup_folder(file).iterdir())) == 2 * len(ages)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-5, 2000), max_size=30), st.integers(0, 23))
def test_the_newest_three_always_stay_and_thinning_again_removes_nothing(tmp_path, days, hours):
    file = tmp_path / "shop.providerdesk"
    _pretend(file, [NOON - timedelta(days=day, hours=(hours * day) % 24) for day in days])
    before = backups.listed(file)
    removed = set(backups.thin(file, now=NOON))
    after = backups.listed(file)
    assert before[:3] == after[:3]
    assert [one for one in before if one.path not in removed] == after
    assert {(one.made_at.year, one.made_at.month) for one in before} == {
        (one.made_at.year, one.made_at.month) for one in after
    }
    assert backups.thin(file, now=NOON) == []


def test_other_files_in_the_folder_are_left_alone(kept, shop_file):
    stranger = backups.backup_folder(shop_file.path) / "minutes.docx"
    stranger.write_text("x")
    backups.thin(shop_file.path, now=NOON + timedelta(days=4000))
    assert stranger.exists()


# What is left over


LEFT_OVER = ("shop 2026-03-01 120000.backup.part", "shop 2026-03-01 120000.backup.part-journal")


def _leave(folder, *, seconds):
    folder.mkdir(parents=True, exist_ok=True)
    then = time.time() - seconds
    for name in (*LEFT_OVER, "shop 2026-03-01 120000.backup.json"):
        (folder / name).write_text("half", encoding="utf-8")
        os.utime(folder / name, (then, then))


@pytest.mark.parametrize("look", ["make", "listed"])
def test_what_a_killed_backup_left_is_swept(shop_file, look):
    folder = shop_file.path.with_name("shop backups")
    _leave(folder, seconds=3_600)
    if look == "make":
        backups.make(shop_file.db, shop_file.path, reason="by hand", now=NOON)
    else:
        assert backups.listed(shop_file.path) == []
    assert not [one for one in folder.iterdir() if one.name.startswith("shop 2026-03-01")]


def test_a_backup_that_is_being_made_is_not_swept(kept, shop_file):
    _leave(kept.path.parent, seconds=5)
    assert backups.listed(shop_file.path) == [kept]
    assert all((kept.path.parent / name).exists() for name in LEFT_OVER)


def test_a_backup_that_fails_leaves_no_side_file(shop_file, monkeypatch):
    def fails(path):
        path.with_name(f"{path.name}-journal").write_text("half", encoding="utf-8")
        raise OSError(28, "full")

    monkeypatch.setattr(backups, "sha256_of", fails)
    with pytest.raises(Problem, match="full"):
        backups.make(shop_file.db, shop_file.path, reason="by hand", now=NOON)
    assert list(shop_file.path.with_name("shop backups").iterdir()) == []


def test_files_set_aside_are_thinned_too(kept, shop_file):
    folder = kept.path.parent
    ages = {days: f"Set aside {NOON - timedelta(days=days):%Y-%m-%d %H%M%S}" for days in (1, 40, 50, 60, 70)}
    for name in (*ages.values(), "Set aside by hand"):
        (folder / name).mkdir()
        (folder / name / "shop.providerdesk").write_text("old", encoding="utf-8")
    assert [path.name for path in backups.thin(shop_file.path, now=NOON)] == [ages[60], ages[70]]
    assert sorted(path.name for path in folder.glob("Set*")) == sorted(
        [ages[1], ages[40], ages[50], "Set aside by hand"]
    )


def test_all_that_was_set_aside_in_the_last_month_stays(kept, shop_file):
    for days in range(1, 30, 4):
        (kept.path.parent / f"Set aside {NOON - timedelta(days=days):%Y-%m-%d %H%M%S}").mkdir()
    assert backups.thin(shop_file.path, now=NOON) == []


def test_a_damaged_file_is_said_to_be_damaged_when_it_is_backed_up(shop_file):
    for number in range(400):
        _add(shop_file, f"shelf {number}")
    shop_file.close()
    data = bytearray(shop_file.path.read_bytes())
    connection = connect(str(shop_file.path))
    (root,) = connection.execute("select rootpage from sqlite_master where name = 'shelf'").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    connection.close()
    data[(root - 1) * size : root * size] = b"\x05" * size
    shop_file.path.write_bytes(bytes(data))
    opened = open_file(shop_file.path, (SMALL,))
    with pytest.raises(DamagedFile, match="is damaged, so no backup was made of it"):
        backups.make(opened.db, opened.path, reason="by hand", now=NOON)
    opened.close()


HALF_A_YEAR = timedelta(days=183)


def _aged(shop_file, *days):
    """Backups of so many days ago, the newest first."""
    return [
        backups.make(shop_file.db, shop_file.path, reason="asked for", now=NOON - timedelta(days=ago))
        for ago in days
    ]


def _set_aside_ago(shop_file, *days):
    for ago in days:
        name = f"Set aside {NOON - timedelta(days=ago):%Y-%m-%d %H%M%S}"
        (backups.backup_folder(shop_file.path) / name).mkdir(parents=True)


def _left(shop_file):
    """Paths of the backups that are left, and how many folders set aside."""
    aside = len(list(backups.backup_folder(shop_file.path).glob("Set aside *")))
    return [one.path for one in backups.listed(shop_file.path)], aside


def test_where_people_may_be_forgotten_nothing_is_kept_for_long_once_two_days_are_newer(shop_file):
    made = _aged(shop_file, 0, 100, 190, 200, 400)
    _set_aside_ago(shop_file, 10, 190)
    backups.thin(shop_file.path, now=NOON, longest=HALF_A_YEAR)
    assert _left(shop_file) == ([one.path for one in made[:2]], 1)


@pytest.mark.parametrize("later", [timedelta(days=184), timedelta(days=1500)])
def test_a_clock_that_jumps_and_a_file_that_rested_take_no_backup_away(shop_file, later):
    made = _aged(shop_file, 0, 1, 2, 3, 40, 41)
    _set_aside_ago(shop_file, 1, 2, 3, 50, 60)
    assert backups.thin(shop_file.path, now=NOON + later, longest=HALF_A_YEAR) == []
    # one backup made under that clock, or two of one day, are not enough either
    for hours in (0, 1):
        at = NOON + later + timedelta(hours=hours)
        made.insert(0, backups.make(shop_file.db, shop_file.path, reason="asked for", now=at))
        assert backups.thin(shop_file.path, now=at, longest=HALF_A_YEAR) == []
    assert _left(shop_file) == ([one.path for one in made], 5)


@pytest.mark.parametrize("spoil", [lambda data: b"", lambda data: data[:-100] + b"x" * 100])
def test_behind_a_broken_newest_backup_nothing_old_goes(shop_file, spoil):
    made = _aged(shop_file, 0, 100, 190, 200)
    _set_aside_ago(shop_file, 190)
    made[0].path.write_bytes(spoil(made[0].path.read_bytes()))
    assert backups.thin(shop_file.path, now=NOON, longest=HALF_A_YEAR) == []
    newer = backups.make(shop_file.db, shop_file.path, reason="asked for", now=NOON + timedelta(days=1))
    backups.thin(shop_file.path, now=NOON + timedelta(days=1), longest=HALF_A_YEAR)
    assert _left(shop_file) == ([newer.path, made[0].path, made[1].path], 0)


def test_the_newest_backup_is_read_only_where_something_is_too_old(shop_file, monkeypatch):
    _aged(shop_file, 0, 100)
    asked = []
    monkeypatch.setattr(backups, "check", lambda backup, *, key=None: asked.append(backup))
    backups.thin(shop_file.path, now=NOON, longest=HALF_A_YEAR)
    assert asked == []
    _aged(shop_file, 190)
    backups.thin(shop_file.path, now=NOON, longest=HALF_A_YEAR)
    assert len(asked) == 1
