"""Rules, what they find and whom a change concerns, as tables for screen and command line alike."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from engagement.register.facts import key_list
from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import capital_first, count_of, date_words
from workforce.funding.rulebook.checking import Fault
from workforce.funding.rulebook.deciding import Decision
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.rulebook.flips import Flip
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.telling import rule_words
from workforce.funding.vocabulary import Outcome

NAMED_EXEMPT = Exemption(
    3,
    "It says for what named providers are eligible, or why they are not, which is of their business affairs.",
)
"""Of what the rules find of one service or claim; the rules themselves, and how many answers change, are public."""
RULE_COLUMNS = (
    Column("code", "Code", width=124),
    Column("words", "Rule", width=368),
    Column("subject", "Speaks of", width=96),
    Column("test", "How it is tested", width=320),
    Column("item", "Of what is paid for", width=130),
    Column("valid_from", "Valid from", ColumnKind.DATE, 104),
    Column("valid_to", "Valid to", ColumnKind.DATE, 104),
    Column("fault", "To look at", width=150),
    Column("standing", "How well known", width=150),
    Column("source", "Source", width=220),
)
FAULT_COLUMNS = (Column("kind", "What is wrong", width=160), Column("sentence", "What it is", width=620))
FINDING_COLUMNS = (
    Column("code", "Rule", width=110),
    Column("words", "What it asks", width=280),
    Column("met", "Finding", ColumnKind.STATUS, 130),
    Column("found", "What was found", width=280),
    Column("to_change", "What would change it", width=280),
)
FLIP_COLUMNS = (
    Column("provider", "Provider", width=140),
    Column("service", "Service or claim", width=150),
    Column("before", "Until now", ColumnKind.STATUS, 156),
    Column("after", "Then", ColumnKind.STATUS, 156),
    Column("why", "Why", width=420),
    Column("district", "District", width=120),
)


def rule_row(one: Rule, faults: Sequence[Fault], items: Mapping[str, str]) -> tuple[Cell, ...]:
    """A row under RULE_COLUMNS; `items` are the names of what the fund pays for."""
    wrong = "; ".join(dict.fromkeys(fault.kind.label for fault in faults if one.id in fault.rules))
    return (
        one.code, one.words, one.subject.label, rule_words(one), items.get(one.item_id or "", ""),
        one.valid_from.isoformat() if one.valid_from else None, one.valid_to.isoformat() if one.valid_to else None,
        wrong, one.standing.label, one.source,
    )  # fmt: skip


def rules_table(
    title: str, rules: Sequence[Rule], faults: Sequence[Fault], items: Mapping[str, str], *, on: date | None
) -> Table:
    """A fund's rules; those in force on a day, or all that ever were."""
    rows = [rule_row(one, faults, items) for one in rules]
    return Table(f"Rules of {title}", RULE_COLUMNS, rows, as_at=on)


def faults_table(title: str, faults: Iterable[Fault]) -> Table:
    """What is wrong with them."""
    rows = [(one.kind.label, one.sentence) for one in faults]
    return Table(f"What to look at in the rules of {title}", FAULT_COLUMNS, rows)


def findings_table(title: str, decision: Decision, *, on: date, until: date | None = None) -> Table:
    """What each rule finds; after `until` it would be too late to put anything right."""
    rows = [
        (one.rule.code, one.rule.words, one.met.label, one.found, one.to_change_by(until))
        for one in decision.findings
    ]
    return Table(f"{title}: {decision.outcome.label}", FINDING_COLUMNS, rows, as_at=on, exempt=NAMED_EXEMPT)


def flips_table(db: Database, found: Sequence[Flip], *, on: date, asked: int) -> Table:
    """The services whose answer differs, of those that were asked."""
    places = _places(db, [one.key for one in found])
    rows = []
    for one in found:
        provider, name, district = places.get(one.key, ("", one.key, ""))
        rows.append((provider, name, one.before.outcome.label, one.after.outcome.label, one.why, district))
    return Table(
        "Whose answer would change", FLIP_COLUMNS, rows, base=_asked(asked), as_at=on,
        notes=(flips_words(found, asked=asked, on=on),), exempt=NAMED_EXEMPT if found else None,
    )  # fmt: skip


def flips_words(found: Sequence[Flip], *, asked: int, on: date) -> str:
    """How many change, and how, in a sentence."""
    day = date_words(on)
    if not found:
        return f"No answer changes: all {_asked(asked)} come out as before on {day}."
    ways: dict[tuple[Outcome, Outcome], int] = {}
    for one in found:
        way = one.before.outcome, one.after.outcome
        ways[way] = ways.get(way, 0) + 1
    said = "; ".join(
        f"{number:,} from “{before.label}” to “{after.label}”" for (before, after), number in ways.items()
    )
    return f"{len(found):,} of {_asked(asked)} would come out differently on {day}: {said}."


def _asked(number: int) -> str:
    return count_of(number, "service or claim", "services and claims")


def _places(db: Database, keys: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """Provider, name and district of each; of a claim, its number as the name."""
    rows = db.rows(
        """select service.id, provider.name, service.name, service.district from service
        join provider on provider.id = service.provider_id
        where service.id in (select value from json_each(?1))
        union all select claim.id, provider.name, 'Claim ' || claim.number, ifnull(service.district, '') from claim
        join provider on provider.id = claim.provider_id left join service on service.id = claim.service_id
        where claim.id in (select value from json_each(?1))""",
        (key_list(keys),),
    )
    return {key: (provider, name, district) for key, provider, name, district in rows}


def place_words(db: Database, key: str) -> tuple[str, str, str]:
    """Provider, name and district of a service, or a claim."""
    return _places(db, [key]).get(key, ("", key, ""))


def facts_table() -> Table:
    """What rules can speak of."""
    columns = (
        Column("name", "Name"), Column("subject", "Of"), Column("words", "What it is"), Column("type", "Sort"),
        Column("choices", "What it can be"),
    )  # fmt: skip
    rows = [
        (
            one.name, one.subject.label, capital_first(one.words), one.type.value,
            ", ".join(label for _, label in one.choices),
        )
        for one in FACTS.values()
    ]  # fmt: skip
    return Table("What rules can speak of", columns, rows)
