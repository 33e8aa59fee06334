"""A form with a field of each kind."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    TextField,
    TimeField,
    number_field,
    options_of,
)
from desktop.widgets.forms.form import Answers, FormDialog
from resources.problem import Problem


def find(text: str) -> list[Pick]:
    known = [Pick("k1", "Rosewood House", "Bassetlaw"), Pick("k2", "Rosewood Lodge", "Gedling")]
    return [pick for pick in known if text.casefold() in pick.words.casefold()]


class Everything(FormDialog):
    """One field of each kind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Add a service", "Add service", parent)
        add = self.form.add
        add("name", "Name", TextField(), needed=True, help_text="As in the contract.")
        add("kind", "Kind", ChoiceField(options_of(("Nursing home", "Home care"))), value="Home care")
        add("officer", "Officer", ChoiceField([(f"k{at}", f"Officer {at}") for at in range(30)]))
        add("since", "Since", DateField(today=date(2026, 3, 4)))
        add("opens", "Opens", TimeField())
        add("beds", "Beds", number_field(most=500))
        add("provider", "Provider", PickField(find))
        add("agreed", "", CheckField("Agreed to be contacted"))
        add("notes", "Notes", LongTextField())

    def value(self, answers: Answers) -> Answers:
        if answers.get("name") == "Nobody":
            raise Problem("Nobody is not the name of a service. Give it its own name.")
        return answers


def line(dialog: FormDialog, name: str) -> QWidget:
    return dialog.form.rows[name].field.target
