"""The denominator of the employment measure, from the council’s own return."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from resources.spans import financial_year
from workforce.iwork.figures.measure_bases import MeasureBase
from workforce.iwork.figures.periods import year_words
from workforce.iwork.vocabulary import MeasureKind

_YEARS_BACK = 5


@dataclass(frozen=True)
class SaidBase:
    """Of which measure and year, how many people, and where that was read."""

    kind: MeasureKind
    year_from: date
    number: int
    source: str


class WriteMeasureBase(FormDialog):
    """`held` is the one that is put right; otherwise it begins with `kind` and the year of `last`."""

    def __init__(
        self, last: date, parent: QWidget | None, *, held: MeasureBase | None = None, kind: MeasureKind | None = None
    ) -> None:  # fmt: skip
        super().__init__(
            "Set a denominator", "Save the denominator", parent, width=560,
            intro="The employment measure is a share of people of the council, not of the register. Take their number "
            "from the council’s own return.",
        )  # fmt: skip
        add = self.form.add
        add("kind", "Measure", words_field(MeasureKind), value=held.kind if held else kind, needed=True)
        add(
            "year",
            "Year",
            _years_field(last, held),
            needed=True,
            value=(held.year_from if held else _first(last)),
        )
        add("number", "Number of people", number_field(least=1), value=held.number if held else None, needed=True,
            help_text="Aged 18 to 64, with long-term support of the council.")  # fmt: skip
        add("source", "Source", TextField(), value=held.source if held else None, needed=True,
            help_text="Such as the council’s return on short and long term support (SALT).")  # fmt: skip

    def value(self, answers: Answers) -> SaidBase:
        """All of it."""
        return SaidBase(MeasureKind(answers["kind"]), answers["year"], answers["number"], answers["source"])


def _first(day: date) -> date:
    return financial_year(day).first


def _years_field(last: date, held: MeasureBase | None) -> ChoiceField:
    years = {date(_first(last).year - back, 4, 1) for back in range(_YEARS_BACK)}
    years |= {held.year_from} if held else set()
    return ChoiceField([(one, year_words(one)) for one in sorted(years, reverse=True)])
