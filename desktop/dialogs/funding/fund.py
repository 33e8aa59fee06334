"""A fund: what is said of it, and how far it has come."""

from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField, money_field
from desktop.widgets.forms.form import Answers, FormDialog
from workforce.funding.funds.funds import Fund, FundEdits
from workforce.funding.vocabulary import FundKind, FundStatus

_KINDS = {
    FundKind.HELD: "Providers claim from us, and we pay them.",
    FundKind.GRANTED: "We spend it on a project and report to the funder.",
    FundKind.SIGNPOSTED: "Providers claim elsewhere; we tell them of it.",
}


class WriteFund(FormDialog):
    """Gives what is said of the fund by the names of its columns. `held` is the one to change."""

    def __init__(self, today: date, parent: QWidget | None, *, held: Fund | None = None) -> None:
        title, verb = ("Change the fund", "Save changes") if held else ("Add a fund", "Add fund")
        super().__init__(title, verb, parent, width=580)
        self._kind = words_field(FundKind)
        self._add_whose(held)
        self._add_when(held, today)
        self._add_terms(held)
        self._kind.changed.connect(self._follow)
        self._follow()

    def _add_whose(self, held: Fund | None) -> None:
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else None, needed=True,
            help_text="With its year where there will be another, such as “Skills money 2019/20”.")  # fmt: skip
        kinds = " ".join(f"{one.label}: {words[0].lower()}{words[1:]}" for one, words in _KINDS.items())
        add(
            "kind",
            "Kind",
            self._kind,
            value=held.kind if held else FundKind.HELD,
            needed=True,
            help_text=kinds,
        )
        add("funder", "Funder", TextField(), value=held.funder if held else None)
        add("purpose", "Purpose", LongTextField(lines=2), value=held.purpose if held else None)

    def _add_when(self, held: Fund | None, today: date) -> None:
        add = self.form.add
        add("opens_on", "Opens", DateField(today=today), value=held.opens_on if held else None, needed=True)
        add("closes_on", "Closes", DateField(today=today), value=held.closes_on if held else None,
            help_text="Leave it empty where no end is known.")  # fmt: skip
        add("status", "Status", words_field(FundStatus), value=held.status if held else FundStatus.PLANNED,
            needed=True)  # fmt: skip
        add("bid_pence", "Bid for", money_field(), value=held.bid_pence if held else None,
            help_text="What was asked of the funder; what was granted is allocated by year.")  # fmt: skip

    def _add_terms(self, held: Fund | None) -> None:
        add = self.form.add
        add("conditions", "Conditions", LongTextField(lines=3), value=held.conditions if held else None)
        add("contact_name", "Contact", TextField(), value=held.contact_name if held else None,
            help_text="Whom to ask at the funder.")  # fmt: skip
        add("contact_details", "How to reach them", TextField(), value=held.contact_details if held else None)
        add("where_to_claim", "Where to claim", TextField(), value=held.where_to_claim if held else None,
            help_text="Where providers claim it themselves.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    def _follow(self) -> None:
        theirs = self._kind.answer() is FundKind.SIGNPOSTED
        self.form.show_row("where_to_claim", theirs)
        self.form.show_row("bid_pence", not theirs)

    def value(self, answers: Answers) -> FundEdits:
        """What is to be kept."""
        return cast(FundEdits, answers)


class SayFundStatus(FormDialog):
    """How far a fund has come."""

    def __init__(self, held: Fund, parent: QWidget | None) -> None:
        super().__init__("Status of the fund", "Set status", parent, intro=held.name)
        field: ChoiceField = words_field(FundStatus)
        self.form.add("status", "Status", field, value=held.status, needed=True,
                      help_text="Claims are taken while it is open or closing. Reconciled: its figures are agreed "
                      "with the funder and stand.")  # fmt: skip

    def value(self, answers: Answers) -> FundStatus:
        """The one chosen."""
        return cast(FundStatus, answers["status"])


class StartNextYear(FormDialog):
    """What the fund of the next year is to be called; `copied` says what goes to it."""

    def __init__(self, held: Fund, name: str, copied: str, parent: QWidget | None) -> None:
        super().__init__(
            "Next year’s fund", "Start it", parent, width=560,
            intro=f"From {held.name}: its terms and {copied}, with every day a year later. Its money, claims and "
            "decisions stay with it.",
        )  # fmt: skip
        self.form.add("name", "Name", TextField(), value=name, needed=True,
                      help_text="It is planned until you open it. Look at its figures and days again: those read in a "
                      "source of this year are second-hand for the next.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The name."""
        return str(answers["name"])
