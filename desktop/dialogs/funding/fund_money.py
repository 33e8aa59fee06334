"""The money of a fund: allocated, moved, and spent without a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.dialogs.funding.passing import PassingDialog
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField, money_field
from desktop.widgets.forms.form import Answers
from resources.wording import money
from workforce.funding.funds.allocations import Allocation
from workforce.funding.funds.balance import Balance, Passed, Pot
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.spending import Spending
from workforce.funding.funds.suggesting import Suggestion
from workforce.funding.vocabulary import SpendingStatus
from workforce.years import year_of, year_words

FUNDER = "The funder"
_STREAM = "Leave it empty where the fund is not divided by workstreams."


def years_of(held: Fund, pots: Sequence[Pot], today: date) -> list[int]:
    """The years of the fund's period, and those that hold something already."""
    last = year_of(held.closes_on) if held.closes_on else max(year_of(today), year_of(held.opens_on)) + 2
    return sorted({*range(year_of(held.opens_on), last + 1), *(pot.year for pot in pots)})


def _years_field(years: Sequence[int]) -> ChoiceField:
    return ChoiceField([(year, year_words(year)) for year in years])


def _this_year(years: Sequence[int], today: date) -> int | None:
    return year_of(today) if year_of(today) in years else (years[0] if len(years) == 1 else None)


def _streams(pots: Sequence[Pot]) -> list[str]:
    return list(dict.fromkeys(pot.workstream for pot in pots if pot.workstream))


@dataclass(frozen=True)
class Allocated:
    """What a year and workstream hold."""

    pot: Pot
    pence: int
    note: str
    passed: Passed | None


class Allocate(PassingDialog):
    """What the fund holds for a year and a workstream; `held` is the allocation to change."""

    def __init__(
        self, of: Fund, pots: Sequence[Pot], today: date, parent: QWidget | None, *, held: Allocation | None = None
    ) -> None:  # fmt: skip
        super().__init__(
            "Allocate", "Allocate", parent,
            intro=f"{of.name}: what the funder set for a year. What is agreed later is a variation: “Move money…”.",
        )  # fmt: skip
        self.add_passing()
        years, add = years_of(of, pots, today), self.form.add
        start = held.year if held else _this_year(years, today)
        add("year", "Year", _years_field(years), value=start, needed=True)
        add("workstream", "Workstream", suggesting(TextField(), _streams(pots)),
            value=held.workstream if held else None, help_text=_STREAM)  # fmt: skip
        add("pence", "Amount", money_field(), value=held.pence if held else None, needed=True)
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)
        if held is not None:  # another year is another allocation
            for name in ("year", "workstream"):
                self.form.rows[name].field.widget.setEnabled(False)

    def value(self, answers: Answers) -> Allocated:
        """What is to be kept."""
        pot = Pot(answers["year"], answers["workstream"])
        return Allocated(pot, answers["pence"], answers["note"], self.passed(answers))


@dataclass(frozen=True)
class Moved:
    """Money moved; None is the funder."""

    pence: int
    from_: Pot | None
    to: Pot | None
    reason: str
    agreed_by: str
    agreed_on: date
    passed: Passed | None


class MoveMoney(PassingDialog):
    """A variation between years and workstreams, or to and from the funder; filled from a `suggestion` where given."""

    def __init__(
        self, of: Fund, pots: dict[Pot, Balance], today: date, parent: QWidget | None, *,
        suggestion: Suggestion | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            "Move money", "Move it", parent, intro=f"{of.name}: a variation that was agreed.", width=560
        )
        self.add_passing()
        self._pots = _places(of, pots, today)
        found, add = suggestion, self.form.add
        add("pence", "Amount", money_field(), value=found.pence if found else None, needed=True)
        self._from, self._to = self._field(pots, free=True), self._field(pots, free=False)
        add("from_", "From", self._from, value=self._at(found.from_) if found else None, needed=True,
            help_text="More money from the funder comes from “The funder”.")  # fmt: skip
        add("to", "To", self._to, value=self._at(found.to) if found else None, needed=True)
        add("reason", "Why", LongTextField(lines=3), value=found.reason if found else None, needed=True)
        add("agreed_by", "Agreed by", TextField(), value=None, needed=True)
        add("agreed_on", "Agreed on", DateField(today=today), value=today, needed=True)

    def _field(self, pots: dict[Pot, Balance], *, free: bool) -> ChoiceField:
        def words(pot: Pot) -> str:
            held = pots.get(pot)
            return f"{pot.words} ({money(held.free)} free)" if free and held is not None else pot.words

        return ChoiceField([(at, words(pot) if pot else FUNDER) for at, pot in enumerate(self._pots)])

    def _at(self, pot: Pot | None) -> int:
        return self._pots.index(pot)

    def value(self, answers: Answers) -> Moved:
        """What is to be kept."""
        return Moved(
            answers["pence"], self._pots[answers["from_"]], self._pots[answers["to"]], answers["reason"],
            answers["agreed_by"], answers["agreed_on"], self.passed(answers),
        )  # fmt: skip


def _places(of: Fund, pots: dict[Pot, Balance], today: date) -> list[Pot | None]:
    """Every workstream in every year of the fund, then the funder."""
    years, streams = (
        years_of(of, list(pots), today),
        list(dict.fromkeys(pot.workstream for pot in pots)) or [""],
    )
    return [*(Pot(year, stream) for year in years for stream in streams), None]


@dataclass(frozen=True)
class Spent:
    """What is spent, and how far it has gone by which day."""

    what: str
    pence: int
    pot: Pot
    to_whom: str
    committed_on: date
    note: str
    status: SpendingStatus
    on: date | None
    passed: Passed | None


class WriteSpending(PassingDialog):
    """Something that is paid for without a claim; `held` is what is to be changed."""

    def __init__(
        self, of: Fund, pots: Sequence[Pot], today: date, parent: QWidget | None, *, held: Spending | None = None
    ) -> None:  # fmt: skip
        title, verb = ("Change the spending", "Save changes") if held else ("Spend", "Commit the money")
        super().__init__(title, verb, parent, width=560, intro=f"{of.name}: what no claim asks for.")
        self.add_passing()
        years, streams = years_of(of, pots, today), _streams(pots)
        add = self.form.add
        add("what", "What", TextField(), value=held.what if held else None, needed=True)
        add("pence", "Amount", money_field(), value=held.pence if held else None, needed=True)
        add("to_whom", "To whom", TextField(), value=held.to_whom if held else None)
        add(
            "year",
            "Year",
            _years_field(years),
            value=held.year if held else _this_year(years, today),
            needed=True,
        )
        add("workstream", "Workstream", _stream_field(streams, pots), needed=bool(streams) and not _undivided(pots),
            value=held.workstream if held else None)  # fmt: skip
        if not streams:
            self.form.show_row("workstream", False)
        add("committed_on", "Committed", DateField(today=today), value=held.committed_on if held else today,
            needed=True)  # fmt: skip
        self._add_state(held, today)
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    def _add_state(self, held: Spending | None, today: date) -> None:
        self._held, self._state = held, words_field(SpendingStatus)
        status = held.status if held else SpendingStatus.COMMITTED
        self.form.add("status", "Status", self._state, value=status, needed=True,
                      help_text="Paid: the money has left us. Released: it is free again.")  # fmt: skip
        on = (held.paid_on or held.released_on or today) if held else today
        self.form.add("on", "On", DateField(today=today), value=on)
        self._state.changed.connect(self._follow)
        if held is not None and held.status is not SpendingStatus.COMMITTED:
            self.form.show_row("status", False)
        self._follow()

    def _follow(self) -> None:
        ended = self._state.answer() is not SpendingStatus.COMMITTED
        was = self._held is not None and self._held.status is not SpendingStatus.COMMITTED
        self.form.show_row("on", ended and not was)

    def value(self, answers: Answers) -> Spent:
        """What is to be kept."""
        return Spent(
            answers["what"], answers["pence"], Pot(answers["year"], answers.get("workstream") or ""),
            answers["to_whom"], answers["committed_on"], answers["note"],
            answers.get("status") or SpendingStatus.COMMITTED, answers.get("on"), self.passed(answers),
        )  # fmt: skip


def _undivided(pots: Sequence[Pot]) -> bool:
    return any(not pot.workstream for pot in pots)


def _stream_field(streams: Sequence[str], pots: Sequence[Pot]) -> ChoiceField:
    any_of = [("", "None")] if _undivided(pots) else []
    return ChoiceField([*any_of, *((one, one) for one in streams)])
