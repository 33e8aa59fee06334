"""The third step: whose the responses are. Names that are sure are folded away."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from desktop.dialogs.survey.who_it_is import candidate_words
from desktop.dialogs.survey.whose import find_units
from desktop.pages.survey.import_draft import ImportDraft
from desktop.pages.survey.import_step import DECIDED, REMEMBERED, TO_DECIDE, ImportStep, empty_form
from desktop.pages.survey.import_words import where_words
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import ChoiceField, Pick, PickField, fitting
from engagement.register.name_match import Candidate, Certainty, NameMatch
from engagement.register.providers import is_provider, provider
from engagement.register.services import service
from resources.database import Database
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind
from resources.wording import capital_first, count_of
from workforce.survey.answers.checked import NameInFile
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.vocabulary import AskedOf

_COLUMNS = (
    Column("name", "Name in the file", width=200),
    Column("times", "Times", ColumnKind.NUMBER, 60),
    Column("state", "How", ColumnKind.STATUS, 112),
    Column("who", "In the register", width=200),
    Column("why", "Why", width=150),
)
_LEAD = (
    "Enter confirms the likeliest and goes on. Whom you leave open is taken in untied, and can be tied later."
)
_SURE, _NOBODY, _ELSEWHERE, _OPEN = "Sure", "nobody", "elsewhere", "open"
_UNTIED = "Nobody in the register"


class NamesStep(ImportStep):
    """A row for each name; several names in one cell are a row each."""

    name = "Whose"

    def __init__(self, db: Database, settings: Settings) -> None:
        super().__init__(_COLUMNS, settings, lead=_LEAD,
                         nothing="Every response is surely somebody’s, or gives no name. There is nothing to look at.",
                         chips=("state",))  # fmt: skip
        self._db = db
        self.asked_of = AskedOf.SERVICE
        self.field: ChoiceField | None = None
        self.pick: PickField | None = None
        self.sure = QCheckBox("Show those that are sure")
        self.hold = QCheckBox("Leave out responses that are nobody’s")
        self.controls.addWidget(self.sure)
        self.controls.addWidget(self.hold)
        self.sure.toggled.connect(self._fold)
        self.hold.toggled.connect(self._hold_back)

    def show_draft(self, draft: ImportDraft) -> None:
        """The names, those that are sure only when they are asked for."""
        self.hold.setChecked(draft.decisions.hold_back)
        sure = (
            sum(one.match.is_sure and not one.match.decided for one in draft.found.names)
            if draft.found
            else 0
        )
        self.sure.setText(f"Show {count_of(sure, 'name')} that {'is' if sure == 1 else 'are'} sure")
        self.sure.setVisible(bool(sure))
        self.hold.setVisible(draft.found is not None and bool(draft.found.names))
        super().show_draft(draft)

    def rows(self, draft: ImportDraft) -> list[tuple[str, tuple[Cell, ...]]]:
        """In the order of the check, without those folded away."""
        if draft.found is None:
            return []
        return [
            self._row(draft, one)
            for one in draft.found.names
            if self.sure.isChecked() or not one.match.is_sure
            or one.said_key in draft.decisions.who
        ]  # fmt: skip

    def _row(self, draft: ImportDraft, one: NameInFile) -> tuple[str, tuple[Cell, ...]]:
        said, match = draft.decisions.who.get(one.said_key), one.match
        best = match.best
        if said is not None:
            who, state = self._said_words(said), DECIDED
        elif match.remembered:
            who, state = (best.name if best else _UNTIED), REMEMBERED
        elif match.certainty is Certainty.SURE and best:
            who, state = best.name, _SURE
        else:
            who, state = self._offered(one), TO_DECIDE
        why = "" if said is not None or best is None or match.of_providers else ", ".join(best.reasons)
        return one.said_key, (one.said, one.times, state, who, capital_first(why))

    @staticmethod
    def _offered(one: NameInFile) -> str:
        best = one.match.best
        if one.match.of_providers:
            return f"Of {one.match.of_providers} providers"
        if one.match.certainty is Certainty.SEVERAL:
            return f"Fits {len(one.match.candidates)}"
        return f"{best.name}?" if best is not None else _UNTIED + "?"

    def _said_words(self, said: WhoDecision) -> str:
        if said.service_id:
            return service(self._db, said.service_id).name
        return provider(self._db, said.provider_id).name if said.provider_id else _UNTIED

    def waiting(self, draft: ImportDraft) -> int:
        """How many names are to be looked at."""
        if draft.found is None:
            return 0
        return sum(TO_DECIDE in self._row(draft, one)[1] for one in draft.found.names)

    def _name(self, key: str) -> NameInFile | None:
        found = self.draft.found if self.draft is not None else None
        return next((one for one in found.names if one.said_key == key), None) if found is not None else None

    # Beside the table

    def fill(self, draft: ImportDraft, key: str) -> None:
        """The name, the likeliest of the register with reasons, and anybody else."""
        empty_form(self.form)
        one = self._name(key)
        if one is None:
            return
        self.heading.setText(f"“{one.said}”")
        self.about.setText(f"{where_words(one.lines)} {capital_first(one.match.words)}.")
        options = [(_place(at), candidate_words(each)) for at, each in enumerate(one.match.candidates)]
        options += [
            (_ELSEWHERE, "Somebody else of the register…"),
            (_NOBODY, _UNTIED),
            (_OPEN, "Not decided"),
        ]
        self.field = fitting(ChoiceField(options))
        self.form.add("who", "It is", self.field, help_text=_detail(one.match))
        self.pick = PickField(partial(find_units, self._db, self.asked_of))
        self.form.add(
            "pick", "Who it is", self.pick, help_text="Some letters of the name, or the CQC number."
        )
        said = draft.decisions.who.get(key)
        at = self._at(one, said)
        self.field.show_answer(at)
        self.form.show_row("pick", at == _ELSEWHERE)
        if at == _ELSEWHERE and said is not None:
            self.pick.show_answer(Pick(said.service_id or said.provider_id or "", self._said_words(said)))
        self.field.changed.connect(self._choose)
        self.pick.changed.connect(self._choose)

    @staticmethod
    def _at(one: NameInFile, said: WhoDecision | None) -> str:
        if said is None:
            settled = one.match.certainty is Certainty.SURE or one.match.remembered
            return (_place(0) if one.match.best else _NOBODY) if settled else _OPEN
        if said.provider_id is None:
            return _NOBODY
        wanted = (said.provider_id, said.service_id)
        return next(
            (_place(at) for at, each in enumerate(one.match.candidates)
             if (each.provider_id, each.service_id) == wanted),
            _ELSEWHERE,
        )  # fmt: skip

    @Slot()
    def _choose(self) -> None:
        if self.draft is None or self.field is None or self.pick is None or self._filling:
            return
        key = self.pane.table.current_key
        one = self._name(key)
        try:
            said = self.field.answer()
        except Problem:
            return
        if one is None or said is None:
            return
        self.form.show_row("pick", said == _ELSEWHERE)
        if said == _OPEN:
            decision = None
        elif said == _NOBODY:
            decision = WhoDecision()
        elif said == _ELSEWHERE:
            decision = self._picked(self.pick.picked)
        else:
            decision = _who(one.match.candidates[int(said)])
        self.say(self.draft.with_who(key, decision))

    def _picked(self, key: str) -> WhoDecision | None:
        if not key:
            return None
        if is_provider(self._db, key):
            return WhoDecision(key)
        return WhoDecision(service(self._db, key).provider_id, key)

    @Slot(str)
    def accept_row(self, key: str) -> None:
        """Enter on a row: the likeliest is confirmed, and the next is shown; else the field has the keyboard."""
        one = self._name(key)
        if self.draft is None or one is None:
            return
        if (
            one.match.certainty is not Certainty.LIKELY
            or key in self.draft.decisions.who
            or one.match.best is None
        ):
            super().accept_row(key)
            return
        self.say(self.draft.with_who(key, _who(one.match.best)))
        if not self.go_to_next():
            self._turn(key)

    @Slot(bool)
    def _fold(self, _shown: bool) -> None:
        if self.draft is not None and not self._filling:
            super().show_draft(self.draft)

    @Slot(bool)
    def _hold_back(self, hold: bool) -> None:
        if self.draft is not None and hold != self.draft.decisions.hold_back:
            self.say(self.draft.with_held_back(hold))


def _place(at: int) -> str:
    return str(at)


def _who(candidate: Candidate) -> WhoDecision:
    return WhoDecision(candidate.provider_id, candidate.service_id)


def _detail(match: NameMatch) -> str:
    best = match.best
    if best is None:
        return "Nothing in the register is like it."
    if match.of_providers:
        return "It is tied to the provider chosen, with those of its services that are named."
    return f"The likeliest: {candidate_words(best)}."
