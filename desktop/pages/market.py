"""The market page: ratings by area and kind on any day that is held, what changed, and what may be said of it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import clock
from desktop.dialogs.published_figures import PublishedFigures
from desktop.documents import save_exempt, save_public
from desktop.pages.market_tables import MarketTables
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE, Tone
from desktop.shell.page import Desk, Page
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.parts import empty_layout, label, side_by_side
from engagement.market.market_table import MarketTable
from engagement.market.published import remove_published, take_in_published
from engagement.market.scope import (
    Scope,
    ScopeKind,
    areas_to_speak_of,
    days_held,
    market_in,
    scope_from,
    scopes_held,
    sentences_of,
)
from engagement.market.sections import chart_title, market_summary
from engagement.register.vocabulary import GRADES
from resources.files.writing import table_as_text
from resources.folders import documents_folder
from resources.wording import count_of, date_short, date_words

_TONES = (Tone.INADEQUATE, Tone.REQUIRES_IMPROVEMENT, Tone.GOOD, Tone.OUTSTANDING)
_WORD = "Word document (*.docx)"
_FIGURES = "Tables (*.csv *.xlsx *.xls *.ods)"


class MarketPage(Page):
    """Four choices, a table for each kind, a chart and sentences. Choices are remembered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._market: MarketTable | None = None
        self._before: MarketTable | None = None
        self._filling = False
        self._newest: tuple[Scope, date] | None = None
        self._scope, self._day = self._choice("Areas"), self._choice("As at")
        self._then, self._area = self._choice("Compared with"), self._choice("Sentences about")
        self.tables = MarketTables(desk.settings)
        self.tables.moved.connect(self._show_kind)
        self._chart = BarChart(Bars("", tuple(grade.label for grade in GRADES), []))
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(8)
        self._empty = EmptyPage(
            "No ratings are held yet. Import CQC's directory and latest ratings to see the market.",
            Action("go_imports", "Import CQC files", partial(desk.navigator.go, "imports")),
            Action("enter_first", "Enter published figures", self._ask_published),
        )
        self._body = self._lay_out()

    def _choice(self, name: str) -> ChoiceField:
        field = ChoiceField([])
        field.widget.setAccessibleName(name)
        field.changed.connect(self._chosen)
        return field

    def _lay_out(self) -> QWidget:
        choices = QHBoxLayout()
        choices.setContentsMargins(PANE, 0, PANE, 0)
        choices.setSpacing(PANE)
        for name, field in (
            ("Areas", self._scope),
            ("As at", self._day),
            ("Compared with", self._then),
            ("Sentences about", self._area),
        ):
            part = QVBoxLayout()
            part.setSpacing(2)
            words = label(name, "small")
            words.setBuddy(field.widget)
            part.addWidget(words)
            part.addWidget(field.widget)
            choices.addLayout(part, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(choices)
        column.addWidget(side_by_side(self.tables, self._side(), sizes=(866, 323)), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(body)
        return body

    def _side(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(PANE, 0, PANE, PANE)
        column.setSpacing(PANE)
        column.addWidget(self._chart)
        column.addWidget(label("What may be said", "section"))
        column.addLayout(self._sentences)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName("Chart and sentences")
        scroll.setWidget(inner)
        self._beside = scroll
        return scroll

    def page_actions(self) -> list[Action]:
        """Documents and copies of what is shown."""
        held = self._is_held
        return [
            Action("market_summary", "Word summary…", self._save_summary, "Ctrl+Shift+W", primary=True, icon="export",
                   enabled=held),
            Action("save_market", "Save table…", self._save_table, "Ctrl+S", icon="export", enabled=held),
            Action("copy_market", "Copy table", self._copy_table, "Ctrl+Shift+C", icon="copy", enabled=held),
            Action("copy_sentences", "Copy sentences", self._copy_sentences, icon="copy", enabled=held),
            Action("enter_published", "Enter published figures…", self._ask_published, icon="import",
                   enabled=self._may_write),
            Action("remove_published", "Remove these published figures", self._remove_published, toolbar=False,
                   enabled=self._may_remove),
        ]  # fmt: skip

    def _is_held(self) -> bool:
        return self._market is not None

    # What is shown

    def reload(self) -> None:
        """Offer what is held now, keep what was chosen where it still is, and draw."""
        scopes = scopes_held(self._desk.db)
        self._empty.setVisible(not scopes)
        self._body.setVisible(bool(scopes))
        if not scopes:
            self._market = None
            self.state_changed.emit()
            return
        kept = self._scope.answer() or self._desk.settings.mapping("market").get("scope") or ""
        chosen = scope_from(str(kept))
        self._filling = True
        self._scope.set_options([(scope.text, scope.words) for scope in scopes])
        self._scope.show_answer((chosen if kept and chosen in scopes else _usual(scopes)).text)
        self._filling = False
        self._draw()

    @property
    def scope(self) -> Scope:
        """What the table is drawn of."""
        return scope_from(str(self._scope.answer() or ""))

    def _offer_days(self) -> None:
        """The days that the scope can be drawn on; the day shown stays, but who looks at the newest moves with it."""
        days = days_held(self._desk.db, self.scope)
        kept = self._desk.settings.mapping("market").get("day")
        shown, then = self._day.answer(), self._then.answer()
        if self._newest == (self.scope, shown):
            shown = days[0]
        self._newest = (self.scope, days[0])
        words = [(day, date_short(day)) for day in days]
        remembered = next((day for day in days if day.isoformat() == kept), days[0])
        self._filling = True
        self._day.set_options(words)
        self._day.show_answer(shown if shown in days else remembered)
        self._then.set_options([("", "Nothing"), *words])
        self._then.show_answer(then if then in days else "")
        self._filling = False

    @Slot()
    def _chosen(self) -> None:
        if not self._filling:
            self._draw()

    def _draw(self) -> None:
        self._offer_days()
        scope, day = self.scope, self._day.answer()
        self._market = market_in(self._desk.db, scope, day)
        then = self._then.answer()
        self._before = market_in(self._desk.db, scope, then) if then else None
        self._offer_areas(scope)
        self.tables.show_market(self._market, self._before)
        QWidget.setTabOrder(self.tables.last, self._beside)  # the filter and the table come before the chart
        self._show_kind()
        self._show_sentences(scope)
        self._desk.settings.put(
            "market", {"scope": scope.text, "day": day.isoformat(), "area": str(self._area.answer() or "")}
        )
        self.state_changed.emit()

    def _offer_areas(self, scope: Scope) -> None:
        assert self._market is not None
        areas = areas_to_speak_of(self._desk.db, scope, self._market)
        kept = self._area.answer() or self._desk.settings.mapping("market").get("area")
        self._filling = True
        self._area.set_options([(area, area) for area in areas])
        if areas:
            self._area.show_answer(kept if kept in areas else areas[0])
        self._filling = False

    @Slot()
    def _show_kind(self) -> None:
        if self._market is None:
            return
        kind = self.tables.kind
        rows = [
            (profile.area, tuple(float(figure) for figure in profile.grades))
            for profile in self._market.of_kind(kind)
            if profile.grades
        ]
        self._chart.show_bars(
            Bars(
                chart_title(self._market, kind),
                tuple(grade.label for grade in GRADES),
                rows,
                subtitle=f"% of rated {kind.plural}, {date_words(self._market.as_at or date.min)}",
                source=f"Source: {self._market.source}",
                unit="%",
                tones=_TONES,
            )
        )
        self.state_changed.emit()

    def _show_sentences(self, scope: Scope) -> None:
        empty_layout(self._sentences)
        assert self._market is not None
        for said in sentences_of(self._market, scope, str(self._area.answer() or "")):
            one = label(said.text, wrap=True, copyable=True)
            one.setToolTip("\n".join(said.reasons))
            one.setAccessibleName(said.text)
            one.setAccessibleDescription(" ".join(said.reasons))
            self._sentences.addWidget(one)

    def status_text(self) -> str:
        """Which day is shown."""
        return f"as at {date_words(self._market.as_at)}" if self._market and self._market.as_at else ""

    def focus_first(self) -> None:
        """The first choice, or what comes next when nothing is held."""
        (self._empty if self._body.isHidden() else self._scope.widget).setFocus()

    def focus_filter(self) -> None:
        """The filter of the table shown."""
        self.tables.focus_filter()

    # What is taken away

    def _suggested(self, ending: str) -> str:
        assert self._market is not None
        day = self._market.as_at
        return str(documents_folder() / f"Care market {day.isoformat() if day else ''}{ending}")

    def _save_summary(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the Word summary", self._suggested(".docx"), _WORD)
        if name:
            self.save_summary(Path(name if name.casefold().endswith(".docx") else f"{name}.docx"))

    def save_summary(self, path: Path) -> None:
        """Write the public summary and, when something is exempt, the appendix beside it."""
        report = market_summary(
            self._desk.db,
            self.scope,
            self._day.answer(),
            area=str(self._area.answer() or ""),
            before=self._then.answer() or None,
        )
        save_public(self._desk.db, report, path)
        appendix = save_exempt(report, path)
        also = f", and the exempt appendix “{appendix.name}”" if appendix else ""
        self._desk.messages.done(f"Saved “{path.name}”{also}", undo=False)

    def _save_table(self) -> None:
        ask_and_save(self.tables.table, self._desk.messages, self, db=self._desk.db)

    def _copy_table(self) -> None:
        QGuiApplication.clipboard().setText(table_as_text(self.tables.table))
        self._desk.messages.done("Copied the table", undo=False)

    def _copy_sentences(self) -> None:
        assert self._market is not None
        said = sentences_of(self._market, self.scope, str(self._area.answer() or ""))
        QGuiApplication.clipboard().setText("\n".join(one.text for one in said))
        self._desk.messages.done("Copied the sentences", undo=False)

    # Published figures

    def _ask_published(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Enter published figures", str(documents_folder()), _FIGURES
        )
        if name:
            self.ask_day_of(Path(name))

    def ask_day_of(self, path: Path) -> None:
        """Ask of which day a file of published figures is, and keep its figures."""
        PublishedFigures(path, clock.today(), self).ask(self._published_given)

    def _published_given(self, market: MarketTable) -> None:
        number = take_in_published(self._desk.db, market)
        self._show_published(market)
        if number:
            self._desk.messages.done(
                f"Entered the published figures of {count_of(len(market.areas), 'area')}"
            )
        else:
            self._desk.messages.done("These figures are held already: nothing changed", undo=False)

    def _show_published(self, market: MarketTable) -> None:
        self.reload()
        scope = next(one for one in scopes_held(self._desk.db) if one.kind is ScopeKind.PUBLISHED)
        self._scope.show_answer(scope.text)
        self._draw()
        self._day.show_answer(market.as_at)
        self._draw()

    def _remove_published(self) -> None:
        day = self._day.answer()
        remove_published(self._desk.db, day)
        self._desk.messages.done(f"Removed the published figures of {date_words(day)}")

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _may_remove(self) -> bool:
        return self._is_held() and self._may_write() and self.scope.kind is ScopeKind.PUBLISHED


def _usual(scopes: list[Scope]) -> Scope:
    """A region where there is one alone, else the widest."""
    regions = [scope for scope in scopes if scope.kind is ScopeKind.REGION]
    return regions[0] if len(regions) == 1 else scopes[0]
