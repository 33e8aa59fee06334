"""Noting that a provider was spoken to about money it has not claimed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from workforce.funding.unclaimed.approaches import Approach
from workforce.funding.vocabulary import AskedBy


@dataclass(frozen=True)
class Said:
    """What came of it; `service_id` where one service was meant."""

    how: AskedBy
    made_on: date
    by: str
    outcome: str
    again_on: date | None
    service_id: str | None


class NoteApproach(FormDialog):
    """To whom is in the title. `held` is one noted before, to be put right."""

    def __init__(
        self, provider: str, fund: str, today: date, parent: QWidget | None, *, who: str = "",
        services: tuple[tuple[str, str], ...] = (), held: Approach | None = None,
    ) -> None:  # fmt: skip
        title = "Change what was noted" if held else f"Note a call to {provider}"
        super().__init__(
            title, "Save changes" if held else "Note it", parent, intro=f"About {fund}.", width=520
        )
        add = self.form.add
        add("how", "How", words_field(AskedBy), value=held.how if held else AskedBy.TELEPHONE, needed=True)
        add("made_on", "Day", DateField(today=today), value=held.made_on if held else today, needed=True)
        add("outcome", "What was said", LongTextField(lines=3), value=held.outcome if held else "",
            help_text="What they answered, in a sentence, such as “Will claim for two care workers”.")  # fmt: skip
        add("again_on", "Ask again on", DateField(today=today), value=held.again_on if held else None,
            help_text="Home reminds you of it on that day. Empty where nothing is to be asked.")  # fmt: skip
        if services and held is None:
            about = ChoiceField([("", "The provider as a whole"), *services])
            add("service_id", "Of which service", about, value="")
        add("by", "Who spoke to them", TextField(), value=held.by if held else who)

    def value(self, answers: Answers) -> Said:
        """What is to be kept."""
        return Said(
            answers["how"], answers["made_on"], answers["by"], answers["outcome"], answers["again_on"],
            answers.get("service_id") or None,
        )  # fmt: skip
