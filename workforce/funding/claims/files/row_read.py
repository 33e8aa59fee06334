"""One row of a list of claims, read: its values, or why there are none. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from resources.files.cells import clean_text, shown
from resources.files.dates import Order
from resources.files.rows import Row
from resources.files.values import read_date, read_flag, read_pence
from resources.words import plain
from workforce.funding.claims.files.columns import DAYS, FLAGS, TEXTS
from workforce.funding.claims.files.reading import ClaimsFile
from workforce.funding.vocabulary import ClaimPart, ClaimStatus

_TOTAL = ("total", "totals", "sum", "grand total")
_STATES = {
    "paid": ClaimStatus.PAID, "approved": ClaimStatus.APPROVED_BY_FINANCE, "declined": ClaimStatus.DECLINED,
    "rejected": ClaimStatus.DECLINED, "refused": ClaimStatus.DECLINED, "withdrawn": ClaimStatus.WITHDRAWN,
    "pending": ClaimStatus.SUBMITTED, "received": ClaimStatus.SUBMITTED, "in progress": ClaimStatus.SUBMITTED,
}  # fmt: skip
_PARTS = {
    "1": ClaimPart.FIRST, "first": ClaimPart.FIRST, "60": ClaimPart.FIRST, "2": ClaimPart.SECOND,
    "second": ClaimPart.SECOND, "40": ClaimPart.SECOND, "full": ClaimPart.WHOLE, "100": ClaimPart.WHOLE,
}  # fmt: skip


class Refused(Exception):
    """Why a row is left out; `field` is the heading to mend."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


@dataclass(frozen=True)
class RowRead:
    """What a row says, before it is known of whom."""

    line: int
    organisation: str
    workplace: str
    given_name: str
    family_name: str
    uln: str
    pence: int
    part: ClaimPart
    status: ClaimStatus | None
    texts: Mapping[str, str]
    days: Mapping[str, date | None]
    flags: Mapping[str, bool]
    cells: tuple[str, ...] = field(repr=False, default=())

    @property
    def learner(self) -> str:
        """Given name first."""
        return f"{self.given_name} {self.family_name}".strip()


def is_total(file: ClaimsFile, row: Row) -> bool:
    """Whether a row adds the others up: an amount, and of nobody."""
    told = file.header.values(row)
    names = [told.get(name, "").strip() for name in ("learner", "given_name", "family_name", "uln")]
    first = next((plain(cell) for cell in row.cells if cell.strip()), "")
    return bool(told.get("pence", "").strip()) and (
        not any(names) and (first in _TOTAL or _only_amount(told))
    )


def _only_amount(told: Mapping[str, str]) -> bool:
    return [name for name, text in told.items() if text.strip()] == ["pence"]


def read_row(file: ClaimsFile, row: Row) -> RowRead:
    """The row's values; raises Refused for what cannot be read."""
    told = {name: clean_text(text) for name, text in file.header.values(row).items()}
    given, family = _names(file, told)
    return RowRead(
        row.line, told.get("organisation", ""), told.get("workplace", ""), given, family, told.get("uln", ""),
        _pence(file, told), _part(file, told), _status(file, told),
        {name: told.get(name, "") for name in TEXTS},
        {name: _day(file, name, told.get(name, "")) for name in DAYS},
        {name: _flag(file, name, told.get(name, "")) for name in FLAGS}, row.cells,
    )  # fmt: skip


def _names(file: ClaimsFile, told: Mapping[str, str]) -> tuple[str, str]:
    given, family = told.get("given_name", ""), told.get("family_name", "")
    whole = told.get("learner", "")
    if not family and whole:
        if "," in whole:
            family, _, given = (part.strip() for part in whole.partition(","))
        else:
            given, _, family = whole.rpartition(" ")
    if not family and not told.get("uln"):
        heading = file.heading("family_name") or file.heading("learner") or file.heading("uln")
        raise Refused("the row names no learner: write the name or the ULN", heading)
    return given, family


def _pence(file: ClaimsFile, told: Mapping[str, str]) -> int:
    text, heading = told.get("pence", ""), file.heading("pence")
    found = read_pence(text)
    if found.reason:
        raise Refused(found.reason, heading)
    if found.value is None:
        raise Refused("no value is claimed: write the amount, such as 1,250.00", heading)
    if found.value <= 0:
        raise Refused(f"{shown(text)} is not above £0: write the amount that is claimed", heading)
    return found.value


def _day(file: ClaimsFile, name: str, text: str) -> date | None:
    if not text:
        return None
    order = file.orders[name].order
    found = read_date(text, Order.DAY_FIRST if order is Order.UNDECIDED else order)
    if found.reason:
        raise Refused(found.reason, file.heading(name))
    return found.value


def _flag(file: ClaimsFile, name: str, text: str) -> bool:
    if text.casefold() in ("n/a", "na", "-"):
        return False
    found = read_flag(text)
    if found.reason:
        raise Refused(found.reason, file.heading(name))
    return bool(found.value)


def _part(file: ClaimsFile, told: Mapping[str, str]) -> ClaimPart:
    text = told.get("part", "")
    if not text:
        return ClaimPart.WHOLE
    found = ClaimPart.read(text) or _PARTS.get(plain(text.rstrip("%")))
    if found is None:
        raise Refused(f"{shown(text)} is none of Whole, First part and Second part", file.heading("part"))
    return found


def _status(file: ClaimsFile, told: Mapping[str, str]) -> ClaimStatus | None:
    text = told.get("status", "")
    if not text:
        return ClaimStatus.PAID if told.get("paid_on") else None
    found = ClaimStatus.read(text) or _STATES.get(plain(text))
    if found is None:
        raise Refused(
            f"{shown(text)} is no state of a claim: write Submitted, Paid or Declined", file.heading("status")
        )
    return found
