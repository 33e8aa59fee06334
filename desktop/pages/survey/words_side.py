"""What was written: each text with its codes, the themes they come to, and what may be quoted."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.pages.survey.words_shown import WordsShown, WordsWanted, words_shown
from desktop.pages.survey.words_side_actions import WordsActions
from desktop.pages.survey.words_side_quotes import QuotesPart
from desktop.pages.survey.words_side_texts import TextsPart
from desktop.pages.survey.words_side_themes import ThemesPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice
from resources.tables import Table
from resources.wording import count_of, shortened
from workforce.survey.coding.counts import TextCounts
from workforce.survey.coding.texts import (
    CodedText,
    QuestionTexts,
    text_of_coding,
)
from workforce.survey.waves.waves import waves

TEXTS, THEMES, QUOTES = "Texts", "Themes", "Quotes"
_REMEMBERED = "survey_words"
_NOTHING = (
    "Nobody has written anything yet. What is written beside “Other”, and answers in words, come with the answers and "
    "are coded here, once for every wave."
)


class WordsSide(SurveySide):
    """A question and what of it is shown above, its texts, themes or quotes beneath."""

    tab = "In words"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self._shown = WordsShown(WordsWanted("", ""))
        self._asked = ""
        self.texts, self.themes = TextsPart(desk), ThemesPart(desk)
        self.quotes = QuotesPart(desk)
        self.menu = WordsActions(desk, self, self, now=now)
        *coding, quote = self.menu.listed()
        self.row, self.quote_row = ActionRow(coding), ActionRow([quote])
        self._lay_out()
        self.question.changed.connect(self._choose)
        self.show_what.changed.connect(self._choose)
        self.texts.moved.connect(self._tell)
        self.texts.pane.table.opened.connect(self.menu.open_text)
        self.texts.number_typed.connect(self.menu.code_to_number)
        self.texts.suggestion_taken.connect(self.menu.code_to)
        self.quotes.moved.connect(self._tell)
        self.reading.found.connect(self._take)

    def _lay_out(self) -> None:
        self._nothing = EmptyPage(
            _NOTHING, Action("words_answers", "Go to the answers", partial(self.turn_to.emit, "Answers", ""))
        )
        body = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.question = add_choice(head, "Question", least_letters=24)
        self.show_what = add_choice(head, "Show", [(one, one) for one in (TEXTS, THEMES, QUOTES)])
        head.setStretch(0, 4)
        self._parts = QStackedLayout()
        for part in (self.texts, self.themes, self.quotes):
            self._parts.addWidget(part)
        acts = QHBoxLayout()
        acts.setContentsMargins(PANE, 0, PANE, 0)
        acts.addWidget(self.row, 1)
        acts.addWidget(self.quote_row, 1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(acts)
        column.addLayout(self._parts, 1)
        self._body = body
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for page in (body, self._nothing):
            self._pile.addWidget(page)
        self._add_reading(self._pile, "What was written")

    def actions_here(self) -> list[Action]:
        """Coding, the codes, and what may be quoted."""
        return self.menu.listed()

    # What is chosen

    @property
    def what(self) -> str:
        """Texts, themes or quotes."""
        return str(self.show_what.answer() or TEXTS)

    @property
    def shows_texts(self) -> bool:
        """Whether the texts are looked at."""
        return self.what == TEXTS

    @property
    def shows_quotes(self) -> bool:
        """Whether the quotes are."""
        return self.what == QUOTES

    def chosen_question(self) -> str:
        """The key of the question whose texts are shown."""
        return self._shown.question_id

    @Slot()
    def _choose(self) -> None:
        self._asked = str(self.question.answer() or "")
        self._desk.settings.put(_REMEMBERED, {"question": self._asked, "what": self.what})
        lacks_quotes = self.shows_quotes and self._shown.quotes is None
        if self._asked == self._shown.question_id and not lacks_quotes:
            self._parts.setCurrentIndex((TEXTS, THEMES, QUOTES).index(self.what))
            self._tell()
        else:
            self.reload()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The questions with texts, and the one chosen."""
        self._recall()
        if not self.survey_id:
            self._take(WordsShown(self._wish()))
            return
        every = [one.id for one in waves(self._desk.db, self.survey_id)]
        self.reading.ask(every, partial(words_shown, self._wish()), quick=False)
        if self.reading.is_working and self._shown.wanted.survey_id != self.survey_id:
            self._pile.setCurrentWidget(self._reading)

    def _recall(self) -> None:
        kept = self._desk.settings.mapping(_REMEMBERED)
        self._asked = self._asked or str(kept.get("question", ""))
        shown = self.show_what.answer() or kept.get("what")
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(shown if shown in (TEXTS, THEMES, QUOTES) else TEXTS)

    def _wish(self) -> WordsWanted:
        return WordsWanted(self.survey_id, self.wave_id, self._asked, self.shows_quotes)

    @Slot(object)
    def _take(self, shown: WordsShown) -> None:
        if (shown.wanted.survey_id, shown.wanted.wave_id) != (self.survey_id, self.wave_id):
            return
        self._shown = shown
        self._pile.setCurrentWidget(self._body if shown.questions else self._nothing)
        with QSignalBlocker(self.question):
            self.question.set_options([(one.question.id, _words(one)) for one in shown.questions])
            if shown.question_id:
                self.question.show_answer(shown.question_id)
        if shown.counts is not None:
            self._show_parts(shown, shown.counts)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.texts.pane.show_row(wanted)
        self._tell()

    def _show_parts(self, shown: WordsShown, counts: TextCounts) -> None:
        self.texts.show_texts(counts.question, shown.texts, shown.waves, may_write=self.may_write())
        self.themes.show_counts(counts, self.wave_id)
        if shown.quotes is not None:
            self.quotes.show_quotes(shown.quotes, shown.no_quotes)
        self._parts.setCurrentIndex((TEXTS, THEMES, QUOTES).index(self.what))

    @Slot()
    def _tell(self) -> None:
        self.row.setVisible(not self.shows_quotes)
        self.quote_row.setVisible(self.shows_quotes)
        self.row.refresh()
        self.quote_row.refresh()
        self.moved.emit()

    # What the page asks

    def table(self) -> Table | None:
        """What is shown: texts, themes, or those quotes that may be published."""
        if not self.chosen_question():
            return None
        parts = {TEXTS: self.texts.table, THEMES: self.themes.table, QUOTES: self.quotes.table}
        return parts[self.what]()

    def show_row(self, key: str) -> None:
        """A text, by one of its codings."""
        found = text_of_coding(self._desk.db, key)
        if found is None:
            return
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(TEXTS)
        self._asked, self._wanted = found
        self.reload()

    def row_for_history(self) -> tuple[str, str]:
        """The question; the history of its codings stands with it."""
        return "survey_question", self.chosen_question()

    def status_text(self) -> str:
        """How many texts, and how many nobody has coded."""
        held: list[CodedText] = self.texts.all()
        left = sum(not one.is_coded for one in held)
        said = f"{left:,} of {len(held):,} to code" if left else count_of(len(held), "text")
        return said if self.chosen_question() else ""

    def focus_first(self) -> None:
        """The table shown, or the way to begin."""
        if not self.chosen_question():
            self._nothing.setFocus()
        elif self.what == THEMES:
            self.themes.table_view.setFocus()
        else:
            (self.texts if self.what == TEXTS else self.quotes).pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of the texts or quotes."""
        if self.what != THEMES and self.chosen_question():
            (self.texts if self.what == TEXTS else self.quotes).pane.bar.focus_field()


def _words(one: QuestionTexts) -> str:
    left = f", {one.to_code:,} to code" if one.to_code else ", all coded"
    return f"{shortened(one.question.wording, 80)} ({count_of(one.texts, 'text')}{left})"
