"""Going through pairs: what is shown and what the buttons act on is one pair."""

from collections.abc import Collection, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.register.merge import Duplicates, Judging
from engagement.register.duplicates import Duplicate
from engagement.register.duplicates.comparing import Compared
from resources.problem import Problem


def pair_of(one: str, other: str) -> Duplicate:
    return Duplicate(
        "provider", one, other, f"{one} Ltd", f"{other} Limited", 0.9, (f"{one} is like {other}.",)
    )


PAIRS = (pair_of("Ash", "Ashe"), pair_of("Birch", "Burch"), pair_of("Cedar", "Ceder"))


class Judge:
    """Remembers what was decided."""

    def __init__(self) -> None:
        self.merged: list[tuple[str, str]] = []
        self.taken: list[set[str]] = []
        self.different: list[str] = []
        self.refuses = False

    def merge(self, _pair: Duplicate, keep: str, remove: str, take: Collection[str]) -> None:
        if self.refuses:
            raise Problem("These cannot be merged. Look at both.")
        self.merged.append((keep, remove))
        self.taken.append(set(take))

    def mark(self, pair: Duplicate) -> None:
        self.different.append(pair.one)

    def compare(self, pair: Duplicate) -> Sequence[Compared]:
        return [
            Compared("Name", pair.one_name, pair.other_name, column="name"),
            Compared("Phone", "0115 496 0001", "0115 496 0002", column="phone"),
            Compared("Notes", "Rang.", "Met."),
        ]


@pytest.fixture
def judge() -> Judge:
    return Judge()


@pytest.fixture
def dialog(judge: Judge, styled: object, qtbot: QtBot) -> Duplicates:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = Duplicates(PAIRS, Judging(judge.compare, judge.merge, judge.mark), parent)
    made.kept_parent = parent  # type: ignore[attr-defined]
    made.open()
    return made


def shown(dialog: Duplicates) -> tuple[str, str]:
    """The names on the right side, and the pair on the left that the cursor is on."""
    _, _, one, _, other = dialog._facts.row(0)
    row = dialog._model.row(dialog.table.currentIndex().row())
    assert row[1] == f"{one} · {other}"
    assert dialog._reasons.text().split()[0] == one.split()[0]
    return one, other


def test_each_merge_concerns_the_pair_that_is_shown(dialog: Duplicates, judge: Judge) -> None:
    assert shown(dialog) == ("Ash Ltd", "Ashe Limited")
    dialog.keep_first.click()
    assert shown(dialog) == ("Birch Ltd", "Burch Limited")
    dialog.keep_second.click()
    assert shown(dialog) == ("Cedar Ltd", "Ceder Limited")
    dialog.keep_first.click()
    assert judge.merged == [("Ash", "Ashe"), ("Burch", "Birch"), ("Cedar", "Ceder")]
    assert not dialog.isVisible()


def test_after_different_the_next_pair_is_shown(dialog: Duplicates, judge: Judge) -> None:
    dialog.table.go_to_last()
    dialog.different.click()
    assert shown(dialog) == ("Birch Ltd", "Burch Limited")
    dialog.table.go_to_first()
    dialog.different.click()
    assert shown(dialog) == ("Birch Ltd", "Burch Limited")
    assert judge.different == ["Cedar", "Ash"]


def test_a_merge_that_is_refused_leaves_the_pair_and_says_why(dialog: Duplicates, judge: Judge) -> None:
    judge.refuses = True
    dialog.keep_first.click()
    assert dialog.banner.text == "These cannot be merged. Look at both."
    assert shown(dialog) == ("Ash Ltd", "Ashe Limited")


def test_in_another_order_the_buttons_still_act_on_what_is_shown(dialog: Duplicates, judge: Judge) -> None:
    dialog.table.sortByColumn(0, dialog.table.horizontalHeader().sortIndicatorOrder().DescendingOrder)
    dialog.table.go_to_first()
    assert shown(dialog) == ("Cedar Ltd", "Ceder Limited")
    dialog.keep_first.click()
    shown(dialog)
    assert judge.merged == [("Cedar", "Ceder")]


def test_the_buttons_rest_while_nothing_is_shown(dialog: Duplicates, judge: Judge) -> None:
    dialog._show_pair("")
    buttons = (dialog.keep_first, dialog.keep_second, dialog.different)
    assert [one.isEnabled() for one in buttons] == [False, False, False]
    assert dialog._facts.rowCount() == 0
    dialog.table.go_to_last()
    assert all(one.isEnabled() for one in buttons)


def choices(dialog: Duplicates) -> list[str]:
    return [str(dialog._facts.row(at)[3]) for at in range(dialog._facts.rowCount())]


def test_for_each_fact_that_differs_either_value_can_be_chosen(dialog: Duplicates, judge: Judge) -> None:
    assert choices(dialog) == ["≠ differs", "≠ differs", "≠ differs"]
    dialog.facts.go_to("phone")
    dialog.use_second.click()
    dialog.facts.go_to("name")
    dialog.use_first.click()
    assert choices(dialog) == ["Use the first", "Use the second", "≠ differs"]
    assert dialog.facts.current_key == "name"  # the cursor stays where the person was
    dialog.keep_first.click()
    assert judge.taken == [{"phone"}]
    assert choices(dialog) == ["≠ differs", "≠ differs", "≠ differs"]  # the next pair begins anew
    dialog.facts.go_to("phone")
    dialog.use_second.click()
    dialog.facts.go_to("name")
    dialog.use_first.click()
    dialog.keep_second.click()
    assert judge.taken[1:] == [{"name"}]
    dialog.facts.go_to("name")
    dialog.use_second.click()
    dialog.use_kept.click()
    assert choices(dialog)[0] == "≠ differs"
    dialog.keep_first.click()
    assert judge.taken[2:] == [set()]


def test_only_what_can_be_chosen_is_offered(dialog: Duplicates) -> None:
    buttons = (dialog.use_first, dialog.use_second, dialog.use_kept)
    for key, offered in (("name", [True, True, False]), ("Notes", [False] * 3)):
        dialog.facts.go_to(key)
        assert [each.isEnabled() for each in buttons] == offered
    dialog._show_pair("")
    assert not any(each.isEnabled() for each in buttons)


def test_a_merge_that_is_refused_keeps_the_choices(dialog: Duplicates, judge: Judge) -> None:
    judge.refuses = True
    dialog.facts.go_to("phone")
    dialog.use_second.click()
    dialog.keep_first.click()
    assert choices(dialog)[1] == "Use the second"
