"""The rules of a fund as they are kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database
from workforce.funding.vocabulary import Operator, SourceStanding, Subject

COLUMNS = (
    "id, fund_id, item_id, code, subject, words, fact, operator, value, other_fact, when_fact, when_operator, "
    "when_value, to_change, source, standing, valid_from, valid_to, position"
)


@dataclass(frozen=True)
class Rule:
    """A rule: it is met where `fact` stands to `value` (and `other_fact`) as `operator` says.

    With `when_fact` it speaks only of those for whom that condition holds; with `item_id` only of one thing that the
    fund pays for. An empty `value`, where one is needed: no figure is verified yet.
    """

    id: str
    fund_id: str
    item_id: str | None
    code: str
    subject: Subject
    words: str
    fact: str
    operator: Operator
    value: str = ""
    other_fact: str = ""
    when_fact: str = ""
    when_operator: Operator | None = None
    when_value: str = ""
    to_change: str = ""
    source: str = ""
    standing: SourceStanding = SourceStanding.OURS
    valid_from: date | None = None
    valid_to: date | None = None
    position: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on the day; its first and its last day count."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def _rule(row: tuple[Any, ...]) -> Rule:
    (key, fund, item, code, subject, words, fact, operator, value, other, when, when_operator, when_value, change,
     source, standing, first, last, position) = row  # fmt: skip
    return Rule(
        key, fund, item, code, Subject(subject), words, fact, Operator(operator), value, other, when,
        Operator(when_operator) if when_operator else None, when_value, change, source, SourceStanding(standing),
        _day(first), _day(last), position,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def rules_of(db: Database, fund_id: str, *, on: date | None = None, item_id: str | None = None) -> list[Rule]:
    """The rules of a fund in their order: those in force on a day, or all that ever were.

    With an item, only those of the whole fund and of this item; otherwise those of every item too.
    """
    rows = db.rows(f"select {COLUMNS} from rule where fund_id = ? order by position, id", (fund_id,))
    return [
        one
        for one in map(_rule, rows)
        if (on is None or one.holds_on(on)) and (item_id is None or one.item_id in (None, item_id))
    ]


def rules(db: Database) -> list[Rule]:
    """Of all funds."""
    return [_rule(row) for row in db.rows(f"select {COLUMNS} from rule order by fund_id, position, id")]


def rule(db: Database, key: str) -> Rule:
    """One by its key."""
    row = db.row(f"select {COLUMNS} from rule where id = ?", (key,))
    if row is None:
        raise LookupError(f"no rule {key}")
    return _rule(row)


def is_rule(db: Database, key: str) -> bool:
    """Whether the key is a rule's."""
    return bool(db.value("select exists (select 1 from rule where id = ?)", (key,)))
