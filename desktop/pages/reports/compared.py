"""What differs between two reports, to be looked through and saved."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.looked_through import LookedThrough
from desktop.pages.sides.list_part import ListPart
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from engagement.committee.issue_comparing import Comparison
from resources.report.committee.comparing import Difference
from resources.report.committee.comparison_papers import summed
from resources.report.exemption import notice_of
from resources.tables import Cell, Column
from resources.wording import lower_first

_COLUMNS = (
    Column("kind", "What happened", width=130),
    Column("where", "Where it stands", width=170),
    Column("what", "What it is", width=140),
    Column("now", "What it says", width=320),
)
_FOLLOWED = "Followed up"


class Compared(LookedThrough):
    """The differences, the recommendations followed up, and the way to save both; `save` asks where."""

    def __init__(
        self, desk: Desk, comparison: Comparison, save: Callable[[Comparison, QWidget], object],
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(comparison.title, parent, save="Save…", size=(1080, 640))
        self.comparison = comparison
        self._save_comparison = save
        self._details = dict(_details(comparison))
        self.part = ListPart(
            desk, _COLUMNS, name="report_differences", title=comparison.title, one="Difference",
            empty=EmptyPage("Nothing differs: the two say the same."), draw=self._details.get,
            chips=("kind", "what"), sizes=(640, 380),
        )  # fmt: skip
        self._lay_out()
        self.part.show_rows(_rows(comparison), keys=list(self._details))
        self.part.focus_first()

    def _lay_out(self) -> None:
        held, body = self.comparison, self.body
        body.setSpacing(10)
        body.addWidget(label(f"{held.older}, and {held.newer}.", "quiet", wrap=True, copyable=True))
        body.addWidget(label(f"{summed(held.differences)}.", "bold", wrap=True))
        if held.report.marking:
            body.addWidget(label(notice_of(held.report.marking), "error", wrap=True))
        body.addWidget(self.banner)
        body.addWidget(self.part, 1)

    def save(self) -> None:
        """Both: what differs and what was followed up."""
        self._save_comparison(self.comparison, self)


def _rows(comparison: Comparison) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = [
        (one.kind.label, one.where, one.what.label, _on_one_line(one.now or one.was))
        for one in comparison.differences
    ]
    rows += [
        (_FOLLOWED, "Recommendations", "Recommendation", text) for text, *_ in comparison.followed_up.rows
    ]
    return rows


def _on_one_line(words: str) -> str:
    *points, last = words.splitlines() or [""]
    return " ".join([*(one if one.endswith((".", ":", ";")) else f"{one};" for one in points), last])


def _details(comparison: Comparison) -> list[tuple[str, Detail]]:
    found = [_detail(one) for one in comparison.differences]
    found += [_followed(row) for row in comparison.followed_up.rows]
    return [(str(number), detail) for number, detail in enumerate(found)]


def _detail(one: Difference) -> Detail:
    sections = [Section("Words", [Line("It was", one.was), Line("It is now", one.now)], stacked=True)]
    if one.figures:
        changed = [Line(change.label, change.words) for change in one.figures]
        sections.append(Section("Figures", changed, stacked=True))
    if one.exempt:
        sections.append(Section("Not for publication", [Line("Why", one.exempt.reason)], stacked=True))
    return Detail(f"{one.what.label}: {lower_first(one.kind.label)}", one.where, sections=sections)


def _followed(row: Sequence[Cell]) -> Detail:
    text, outcome, _, progress, done = (str(cell or "") for cell in row)
    lines = [
        Line("Recommendation", text),
        Line("What was decided", outcome),
        Line("Progress", progress),
        Line("What was done", done),
    ]
    return Detail("Recommendation followed up", "", sections=(Section("Followed up", lines, stacked=True),))
