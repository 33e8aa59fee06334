"""Decisions as a table; who was found not eligible, and why, is not for publication."""

from collections.abc import Mapping, Sequence

from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.funding.decisions.answering import ChangedAnswer
from workforce.funding.decisions.keeping import KeptDecision

DECISIONS_EXEMPT = Exemption(
    3, "It names providers beside what was decided of their claims, which is of their business affairs."
)
"""Why a list of decisions is not for publication."""

COLUMNS = (
    Column("as_at", "As at", ColumnKind.DATE, width=104),
    Column("who", "Provider or service", width=196),
    Column("what_for", "What for", width=160),
    Column("outcome", "Decided", ColumnKind.STATUS, width=150),
    Column("now", "With what is known today", ColumnKind.STATUS, width=148),
    Column("why", "What differs", width=300),
    Column("claim", "Claim", ColumnKind.NUMBER, width=70),
    Column("fund", "Fund", width=180),
    Column("by", "By", width=140),
    Column("at", "When", ColumnKind.TIME, width=150),
)
SAME = "The same"


def decision_rows(
    db: Database, held: Sequence[KeptDecision], changed: Mapping[str, ChangedAnswer]
) -> list[tuple[Cell, ...]]:
    """One for each decision, in the order given; `changed` by the decision's key."""
    names = {
        table: dict(db.rows(f"select id, name from {table}"))
        for table in ("provider", "service", "fund", "fund_item")
    }
    numbers = dict(db.rows("select id, number from claim"))
    return [_row(one, names, numbers, changed.get(one.id)) for one in held]


def _row(
    one: KeptDecision, names: Mapping[str, Mapping[str, str]], numbers: Mapping[str, int],
    differs: ChangedAnswer | None,
) -> tuple[Cell, ...]:  # fmt: skip
    fund = names["fund"].get(one.fund_id, "")
    return (
        one.as_at.isoformat(),
        names["service"].get(one.service_id or "") or names["provider"].get(one.provider_id, ""),
        names["fund_item"].get(one.item_id or "") or fund,
        one.outcome.label,
        differs.now.outcome.label if differs else SAME,
        "; ".join(fact.words for fact in differs.changed) if differs else "",
        numbers.get(one.claim_id or ""),
        fund,
        one.decided_by,
        one.decided_at.isoformat(),
    )


def decisions_table(rows: Sequence[tuple[Cell, ...]]) -> Table:
    """As they were made, each beside the answer that what is known today would give."""
    return Table(
        "Past decisions", COLUMNS, rows, base=f"{count_of(len(rows), 'decision')}.",
        notes=("A decision keeps the facts and the rules that it was made on; nothing writes over it.",),
        exempt=DECISIONS_EXEMPT,
    )  # fmt: skip
