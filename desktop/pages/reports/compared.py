"""What differs between two reports, to be looked through and saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.sides.list_part import ListPart
from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.style import with_text
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, hairline, label
from engagement.committee.issue_comparing import Comparison
from resources.problem import Problem
from resources.report.committee.comparing import Difference
from resources.report.committee.comparison_papers import summed
from resources.report.exemption import notice_of
from resources.tables import Cell, Column

_COLUMNS = (
    Column("kind", "What happened", width=130),
    Column("where", "Where it stands", width=180),
    Column("what", "What it is", width=110),
    Column("now", "What it says", width=320),
)
_FOLLOWED = "Followed up"


class Compared(QDialog):
    """The differences, the recommendations followed up, and the way to save both; `save` asks where."""

    def __init__(
        self, desk: Desk, comparison: Comparison, save: Callable[[Comparison, QWidget], object],
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(comparison.title)
        self.comparison = comparison
        self._save_comparison = save
        self._details = dict(_details(comparison))
        self.banner = Banner()
        self.part = ListPart(
            desk, _COLUMNS, name="report_differences", title=comparison.title, one="Difference",
            empty=EmptyPage("Nothing differs: the two say the same."), draw=self._details.get,
            chips=("kind", "what"), sizes=(560, 420),
        )  # fmt: skip
        self._lay_out()
        self.part.show_rows(_rows(comparison), keys=list(self._details))
        self.part.focus_first()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(10)
        body.addWidget(label(self.comparison.title, "title"))
        body.addWidget(
            label(f"{self.comparison.older}, and {self.comparison.newer}.", "quiet", wrap=True, copyable=True)
        )
        body.addWidget(label(f"{summed(self.comparison.differences)}.", "bold", wrap=True))
        if self.comparison.report.marking:
            body.addWidget(label(notice_of(self.comparison.report.marking), "error", wrap=True))
        body.addWidget(self.banner)
        body.addWidget(self.part, 1)
        save, close = button("Save…"), button("Close", "primary")
        save.clicked.connect(self._ask_save)
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.setContentsMargins(20, 12, 20, 12)
        below.setSpacing(8)
        below.addStretch(1)
        below.addWidget(save)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(hairline())
        column.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(room.width() - 40, with_text(1080)), min(room.height() - 80, with_text(640)))

    @Slot()
    def _ask_save(self) -> None:
        self.banner.hide()
        try:
            self._save_comparison(self.comparison, self)
        except Problem as problem:
            self.banner.say(problem)


def _rows(comparison: Comparison) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = [
        (one.kind.label, one.where, one.what.label, one.now or one.was) for one in comparison.differences
    ]
    rows += [
        (_FOLLOWED, "Recommendations", "Recommendation", text) for text, *_ in comparison.followed_up.rows
    ]
    return rows


def _details(comparison: Comparison) -> list[tuple[str, Detail]]:
    found = [_detail(one) for one in comparison.differences]
    found += [_followed(row) for row in comparison.followed_up.rows]
    return [(str(number), detail) for number, detail in enumerate(found)]


def _detail(one: Difference) -> Detail:
    said = [Line("It was", one.was), Line("It is now", one.now)]
    return Detail(
        f"{one.what.label}: {one.kind.label.lower()}",
        one.where,
        sections=(
            Section("Words", said, stacked=True),
            Section("Figures", [Line(change.label, change.words) for change in one.figures], stacked=True,
                    folded=not one.figures),
            Section("Not for publication", [Line("Why", one.exempt.reason)] if one.exempt else [], stacked=True,
                    folded=one.exempt is None),
        ),
    )  # fmt: skip


def _followed(row: Sequence[Cell]) -> Detail:
    text, outcome, _, progress, done = (str(cell or "") for cell in row)
    lines = [
        Line("Recommendation", text),
        Line("What was decided", outcome),
        Line("Progress", progress),
        Line("What was done", done),
    ]
    return Detail("Recommendation followed up", "", sections=(Section("Followed up", lines, stacked=True),))
