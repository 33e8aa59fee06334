"""Saying whose a response is that nobody in the register was tied to, or putting it right."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.whose import WHO, Known, WhoseIt, WhoseRows
from desktop.shell.messages import announce
from desktop.widgets.forms.fields import ChoiceField, fitting
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.register.name_match import Candidate
from resources.database import Database
from resources.wording import count_of
from workforce.survey.answers.responses import Response
from workforce.survey.waves.waves import Wave

_LIKELY = "likely"


def candidate_words(candidate: Candidate) -> str:
    """A candidate with what tells it from its like, and how like the name is."""
    if candidate.services:
        return f"{candidate.name}, {count_of(len(candidate.services), 'service')} named"
    likeness = f"{candidate.likeness}% alike" if candidate.likeness else ""
    return ", ".join(filter(None, (candidate.name, candidate.detail, likeness)))


class WhoseIsIt(FormDialog):
    """The likeliest to choose from, and anybody of the register; nobody: it is left untied."""

    def __init__(
        self,
        db: Database,
        wave: Wave,
        response: Response,
        candidates: Sequence[Candidate],
        parent: QWidget | None,
        *,
        known: Known,
        reason: str = "",
    ) -> None:
        said = " and ".join(f"“{one}”" for one in (response.said_name, response.said_id) if one)
        super().__init__(
            f"Whose is response {response.number}", "Tie it", parent, width=560,
            intro=f"It was given as {said}. {reason}".strip() if said else "No name or number was given.",
        )  # fmt: skip
        self._candidates, self._known, self._db = list(candidates), known, db
        if self._candidates:
            options = [(str(at), candidate_words(one)) for at, one in enumerate(self._candidates)]
            field = fitting(ChoiceField(options))
            self.form.add(_LIKELY, "The likeliest", field)
            field.changed.connect(self._take_likely)
        self.whose = WhoseRows(db, wave, self.form, given=False)
        self.known = label("", "bold", wrap=True)
        self.known.hide()
        self.form.add_widget(self.known)
        self.form.add_widget(label("With nobody chosen it is left untied: it counts, without kind or district.",
                                   "small", wrap=True))  # fmt: skip
        self.whose.show(response)
        self.whose.moved.connect(self._say_known)

    @Slot()
    def _take_likely(self) -> None:
        place = self.form.rows[_LIKELY].field.answer()
        if place is not None:
            chosen = self._candidates[int(place)]
            named = chosen.services or ((chosen.service_id,) if chosen.service_id else ())
            self.whose.show_unit(chosen.provider_id, named)

    @Slot()
    def _say_known(self) -> None:
        self.known.setText(self._known(self.whose.now))
        self.known.setVisible(bool(self.known.text()))
        if self.known.text():
            announce(self, self.known.text())

    def value(self, answers: Answers) -> WhoseIt:
        """Whose it is."""
        answers.setdefault(WHO, None)
        return self.whose.value(answers)
