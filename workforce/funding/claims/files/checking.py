"""A list of claims held against what is held: what would be added, what is held already, what is refused and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.names import name_key
from resources.database import Database
from resources.database.history import history_position
from resources.files.refused import RefusedRow
from resources.problem import Problem
from resources.wording import and_list, date_words, money
from resources.words import plain
from workforce.funding.claims.files.reading import ClaimsFile
from workforce.funding.claims.files.row_read import Refused, RowRead, is_total, read_row
from workforce.funding.claims.files.whose import Who, Whose
from workforce.funding.claims.lines import ClaimLine, all_lines
from workforce.funding.funds.funds import Fund, fund
from workforce.funding.funds.items import items_of
from workforce.funding.vocabulary import ClaimStatus
from workforce.training.courses import Course, courses
from workforce.training.uln import checked_uln

__all__ = ["Checked", "NewClaim", "check"]

LISTED = (
    ClaimStatus.SUBMITTED, ClaimStatus.APPROVED_BY_FINANCE, ClaimStatus.PAID, ClaimStatus.DECLINED,
    ClaimStatus.WITHDRAWN,
)  # fmt: skip
"""How a claim may stand that its payer lists."""


_MOST_LINES = 10


@dataclass(frozen=True)
class NewClaim:
    """A row that would be added; `learner` is who it is for, or whom to add."""

    row: RowRead
    provider_id: str
    provider: str
    service_id: str | None
    learner: Who
    course: Course | None
    item_id: str | None
    status: ClaimStatus

    @property
    def what(self) -> str:
        """In words."""
        if self.course is not None:
            return self.course.name
        return self.row.texts["what"] or f"Qualification {self.row.texts['qualification_code']}"


@dataclass(frozen=True)
class Held:
    """A row that is held already as a claim; `differs` where the amount is another."""

    row: RowRead
    claim: int
    differs: str


@dataclass(frozen=True)
class Checked:
    """What came of it; `position` is that of the history when it was looked at."""

    file: ClaimsFile
    fund: Fund
    year: int
    new: tuple[NewClaim, ...]
    held: tuple[Held, ...]
    refused: tuple[RefusedRow, ...]
    notes: tuple[str, ...]
    position: int

    @property
    def pence(self) -> int:
        """What the new ones claim."""
        return sum(one.row.pence for one in self.new)


def check(
    db: Database, file: ClaimsFile, *, fund_id: str, year: int, today: date, provider_id: str = ""
) -> Checked:
    """Look at every row; `provider_id` is whose form it is, where the rows do not say."""
    of = fund(db, fund_id)
    look = _Look(db, of, today, provider_id)
    new: list[NewClaim] = []
    held: list[Held] = []
    refused: list[RefusedRow] = []
    notes: list[str] = []
    for row in file.rows:
        if is_total(file, row):
            notes.append(_total_words(file, row.line, row.cell(file.header.mapping["pence"]), new, held))
            continue
        try:
            found = look.at(file, read_row(file, row))
        except Refused as why:
            refused.append(RefusedRow(row.line, file.sheet, row.cells, why.reason, why.field))
            continue
        if isinstance(found, NewClaim):
            new.append(found)
        else:
            held.append(found)
    notes += [*_date_notes(file), _odd_days(new, today)]
    if of.is_ours and any(one.row.status not in (None, ClaimStatus.DRAFT) for one in new):
        notes.append(
            f"Claims on {of.name} are approved here, so that all come in as drafts, whatever the file says."
        )
    return Checked(
        file,
        of,
        year,
        tuple(new),
        tuple(held),
        tuple(refused),
        tuple(filter(None, notes)),
        history_position(db),
    )


def _total_words(
    file: ClaimsFile, line: int, text: str, new: Sequence[NewClaim], held: Sequence[Held]
) -> str:
    from resources.files.values import read_pence  # loaded when first used

    total = read_pence(text).value
    rows = sum(one.row.pence for one in new) + sum(one.row.pence for one in held)
    if total is None or total == rows:
        return f"Line {line} is a total, and is left out." if total is not None else ""
    return (
        f"Line {line} says a total of {money(total)}, and the rows above it that can be read make {money(rows)}. "
        "Look at both."
    )


def _date_notes(file: ClaimsFile) -> list[str]:
    told = [order.sentence(file.heading(name)) for name, order in file.orders.items()]
    return [f"{one} The day is read first." if one.startswith("Nothing") else one for one in told if one]


def _odd_days(new: Sequence[NewClaim], today: date) -> str:
    lines = [f"{one.row.line:,}" for one in new if _is_odd(one.row.days, today)]
    if not lines:
        return ""
    named = [*lines[:_MOST_LINES], *(["more"] if len(lines) > _MOST_LINES else [])]
    return (
        f"Look at the days of {'line' if len(lines) == 1 else 'lines'} {and_list(named)}: a course that is still to "
        "come, or one that was paid for before it started or was submitted."
    )


def _is_odd(days: Mapping[str, date | None], today: date) -> bool:
    started, submitted, paid = days["started_on"], days["submitted_on"], days["paid_on"]
    to_come = any(day is not None and day > today for day in (started, days["completed_on"]))
    return to_come or (
        paid is not None and any(day is not None and paid < day for day in (started, submitted))
    )


class _Look:
    """What is held, read once, and each row held against it."""

    def __init__(self, db: Database, of: Fund, today: date, provider_id: str) -> None:
        self._fund, self._today = of, today
        self._whose = Whose(db, provider_id)
        self._by_code = _courses_by_code(db)
        self._by_name = {plain(one.name): one for one in courses(db, archived=True)}
        self._items = items_of(db, of.id)
        self._seen: dict[tuple[str, ...], int] = {}
        self._held: dict[tuple[str, ...], ClaimLine] = {}
        for line in all_lines(db, fund_id=of.id):
            for key in _held_keys(line):
                self._held.setdefault(key, line)

    def at(self, file: ClaimsFile, row: RowRead) -> NewClaim | Held:
        """What is to be done with it; raises Refused."""
        whose = self._whose.provider(file, row)
        who = self._whose.learner(file, row, _uln(file, row))
        course = self._course(row)
        if course is None and not (row.texts["what"] or row.texts["qualification_code"]):
            raise Refused(
                "nothing says what is claimed for: write the qualification’s code or title",
                file.heading("qualification_code") or file.heading("what"),
            )
        self._refuse_days(file, row)
        keys = _keys(whose.provider_id, who, course, row)
        known = next((self._held[key] for key in keys if key in self._held), None)
        if known is not None:
            return Held(row, known.claim.number, _differs(known, row))
        earlier = next((self._seen[key] for key in keys if key in self._seen), None)
        if earlier is not None:
            raise Refused(
                f"the same learner and qualification stand in line {earlier}: leave one of them out"
            )
        self._seen.update(dict.fromkeys(keys, row.line))
        status = row.status if row.status in LISTED and not self._fund.is_ours else None
        if status is None:
            status = ClaimStatus.DRAFT if self._fund.is_ours else ClaimStatus.SUBMITTED
        return NewClaim(
            row,
            whose.provider_id,
            whose.provider,
            whose.service_id,
            who,
            course,
            self._item(course, row),
            status,
        )

    def _course(self, row: RowRead) -> Course | None:
        by_code = self._by_code.get(_code(row.texts["qualification_code"]))
        return by_code or self._by_name.get(plain(row.texts["what"]))

    def _item(self, course: Course | None, row: RowRead) -> str | None:
        name = plain(row.texts["what"])
        fitting = [one for one in self._items if course is not None and one.course_id == course.id]
        fitting = fitting or [one for one in self._items if name and plain(one.name) == name]
        day = row.days["completed_on"] or row.days["started_on"]
        valid = [one for one in fitting if day is None or one.is_valid(day)]
        return (valid or fitting)[0].id if fitting else None

    def _refuse_days(self, file: ClaimsFile, row: RowRead) -> None:
        for name in ("cost_paid_on", "submitted_on", "paid_on"):
            day = row.days[name]
            if day is not None and day > self._today:
                raise Refused(f"{date_words(day)} is still to come: check the day", file.heading(name))
        started, completed = row.days["started_on"], row.days["completed_on"]
        if started and completed and completed < started:
            raise Refused(
                f"completed on {date_words(completed)}, before it started on {date_words(started)}",
                file.heading("completed_on"),
            )


def _courses_by_code(db: Database) -> dict[str, Course]:
    """By the codes of the catalogue, and by those under which a course alone was claimed before."""
    held = {one.id: one for one in courses(db, archived=True)}
    claimed: dict[str, set[str]] = {}
    for code, key in db.rows(
        "select distinct qualification_code, course_id from claim where qualification_code <> '' and course_id <> ''"
    ):
        claimed.setdefault(_code(code), set()).add(key)
    found = {code: held[key] for code, (key, *more) in claimed.items() if not more}
    return found | {_code(one.code): one for one in held.values() if one.code}


def _uln(file: ClaimsFile, row: RowRead) -> str:
    try:
        return checked_uln(row.uln)
    except Problem as problem:
        raise Refused(problem.sentence.removeprefix("ULN: "), file.heading("uln")) from None


def _code(text: str) -> str:
    return plain(text).replace(" ", "")


def _differs(known: ClaimLine, row: RowRead) -> str:
    if known.claim.pence == row.pence:
        return ""
    return f"{money(known.claim.pence)} here, {money(row.pence)} in the file"


Key = tuple[str, ...]


def _keys(provider: str, who: Who, course: Course | None, row: RowRead) -> list[Key]:
    whats = [course.id if course else "", _code(row.texts["qualification_code"]), plain(row.texts["what"])]
    persons = [who.key or "", name_key(row.learner) if row.learner else ""]
    return [
        (provider, person, what, row.part.value) for person in persons if person for what in whats if what
    ]


def _held_keys(line: ClaimLine) -> list[Key]:
    held = line.claim
    whats = [held.course_id or "", _code(held.qualification_code), plain(held.what)]
    persons = [held.learner_id or "", line.uln, name_key(line.learner) if line.learner else ""]
    return [
        (held.provider_id, person, what, held.part.value)
        for person in persons
        if person
        for what in whats
        if what
    ]
