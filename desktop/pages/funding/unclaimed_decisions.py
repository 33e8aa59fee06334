"""Past decisions, each beside the answer that what is known today would give."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.pages.settling import Settling
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.question import Question
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Cell, ColumnKind, Table
from resources.wording import count_of, date_words, moment_words
from workforce.funding.decisions.answering import ChangedAnswer, decide_again, summary
from workforce.funding.decisions.keeping import KeptDecision
from workforce.funding.decisions.tables import COLUMNS, decision_rows, decisions_table
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.rulebook.values import value_words

_NOTHING = (
    "No decision is kept yet. When a claim is approved or declined, what the rules found is kept here with the facts "
    "of that day."
)


class DecisionsPart(QWidget):
    """`moved` when another one is chosen."""

    moved = Signal()

    def __init__(self, desk: Desk, to_claims: Callable[[], object], *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self._now = desk, now
        self._held: dict[str, KeptDecision] = {}
        self._changed: dict[str, ChangedAnswer] = {}
        self._cells: dict[str, tuple[Cell, ...]] = {}
        self._may_write = False
        self._model = RowsModel(COLUMNS)
        self.pane = TablePane(
            self._model, name="funding_decisions", title="Past decisions", chips=("now", "outcome", "fund"),
            settings=desk.settings,
        )  # fmt: skip
        self.empty = EmptyPage(_NOTHING, Action("decisions_claims", "Go to the claims", to_claims))
        self.detail = DetailPane("Decision", "Choose a decision to see the facts and rules it was made on.")
        self._settling = Settling(self._draw, self)
        self._shown = side_by_side(self.pane, self.detail, sizes=(800, 378))
        self._pile = QStackedLayout(self)
        self._pile.addWidget(self._shown)
        self._pile.addWidget(self.empty)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self.moved)

    def listed(self, may_write: Callable[[], bool]) -> list[Action]:
        """What can be done with one."""
        return [
            Action(
                "decision_again", "Keep the answer of today…", self._ask_again,
                enabled=lambda: may_write() and self._differs() is not None, toolbar=False,
                tip="Keep what the same rules say with what is known today; the decision stays as it was made",
            )
        ]  # fmt: skip

    def show_decisions(
        self, held: Sequence[KeptDecision], changed: Sequence[ChangedAnswer], *, may_write: bool
    ) -> None:
        """Those that would come out differently first, then the newest first."""
        self._changed = {one.kept.id: one for one in changed}
        order = sorted(held, key=lambda one: one.id not in self._changed)
        self._held, self._may_write = {one.id: one for one in order}, may_write
        rows = decision_rows(self._desk.db, order, self._changed)
        self._cells = dict(zip(self._held, rows, strict=True))
        self._model.set_rows(rows, keys=list(self._held))
        self._pile.setCurrentWidget(self._shown if held else self.empty)
        self._settling.now()

    def words(self) -> tuple[str, str]:
        """What stands above the table."""
        if not self._held:
            return "", ""
        more = "A decision keeps the facts and rules that it was made on; nothing writes over it."
        if not self._changed:
            kept = count_of(len(self._held), "decision is", "decisions are")
            return f"{kept} kept, and each would be the same with what is known today.", more
        return f"{summary(self._changed.values())}.", more

    def show_row(self, key: str) -> None:
        """Put the cursor on one."""
        self.pane.show_row(key)

    @property
    def rows_words(self) -> str:
        """How many."""
        return self.pane.rows_words

    def table(self) -> Table | None:
        """The rows shown."""
        rows = [row[1:] for row in self._model.all_rows()]
        return decisions_table(rows) if self._held else None

    def focus_first(self) -> None:
        """The table."""
        if self._held:
            self.pane.focus_table()
        else:
            self.empty.setFocus()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _differs(self) -> ChangedAnswer | None:
        return self._changed.get(self.pane.table.current_key)

    def _ask_again(self) -> None:
        held = self._differs()
        if held is not None:
            question = Question(
                "Keep the answer of today beside the decision?",
                f"{held.sentence} Both stand in the list then, and Home reminds nobody of it any more.",
                "Keep it", self,
            )  # fmt: skip
            question.ask(lambda: self._again(held.kept.id))

    def _again(self, key: str) -> None:
        made = decide_again(self._desk.db, key, now=self._now())
        self._desk.messages.done(f"Kept the answer of today: {made.outcome.label}")

    # The one chosen

    def _draw(self) -> None:
        held = self._held.get(self.pane.table.current_key)
        if held is None:
            self.detail.clear()
        else:
            self.detail.show_detail(self._detail(held))

    def _detail(self, held: KeptDecision) -> Detail:
        cells, differs = self._cells[held.id], self._changed.get(held.id)
        sections = []
        if differs is not None:
            act = Action("decision_again_here", "Keep the answer of today…", self._ask_again)
            sections.append(
                Section(
                    "With what is known today",
                    (
                        Line("", differs.sentence),
                        Line("Answer", differs.now.outcome.label, kind=ColumnKind.STATUS),
                    ),
                    actions=(act,) if self._may_write else (),
                )
            )
        sections += [_findings(held), _facts(held)]
        return Detail(
            f"{cells[1]}: {cells[2]}",
            f"As at {date_words(held.as_at)}; kept by {held.decided_by} on {moment_words(held.decided_at)}",
            ((ColumnKind.STATUS, held.outcome.label),), (), sections,
        )  # fmt: skip


def _findings(held: KeptDecision) -> Section:
    lines = tuple(Line(one.rule.words, f"{one.met.label}. {one.found}.") for one in held.findings)
    return Section("What each rule found, as it read then", lines, stacked=True)


def _facts(held: KeptDecision) -> Section:
    lines = []
    for name, value in held.facts.items():
        fact = FACTS.get(name)
        if fact is not None:
            lines.append(Line(fact.words[:1].upper() + fact.words[1:], value_words(fact, value)))
    return Section("What was known", tuple(lines), folded=True)
