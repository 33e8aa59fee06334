"""Going through the pairs that may be one record: merge, or say that they are different."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.look import PANE
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.register.duplicates import Duplicate
from engagement.register.duplicates.comparing import Compared
from resources.problem import Problem
from resources.tables import Column, ColumnKind

_PAIRS = (
    Column("names", "May be one", width=228),
    Column("table", "What", width=78),
    Column("score", "Likeness", ColumnKind.PERCENT, 84),
)
_FACTS = (
    Column("fact", "Fact", width=138),
    Column("one", "First", width=190),
    Column("differs", "", width=128),
    Column("other", "Second", width=190),
)
_THINGS = {"provider": "Provider", "service": "Service", "contact": "Contact"}


class Use(Enum):
    """Which record's fact the merged one is to have, whichever record is kept."""

    FIRST = "Use the first"
    SECOND = "Use the second"


@dataclass(frozen=True)
class Judging:
    """What the dialog asks of the page: the facts of a pair, a merge, and that two are different."""

    compare: Callable[[Duplicate], Sequence[Compared]]
    # The pair, the key to keep, the key to merge into it, and the facts to be had from that one all the same.
    merge: Callable[[Duplicate, str, str, Collection[str]], object]
    different: Callable[[Duplicate], object]


class Duplicates(QDialog):
    """A list of pairs with the chosen pair side by side. Stays open until the last pair is judged."""

    def __init__(self, pairs: Sequence[Duplicate], judging: Judging, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Records that may be kept twice")
        self._pairs, self._judging = list(pairs), judging
        self._pair: Duplicate | None = None
        self._compared: Sequence[Compared] = ()
        self._uses: dict[str, Use] = {}
        self.banner = Banner()
        self._model = RowsModel(_PAIRS)
        self.table = TableView(self._model, name="duplicates", title="Pairs that may be one record")
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._reasons = label("", wrap=True)
        self._facts = RowsModel(_FACTS)
        self.facts = TableView(self._facts, name="duplicate_facts", title="Both records, fact by fact")
        self.facts.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.use_first, self.use_second = button(Use.FIRST.value), button(Use.SECOND.value)
        self.use_kept = button("Use the kept record’s")
        self.keep_first = button("Merge, keep the first", icon="merge")
        self.keep_second = button("Merge, keep the second", icon="merge")
        self.different = button("They are different")
        self._close = button("Close")
        self._lay_out()
        self.table.current_changed.connect(self._show_pair)
        self.facts.current_changed.connect(self._offer)
        for chooser, use in (
            (self.use_first, Use.FIRST),
            (self.use_second, Use.SECOND),
            (self.use_kept, None),
        ):
            chooser.clicked.connect(partial(self._use, use))
        self.keep_first.clicked.connect(self._merge_first)
        self.keep_second.clicked.connect(self._merge_second)
        self.different.clicked.connect(self._say_different)
        self._close.clicked.connect(self.accept)
        self._list_pairs(0)

    def _lay_out(self) -> None:
        for table in (self.table, self.facts):
            table.setProperty("kind", "framed")
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(PANE, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self._reasons)
        side.addWidget(self.facts, 1)
        choosing = QHBoxLayout()
        choosing.setSpacing(8)
        choosing.addWidget(label("For this fact:", "quiet"))
        for one in (self.use_first, self.use_second, self.use_kept):
            choosing.addWidget(one)
        choosing.addStretch(1)
        side.addLayout(choosing)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(right)
        split.setSizes([404, 676])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        for one in (self.different, self.keep_first, self.keep_second):
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(PANE)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(
            label(
                "Merging moves everything that belongs to one record to the other and fills its blanks. Where both "
                "have a fact and it differs, the kept record’s is used unless you choose; the one that is not used is "
                "written into a note. Undo takes a merge back.",
                "quiet",
                wrap=True,
            )
        )
        column.addWidget(self.banner)
        column.addWidget(split, 1)
        column.addWidget(hairline())
        column.addLayout(buttons)
        self.resize(1120, 620)

    def _list_pairs(self, at: int) -> None:
        rows = [
            (_names(pair), _THINGS.get(pair.table, pair.table.capitalize()), pair.score)
            for pair in self._pairs
        ]
        keys = [_key(pair) for pair in self._pairs]
        self._model.set_rows(rows, keys=keys)
        self.table.go_to(keys[min(at, len(keys) - 1)])
        self._show_pair(self.table.current_key)
        self.table.setFocus()

    @property
    def pair(self) -> Duplicate | None:
        """The pair whose facts are shown; the buttons act on it and on no other."""
        return self._pair

    @Slot(str)
    def _show_pair(self, key: str) -> None:
        pair = self._pair = next((one for one in self._pairs if _key(one) == key), None)
        for each in (self.keep_first, self.keep_second, self.different):
            each.setEnabled(pair is not None)
        self.banner.hide()
        self._reasons.setText(" ".join(pair.reasons) if pair else "")
        self._compared = self._judging.compare(pair) if pair else ()
        self._uses = {}
        self._list_facts()

    def _list_facts(self) -> None:
        at = self.facts.current_key
        keys = [each.column or each.heading for each in self._compared]
        self._facts.set_rows(
            [(each.heading, each.one, self._difference(each), each.other) for each in self._compared],
            keys=keys,
        )
        if keys:
            self.facts.go_to(at if at in keys else keys[0])
        self._offer()

    def _difference(self, fact: Compared) -> str:
        use = self._uses.get(fact.column)
        return use.value if use else "≠ differs" if fact.differs else ""

    @Slot()
    def _offer(self) -> None:
        """Only a fact that is open to choice can be chosen, and only a choice taken back."""
        column = self.facts.current_key
        offered = any(each.column == column for each in self._compared if each.column)
        for one in (self.use_first, self.use_second):
            one.setEnabled(offered)
        self.use_kept.setEnabled(column in self._uses)

    def _use(self, use: Use | None, _checked: bool = False) -> None:
        column = self.facts.current_key
        if use is None:
            self._uses.pop(column, None)
        else:
            self._uses[column] = use
        self._list_facts()

    @Slot()
    def _merge_first(self) -> None:
        if self.pair is not None:
            self._merge(self.pair, self.pair.one, self.pair.other, Use.SECOND)

    @Slot()
    def _merge_second(self) -> None:
        if self.pair is not None:
            self._merge(self.pair, self.pair.other, self.pair.one, Use.FIRST)

    def _merge(self, pair: Duplicate, keep: str, remove: str, others: Use) -> None:
        """`others` is the choice by which a fact of the record that goes is used."""
        try:
            self._judging.merge(
                pair, keep, remove, [fact for fact, use in self._uses.items() if use is others]
            )
        except Problem as problem:
            self.banner.say(problem)
            return
        self._without({remove}, pair)

    @Slot()
    def _say_different(self) -> None:
        if self.pair is not None:
            pair = self.pair
            self._judging.different(pair)
            self._without(set(), pair)

    def _without(self, gone: set[str], judged: Duplicate) -> None:
        """The pairs that are left to judge; a record that is gone takes its other pairs along."""
        at = self._pairs.index(judged)
        self._pairs = [
            pair for pair in self._pairs if pair is not judged and not {pair.one, pair.other} & gone
        ]
        if self._pairs:
            self._list_pairs(at)
        else:
            self.accept()


def _key(pair: Duplicate) -> str:
    return f"{pair.one} {pair.other}"


def _names(pair: Duplicate) -> str:
    same = pair.one_name.casefold() == pair.other_name.casefold()
    return pair.one_name if same else f"{pair.one_name} · {pair.other_name}"
