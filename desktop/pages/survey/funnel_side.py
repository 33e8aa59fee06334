"""The funnel of a wave: its steps in charts and tables, and the responses whose figures cannot be right."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.survey.funnel_figures import funnel_figures
from desktop.pages.survey.paper import Figures, Paper, Part, with_room
from desktop.pages.survey.survey_filters import SurveyFilters
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves, ReadWaves
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.bars import Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from desktop.widgets.trend import Trend
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered
from workforce.survey.funnel.funnel import Funnel, funnel

_QUERIES = (
    Column("number", "Response", ColumnKind.NUMBER, 80),
    Column("reason", "What cannot be", width=230),
    Column("name", "Provider", width=200),
)
_OPEN = "These are left out of the steps that they concern. Enter opens the answers, to put them right."
_NONE = "No response says more people at a step than at the one before."


class FunnelSide(SurveySide):
    """The filters above, the figures beneath, and beside them what is to be queried."""

    tab = "Funnel"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.filters = SurveyFilters(desk, weights=False)
        self.paper = Paper("The funnel")
        self.model = RowsModel(_QUERIES)
        self.queries = TableView(
            self.model,
            name="survey_funnel_queries",
            title="Figures that cannot be right",
            settings=desk.settings,
        )
        self._heading = label("", "section", wrap=True)
        self._words = label("", "quiet", wrap=True)
        self.found: Funnel | None = None
        self._lay_out()
        self.filters.changed.connect(self._ask)
        self.reading.found.connect(self._take)
        self.queries.opened.connect(partial(self.turn_to.emit, "Answers"))
        self.queries.current_changed.connect(self.moved)

    def _lay_out(self) -> None:
        self._no_wave = EmptyPage(
            "No wave is planned yet. Plan the first one, then take in its answers.",
            Action("empty_funnel_waves", "Plan a wave", partial(self.turn_to.emit, "Waves", "")),
        )
        self._no_answers = EmptyPage(
            "Nobody’s answers to this wave are here yet. Take in the file of a form, or type answers in.",
            Action("empty_funnel_answers", "Go to Answers", partial(self.turn_to.emit, "Answers", "")),
        )
        self._not_asked = EmptyPage(
            "This wave did not ask how many people applied, were invited or attended. Add those questions, and ask "
            "them in the next wave.",
            Action(
                "empty_funnel_questions",
                "Go to Questionnaire",
                partial(self.turn_to.emit, "Questionnaire", ""),
            ),
        )
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(PANE, 4, 0, 0)
        column.setSpacing(6)
        for part in (self._heading, self._words):
            column.addWidget(part)
        column.addWidget(self.queries, 1)
        self._spare = QWidget()
        column.addWidget(self._spare, 0)
        self._body = with_room(self.filters, side_by_side(self.paper, beside, sizes=(860, 330)))
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for page in (self._body, self._no_wave, self._no_answers, self._not_asked):
            self._pile.addWidget(page)

    # What is shown

    def reload(self) -> None:
        """The wave as it stands now."""
        self.found = None
        if self.wave_id:
            self.filters.recall()
            self._ask()
        else:
            self._pile.setCurrentWidget(self._no_wave)
            self.moved.emit()

    @Slot()
    def _ask(self) -> None:
        if self.wave_id:
            work = partial(_work_out, self.wave_id, self.filters.chosen)
            self.reading.ask([self.wave_id], work, quick=False)

    @Slot(object)
    def _take(self, worked_out: tuple[WaveData, AnalysisFilter, Funnel]) -> None:
        data, chosen, found = worked_out
        if data.wave.id != self.wave_id:
            return
        self.filters.offer([data])
        if self.filters.chosen != chosen:  # what is remembered is offered only once the wave is read
            self._ask()
            return
        self.found = found
        self._pile.setCurrentWidget(self._page_for(data, found))
        self.paper.show_figures(funnel_figures(found), from_top=False)
        self._show_queries(found)
        self.moved.emit()

    def _page_for(self, data: WaveData, found: Funnel) -> QWidget:
        if not len(data.responses):
            return self._no_answers
        return self._body if found.steps else self._not_asked

    def _show_queries(self, found: Funnel) -> None:
        rows = [(one.number, one.reason, one.name or "not known") for one in found.queries]
        self.model.set_rows(rows, keys=[one.response_id for one in found.queries])
        told = count_of(len(rows), "figure")
        self._heading.setText(f"{told} that cannot be right" if rows else "Nothing to query")
        self._words.setText(_OPEN if rows else _NONE)
        self.queries.setVisible(bool(rows))
        self._spare.setVisible(not rows)

    @Slot()
    def _say_stopped(self) -> None:
        self.paper.show_figures(Figures((Part("Reading was stopped. Choose a filter to read again."),)))

    # What the page asks

    def table(self) -> Table | None:
        """The steps."""
        return self.paper.figures.table if self.found is not None else None

    def chart(self) -> Bars | Trend | None:
        """The steps, to take away as a picture."""
        return self.paper.figures.chart if self.found is not None else None

    def row_for_history(self) -> tuple[str, str]:
        """The response that is to be queried."""
        return "survey_response", self.queries.current_key

    def status_text(self) -> str:
        """Of how many responses."""
        return "" if self.found is None else count_of(self.found.responses, "response")

    def focus_first(self) -> None:
        """The figures, or what comes next."""
        shown = self._pile.currentWidget()
        (self.paper if shown is self._body else shown or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """The first of the filters."""
        self.filters.focus_first()


def _work_out(
    wave_id: str, chosen: AnalysisFilter, waves: ReadWaves
) -> tuple[WaveData, AnalysisFilter, Funnel]:
    data = waves.wave(wave_id)
    return data, chosen, funnel(filtered(data, chosen))
