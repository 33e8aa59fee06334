"""Whose council the register is kept for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, options_of
from desktop.widgets.forms.form import Answers, FormDialog


class YourCouncil(FormDialog):
    """Asks for the authority that Home and the sentences speak of."""

    def __init__(self, name: str, authorities: Sequence[str], parent: QWidget | None) -> None:
        intro = "Home, and the sentences on the market page, speak of this council's services."
        super().__init__("Your council", "Use this council", parent, intro=intro)
        help_text = (
            "These are the councils that the register holds services of. If you choose none, it is the one where "
            "most of your contracts and contacts are."
        )
        self.form.add(
            "name", "Council", ChoiceField(options_of(authorities)), value=name or None, help_text=help_text
        )

    def value(self, answers: Answers) -> str:
        """The authority, or nothing."""
        return str(answers["name"] or "")
