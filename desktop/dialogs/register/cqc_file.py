"""What a person is asked about a CQC file: the day it is of, and which column is which."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.cqc_files.read import NeedsColumns
from resources.files.headers import closest
from resources.problem import FieldProblem, Problem
from resources.wording import capital_first


class AsAt(FormDialog):
    """The day that a file speaks of."""

    def __init__(self, name: str, sentence: str, today: date, parent: QWidget | None) -> None:
        super().__init__(f"Which day is “{name}” of?", "Use this day", parent, intro=sentence)
        self._today = today
        self.form.add("as_at", "As at", DateField(today=today), needed=True)

    def value(self, answers: Answers) -> date:
        """The day; it has come."""
        day: date = answers["as_at"]
        if day > self._today:
            raise FieldProblem("as_at", "As at: this day is still to come. Give the day that the file is of.")
        return day


class WhichColumns(FormDialog):
    """A heading for each needed column that was not recognised. What looks like it is offered, and shown."""

    def __init__(self, name: str, needs: NeedsColumns, parent: QWidget | None) -> None:
        super().__init__(
            "Which column is which?",
            "Use these columns",
            parent,
            intro=f"“{name}” looks like {needs.kind.label}, under other headings. The answer is remembered for files "
            "of this kind.",
        )
        options = [(name, name) for name in needs.choices]
        for spec in needs.asked:
            self.form.add(
                spec.name,
                capital_first(spec.meaning.removeprefix("the ") or spec.headings[0]),
                ChoiceField(options),
                value=closest(spec, needs.header.unknown),
                needed=True,
                help_text=f"Usually headed “{spec.headings[0]}”.",
            )

    def value(self, answers: Answers) -> Mapping[str, str]:
        """Field → heading; no heading twice."""
        chosen = list(answers.values())
        twice = next((heading for heading in chosen if chosen.count(heading) > 1), None)
        if twice is not None:
            raise Problem(f"“{twice}” is chosen for two columns. Choose another heading for one of them.")
        return dict(answers)
