"""The first step of taking a file in: what each of its columns is taken for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot

from desktop.pages.survey.import_draft import ImportDraft
from desktop.pages.survey.import_step import REMEMBERED, SUGGESTED, TO_DECIDE, ImportStep, empty_form
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import ChoiceField, fitting
from desktop.widgets.parts import label
from resources.files.cells import clean_text
from resources.files.forms.layout import FormColumn
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind
from resources.wording import and_list, capital_first, count_of, shortened
from workforce.survey.answers.checks.asked_otherwise import asked_otherwise, file_asks_otherwise
from workforce.survey.answers.checks.proposing import propose
from workforce.survey.answers.mapping import CHOSEN, ColumnUseFor, chosen, rest_as_new
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import ColumnUse

_COLUMNS = (
    Column("heading", "Column", width=196),
    Column("use", "Taken for", width=168),
    Column("state", "How", ColumnKind.STATUS, 112),
    Column("reason", "Why", width=176),
    Column("answers", "Answers", ColumnKind.NUMBER, 76),
)
_LEAD = "Nothing is written yet. Choose a column to see what is answered in it, and to say what else it is."
_CHOSEN, _LIKELY = "Chosen", "Likely"
_EXAMPLES, _LONGEST, _OPTIONS_SHOWN = 4, 60, 12
_OTHER_USES = (
    ColumnUse.PROVIDER_NAME, ColumnUse.LOCATION_ID, ColumnUse.PROVIDER_ID, ColumnUse.QUOTE_CONSENT,
    ColumnUse.LANGUAGE,
)  # fmt: skip


class ColumnsStep(ImportStep):
    """A row for each column of the file."""

    name = "Columns"

    def __init__(self, settings: Settings) -> None:
        super().__init__(_COLUMNS, settings, lead=_LEAD, nothing="The file has no column with a question.",
                         chips=("state",))  # fmt: skip
        self.questions: list[Question] = []
        self.planned: dict[str, str] = {}
        self.wording: ChoiceField | None = None
        self.field: ChoiceField | None = None
        self.rest = self.add_button("Make new questions of the rest", self._take_rest,
                                    "Every column that is like no question becomes one")  # fmt: skip
        self._otherwise, self._new = label("", wrap=True, copyable=True), label("", wrap=True, copyable=True)
        self._beside.insertWidget(3, self._otherwise)
        self._beside.insertWidget(4, self._new)

    def offer_questions(self, questions: Sequence[Question], planned: Mapping[str, str]) -> None:
        """What a column may answer, and how the wave asks each."""
        self.questions, self.planned = list(questions), dict(planned)

    def rows(self, draft: ImportDraft) -> list[tuple[str, tuple[Cell, ...]]]:
        """What is to be looked at first, each in the order of the file."""
        wordings = {one.id: one.wording for one in self.questions}
        rows = [
            (column.key, (column.heading, _use_words(use := draft.uses[column.key], wordings), _state(use),
                          self._reason(draft, column, use), len(draft.file.told_in(column))))
            for column in draft.file.columns
        ]  # fmt: skip
        first = {column.key for column in draft.file.columns if _is_first(draft.suggested[column.key])}
        return sorted(rows, key=lambda row: row[0] not in first)

    def _reason(self, draft: ImportDraft, column: FormColumn, use: ColumnUseFor) -> str:
        otherwise = self._planned_otherwise(column, use)
        kept = (
            "; what was planned is kept" if column.key in draft.decisions.as_planned else "; asked otherwise"
        )
        return capital_first(use.reason) + (kept if otherwise else "")

    def _planned_otherwise(self, column: FormColumn, use: ColumnUseFor) -> str:
        """How the question was planned, where the file asks it in other words; else nothing."""
        planned = self.planned.get(use.question_id, "") if use.use is ColumnUse.QUESTION else ""
        return planned if planned and asked_otherwise(column, planned) else ""

    def waiting(self, draft: ImportDraft) -> int:
        """The columns that are to be looked at."""
        return sum(_state(use) == TO_DECIDE for use in draft.uses.values())

    def fill(self, draft: ImportDraft, key: str) -> None:
        """What is answered in the column, and what it may be taken for."""
        column = _column(draft, key)
        told = draft.file.told_in(column)
        self.heading.setText(column.heading)
        self.about.setText(
            " ".join(filter(None, (f"Code {column.code}." if column.code else "", _such(told))))
        )
        empty_form(self.form)
        self.field = fitting(ChoiceField(self._options()))
        self.form.add("use", "Taken for", self.field, help_text=_why(draft.uses[key]))
        use = draft.uses[key]
        self.field.show_answer((use.use, use.question_id))
        self.field.changed.connect(self._choose)
        self._show_wording(draft, key)
        self._show_new(draft, key)

    def _show_wording(self, draft: ImportDraft, key: str) -> None:
        """What the wave is held to have asked, where the file asks it otherwise."""
        column, use = _column(draft, key), draft.uses[key]
        planned = self._planned_otherwise(column, use)
        otherwise = file_asks_otherwise(draft.found) if draft.found is not None else []
        renamed = next((one.options for one in otherwise if one.column_key == key), ())
        if "wording" not in self.form.rows:
            self.wording = fitting(ChoiceField([(False, "As in this file"), (True, "As planned")]))
            self.form.add("wording", "The wave asked it", self.wording)
            self.wording.changed.connect(self._choose_wording)
        self.form.show_row("wording", bool(planned or renamed))
        said = [f"Asked in this file as “{column.heading}”, planned as “{planned}”."] if planned else []
        said += [f"“{one.wording}” was planned as “{one.planned}”." for one in renamed]
        self._otherwise.setText(" ".join(said))
        self._otherwise.setVisible(bool(said))
        if self.wording is not None:
            self.wording.target.setAccessibleDescription(self._otherwise.text())
            self.wording.show_answer(key in draft.decisions.as_planned)

    @Slot()
    def _choose_wording(self) -> None:
        if self.draft is not None and self.wording is not None and not self._filling:
            self.say(self.draft.with_as_planned(self.pane.table.current_key, bool(self.wording.answer())))

    def _options(self) -> list[tuple[tuple[ColumnUse, str], str]]:
        apart = [((use, ""), use.label) for use in (ColumnUse.LEFT_OUT, ColumnUse.NEW_QUESTION, *_OTHER_USES)]
        return [*apart, *(((ColumnUse.QUESTION, one.id), one.wording) for one in self.questions)]

    @Slot()
    def _choose(self) -> None:
        if self.draft is None or self.field is None or self._filling:
            return
        key = self.pane.table.current_key
        try:
            answer = self.field.answer()
        except Problem:
            return  # letters are being typed
        if answer is None or not key:
            return
        use, question_id = answer
        offered = self.draft.suggested[key]
        same = (offered.use, offered.question_id) == (use, question_id)
        self.say(self.draft.with_use(key, offered if same and offered.sure else chosen(use, question_id)))
        self._filling = True
        self._show_wording(self.draft, key)
        self._filling = False
        self._show_new(self.draft, key)

    @Slot()
    def _take_rest(self) -> None:
        if self.draft is not None:
            draft = self.draft
            for key, use in rest_as_new(draft.uses).items():
                if use != draft.uses[key]:
                    draft = draft.with_use(key, use)
            self.say(draft)
            self._turn(self.pane.table.current_key)

    def _show_new(self, draft: ImportDraft, key: str) -> None:
        """The question that the column would become: its kind and its options."""
        self._new.setVisible(draft.uses[key].use is ColumnUse.NEW_QUESTION)
        if draft.uses[key].use is ColumnUse.NEW_QUESTION:
            column = _column(draft, key)
            made = propose(column, draft.file.told_in(column))
            wordings = [one if isinstance(one, str) else one.wording for one in made.options]
            words = [f"A new question is made: “{made.wording}” ({made.kind.label.lower()})."]
            if wordings:
                more = len(wordings) - _OPTIONS_SHOWN
                words.append("Its options:\n" + "\n".join(f"•  {one}" for one in wordings[:_OPTIONS_SHOWN]))
                words += [f"and {more} more"] if more > 0 else []
            if made.kind.has_options and made.allow_other:
                words.append("Other words are kept as “other”.")
            self._new.setText("\n".join(words))


def _column(draft: ImportDraft, key: str) -> FormColumn:
    return next(one for one in draft.file.columns if one.key == key)


def _use_words(use: ColumnUseFor, wordings: dict[str, str]) -> str:
    return wordings.get(use.question_id, use.use.label) if use.use is ColumnUse.QUESTION else use.use.label


def _state(use: ColumnUseFor) -> str:
    if use.remembered:
        return REMEMBERED
    if use.reason == CHOSEN:
        return _CHOSEN
    if not use.sure:
        return TO_DECIDE
    return _LIKELY if use.likeness else SUGGESTED


def _is_first(suggested: ColumnUseFor) -> bool:
    """Whether a column was not certain when it was suggested, whatever was chosen since: it keeps its place."""
    return not suggested.sure or bool(suggested.likeness)


def _why(use: ColumnUseFor) -> str:
    return "" if use.reason == CHOSEN else f"{capital_first(use.reason)}."


def _such(told: Sequence[str]) -> str:
    some = list(dict.fromkeys(map(clean_text, told)))[:_EXAMPLES]
    if not some:
        return "Nobody answered it."
    shown = and_list([f"“{shortened(one, _LONGEST)}”" for one in some])
    return f"{count_of(len(told), 'answer')}, such as {shown}."
