"""Decisions kept: whom they are about, what was known, and what each rule found; nobody writes over them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from resources.database import Database, change, new_key
from resources.wording import instant_text
from workforce.funding.decisions.kept_facts import (
    facts_as_text,
    facts_from_text,
    rule_as_json,
    rule_from_json,
)
from workforce.funding.rulebook.deciding import Decision
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.rules import Rule
from workforce.funding.vocabulary import Met, Outcome

_COLUMNS = (
    "id, fund_id, item_id, provider_id, service_id, learner_id, claim_id, as_at, outcome, facts, findings, "
    "decided_by, decided_at"
)


@dataclass(frozen=True)
class KeptFinding:
    """What a rule, as it read that day, found."""

    rule: Rule
    met: Met
    found: str
    to_change: str


@dataclass(frozen=True)
class KeptDecision:
    """One decision as it was made; `as_at` is the day whose facts and rules it speaks of."""

    id: str
    fund_id: str
    item_id: str | None
    provider_id: str
    service_id: str | None
    learner_id: str | None
    claim_id: str | None
    as_at: date
    outcome: Outcome
    facts: Mapping[str, FactValue]
    findings: tuple[KeptFinding, ...]
    decided_by: str
    decided_at: datetime

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules by which it was decided, in their order."""
        return tuple(one.rule for one in self.findings)


def keep_decision(
    db: Database,
    decided: Decision,
    facts: Mapping[str, FactValue],
    *,
    fund_id: str,
    provider_id: str,
    as_at: date,
    now: datetime,
    item_id: str | None = None,
    service_id: str | None = None,
    learner_id: str | None = None,
    claim_id: str | None = None,
) -> KeptDecision:
    """Keep what was decided, with the facts and the rules it was decided on."""
    key = new_key()
    name = db.value("select name from provider where id = ?", (provider_id,))
    with change(db, f"Kept what was decided of {name}: {decided.outcome.label}"):
        db.insert_row(
            "eligibility_decision",
            {
                "id": key, "fund_id": fund_id, "item_id": item_id, "provider_id": provider_id,
                "service_id": service_id, "learner_id": learner_id, "claim_id": claim_id,
                "as_at": as_at.isoformat(), "outcome": decided.outcome.value, "facts": facts_as_text(facts),
                "findings": _findings_as_text(decided), "decided_by": db.who, "decided_at": instant_text(now),
            },
        )  # fmt: skip
    return decision(db, key)


def _findings_as_text(decided: Decision) -> str:
    kept = [
        {"rule": rule_as_json(one.rule), "met": one.met.value, "found": one.found, "to_change": one.to_change}
        for one in decided.findings
    ]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def decision(db: Database, key: str) -> KeptDecision:
    """One as it was made."""
    row = db.row(f"select {_COLUMNS} from eligibility_decision where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no decision {key}")
    return _decision(row)


def decisions(db: Database, *, since: date | None = None, fund_id: str | None = None) -> list[KeptDecision]:
    """All, newest first; of a fund only, or as at a day or later only, where that is given."""
    rows = db.rows(
        f"select {_COLUMNS} from eligibility_decision where as_at >= ? and (? is null or fund_id = ?) "
        "order by decided_at desc, id desc",
        (since.isoformat() if since else "", fund_id, fund_id),
    )
    return [_decision(row) for row in rows]


def decisions_of(
    db: Database, *, claim_id: str = "", service_id: str = "", provider_id: str = "", learner_id: str = ""
) -> list[KeptDecision]:
    """Those of a claim, a service, a provider or a learner, newest first."""
    asked = {
        "claim_id": claim_id,
        "service_id": service_id,
        "provider_id": provider_id,
        "learner_id": learner_id,
    }
    given = {name: key for name, key in asked.items() if key}
    rows = db.rows(
        f"select {_COLUMNS} from eligibility_decision where {' and '.join(f'{name} = ?' for name in given)} "
        "order by decided_at desc, id desc",
        tuple(given.values()),
    )
    return [_decision(row) for row in rows]


def is_decision(db: Database, key: str) -> bool:
    """Whether the key is a decision's."""
    return bool(db.value("select exists (select 1 from eligibility_decision where id = ?)", (key,)))


def _decision(row: tuple[Any, ...]) -> KeptDecision:
    cells = dict(zip(_COLUMNS.split(", "), row, strict=True))
    findings = [
        KeptFinding(rule_from_json(one["rule"]), Met(one["met"]), one["found"], one["to_change"])
        for one in json.loads(cells["findings"])
    ]
    return KeptDecision(
        **{
            **cells,
            "as_at": date.fromisoformat(cells["as_at"]),
            "outcome": Outcome(cells["outcome"]),
            "facts": facts_from_text(cells["facts"]),
            "findings": tuple(findings),
            "decided_at": datetime.fromisoformat(cells["decided_at"]),
        }
    )
