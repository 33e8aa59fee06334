"""The files used lately."""

from pathlib import Path

from desktop.recent_files import RecentFiles
from desktop.shell.settings import Settings


def test_nothing_was_used_at_first(settings: Settings) -> None:
    recent = RecentFiles(settings)
    assert recent.last is None
    assert recent.others(Path("a")) == []


def test_the_last_ones_come_first_each_once_and_no_more_than_four_beside_it(settings: Settings) -> None:
    recent = RecentFiles(settings)
    for name in "abcabdefg":
        recent.remember(Path(name))
    assert recent.last == Path("g")
    assert [path.name for path in recent.others(Path("g"))] == ["f", "e", "d", "b"]
