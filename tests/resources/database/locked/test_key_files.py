"""A key file: what opens it, how slow it is to try, and that nothing of it stands in the clear."""

from time import perf_counter

import pytest

from resources.database.data_key import DataKey
from resources.database.locked import key_files
from resources.database.locked.key_files import SLOW, Slowness, seal, sweep, unseal
from resources.problem import Problem

ROUNDS = 64
SECRET = "teapot ladder violet rain"


@pytest.fixture
def sealed(tmp_path):
    key = DataKey.new()
    seal(tmp_path / "passphrase.key", SECRET, key, ROUNDS)
    return tmp_path / "passphrase.key", key


def test_only_its_secret_opens_it(sealed):
    path, key = sealed
    assert unseal(path, SECRET, ROUNDS) == key
    for wrong in ("teapot ladder violet rai", "", "x'" + "0" * 64 + "'", key.reveal()):
        assert unseal(path, wrong, ROUNDS) is None
    assert unseal(path, SECRET, ROUNDS + 1) is None
    assert unseal(path.with_name("gone.key"), SECRET, ROUNDS) is None


def test_neither_the_key_nor_the_secret_stands_in_it(sealed, tmp_path):
    path, key = sealed
    assert [one.name for one in tmp_path.iterdir()] == ["passphrase.key"]
    for told in (key.reveal().encode(), bytes.fromhex(key.reveal()), SECRET.encode(), b"sealed", b"SQLite"):
        assert told not in path.read_bytes()


@pytest.mark.parametrize(
    "secret", ["it's", "a\0b", "x'" + "ab" * 32 + "'", "'; pragma key='", "日本 語", "half \ud83d sign"]
)
def test_any_text_is_a_secret(tmp_path, secret):
    key = DataKey.new()
    seal(tmp_path / "a.key", secret, key, ROUNDS)
    assert unseal(tmp_path / "a.key", secret, ROUNDS) == key
    assert unseal(tmp_path / "a.key", secret + "x", ROUNDS) is None
    assert unseal(tmp_path / "a.key", secret[:1], ROUNDS) is None


def test_two_files_of_one_secret_and_key_have_nothing_in_common(sealed, tmp_path):
    path, key = sealed
    seal(tmp_path / "again.key", SECRET, key, ROUNDS)
    pairs = zip(path.read_bytes(), (tmp_path / "again.key").read_bytes(), strict=True)
    assert sum(one == other for one, other in pairs) < 200  # of 8,192, as in any two files of chance


def test_every_changed_byte_is_refused(sealed):
    path, _key = sealed
    whole = path.read_bytes()
    for place in range(0, len(whole), 41):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert unseal(path, SECRET, ROUNDS) is None
    for length in (0, 100, 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert unseal(path, SECRET, ROUNDS) is None


def test_a_number_that_was_altered_makes_no_try_quick_or_endless():
    slow = Slowness(rounds=100, least=50, most=200)
    assert slow.believed(150) == (150, 100) and slow.believed(100) == (100,)
    for told in (1, 0, -5, 49, 201, 10**12, True, None, "150", 150.0, [150]):
        assert slow.believed(told) == (100,)
    assert SLOW.least <= SLOW.rounds <= SLOW.most


def test_a_try_takes_half_a_second_on_a_desk_and_half_of_it_on_the_quickest(tmp_path):
    """Measured on a fifth of the rounds, since it is the same work five times over."""
    seal(tmp_path / "a.key", SECRET, DataKey.new(), SLOW.rounds // 5)
    began = perf_counter()
    assert unseal(tmp_path / "a.key", "something else", SLOW.rounds // 5) is None
    assert (perf_counter() - began) * 5 >= 0.25 and SLOW.rounds >= 3_000_000


def test_what_cannot_be_written_or_read_back_changes_nothing(sealed, monkeypatch):
    path, key = sealed
    before = path.read_bytes()
    with monkeypatch.context() as patched, pytest.raises(Problem, match="could not be read back"):
        patched.setattr(key_files, "unseal", lambda *_: None)
        seal(path, "another", key, ROUNDS)
    (path.parent / "file").write_bytes(b"")
    with pytest.raises(Problem, match="so nothing was changed"):
        seal(path.parent / "file" / "a.key", "another", key, ROUNDS)
    assert path.read_bytes() == before and len(list(path.parent.iterdir())) == 2


def test_what_a_killed_program_left_is_swept(sealed):
    path, _key = sealed
    path.with_name("passphrase.key.0198.new").write_bytes(b"half")
    path.with_name("recovery.key.0198.new").write_bytes(b"somebody else's")
    sweep(path)
    assert sorted(one.name for one in path.parent.iterdir()) == ["passphrase.key", "recovery.key.0198.new"]
