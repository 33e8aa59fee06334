"""Letters to providers that have not claimed: how many, to whom, and whether it is noted that they were written."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import and_list, count_of
from workforce.funding.unclaimed.call_list import Call

_NAMED = 6


class WriteLetters(FormDialog):
    """Answers whether to note the letters."""

    def __init__(self, found: list[Call], parent: QWidget | None, *, written_from: str) -> None:
        number = count_of(len(found), "letter")
        super().__init__(
            f"Write {number}", f"Save {number}…", parent, intro=_intro(found, written_from), width=560
        )
        self.form.add(
            "note", "", CheckField("Note at each provider that a letter was made today"), value=True,
            help_text="It then stands under “Last spoken to”, and the note can be undone.",
        )  # fmt: skip

    def value(self, answers: Answers) -> bool:
        """Whether to note them."""
        return bool(answers["note"])


def _intro(found: list[Call], written_from: str) -> str:
    names = [one.provider for one in found[:_NAMED]]
    more = len(found) - len(names)
    who = and_list([*names, *([f"{more:,} more"] if more else [])])
    unnamed = sum(one.first.person is None for one in found)
    said = f"One Word document with a letter to each of {who}. Nothing is posted by the program."
    if unnamed:
        which = "1 letter names" if unnamed == 1 else f"{unnamed:,} letters name"
        said += f" {which} nobody, since nobody there agreed to be contacted."
    if not written_from:
        said += " Whose letters they are is not known yet: set it under “Letterhead” of the mailing."
    return said
