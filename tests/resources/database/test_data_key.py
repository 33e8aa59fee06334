"""A key locks and is never shown."""

import pickle

import pytest

from resources.database.data_key import SIGNS, DataKey


def test_a_key_is_shown_nowhere():
    key = DataKey.new()
    shown = f"{key} {key!r} {key.register_id} {hash(key)} {[key]}"
    assert key.reveal() not in shown and key.reveal()[:8] not in shown
    with pytest.raises(TypeError):
        pickle.dumps(key)
    assert not hasattr(key, "__dict__")


def test_a_wrong_key_is_refused_without_repeating_it():
    with pytest.raises(ValueError, match="64 hexadecimal digits") as refused:
        DataKey("secret")
    assert "secret" not in str(refused.value)


def test_two_keys_differ_and_one_is_itself():
    key = DataKey.new()
    assert key == DataKey(key.reveal()) and key != DataKey.new() and key != key.reveal()
    assert hash(key) == hash(DataKey(key.reveal()))


def test_what_a_key_locks_has_a_name_that_can_be_read_out():
    key = DataKey("0f" * 32)
    first, gap, second = key.register_id[:4], key.register_id[4], key.register_id[5:]
    assert key.register_id == DataKey("0f" * 32).register_id
    assert gap == "-" and len(second) == 4 and set(first + second) <= set(SIGNS)
    assert len(SIGNS) == 32 and not set("01OI") & set(SIGNS)
