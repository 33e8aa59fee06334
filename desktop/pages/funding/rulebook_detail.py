"""What the pane of the rulebook says of a rule, and of a service that was tried."""

from collections.abc import Sequence
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import capital_first, date_words
from workforce.funding.rulebook.checking import Fault
from workforce.funding.rulebook.deciding import Decision, Finding
from workforce.funding.rulebook.facts import FACTS, Facts
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.tables import place_words
from workforce.funding.rulebook.telling import rule_words
from workforce.funding.rulebook.values import value_words
from workforce.funding.vocabulary import Met

_VERSIONS = (
    Column("valid_from", "From", ColumnKind.DATE, 100), Column("valid_to", "To", ColumnKind.DATE, 100),
    Column("words", "Rule", width=300),
)  # fmt: skip
_FINDINGS = (
    Column("met", "Finding", ColumnKind.STATUS, 124), Column("words", "Rule", width=220),
    Column("found", "What was found", width=220), Column("to_change", "What would change it", width=240),
)  # fmt: skip


def rule_detail(
    one: Rule, others: Sequence[Rule], faults: Sequence[Fault], item: str, actions: Sequence[Action]
) -> Detail:
    """A rule: what it asks, why, since when; what is wrong with it, and what it said before."""
    wrong = [Line("", fault.sentence) for fault in faults if one.id in fault.rules]
    versions = [other for other in others if other.code == one.code and other.item_id == one.item_id]
    sections = [
        *([Section("To look at", wrong)] if wrong else []),
        Section("The rule", (
            Line("Speaks of", one.subject.label), Line("Test", capital_first(rule_words(one))),
            Line("Asked for", item), Line("To change it", one.to_change),
        )),
        Section("Where it comes from", (
            Line("Source", one.source), Line("How well known", one.standing.label), Line("Valid", _valid(one)),
        )),
    ]  # fmt: skip
    if len(versions) > 1:
        sections.append(Section(f"{one.code} over time", table=_over_time(one.code, versions)))
    return Detail(one.words, one.code, (), actions, sections)


def _valid(one: Rule) -> str:
    if one.valid_from is None and one.valid_to is None:
        return "as long as the fund"
    first = f"from {date_words(one.valid_from)}" if one.valid_from else ""
    return " ".join(filter(None, (first, f"to {date_words(one.valid_to)}" if one.valid_to else "")))


def _over_time(code: str, versions: Sequence[Rule]) -> Table:
    rows = [
        (one.valid_from.isoformat() if one.valid_from else None, one.valid_to.isoformat() if one.valid_to else None,
         one.words)
        for one in versions
    ]  # fmt: skip
    return Table(f"Rule {code} over time", _VERSIONS, rows)


def tried_detail(
    db: Database, service_id: str, facts: Facts, decision: Decision, actions: Sequence[Action], *, on: date
) -> Detail:
    """What the rules say of a service on a day, rule by rule, and what was known of it."""
    provider, service, district = place_words(db, service_id)
    known = tuple(
        Line(capital_first(FACTS[name].words), value_words(FACTS[name], value))
        for name, value in facts.items()
    )
    change = tuple(Line("", f"{said}.") for said in decision.to_change)
    asked = [one for one in decision.findings if one.met is not Met.DOES_NOT_APPLY]
    rest = [one for one in decision.findings if one.met is Met.DOES_NOT_APPLY]
    sections = [
        *([Section("What would change the answer", change)] if change else []),
        Section("What each rule finds", (), _findings(asked)),
        *([Section("Rules that do not apply", (), _findings(rest), folded=True)] if rest else []),
        Section("What was known on that day", known, folded=True, stacked=True),
    ]  # fmt: skip
    subtitle = ", ".join(filter(None, (provider, district, f"on {date_words(on)}")))
    return Detail(service, subtitle, ((ColumnKind.STATUS, decision.outcome.label),), actions, sections)


def _findings(found: Sequence[Finding]) -> Table:
    rows = [(one.met.label, one.rule.words, one.found, one.to_change) for one in found]
    return Table("What each rule finds", _FINDINGS, rows)
