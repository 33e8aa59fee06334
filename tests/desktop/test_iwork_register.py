"""The register of i-Work: begun, opened, backed up, damaged, restored; whoever was deleted stays deleted."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import iwork_register
from desktop.iwork_people_files import told_of_backups
from desktop.iwork_register import DamagedRegister, open_register
from resources.database import backups
from resources.database.data_key import DataKey
from resources.database.locked.keyring import WrongSecret
from resources.database.locked.places import places_of
from resources.database.locked.purged_list import PurgedList
from resources.database.locked.recovery import RecoveryCode
from resources.database.refusals import DamagedFile, InUse
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.people import add_person, people
from workforce.iwork.people.purge import ask_purge, purge

WORDS, OTHERS = "teapot ladder violet rain", "copper window maple tide"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = NOW.date()
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RecoveryCode]:
    """A folder with a new register in it, to be copied, and the code of its sheet."""
    office = tmp_path_factory.mktemp("begun") / "office.providerdesk"
    opened, code = iwork_register.make_register(office, WORDS, who="Test Coach")
    add_person(opened.db, "Wren", TODAY, today=TODAY, family_name="Canarysong")
    opened.close()
    return office, code


@pytest.fixture
def office(tmp_path: Path, begun: tuple[Path, RecoveryCode]) -> Path:
    """An office with a register that holds one person."""
    path = tmp_path / "office.providerdesk"
    shutil.copytree(places_of(begun[0]).folder, places_of(path).folder)
    return path


def names(office: Path, secret: str = WORDS) -> list[str]:
    opened = open_register(office, secret, who="Test Coach", now=NOW)
    try:
        return [one.given_name for one in people(opened.db, closed=True)]
    finally:
        opened.close()


def back_up(office: Path, *, now: datetime = NOW) -> backups.Backup:
    opened = open_register(office, WORDS, who="Test Coach", read_only=True, now=now)
    try:
        return iwork_register.make_backup(opened, reason="asked for", now=now)
    finally:
        opened.close()


def bytes_of(office: Path) -> dict[str, bytes]:
    folder = places_of(office).folder
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith((".lock", ".in-use.json", ".damaged"))
    }


# --- beginning -------------------------------------------------------------------------------------------


def test_it_is_begun_once_with_a_passphrase_that_holds(tmp_path: Path) -> None:
    office = tmp_path / "Riverside office.providerdesk"
    with pytest.raises(FieldProblem, match="among the first that anybody would try"):
        iwork_register.make_register(office, "riverside office 1", who="Test Coach")
    assert not places_of(office).folder.exists()
    opened, code = iwork_register.make_register(office, WORDS, who="Test Coach")
    opened.close()
    before = bytes_of(office)
    with pytest.raises(Problem, match=r"There is a register in .* already"):
        iwork_register.make_register(office, OTHERS, who="Test Coach")
    assert bytes_of(office) == before and names(office, code.in_groups()) == []


def test_one_that_was_never_made_whole_is_begun_anew_and_its_keys_are_kept(office: Path) -> None:
    places = places_of(office)
    old = places.passphrase_key.read_bytes()
    places.register.unlink()
    shutil.rmtree(places.backups)
    with pytest.raises(Problem, match=r"There is no i-Work register beside “office.providerdesk” yet"):
        open_register(office, WORDS, who="Test Coach")
    iwork_register.make_register(office, OTHERS, who="Test Coach")[0].close()
    assert names(office, OTHERS) == []
    assert [path.read_bytes() for path in places.folder.glob("Earlier keys */passphrase.key")] == [old]


def test_the_sample_may_have_the_passphrase_that_everybody_knows(tmp_path: Path) -> None:
    office = tmp_path / "sample.providerdesk"
    iwork_register.make_sample_register(office, "sample county passphrase", who="Sample data")[0].close()
    assert names(office, "sample county passphrase") == []


# --- opening ---------------------------------------------------------------------------------------------


def test_passphrase_and_sheet_open_it(office: Path, begun: tuple[Path, RecoveryCode]) -> None:
    assert names(office) == names(office, begun[1].in_groups()) == ["Wren"]
    with pytest.raises(WrongSecret):
        names(office, OTHERS)


def test_it_is_open_once_and_read_beside_whoever_has_it_open(office: Path) -> None:
    opened = open_register(office, WORDS, who="Test Coach", now=NOW)
    with pytest.raises(InUse):
        open_register(office, WORDS, who="Somebody Else", now=NOW)
    beside = open_register(office, WORDS, who="Somebody Else", read_only=True, now=NOW)
    assert len(people(beside.db)) == 1
    beside.close()
    job = opened.connection(read_only=True)
    assert len(people(job)) == 1
    job.close()
    opened.close()


def test_keys_change_while_it_is_open(office: Path) -> None:
    opened = open_register(office, WORDS, who="Test Coach", now=NOW)
    iwork_register.change_passphrase(office, WORDS, OTHERS)
    code = iwork_register.new_recovery_code(office, OTHERS)
    add_person(opened.db, "Ada", TODAY, today=TODAY, family_name="Example")
    opened.close()
    assert iwork_register.recovery_proved_on(office) is None
    iwork_register.prove_recovery(office, code.in_groups(), today=TODAY)
    assert iwork_register.recovery_proved_on(office) == TODAY
    assert sorted(names(office, OTHERS)) == sorted(names(office, code.signs)) == ["Ada", "Wren"]
    with pytest.raises(FieldProblem, match="at least four words"):
        iwork_register.change_passphrase(office, OTHERS, "short")


def test_nothing_of_it_is_plain_in_any_file(office: Path) -> None:
    opened = open_register(office, WORDS, who="Test Coach", now=NOW)
    add_person(opened.db, "Ada", TODAY, today=TODAY, family_name="Canarysong")
    iwork_register.make_backup(opened, reason="asked for", now=NOW)
    told = (b"Canarysong", b"canarysong", b"Wren", b"create table", b"SQLite format", WORDS.encode())
    for _ in range(2):
        held = bytes_of(office)
        assert [(name, word) for name, bites in held.items() for word in told if word in bites] == []
        assert any(name.endswith(".backup") for name in held)
        opened.close()


# --- damaged ---------------------------------------------------------------------------------------------


def test_a_damaged_register_is_left_and_the_newest_whole_backup_offered(office: Path) -> None:
    old, new = back_up(office, now=NOW - timedelta(days=1)), back_up(office)
    register = places_of(office).register
    register.write_bytes(register.read_bytes()[:-3000])
    new.path.write_bytes(b"damaged too")
    before = bytes_of(office)
    with pytest.raises(DamagedRegister, match=r"“register.iwork” is damaged") as refused:
        names(office)
    assert refused.value.backup is not None and refused.value.backup.path == old.path
    assert "The newest whole backup is of" in refused.value.sentence
    assert bytes_of(office) == before
    aside = iwork_register.restore(office, old, WORDS, who="Test Coach", now=NOW)
    assert aside is not None and aside.read_bytes() == before["register.iwork"] and names(office) == ["Wren"]


def test_a_register_that_is_gone_is_offered_its_backup(office: Path) -> None:
    made = back_up(office)
    places_of(office).register.unlink()
    with pytest.raises(DamagedRegister, match="is missing from") as refused:
        names(office)
    assert refused.value.backup == made
    iwork_register.restore(office, made, WORDS, who="Test Coach", now=NOW)
    assert names(office) == ["Wren"]


def test_without_a_backup_nothing_is_promised(office: Path) -> None:
    places_of(office).register.write_bytes(b"x" * 9000)
    with pytest.raises(DamagedRegister, match="No backup of it opens either") as refused:
        names(office)
    assert refused.value.backup is None


def test_key_files_of_another_register_are_said_to_be_so(office: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.providerdesk"
    iwork_register.make_register(other, OTHERS, who="Test Coach")[0].close()
    for name in ("passphrase.key", "recovery.key"):
        shutil.copyfile(places_of(other).folder / name, places_of(office).folder / name)
    with pytest.raises(DamagedFile, match=r"The key files and “register.iwork” are of two registers"):
        names(office, OTHERS)
    assert names(office) == ["Wren"]  # the copies of its own keys still open it


def test_a_backup_of_another_register_is_refused(office: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.providerdesk"
    iwork_register.make_register(other, WORDS, who="Test Coach")[0].close()
    foreign, before = back_up(other), bytes_of(office)
    with pytest.raises(Problem, match="cannot be read as a backup"):
        iwork_register.restore(office, foreign, WORDS, who="Test Coach", now=NOW)
    with pytest.raises(WrongSecret):
        iwork_register.restore(office, foreign, OTHERS, who="Test Coach", now=NOW)
    assert bytes_of(office) == before


# --- deleted for good ------------------------------------------------------------------------------------


def delete_wren(office: Path) -> None:
    opened = open_register(office, WORDS, who="Test Coach", now=NOW)
    wren = people(opened.db)[0]
    ask_purge(opened.db, wren.id, "They asked for it", by="Test Coach", now=NOW)
    later = NOW + timedelta(days=1)
    purge(opened.db, wren.id, by="Another Coach", now=later, purged_list=PurgedList(places_of(office)))
    opened.close()


def test_whoever_was_deleted_is_not_restored(office: Path) -> None:
    made = back_up(office)
    delete_wren(office)
    assert names(office) == []
    iwork_register.restore(office, made, WORDS, who="Test Coach", now=NOW)
    assert names(office) == []


def test_an_older_file_put_back_by_hand_is_not_read_before_they_are_deleted_again(office: Path) -> None:
    older = places_of(office).register.read_bytes()
    delete_wren(office)
    places_of(office).register.write_bytes(older)
    with pytest.raises(Problem, match="Somebody who was deleted for good is in the register again"):
        open_register(office, WORDS, who="Test Coach", read_only=True, now=NOW)
    assert names(office) == []
    open_register(office, WORDS, who="Test Coach", read_only=True, now=NOW).close()


def test_without_the_list_nothing_is_restored(office: Path) -> None:
    made = back_up(office)
    delete_wren(office)
    places = places_of(office)
    for copy in (places.purged, places.backups / "purged.json"):
        copy.write_bytes(b"{")
    before = bytes_of(office)
    with pytest.raises(Problem, match="so nothing is restored: it would bring them back"):
        iwork_register.restore(office, made, WORDS, who="Test Coach", now=NOW)
    assert bytes_of(office) == before


def test_backups_older_than_half_a_year_go_once_there_are_two_newer_ones(office: Path) -> None:
    for days in (400, 300, 200, 100, 0):
        made = back_up(office, now=NOW - timedelta(days=days))
    kept = iwork_register.backups_of(office)
    assert [(NOW - one.made_at).days for one in kept] == [0, 100] and kept[0] == made
    open_register(office, WORDS, who="Test Coach", now=NOW + timedelta(days=300)).close()
    assert iwork_register.backups_of(office) == kept
    newer = [back_up(office, now=NOW + timedelta(days=days)) for days in (300, 301)]
    assert iwork_register.backups_of(office) == newer[::-1]


# --- killed ----------------------------------------------------------------------------------------------

_CHANGER = """
import sys
from pathlib import Path
from desktop import iwork_register
from resources.database.locked import keyring
from resources.database.locked.key_files import Slowness
keyring.slowness = Slowness(rounds=64, least=16, most=256)
office, words = Path(sys.argv[1]), sys.argv[2:]
while True:
    for old, new in ((words[0], words[1]), (words[1], words[0])):
        print("will", flush=True)
        iwork_register.change_passphrase(office, old, new)
"""

_RESTORER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop import iwork_register
from resources.database.locked import keyring
from resources.database.locked.key_files import Slowness
keyring.slowness = Slowness(rounds=64, least=16, most=256)
office = Path(sys.argv[1])
while True:
    print("will", flush=True)
    backup = iwork_register.backups_of(office)[0]
    iwork_register.restore(office, backup, sys.argv[2], who="Test Coach", now=datetime(2026, 3, 2, 12, tzinfo=UTC))
"""


def _killed(program: str, office: Path, *words: str, after: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(office), *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for _ in range(after):
        assert child.stdout.readline() == "will\n"
    os.kill(child.pid, signal.SIGKILL) if hasattr(signal, "SIGKILL") else child.kill()
    child.communicate()


def _opens_with(office: Path, secret: str) -> bool:
    try:
        return names(office, secret) == ["Wren"]
    except WrongSecret:
        return False


@pytest.mark.parametrize("after", [1, 3, 8])
def test_killed_while_the_passphrase_changes_the_old_or_the_new_one_opens_it(
    office: Path, begun: tuple[Path, RecoveryCode], after: int
) -> None:
    _killed(_CHANGER, office, WORDS, OTHERS, after=after)
    opening = [words for words in (WORDS, OTHERS) if _opens_with(office, words)]
    assert len(opening) == 1 and names(office, begun[1].signs) == ["Wren"]
    iwork_register.change_passphrase(office, opening[0], "lantern biscuit harbour moss")
    assert not list(places_of(office).folder.rglob("*.new"))


@pytest.mark.parametrize("after", [1, 3, 8])
def test_killed_while_a_backup_is_restored_the_register_opens(office: Path, after: int) -> None:
    back_up(office)
    _killed(_RESTORER, office, WORDS, after=after)
    assert names(office) == ["Wren"]


def test_a_key_is_not_in_what_is_raised(office: Path) -> None:
    opened = open_register(office, WORDS, who="Test Coach", now=NOW)
    key = opened.key
    opened.close()
    assert isinstance(key, DataKey)
    places_of(office).register.write_bytes(b"x" * 9000)
    with pytest.raises(DamagedRegister) as refused:
        names(office)
    said: BaseException | None = refused.value
    while said is not None:
        assert key.reveal() not in f"{said!r}{said.args}" and WORDS not in f"{said!r}{said.args}"
        said = said.__cause__ or said.__context__


def test_a_key_file_that_was_put_right_leaves_nothing_behind(office: Path) -> None:
    key = places_of(office).passphrase_key
    assert names(office) == ["Wren"]  # its copy stands among the backups
    key.write_bytes(bytes(4096))
    iwork_register.find_key(office, WORDS)
    damaged = key.with_name("passphrase.key.damaged")
    assert damaged.exists()
    assert names(office) == ["Wren"]
    assert not damaged.exists() and not list(places_of(office).folder.rglob("*.damaged"))


def test_a_register_set_aside_by_a_restore_is_told_of(office: Path) -> None:
    copy = back_up(office)
    iwork_register.restore(office, copy, WORDS, who="Test Coach", now=NOW + timedelta(days=1))
    told = told_of_backups(office)
    assert told.startswith(
        "1 backup of 2 March 2026 and 1 register set aside by a restore of 3 March 2026 still hold"
    )
    assert "until 1 September 2026 to 2 September 2026" in told


def test_a_renamed_file_takes_its_register_over(office: Path) -> None:
    back_up(office)
    renamed = office.with_name("New name.providerdesk")
    left = iwork_register.left_behind(renamed)
    assert iwork_register.left_words(renamed, left) == (
        "The folder “office i-Work” beside this file holds a register, but belongs to no file of that name: if this "
        "file was called so before, take the register over, and its folder becomes “New name i-Work”."
    )
    with pytest.raises(
        Problem, match=r"“New name\.providerdesk” yet\. The folder “office i-Work” beside this file"
    ):
        open_register(renamed, WORDS, who="Test Coach", now=NOW)
    places_of(renamed).folder.mkdir()
    places_of(renamed).passphrase_key.write_bytes(b"left of one that was never made whole")
    iwork_register.take_over(renamed, left[0])
    assert names(renamed) == ["Wren"] and iwork_register.left_behind(renamed) == []
    assert len(iwork_register.backups_of(renamed)) == 1
    assert list(renamed.parent.glob("New name i-Work, begun */passphrase.key"))


def test_a_register_is_not_taken_over_from_who_has_it_open_nor_to_another(office: Path) -> None:
    renamed = office.with_name("New name.providerdesk")
    (left,) = iwork_register.left_behind(renamed)
    opened = open_register(office, WORDS, who="Test Coach", now=NOW)
    try:
        with pytest.raises(InUse):
            iwork_register.take_over(renamed, left)
    finally:
        opened.close()
    shutil.copytree(left.folder, places_of(renamed).folder)
    with pytest.raises(Problem, match="already, so “office i-Work” stays as it is"):
        iwork_register.take_over(renamed, left)
    assert names(office) == ["Wren"]


def test_the_register_of_the_sample_county_is_nobodys_to_take(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(iwork_register, "sample_file", lambda: office)
    assert iwork_register.left_behind(office.with_name("New name.providerdesk")) == []


def test_a_clock_that_jumps_takes_no_backup_away(office: Path) -> None:
    made = [back_up(office, now=NOW - timedelta(days=ago)) for ago in (20, 10, 0)]
    made[-1].path.write_bytes(b"damaged")
    open_register(office, WORDS, who="Test Coach", now=NOW + timedelta(days=1400)).close()
    assert len(iwork_register.backups_of(office)) == 3
    made.append(back_up(office, now=NOW + timedelta(days=1400)))
    assert len(iwork_register.backups_of(office)) == 4
    open_register(office, WORDS, who="Test Coach", now=NOW).close()
    assert len(iwork_register.backups_of(office)) == 4
