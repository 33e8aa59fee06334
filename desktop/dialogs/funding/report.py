"""What a document of a funding year is to hold, and who publishes the 360Giving file."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.giving_360 import Publisher, check_publisher
from workforce.years import year_words

SUBTRACTED = (
    "It names nobody. Two documents of near days tell by their difference what was claimed in between."
)


def _year_field(years: Sequence[int]) -> ChoiceField:
    return ChoiceField([(year, year_words(year)) for year in years])


@dataclass(frozen=True)
class Wanted:
    """What to make of a year; with `appendix` what is exempt beside it."""

    choice: FundingChoice
    appendix: bool


class ChooseFundingReport(FormDialog):
    """Which year and which parts. With `may_append` what is exempt can be saved in an appendix of its own."""

    def __init__(
        self, title: str, years: Sequence[int], year: int, parent: QWidget | None, *, may_append: bool = False
    ) -> None:
        super().__init__(title, "Choose the file…", parent, intro=SUBTRACTED)
        add = self.form.add
        add("year", "Funding year", _year_field(years), value=year, needed=True)
        options = [(one, one.label) for one in Section]
        add("sections", "Parts", SeveralField("Parts", options, nothing="All parts"))
        if may_append:
            add("appendix", "", CheckField("Save the exempt appendix beside it"), value=False,
                help_text="Who was refused and why, and who has not claimed: not for publication.")  # fmt: skip

    def value(self, answers: Answers) -> Wanted:
        """What was chosen."""
        sections = tuple(answers["sections"]) or tuple(Section)
        return Wanted(FundingChoice(answers["year"], sections), bool(answers.get("appendix")))


@dataclass(frozen=True)
class WantedAwards:
    """The awards of a year, and who publishes them."""

    year: int
    publisher: Publisher


class ChooseAwards(FormDialog):
    """Which year, and the identifiers that 360Giving asks for."""

    def __init__(self, years: Sequence[int], year: int, known: Publisher, parent: QWidget | None) -> None:
        intro = (
            "Each claim that was paid from a fund of ours is an award. The file names who was paid and how much, for a "
            "council that publishes its grants: amounts that the summary does not show can be worked out from it."
        )
        super().__init__("360Giving file", "Choose the file…", parent, intro=intro)
        add = self.form.add
        add("year", "Funding year", _year_field(years), value=year, needed=True)
        add("prefix", "Publisher’s prefix", TextField(), value=known.prefix, needed=True,
            help_text="As 360Giving gave it to the council, such as 360G-Example.")  # fmt: skip
        add("organisation", "Identifier of the council", TextField(), value=known.organisation, needed=True,
            help_text="The code of the register and the number in it, such as GB-LAE-NTT.")  # fmt: skip

    def value(self, answers: Answers) -> WantedAwards:
        """What was chosen."""
        publisher = Publisher(answers["prefix"].strip(), answers["organisation"].strip())
        check_publisher(publisher)
        return WantedAwards(answers["year"], publisher)
