"""The second step: words that are no option of their question, each once, and what they mean."""

from PySide6.QtCore import Slot

from desktop.pages.survey.import_draft import ImportDraft
from desktop.pages.survey.import_step import DECIDED, REMEMBERED, TO_DECIDE, ImportStep, empty_form
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import ChoiceField, TextField, fitting
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind
from resources.wording import and_list, capital_first, count_of, number
from workforce.survey.answers.answer_words import figure_words
from workforce.survey.answers.checked import Checked, SharesToDecide, UnknownWords
from workforce.survey.answers.decisions import Means, WordsDecision
from workforce.survey.answers.read_answer import read
from workforce.survey.vocabulary import AnswerState, QuestionKind
from workforce.survey.waves.asked import Asked

_COLUMNS = (
    Column("words", "Words", width=190),
    Column("times", "Times", ColumnKind.NUMBER, 60),
    Column("state", "How", ColumnKind.STATUS, 124),
    Column("meaning", "Taken for", width=176),
    Column("question", "Question", width=172),
)
_LEAD = (
    "Words that are no option, each once. Enter takes the suggestion; several that are selected are decided together. "
    "What is decided is remembered, what is not is kept in words."
)
_SHARE = "share:"
_LINES_SHOWN = 8
_UNDECIDED = "Not decided"


class WordsStep(ImportStep):
    """A row for each words of a question, and for each column of percentages that can be read in two ways."""

    name = "Words"

    def __init__(self, settings: Settings) -> None:
        super().__init__(_COLUMNS, settings, lead=_LEAD, nothing="Every answer was understood.",
                         chips=("state", "question"))  # fmt: skip
        self.field: ChoiceField | None = None
        self.figure: TextField | None = None
        self._as_told: dict[str, str] = {}
        self.pane.table.selection_moved.connect(self._say_selected)
        self.every = self.add_button("Take every suggestion", self._take_every,
                                     "For all words of which nothing is decided yet")  # fmt: skip

    def rows(self, draft: ImportDraft) -> list[tuple[str, tuple[Cell, ...]]]:
        """Those to decide first, the most frequent first."""
        if draft.found is None:
            return []
        found = draft.found
        rows = [self._share_row(draft, found, one) for one in found.shares]
        rows += [self._row(draft, found, one) for one in found.unknown]
        return rows

    def _share_row(
        self, draft: ImportDraft, found: Checked, one: SharesToDecide
    ) -> tuple[str, tuple[Cell, ...]]:
        said = draft.decisions.shares.get(one.column_key)
        meaning = {None: "", True: "Shares: 0.5 is 50%", False: "Per cent: 0.5 is 0.5%"}[said]
        words = and_list([f"“{each}”" for each in one.said[:3]])
        wording = found.asked[one.column_key].wording
        return _SHARE + one.column_key, (
            words,
            len(one.lines),
            DECIDED if meaning else TO_DECIDE,
            meaning,
            wording,
        )

    def _row(self, draft: ImportDraft, found: Checked, one: UnknownWords) -> tuple[str, tuple[Cell, ...]]:
        decision = self._decision(draft, one)
        asked = found.asked[one.column_key]
        state = TO_DECIDE if decision is None else REMEMBERED if self._is_remembered(draft, one) else DECIDED
        offered = f"{meaning_words(asked, one, one.suggested)}?" if one.suggested is not None else ""
        meaning = meaning_words(asked, one, decision) if decision is not None else offered
        return _key(one), (self._said_words(one), one.times, state, meaning, asked.wording)

    def _said_words(self, one: UnknownWords) -> str:
        """As they stand in the file, also once they are decided and known by their key."""
        if one.lines:
            self._as_told[_key(one)] = one.said
        return self._as_told.get(_key(one), one.said)

    @staticmethod
    def _decision(draft: ImportDraft, one: UnknownWords) -> WordsDecision | None:
        said = draft.decisions.words.get((one.column_key, one.said_key))
        return said or (one.decision if one.remembered else None)

    @staticmethod
    def _is_remembered(draft: ImportDraft, one: UnknownWords) -> bool:
        return one.remembered and (one.column_key, one.said_key) not in draft.decisions.words

    def waiting(self, draft: ImportDraft) -> int:
        """How many words are to be decided."""
        return sum(TO_DECIDE in cells for _, cells in self.rows(draft))

    def _unknown(self, draft: ImportDraft, key: str) -> UnknownWords | None:
        assert draft.found is not None
        return next((one for one in draft.found.unknown if _key(one) == key), None)

    # Beside the table

    def fill(self, draft: ImportDraft, key: str) -> None:
        """The words, where they stand, and what they may mean."""
        empty_form(self.form)
        self.field = self.figure = None
        one = self._unknown(draft, key)
        if one is None:
            self._fill_share(draft, key)
            return
        assert draft.found is not None
        asked, decision = draft.found.asked[one.column_key], self._decision(draft, one)
        self._say_words(one, asked)
        self.field = fitting(ChoiceField(_meanings(asked, one)))
        self.form.add("means", "It means", self.field, help_text=_suggestion(asked, one))
        self.figure = TextField(placeholder="12 or 10 to 15")
        self.form.add("figure", "The figure, or a range", self.figure)
        self.form.show_row("figure", decision is not None and decision.means is Means.FIGURE)
        self.field.show_answer(_choice_of(asked, decision))
        if decision is not None and decision.means is Means.FIGURE:
            self.figure.show_answer(figure_words(decision.low, decision.high, ""))
        self.field.changed.connect(self._choose)
        self.figure.changed.connect(self._choose)

    def _say_words(self, one: UnknownWords, asked: Asked) -> None:
        """The words of the row, and those that are decided with them."""
        with_it = self._chosen_too(one)
        more = f" and {number(len(with_it))} more" if with_it else ""
        self.heading.setText(f"“{self._said_words(one)}”{more}")
        others = and_list([f"“{self._said_words(other)}”" for other in with_it])
        told = f"The same is said of {others}." if with_it else ""
        left = len(self.pane.table.selected_keys()) - len(with_it) - 1
        if left > 0:
            told += f" {count_of(left, 'row', 'rows')} selected of another question {'is' if left == 1 else 'are'} not."
        self.about.setText("\n".join(filter(None, (asked.wording, where_words(one.lines),
                                                   _problem(one), told.strip()))))  # fmt: skip

    def _say_share(self, one: SharesToDecide, asked: Asked) -> None:
        """The figures of the column; what else is selected is not decided with them."""
        self.heading.setText(and_list([f"“{each}”" for each in one.said[:3]]))
        left = len(self.pane.table.selected_keys()) - 1
        alone = (
            f"\nThe {count_of(left, 'other row')} selected {'is' if left == 1 else 'are'} not decided with it."
            if left > 0
            else ""
        )
        self.about.setText(
            f"{asked.wording}\n{where_words(one.lines)} Figures up to 1 may be shares, or per cent: it is decided for "
            f"the whole column.{alone}"
        )

    @Slot()
    def _say_selected(self) -> None:
        """More rows or fewer are selected: the words beside the table say of which it is decided."""
        if self.draft is None or self.draft.found is None or self._filling:
            return
        found, key = self.draft.found, self.pane.table.current_key
        one = self._unknown(self.draft, key)
        share = next((each for each in found.shares if _SHARE + each.column_key == key), None)
        if one is not None:
            self._say_words(one, found.asked[one.column_key])
        elif share is not None:
            self._say_share(share, found.asked[share.column_key])
        self.about.setVisible(bool(self.about.text()))

    def _fill_share(self, draft: ImportDraft, key: str) -> None:
        assert draft.found is not None
        one = next(each for each in draft.found.shares if _SHARE + each.column_key == key)
        self._say_share(one, draft.found.asked[one.column_key])
        options = [(True, "Shares: 0.5 is 50%"), (False, "Per cent: 0.5 is 0.5%"), (None, _UNDECIDED)]
        self.field = fitting(ChoiceField(options))
        self.form.add("means", "They mean", self.field)
        self.field.show_answer(draft.decisions.shares.get(one.column_key))
        self.field.changed.connect(self._choose_share)

    @Slot()
    def _choose_share(self) -> None:
        if self.draft is not None and self.field is not None and not self._filling:
            key = self.pane.table.current_key.removeprefix(_SHARE)
            self.say(self.draft.with_share(key, self.field.answer()))

    @Slot()
    def _choose(self) -> None:
        """What is chosen in the field; a figure holds once it can be read."""
        if self.draft is None or self.field is None or self._filling:
            return
        one = self._unknown(self.draft, self.pane.table.current_key)
        try:
            said = self.field.answer()
        except Problem:
            return  # letters are being typed
        if one is None:
            return
        decision = said if isinstance(said, WordsDecision) else None
        self.form.show_row("figure", decision is not None and decision.means is Means.FIGURE)
        if decision is not None and decision.means is Means.FIGURE:
            decision = self._figure_decision(one)
        draft = self.draft.with_words(one.column_key, one.said_key, decision)
        for other in self._chosen_too(one):
            draft = draft.with_words(other.column_key, other.said_key, _for_other(decision, other))
        self.say(draft)

    def _chosen_too(self, one: UnknownWords) -> list[UnknownWords]:
        """The other words of the same question that are selected: the same is said of them."""
        assert self.draft is not None
        some = [self._unknown(self.draft, key) for key in self.pane.table.selected_keys()]
        return [other for other in some if other and other != one and other.column_key == one.column_key]

    def _figure_decision(self, one: UnknownWords) -> WordsDecision | None:
        assert self.draft is not None and self.draft.found is not None and self.figure is not None
        typed = str(self.figure.answer() or "")
        row = self.form.rows["figure"]
        if not typed:
            return None
        reading = read(self.draft.found.asked[one.column_key], typed, shares=False)
        if reading.answer is None or (reading.answer.low is None and reading.answer.high is None):
            row.refuse(reading.problem or "Type a figure such as 12, or a range such as 10 to 15.")
            return None
        row.refuse("")
        return WordsDecision(Means.FIGURE, low=reading.answer.low, high=reading.answer.high)

    # Suggestions

    @Slot(str)
    def accept_row(self, key: str) -> None:
        """Enter on a row: its suggestion is taken, and the next is shown; without one, the field has the keyboard."""
        if self.draft is None or self.draft.found is None:
            return
        one = self._unknown(self.draft, key)
        if one is None or one.suggested is None or self._decision(self.draft, one) is not None:
            super().accept_row(key)
            return
        self.say(self.draft.with_words(one.column_key, one.said_key, one.suggested))
        if not self.go_to_next():
            self._turn(key)

    @Slot()
    def _take_every(self) -> None:
        if self.draft is None or self.draft.found is None:
            return
        draft = self.draft
        for one in self.draft.found.unknown:
            if one.suggested is not None and self._decision(draft, one) is None:
                draft = draft.with_words(one.column_key, one.said_key, one.suggested)
        self.say(draft)
        self._turn(self.pane.table.current_key)


def _for_other(decision: WordsDecision | None, other: UnknownWords) -> WordsDecision | None:
    """Each becomes an option by its own words."""
    if decision is not None and decision.means is Means.NEW_OPTION:
        return WordsDecision(Means.NEW_OPTION, wording=other.said)
    return decision


def _key(one: UnknownWords) -> str:
    return f"{one.column_key}\x1f{one.said_key}"


def where_words(lines: tuple[int, ...]) -> str:
    """How often, and in which lines of the file."""
    if not lines:
        return ""
    shown = [number(line) for line in lines[:_LINES_SHOWN]]
    more = len(lines) - _LINES_SHOWN
    places = and_list([*shown, f"{number(more)} more"] if more > 0 else shown)
    return f"Once, in line {places}." if len(lines) == 1 else f"{len(lines)} times, in lines {places}."


def _problem(one: UnknownWords) -> str:
    return f"{capital_first(one.problem)}: these rows are refused until it is decided." if one.problem else ""


def _choice_of(asked: Asked, decision: WordsDecision | None) -> WordsDecision | None:
    if decision is not None and decision.means is Means.FIGURE:
        return WordsDecision(Means.FIGURE)
    others = {each.option.id for each in asked.options if each.option.is_other}
    if decision is not None and decision.means is Means.OPTION and decision.option_id in others:
        return WordsDecision(Means.OTHER)
    return decision


def _meanings(asked: Asked, one: UnknownWords) -> list[tuple[WordsDecision | None, str]]:
    kind = asked.question.kind
    said: list[tuple[WordsDecision | None, str]] = [
        (WordsDecision(Means.OPTION, each.option.id), each.wording)
        for each in asked.options
        if each.option.stands_for is None and not each.option.is_other
    ]
    if kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES):
        said.append((WordsDecision(Means.NEW_OPTION, wording=one.said), f"A new option “{one.said}”"))
    said.append((WordsDecision(Means.OTHER), _kept_words(asked)))
    if kind.has_figures:
        said.append((WordsDecision(Means.FIGURE), "A figure or a range…"))
    said.append((WordsDecision(Means.DONT_KNOW), AnswerState.DONT_KNOW.label))
    said.append((WordsDecision(Means.NOT_APPLICABLE), AnswerState.NOT_APPLICABLE.label))
    return [*said, (None, _UNDECIDED)]


def _kept_words(asked: Asked) -> str:
    """How words that are nothing else are kept: as the text of “other”, where the question has it."""
    other = next((each.wording for each in asked.options if each.option.is_other), "other")
    return f"“{other}”, with these words as its text" if asked.question.kind.has_options else "Kept in words"


def meaning_words(asked: Asked, one: UnknownWords, decision: WordsDecision) -> str:
    """What words were taken for."""
    if decision.means is Means.FIGURE:
        return figure_words(decision.low, decision.high, asked.question.unit)
    known = {each.id: each.wording for each in asked.question.options}
    known |= {each.option.id: each.wording for each in asked.options}
    if decision.means is Means.OPTION:
        return known.get(decision.option_id, "an option that is gone")
    return dict(_meanings(asked, one)).get(decision, capital_first(decision.means.value))


def _suggestion(asked: Asked, one: UnknownWords) -> str:
    if one.suggested is None:
        return ""
    why = one.reason or (f"{one.likeness}% alike" if one.likeness else "")
    return f"Suggested: {meaning_words(asked, one, one.suggested)}{', ' + why if why else ''}."
