"""What stands beside the market's table: a chart of one kind, and the sentences that may be said."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE, Tone
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.chart_layout import LEAST_WIDTH
from desktop.widgets.parts import empty_layout, label
from engagement.market.market_sentences import MarketSentence
from engagement.market.market_table import MarketTable
from engagement.market.sections import chart_title
from engagement.register.vocabulary import GRADES, MarketKind
from resources.wording import date_words

_TONES = (Tone.INADEQUATE, Tone.REQUIRES_IMPROVEMENT, Tone.GOOD, Tone.OUTSTANDING)
_SCROLL_BAR = 12


class MarketFindings(QScrollArea):
    """Scrolls by itself; every sentence gives its reasons to whoever points at it or hears it."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = BarChart(Bars("", tuple(grade.label for grade in GRADES), []))
        self.sentences = QVBoxLayout()
        self.sentences.setSpacing(8)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(PANE, 0, PANE, PANE)
        column.setSpacing(PANE)
        column.addWidget(self.chart)
        column.addWidget(label("What may be said", "section"))
        column.addLayout(self.sentences)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(LEAST_WIDTH + 2 * PANE + _SCROLL_BAR)
        self.setAccessibleName("Chart and sentences")
        self.setWidget(inner)

    def show_kind(self, market: MarketTable, kind: MarketKind) -> None:
        """Draw the chart of a kind of service."""
        self.chart.show_bars(
            Bars(
                chart_title(market, kind),
                tuple(grade.label for grade in GRADES),
                [
                    (profile.area, tuple(float(figure) for figure in profile.grades))
                    for profile in market.of_kind(kind)
                    if profile.grades
                ],
                subtitle=f"% of rated {kind.plural}, {date_words(market.as_at or date.min)}",
                source=f"Source: {market.source}",
                unit="%",
                tones=_TONES,
            )
        )

    def show_sentences(self, said: Iterable[MarketSentence]) -> None:
        """Write them beneath the chart."""
        empty_layout(self.sentences)
        for sentence in said:
            one = label(sentence.text, wrap=True, copyable=True)
            one.setToolTip("\n".join(sentence.reasons))
            one.setAccessibleName(sentence.text)
            one.setAccessibleDescription(" ".join(sentence.reasons))
            self.sentences.addWidget(one)
