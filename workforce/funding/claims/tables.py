"""Claims as tables: what the page, the workbook and the command line all draw from."""

from collections.abc import Sequence
from datetime import date

from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, instant_text, money
from workforce.funding.claims.concern import Concern
from workforce.funding.claims.duplicates import Duplicate
from workforce.funding.claims.evidence import CheckLine
from workforce.funding.claims.lines import ClaimLine
from workforce.funding.claims.steps import NEXT, ClaimStep
from workforce.years import year_words

EXEMPT = Exemption(
    3, "Which provider claimed how much, and who was refused, is its own business; learners are named."
)
"""Why a list of claims is not for publication."""

COLUMNS = (
    Column("number", "Claim", ColumnKind.NUMBER, 62),
    Column("provider", "Provider", width=186),
    Column("pence", "Claimed", ColumnKind.MONEY, 82),
    Column("status", "Status", ColumnKind.STATUS, 164),
    Column("next", "What is next", width=124),
    Column("learner", "Learner", width=142),
    Column("what", "Qualification or course", width=236),
    Column("approved_pence", "Approved", ColumnKind.MONEY, 92),
    Column("submitted_on", "Submitted", ColumnKind.DATE, 108),
    Column("fund", "Fund", width=190),
    Column("year", "Year", width=80),
    Column("uln", "ULN", width=104),
    Column("awarding_body", "Awarding body", width=140),
    Column("started_on", "Started", ColumnKind.DATE, 108),
    Column("completed_on", "Completed", ColumnKind.DATE, 108),
    Column("decided_on", "Decided", ColumnKind.DATE, 108),
    Column("paid_on", "Paid", ColumnKind.DATE, 108),
    Column("service", "Service", width=190),
    Column("district", "District", width=130),
)


def claim_row(one: ClaimLine) -> tuple[Cell, ...]:
    """A row of the list."""
    held = one.claim
    return (
        held.number, one.provider, held.pence, held.status.label, NEXT.get(held.status, ""), one.learner,
        one.what_words, held.approved_pence,
        _day(held.submitted_on), one.fund, year_words(held.year), one.uln, held.awarding_body,
        _day(held.started_on), _day(held.completed_on), _day(held.decided_on), _day(held.paid_on), one.service,
        one.district,
    )  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def claims_table(lines: Sequence[ClaimLine], *, today: date, title: str = "Claims") -> Table:
    """The claims given, in their order."""
    claimed = sum(one.claim.pence for one in lines)
    base = f"{count_of(len(lines), 'claim')}, {money(claimed)} claimed"
    return Table(title, COLUMNS, [claim_row(one) for one in lines], base=base, as_at=today, exempt=EXEMPT)


def steps_table(number: int, steps: Sequence[ClaimStep]) -> Table:
    """What was done with a claim, the latest first."""
    rows = [(instant_text(one.at), one.to_status.label, one.by, one.reason) for one in reversed(steps)]
    columns = (
        Column("at", "When", ColumnKind.TIME, 150),
        Column("status", "To", ColumnKind.STATUS, 190),
        Column("by", "By", width=130),
        Column("reason", "Why", width=260),
    )
    return Table(f"Steps of claim {number}", columns, rows, exempt=EXEMPT)


def checklist_table(number: int, lines: Sequence[CheckLine]) -> Table:
    """What is asked for, and what was seen of it."""
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        if not line.seen:
            rows.append((line.what, "Missing", None, "", "", ""))
        for one in line.seen:
            rows.append((line.what, "Present", one.seen_on.isoformat(), one.seen_by, one.file_name, one.note))
    columns = (
        Column("what", "Evidence", width=220),
        Column("state", "Status", ColumnKind.STATUS, 100),
        Column("seen_on", "Seen", ColumnKind.DATE, 108),
        Column("seen_by", "By", width=120),
        Column("file", "File", width=180),
        Column("note", "Note", width=180),
    )
    return Table(f"Evidence of claim {number}", columns, rows, exempt=EXEMPT)


def checklist_keys(lines: Sequence[CheckLine]) -> list[str]:
    """The evidence of each row of that table; "" where it is missing."""
    return [key for line in lines for key in ([one.id for one in line.seen] or [""])]


def concerns_table(number: int, found: Sequence[Concern]) -> Table:
    """What speaks against a claim."""
    rows = [(one.stops_words, one.sentence) for one in found]
    columns = (Column("stops", "What it does", width=120), Column("sentence", "What was found", width=420))
    return Table(f"What speaks against claim {number}", columns, rows, exempt=EXEMPT)


DUPLICATE_COLUMNS = (
    Column("learner", "Learner", width=140),
    Column("first", "Claim", ColumnKind.NUMBER, 64),
    Column("first_provider", "Made by", width=150),
    Column("second", "and claim", ColumnKind.NUMBER, 74),
    Column("second_provider", "made by", width=150),
    Column("sure", "Sure", ColumnKind.FLAG, 60),
    Column("what", "Qualification or course", width=200),
    Column("first_status", "Status of the first", ColumnKind.STATUS, 176),
    Column("second_status", "Status of the second", ColumnKind.STATUS, 176),
    Column("pence", "Claimed by the second", ColumnKind.MONEY, 110),
)


def duplicate_row(one: Duplicate) -> tuple[Cell, ...]:
    """A row of the pairs."""
    first, second = one.first, one.second
    names = (
        first.learner
        if one.sure or first.learner == second.learner
        else f"{first.learner} / {second.learner}"
    )
    return (
        names, first.claim.number, first.provider, second.claim.number, second.provider, int(one.sure), second.what,
        first.claim.status.label, second.claim.status.label, second.claim.pence,
    )  # fmt: skip


def duplicates_table(found: Sequence[Duplicate], *, today: date) -> Table:
    """Claims for the same learner and qualification."""
    base = f"{count_of(len(found), 'pair')} of claims that were neither declined nor withdrawn"
    rows = [duplicate_row(one) for one in found]
    return Table("Claims made twice", DUPLICATE_COLUMNS, rows, base=base, as_at=today, exempt=EXEMPT)


# --- the form of the Workforce Development Fund ---------------------------------------------------------------

FORM_COLUMNS = (
    Column("organisation", "Organisation", width=220),
    Column("workplace", "ASC-WDS", width=110),
    Column("given_name", "Given Name", width=120),
    Column("family_name", "Family Name", width=130),
    Column("uln", "ULN", width=110),
    Column("awarding_body", "Awarding Body", width=150),
    Column("candidate_number", "Candidate Registration Number", width=150),
    Column("qualification_code", "Qualification code", width=130),
    Column("apprenticeship", "apprenticeship? (diplomas only)", width=130),
    Column("funded_before", "previously funded up-front?", width=130),
    Column("pence", "Value Claimed", ColumnKind.MONEY, 110),
)
"""The eleven columns of the claim form, with its own headings."""


def form_row(one: ClaimLine) -> tuple[Cell, ...]:
    """A row of the form."""
    held = one.claim
    return (
        one.provider, one.workplace, one.given_name, one.family_name, one.uln, held.awarding_body,
        held.candidate_number, held.qualification_code, _yes(held.apprenticeship), _yes(held.funded_before),
        held.pence,
    )  # fmt: skip


def _yes(flag: bool) -> str:
    return "Yes" if flag else "No"


def form_table(lines: Sequence[ClaimLine]) -> Table:
    """The form: a row for each claim."""
    return Table("Claim form", FORM_COLUMNS, [form_row(one) for one in lines])


def form_lacks(lines: Sequence[ClaimLine]) -> list[str]:
    """What the payer will ask for and the claims do not say, a sentence each."""
    asked = {
        "workplace": "the ASC-WDS identifier", "uln": "the ULN", "awarding_body": "the awarding body",
        "candidate_number": "the candidate registration number", "qualification_code": "the qualification code",
    }  # fmt: skip
    names = [column.name for column in FORM_COLUMNS]
    found = []
    for name, words in asked.items():
        at = names.index(name)
        numbers = [str(one.claim.number) for one in lines if not form_row(one)[at]]
        if numbers:
            shown = ", ".join(numbers[:10]) + ("…" if len(numbers) > 10 else "")
            found.append(f"{count_of(len(numbers), 'claim')} without {words}: {shown}.")
    return found


def sums_table(lines: Sequence[ClaimLine], *, today: date) -> Table:
    """How many claims stand where, and their money: no name in it."""
    states: dict[str, list[int]] = {}
    for one in lines:
        found = states.setdefault(one.claim.status.label, [0, 0])
        found[0] += 1
        found[1] += one.claim.money
    order = [status.label for status in type(lines[0].claim.status)] if lines else []
    columns = (
        Column("status", "Status", ColumnKind.STATUS, 200),
        Column("claims", "Claims", ColumnKind.NUMBER, 80),
        Column("pence", "Money", ColumnKind.MONEY, 110),
    )
    rows: list[tuple[Cell, ...]] = [(name, *states[name]) for name in order if name in states]
    return Table("Claims by state", columns, rows, base=count_of(len(lines), "claim"), as_at=today)
