"""A point of the running order."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.ceremony.running_order import MOST_MINUTES, CeremonyItem
from awards.rounds.categories import Category
from awards.vocabulary import CeremonyItemKind
from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog


class WriteItem(FormDialog):
    """One point; `held` is the one to change, `left` the categories that are not in the order yet."""

    def __init__(
        self, left: Sequence[Category], parent: QWidget | None, *, held: CeremonyItem | None = None
    ) -> None:
        title, verb = ("Change the point", "Save changes") if held else ("Add a point", "Add point")
        super().__init__(title, verb, parent)
        add = self.form.add
        kind = held.kind if held else CeremonyItemKind.SPEECH
        self._kind = add("kind", "Kind", words_field(CeremonyItemKind), value=kind, needed=True)
        add("category_id", "Category", ChoiceField([(one.id, one.name) for one in left]),
            value=held.category_id if held else None, needed=True)  # fmt: skip
        add("words", "Words", TextField(placeholder="Why we are here"), value=held.words if held else "",
            help_text="Left empty, its kind stands in the running order.")  # fmt: skip
        add("minutes", "Minutes", number_field(least=1, most=MOST_MINUTES), value=held.minutes if held else 5,
            needed=True)  # fmt: skip
        add("presenter", "Presented by", TextField(), value=held.presenter if held else "")
        self._kind.changed.connect(self._turn)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        is_category = self._kind.answer() is CeremonyItemKind.CATEGORY
        self.form.show_row("category_id", is_category)
        self.form.show_row("words", not is_category)

    def value(self, answers: Answers) -> Answers:
        """What is to be kept."""
        is_category = answers["kind"] is CeremonyItemKind.CATEGORY
        return {
            **answers,
            "category_id": answers.get("category_id") if is_category else None,
            "words": "" if is_category else answers["words"],
        }
