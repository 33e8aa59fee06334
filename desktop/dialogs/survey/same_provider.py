"""Responses of one provider or service side by side, to say which one counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStyle, QWidget

from desktop.shell.looks.style import with_text
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words
from workforce.survey.answers.answer_words import answer_words
from workforce.survey.answers.responses import Response
from workforce.survey.waves.asked import Asked

DIFFERS, ALL = "Differs", "all"
_MOST_ROWS = 12


def side_by_side_table(responses: Sequence[Response], asked: Sequence[Asked]) -> Table:
    """A row for each question that any of them answers; those that differ first."""
    rows: list[tuple[Cell, ...]] = []
    for one in asked:
        given = [response.answers.get(one.question.id) for response in responses]
        if any(answer is not None for answer in given):
            words = [answer_words(one, answer) for answer in given]
            rows.append((one.wording, DIFFERS if len(set(words)) > 1 else "", *words))
    rows.sort(key=lambda row: not row[1])
    columns = (
        Column("question", "Question", width=270),
        Column("differs", "Alike", ColumnKind.STATUS, 92),
        *(Column(f"r{one.number}", f"Response {one.number}", width=230) for one in responses),
    )
    return Table("Answers side by side", columns, rows)


class CountOne(FormDialog):
    """Gives the key of the response that counts, or ALL."""

    def __init__(
        self,
        responses: Sequence[Response],
        who: str,
        asked: Sequence[Asked],
        at: Response,
        parent: QWidget | None,
    ) -> None:
        table = side_by_side_table(responses, asked)
        differ = sum(bool(row[1]) for row in table.rows)
        numbers = and_list([str(one.number) for one in responses])
        super().__init__(
            "Which response counts", "Count this one", parent, width=900,
            intro=f"Responses {numbers} are all of {who}. {count_of(differ, 'answer')} of {len(table.rows)} "
            f"{'differs' if differ == 1 else 'differ'}. One counts; the others are kept and can be counted instead.",
        )  # fmt: skip
        options = [(one.id, _words(one)) for one in responses]
        options.append((ALL, "All of them: they are not of the same service after all"))
        self.form.add("counts", "Count", ChoiceField(options), value=at.id, needed=True)
        self.view = TableView(RowsModel(table.columns, table.rows), name="survey_same", title=table.title)
        self.view.setProperty("kind", "framed")
        rows = min(len(table.rows), _MOST_ROWS)
        bar = self.view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        height = (
            self.view.verticalHeader().defaultSectionSize() * rows + self.view.horizontalHeader().height()
        )
        self.view.setMinimumHeight(min(height + bar + 4, with_text(380)))
        self.form.add_widget(self.view)

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["counts"])


def _words(one: Response) -> str:
    parts = [
        f"Response {one.number}",
        f"received {date_words(one.received_on)}" if one.received_on else "",
        one.source.label.lower(),
        count_of(len(one.answers), "answer"),
        "counts now" if one.counts else "",
    ]
    return ", ".join(filter(None, parts))
