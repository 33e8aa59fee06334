"""Why something is not for publication: the paragraph of the Act, the reason, the public interest, who may see it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.report.exemption import DESCRIPTIONS, Exemption

PUBLIC = 0
_EXPLAINED = (
    "What is exempt stands in the appendix alone. Everything beneath an exempt heading is exempt with it. Members need "
    "to know why keeping it back outweighs telling it."
)
_OF_A_SECTION = (
    "A section knows by itself which of its facts are exempt. What is said here is printed with them; what is public "
    "in it stays public."
)


class SayExempt(FormDialog):
    """Gives an Exemption, or None where it is public. Of a section, what its exempt facts are printed with."""

    def __init__(
        self, what: str, held: Exemption | None, today: date, parent: QWidget | None, *, of_section: bool = False
    ) -> None:  # fmt: skip
        intro = _OF_A_SECTION if of_section else _EXPLAINED
        super().__init__(f"Public or exempt: {what}", "Save", parent, intro=intro, width=620)
        nothing = "As the section has it, without more" if of_section else "Public: everybody may read it"
        self._paragraph = ChoiceField(
            [(PUBLIC, nothing), *((number, f"Exempt: paragraph {number}") for number in DESCRIPTIONS)]
        )
        add = self.form.add
        add(
            "paragraph", "Publication", self._paragraph, value=held.paragraph if held else PUBLIC, needed=True
        )
        self._wording = label("", "small", wrap=True)
        self.form.add_widget(self._wording)
        add("reason", "Why it is exempt", LongTextField(lines=2), value=held.reason if held else None, needed=True,
            help_text="Exempt itself: it may name whom it protects.")  # fmt: skip
        add("public_interest", "Why that outweighs the public interest", LongTextField(lines=3),
            value=held.public_interest if held else None,
            help_text="It is printed on the appendix; a report without it is not saved.")  # fmt: skip
        add("seen_by", "Who may see it", TextField(), value=held.seen_by if held else None,
            help_text="Such as “Members of the committee”.")  # fmt: skip
        add("review_on", "Looked at again on", DateField(today=today),
            value=date.fromisoformat(held.review_on) if held and held.review_on else None)  # fmt: skip
        self._paragraph.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        number = self._paragraph.answer()
        for name in ("reason", "public_interest", "seen_by", "review_on"):
            self.form.show_row(name, number != PUBLIC)
        self._wording.setText(DESCRIPTIONS.get(number, ""))
        self._wording.setVisible(number != PUBLIC)

    def value(self, answers: Answers) -> Exemption | None:
        """What is to be kept."""
        if answers["paragraph"] == PUBLIC:
            return None
        review = answers["review_on"]
        return Exemption(
            answers["paragraph"], answers["reason"], answers["public_interest"], answers["seen_by"],
            review.isoformat() if review else "",
        )  # fmt: skip
