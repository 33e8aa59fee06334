import gc

import pytest

from engagement.cqc_files.at_once import without_collecting


def test_the_search_for_cycles_rests_and_goes_on_afterwards_whatever_happens() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="stopped"), without_collecting():
        raise ValueError("stopped")
    assert gc.isenabled()


def test_a_search_that_rested_already_is_left_resting() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
