import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.statistics import holm


def test_holms_published_steps():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_what_has_no_p_is_not_compared():
    assert holm([None, 0.02, None, 0.03]) == [None, pytest.approx(0.04), None, pytest.approx(0.04)]
    assert holm([]) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_it_calls_clear_what_holms_own_procedure_rejects(values):
    """Written a second way: step down from the smallest until one is not small enough."""
    rejected, order = set(), sorted(range(len(values)), key=lambda place: values[place])
    for done, place in enumerate(order):
        if values[place] * (len(values) - done) >= 0.05:
            break
        rejected.add(place)
    assert {place for place, p in enumerate(holm(values)) if p < 0.05} == rejected
    assert all(corrected >= p for corrected, p in zip(holm(values), values, strict=True))
