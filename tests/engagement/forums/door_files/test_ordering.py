"""The order of a log of several doors: time between devices, its own order within each, whatever came back first."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.door_files.ordering import Line, in_order

START = datetime(2019, 12, 10, 10, tzinfo=UTC)


def line(key: str, device: str, minute: int) -> Line:
    return Line(key, device, START + timedelta(minutes=minute))


def test_two_logs_are_put_together_by_time() -> None:
    office = [line("a1", "A", 1), line("a2", "A", 5)]
    door = [line("b1", "B", 0), line("b2", "B", 3), line("b3", "B", 9)]
    assert in_order(office, door) == ["b1", "a1", "b2", "a2", "b3"]


def test_a_clock_that_went_back_does_not_turn_a_devices_own_order() -> None:
    office = [line("a1", "A", 1), line("a2", "A", 8)]
    door = [line("b1", "B", 6), line("b2", "B", 2), line("b3", "B", 7)]
    assert in_order(office, door) == ["a1", "b1", "b2", "b3", "a2"]


def test_lines_of_one_moment_go_by_device_and_then_as_written() -> None:
    assert in_order([line("b1", "B", 1), line("b2", "B", 1)], [line("a1", "A", 1)]) == ["a1", "b1", "b2"]


def test_two_devices_of_one_name_are_put_together_by_time() -> None:
    assert in_order([line("1", "A", 1), line("3", "A", 3)], [line("2", "A", 2)]) == ["1", "2", "3"]


LOG = st.lists(st.integers(-20, 60), max_size=8)


@given(a=LOG, b=LOG, c=LOG)
def test_which_log_comes_first_does_not_matter(a: list[int], b: list[int], c: list[int]) -> None:
    logs = [
        [line(f"{name}{at}", name, minute) for at, minute in enumerate(minutes)]
        for name, minutes in (("A", a), ("B", b), ("C", c))
    ]
    known = {one.id: one for log in logs for one in log}

    def together(first: list[Line], *rest: list[Line]) -> list[str]:
        keys = [one.id for one in first]
        for log in rest:
            keys = in_order([known[key] for key in keys], log)
        return keys

    found = together(logs[0], logs[1], logs[2])
    if len([log for log in logs if log]) > 1:
        assert found == together(logs[0], logs[2], logs[1]) == together(logs[2], logs[1], logs[0])
    for log in logs:
        own = [one.id for one in log]
        assert [key for key in found if key in set(own)] == own
