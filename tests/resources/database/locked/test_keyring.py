"""What opens a register, how that is changed, and what is said when a key file is damaged, swapped or gone."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier, get_ident

import pytest

from resources.database import open_file
from resources.database.data_key import DataKey
from resources.database.locked import key_files, keyring
from resources.database.locked.keyring import Keyring, WrongSecret
from resources.database.locked.places import places_of
from resources.database.locked.recovery import RecoveryCode
from resources.problem import FieldProblem, Problem
from tests.resources.database.small import SMALL

WORDS, OTHERS = "teapot ladder violet rain", "copper window maple tide"
TODAY = date(2026, 3, 2)
BY_CHANCE = RecoveryCode("2" * 40)  # it checks, and opens nothing


@pytest.fixture
def ring(tmp_path):
    return Keyring(places_of(tmp_path / "office.providerdesk"))


@pytest.fixture
def begun(ring):
    return ring, *_begin(ring, WORDS)


def _begin(ring, words):
    key, code = ring.begin(words)
    open_file(ring.places.register, (SMALL,), create=True, key=key).close()
    return key, code


def _refused(ring, secret):
    with pytest.raises(Problem) as refused:
        ring.unlock(secret)
    return refused.value


def test_the_passphrase_and_the_sheet_give_the_same_key(begun):
    ring, key, code = begun
    for secret in (WORDS, f"  {WORDS} ", code.signs, code.in_groups().lower()):
        assert ring.unlock(secret) == key
    assert ring.register_id() == key.register_id and ring.fits(key) and not ring.fits(DataKey.new())


def test_a_wrong_one_is_one_sentence_however_often(begun):
    ring, key, _code = begun
    said = {(type(one), one.sentence) for one in (_refused(ring, f"{WORDS}{number}") for number in range(30))}
    assert said == {
        (WrongSecret, "That is not the passphrase of this register, so it stays locked. Type it again.")
    }
    assert "last recovery sheet" in _refused(ring, BY_CHANCE.signs).sentence
    assert ring.unlock(WORDS) == key


def test_neither_secret_nor_key_stands_in_any_file_or_word(begun):
    ring, key, code = begun
    told = [
        key.reveal(),
        bytes.fromhex(key.reveal()),
        WORDS,
        WORDS.encode().hex(),
        code.signs,
        code.in_groups(),
    ]
    for path in (path for path in ring.places.folder.rglob("*") if path.is_file()):
        held = path.read_bytes()
        assert not [one for one in told if (one if isinstance(one, bytes) else one.encode()) in held], path
    assert key.reveal() not in repr(ring) and WORDS not in repr(ring)


def test_another_passphrase_makes_the_old_one_useless(begun):
    ring, key, code = begun
    assert ring.change_passphrase(WORDS, OTHERS) == key
    assert isinstance(_refused(ring, WORDS), WrongSecret)
    assert ring.unlock(OTHERS) == ring.unlock(code.signs) == key
    ring.change_passphrase(code.signs, WORDS)
    assert ring.unlock(WORDS) == key and isinstance(_refused(ring, OTHERS), WrongSecret)


def test_a_wrong_passphrase_changes_nothing(begun):
    ring, key, code = begun
    before = {path: path.read_bytes() for path in ring.places.folder.rglob("*.key")}
    for change in (lambda: ring.change_passphrase(OTHERS, WORDS), lambda: ring.new_recovery_code(OTHERS)):
        with pytest.raises(WrongSecret):
            change()
    assert {path: path.read_bytes() for path in ring.places.folder.rglob("*.key")} == before
    assert len(before) == 4 and ring.unlock(code.signs) == key


def test_a_new_sheet_makes_the_old_one_useless_and_has_to_be_proved(begun):
    ring, key, code = begun
    assert ring.proved_on() is None
    ring.prove(code.in_groups(), today=TODAY)
    assert ring.proved_on() == TODAY
    ring.change_passphrase(WORDS, OTHERS)
    assert ring.proved_on() == TODAY  # the sheet is the same
    new = ring.new_recovery_code(OTHERS)
    assert ring.proved_on() is None and isinstance(_refused(ring, code.signs), WrongSecret)
    assert ring.unlock(new.signs) == key
    with pytest.raises(FieldProblem) as refused:
        ring.prove(code.signs, today=TODAY)
    assert refused.value.field == "code" and ring.proved_on() is None
    ring.prove(new.signs, today=TODAY)
    assert ring.proved_on() == TODAY


def test_a_sheet_that_was_typed_wrong_is_not_proved(begun):
    ring, _key, code = begun
    for typed in (code.signs[:-1], code.signs[1:] + code.signs[0], WORDS):
        with pytest.raises(FieldProblem):
            ring.prove(typed, today=TODAY)
    assert ring.proved_on() is None


# --- damaged, swapped, gone ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["passphrase.key", "recovery.key"])
@pytest.mark.parametrize("length", [None, 0, 4096, 8192])
def test_a_damaged_or_lost_key_file_is_made_good_from_its_copy(begun, kind, length):
    ring, key, code = begun
    path = ring.places.folder / kind
    whole = path.read_bytes()
    spoil = None if length is None else bytes(255 - byte for byte in whole)[:length]
    path.unlink() if spoil is None else path.write_bytes(spoil)
    assert ring.unlock(WORDS if kind == "passphrase.key" else code.signs) == key
    assert path.read_bytes() == whole
    if spoil is not None:
        assert path.with_name(f"{kind}.damaged").read_bytes() == spoil
    ring.let_damaged_go()
    assert not path.with_name(f"{kind}.damaged").exists()


def test_what_is_damaged_stays_while_it_is_not_put_right(begun):
    ring, _key, _code = begun
    path = ring.places.passphrase_key
    left = path.with_name(f"{path.name}.damaged")
    left.write_bytes(b"what was there")
    (ring.places.backups / "keys" / path.name).write_bytes(b"another")
    ring.let_damaged_go()
    assert left.exists()


@pytest.mark.parametrize("kind", ["passphrase.key", "recovery.key"])
def test_with_its_copy_gone_too_the_other_opens_and_mends_it(begun, kind):
    ring, key, code = begun
    wrong, right = (WORDS, code.signs) if kind == "passphrase.key" else (code.signs, WORDS)
    for path in ring.places.folder.rglob(kind):
        path.write_bytes(path.read_bytes()[:-1] + b"!!")
    assert "damaged or swapped" in _refused(ring, wrong).sentence
    for path in ring.places.folder.rglob(kind):
        path.unlink()
    assert f"“{kind}” is missing beside the register" in _refused(ring, wrong).sentence
    assert ring.unlock(right) == key
    if kind == "passphrase.key":
        ring.change_passphrase(right, WORDS)
        assert ring.unlock(WORDS) == key
    else:
        assert ring.unlock(ring.new_recovery_code(right).signs) == key


def test_key_files_of_another_register_are_told_from_the_right_ones(begun, tmp_path):
    ring, key, _code = begun
    other = Keyring(places_of(tmp_path / "other.providerdesk"))
    foreign, _ = _begin(other, OTHERS)
    mine = ring.places.passphrase_key.read_bytes()
    for path in (ring.places.passphrase_key, ring.places.backups / "keys" / "passphrase.key"):
        path.write_bytes(other.places.passphrase_key.read_bytes())
    assert "damaged or swapped" in _refused(ring, WORDS).sentence
    assert ring.unlock(OTHERS) == foreign and not ring.fits(foreign) and ring.fits(key)
    for change in (lambda: ring.change_passphrase(OTHERS, WORDS), lambda: ring.new_recovery_code(OTHERS)):
        with pytest.raises(Problem, match="do not open “register"):
            change()
    ring.places.passphrase_key.write_bytes(mine)
    assert ring.unlock(WORDS) == key


def test_key_files_that_were_swapped_never_take_the_place_of_the_right_ones(begun, tmp_path):
    """Not even with the note that goes with them: the copies among the backups go on opening the register."""
    ring, key, code = begun
    other = Keyring(places_of(tmp_path / "other.providerdesk"))
    foreign, foreign_code = _begin(other, OTHERS)
    for name in ("passphrase.key", "recovery.key", "lock.json"):
        (ring.places.folder / name).write_bytes((other.places.folder / name).read_bytes())
    assert ring.unlock(OTHERS) == ring.unlock(foreign_code.signs) == foreign
    with pytest.raises(FieldProblem):
        ring.prove(foreign_code.signs, today=TODAY)
    assert ring.unlock(WORDS) == ring.unlock(code.signs) == key


@pytest.mark.parametrize(
    "note",
    [
        None,
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"passphrase": 3, "recovery": null, "register": 5}',
        b'{"passphrase": {"rounds": 1}, "recovery": {"rounds": 1000000000000}}',
        b'{"passphrase": {"rounds": "many", "sha256": 4}}',
    ],
)
def test_the_register_opens_without_its_note_and_whatever_it_says(begun, note):
    ring, key, code = begun
    path = ring.places.lock_note
    path.unlink() if note is None else path.write_bytes(note)
    assert ring.unlock(WORDS) == ring.unlock(code.signs) == key and ring.proved_on() is None
    assert json.loads(path.read_text(encoding="utf-8"))["passphrase"]["rounds"] == keyring.slowness.rounds


def test_a_key_file_of_fewer_rounds_opens_and_the_next_is_as_slow_as_any(begun, monkeypatch):
    ring, key, _code = begun
    monkeypatch.setattr(keyring, "slowness", key_files.Slowness(rounds=128, least=16, most=256))
    assert ring.unlock(WORDS) == key
    ring.change_passphrase(WORDS, OTHERS)
    assert key_files.unseal(ring.places.passphrase_key, OTHERS, 128) == key and ring.unlock(OTHERS) == key


def test_where_nothing_can_be_written_it_opens_all_the_same(begun, monkeypatch):
    ring, key, _code = begun
    ring.places.lock_note.unlink()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("resources.database.locked.keyring.os.replace", full)
    assert ring.unlock(WORDS) == key and not ring.places.lock_note.exists()


def test_where_nothing_can_be_written_no_secret_changes(begun, monkeypatch):
    ring, key, code = begun

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("resources.database.locked.key_files.os.replace", full)
        for change in (lambda: ring.change_passphrase(WORDS, OTHERS), lambda: ring.new_recovery_code(WORDS)):
            with pytest.raises(Problem, match="so nothing was changed"):
                change()
    assert ring.unlock(WORDS) == ring.unlock(code.signs) == key
    assert not list(ring.places.folder.rglob("*.new"))


def test_a_copy_that_cannot_be_replaced_stops_the_change(begun, monkeypatch):
    ring, key, _code = begun
    unlink = Path.unlink

    def held(path, missing_ok=False):
        if path.parent.name == "keys" and path.suffix == ".key":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(Problem, match=r"cannot be replaced .* so nothing was changed"):
        ring.change_passphrase(WORDS, OTHERS)
    assert ring.unlock(WORDS) == key


def test_of_two_changes_at_once_one_is_done_and_the_other_is_told(begun, monkeypatch):
    ring, key, _code = begun
    both_began, looked = Barrier(2), keyring._sha256
    began = set()

    def looks(path):
        found = looked(path)
        if get_ident() not in began:  # both know the key file as it was before either changes it
            began.add(get_ident())
            both_began.wait(10)
        return found

    def changes(passphrase):
        try:
            Keyring(ring.places).change_passphrase(WORDS, passphrase)
        except Problem as problem:
            return problem.sentence
        return ""

    new = (OTHERS, "amber dragon thirty moons")
    with monkeypatch.context() as watched, ThreadPoolExecutor(2) as pool:
        watched.setattr(keyring, "_sha256", looks)
        said = list(pool.map(changes, new))
    assert said.count("") == 1 and "The passphrase was changed somewhere else" in "".join(said)
    assert ring.unlock(new[said.index("")]) == key
    assert isinstance(_refused(ring, WORDS), WrongSecret)
    assert isinstance(_refused(ring, new[1 - said.index("")]), WrongSecret)


def test_a_change_waits_no_longer_than_is_bearable(begun, monkeypatch):
    ring, key, _code = begun
    monkeypatch.setattr(keyring, "_PATIENCE", 0.01)
    with ThreadPoolExecutor(1) as pool, keyring._locked(ring.places.folder):
        refused = pool.submit(ring.change_passphrase, WORDS, OTHERS).exception()
    assert isinstance(refused, Problem) and "are being changed somewhere else" in refused.sentence
    assert ring.unlock(WORDS) == key


def test_a_note_that_has_no_bottom_is_read_as_none(begun):
    ring, key, _code = begun
    ring.places.lock_note.write_text("[" * 100_000, encoding="utf-8")
    assert ring.proved_on() is None and ring.register_id() == ""
    assert ring.unlock(WORDS) == key
