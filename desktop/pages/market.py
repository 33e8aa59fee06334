"""The market page: ratings by area and kind on any day that is held, what changed, and what may be said of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.market_acts import Drawn, MarketDocuments, PublishedActs
from desktop.pages.market_choices import MarketChoices
from desktop.pages.market_findings import MarketFindings
from desktop.pages.market_tables import MarketTables
from desktop.shell.actions import Action
from desktop.shell.looks.style import text_scale
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from engagement.market.scope import ScopeKind, market_in, scopes_held, sentences_of
from resources.wording import date_words

_FOLDED = "market_findings_folded"
_ROOM_FOR_BOTH = 800


class MarketPage(Page):
    """Four choices, a table for each kind, a chart and sentences, which fold away. Choices are remembered."""

    public_sections = ("market", "inspections", "outstanding")
    covered_because = "choices, and what was typed by hand, are the team’s own"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._drawn: Drawn | None = None
        self.published = PublishedActs(desk, self)
        self.published.entered.connect(self._show_published)
        self.choices = MarketChoices(desk)
        self.choices.changed.connect(self._draw)
        self.tables = MarketTables(desk.settings)
        self.tables.moved.connect(self._show_kind)
        self.tables.fold_asked.connect(self._turn_findings)
        self.documents = MarketDocuments(desk, self, drawn=self._shown, table=lambda: self.tables.table)
        self.findings = MarketFindings()
        self._empty = EmptyPage(
            "No ratings are held yet. Import CQC's directory and latest ratings to see the market.",
            Action("go_imports", "Import CQC files", partial(desk.navigator.go, "imports")),
            Action("enter_first", "Enter published figures", self.published.ask),
        )
        self._body = self._lay_out()
        self._fold_as_chosen()

    def _lay_out(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choices)
        column.addWidget(side_by_side(self.tables, self.findings, sizes=(890, 299)), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(body)
        return body

    def page_actions(self) -> list[Action]:
        """Documents and copies of what is shown."""
        held, documents, published = self._is_held, self.documents, self.published
        return [
            Action("market_summary", "Word summary…", documents.ask_for_summary, "Ctrl+Shift+W", primary=True,
                   icon="export", enabled=held),
            Action("save_market", "Save table…", documents.save_table, "Ctrl+S", icon="export", enabled=held),
            Action("copy_market", "Copy table", documents.copy_table, "Ctrl+Shift+C", icon="copy", enabled=held),
            Action("copy_sentences", "Copy sentences", documents.copy_sentences, icon="copy", enabled=held),
            Action("enter_published", "Enter published figures…", published.ask, icon="import",
                   enabled=self._may_write),
            Action("remove_published", "Remove these published figures", self._remove_published, toolbar=False,
                   enabled=self._may_remove),
            Action("fold_findings", "Hide chart and sentences", self._turn_findings, toolbar=False, enabled=held,
                   label_now=lambda: self.tables.fold_words),
        ]  # fmt: skip

    def _is_held(self) -> bool:
        return self._drawn is not None

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _may_remove(self) -> bool:
        return self._is_held() and self._may_write() and self.choices.scope.kind is ScopeKind.PUBLISHED

    def _shown(self) -> Drawn:
        assert self._drawn is not None
        return self._drawn

    # What is shown

    def reload(self) -> None:
        """Offer what is held now, keep what was chosen where it still is, and draw."""
        scopes = scopes_held(self._desk.db)
        self._empty.setVisible(not scopes)
        self._body.setVisible(bool(scopes))
        if scopes:
            self.choices.offer_scopes(scopes)
            self._draw()
        else:
            self._drawn = None
            self.state_changed.emit()

    @Slot()
    def _draw(self) -> None:
        choices, db = self.choices, self._desk.db
        choices.offer_days()
        market = market_in(db, choices.scope, choices.day)
        before = market_in(db, choices.scope, choices.then) if choices.then else None
        choices.offer_areas(market)
        self._drawn = Drawn(market, choices.scope, choices.day, before, choices.area)
        self.tables.show_market(market, before)
        QWidget.setTabOrder(self.tables.last, self.findings)  # the filter and the table come before the chart
        self._show_kind()
        self.findings.show_sentences(sentences_of(market, choices.scope, choices.area))
        choices.remember()

    @Slot()
    def _show_kind(self) -> None:
        if self._drawn is not None:
            self.findings.show_kind(self._drawn.market, self.tables.kind)
        self.state_changed.emit()

    @Slot(object)
    def _show_published(self, day: date) -> None:
        self.reload()
        scope = next(one for one in scopes_held(self._desk.db) if one.kind is ScopeKind.PUBLISHED)
        self.choices.show_day(scope)
        self._draw()
        self.choices.show_day(scope, day)
        self._draw()

    def _remove_published(self) -> None:
        self.published.remove(self.choices.day)

    @Slot()
    def _turn_findings(self) -> None:
        self._fold(not self.findings.isHidden())
        self._desk.settings.put(_FOLDED, int(self.findings.isHidden()))
        self.state_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the person chooses, the findings fold away where the table would have too little room."""
        super().resizeEvent(event)
        self._fold_as_chosen()

    def _fold_as_chosen(self) -> None:
        too_narrow = self.width() < _ROOM_FOR_BOTH * text_scale()
        self._fold(self._desk.settings.number(_FOLDED, too_narrow) > 0)

    def _fold(self, away: bool) -> None:
        self.findings.setHidden(away)
        self.tables.say_fold("Show chart and sentences" if away else "Hide chart and sentences")

    def status_text(self) -> str:
        """Which day is shown."""
        return f"as at {date_words(self._drawn.day)}" if self._drawn is not None else ""

    def focus_first(self) -> None:
        """The first choice, or what comes next when nothing is held."""
        (self._empty if self._body.isHidden() else self.choices.scope_field.widget).setFocus()

    def focus_filter(self) -> None:
        """The filter of the table shown."""
        self.tables.focus_filter()
