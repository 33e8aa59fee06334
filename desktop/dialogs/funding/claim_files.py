"""A list of claims on its way in: whose money it is of, which column is which, and what it would bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field
from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Group, Preview
from resources.database import Database
from resources.files.headers import HeaderFound, closest
from resources.files.names import name_of
from resources.problem import Problem
from resources.wording import capital_first, count_of, money
from workforce.funding.claims.files.checking import Checked
from workforce.funding.claims.files.columns import SPECS
from workforce.funding.claims.files.preview import columns_table, preview_groups, preview_notes
from workforce.funding.funds.funds import Fund
from workforce.years import year_of, year_words

_NONE = ("", "None of them")


@dataclass(frozen=True)
class OfWhom:
    """The fund and year that a list is of, and the provider whose form it is, if it is one's."""

    path: Path
    fund_id: str
    year: int
    provider_id: str


class AskOfWhom(FormDialog):
    """What the file itself does not say."""

    def __init__(
        self, db: Database, path: Path, among: Sequence[Fund], today: date, parent: QWidget | None
    ) -> None:
        super().__init__(
            "Take in a list of claims", "Read the file", parent,
            intro=f"“{name_of(path)}”: a provider’s filled claim form, or a payer’s list. Nothing is written before "
            "you have seen what it brings.",
        )  # fmt: skip
        self._path, self._among, self._today = path, among, today
        self._fund = ChoiceField([(one.id, one.name) for one in among])
        self._year = ChoiceField([])
        self.form.add(
            "fund_id", "Fund", self._fund, value=among[0].id if len(among) == 1 else None, needed=True
        )
        self.form.add("year", "Charged to the year", self._year, needed=True)
        self.form.add(
            "provider_id", "Provider", provider_field(db),
            help_text="Only where the list is one provider’s form and its rows do not name it.",
        )  # fmt: skip
        self._fund.changed.connect(self._offer_years)
        self._offer_years()

    @Slot()
    def _offer_years(self) -> None:
        of = next((one for one in self._among if one.id == self._fund.answer()), None)
        this = year_of(self._today)
        last = year_of(of.closes_on) if of and of.closes_on else this
        years = list(range(year_of(of.opens_on), max(last, year_of(of.opens_on)) + 1)) if of else [this]
        self._year.set_options([(year, year_words(year)) for year in years])
        self._year.show_answer(this if this in years else years[-1])

    def value(self, answers: Answers) -> OfWhom:
        """Of whom it is."""
        return OfWhom(self._path, answers["fund_id"], answers["year"], answers["provider_id"] or "")


class ClaimColumns(FormDialog):
    """A heading for each field. What was recognised is filled in, and what looks like it offered."""

    def __init__(self, name: str, header: HeaderFound, parent: QWidget | None) -> None:
        super().__init__(
            "Which column is which?", "Use these columns", parent, width=560,
            intro=f"“{name}” does not say it clearly. The value claimed and the learner are needed: a name or a ULN. "
            "The answer is remembered for files with these headings.",
        )  # fmt: skip
        headings = list(dict.fromkeys(heading for heading in header.headings if heading.strip()))
        options = [_NONE, *((heading, heading) for heading in headings)]
        for spec in SPECS:
            at = header.mapping.get(spec.name)
            value = header.headings[at] if at is not None else ""
            if spec.required and not value:
                value = closest(spec, header.unknown) or ""
            meaning = capital_first(spec.meaning.removeprefix("the "))
            self.form.add(spec.name, meaning, ChoiceField(options), value=value, needed=spec.required)

    def value(self, answers: Answers) -> Mapping[str, str]:
        """Field → heading; no heading twice."""
        chosen = {name: heading for name, heading in answers.items() if heading}
        told = list(chosen.values())
        twice = next((heading for heading in told if told.count(heading) > 1), None)
        if twice is not None:
            raise Problem(f"“{twice}” is chosen for two columns. Choose another heading for one of them.")
        if "pence" not in chosen:
            raise Problem("No column is chosen for the value claimed. Choose the one with the amounts.")
        if not chosen.keys() & {"learner", "family_name", "uln"}:
            raise Problem("No column is chosen for the learner. Choose the one with names or ULNs.")
        return chosen


class ClaimsPreview(PreviewDialog):
    """What the file would bring."""

    def __init__(self, checked: Checked, parent: QWidget | None) -> None:
        super().__init__("Take in a list of claims", preview_of(checked), parent, size=(1160, 640))
        self.checked = checked


def preview_of(checked: Checked) -> Preview:
    """The groups, and last what each column was taken for."""
    groups = shown_groups(preview_groups(checked))
    columns = columns_table(checked.file)
    groups.append(
        Group("Columns of the file", len(columns.rows), columns, "What each was taken for, by its heading.")
    )
    what = count_of(len(checked.new), "claim")
    title = f"{what}, {money(checked.pence)}" if checked.new else "Nothing new"
    return Preview(
        title, f"{checked.file.name}, {checked.fund.name}, {year_words(checked.year)}", groups,
        f"Take in {what}" if checked.new else "Take in nothing", preview_notes(checked), can_commit=bool(checked.new),
    )  # fmt: skip
