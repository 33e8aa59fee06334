"""The call list: a provider at a time, whom to ring, about what, by when; as a workbook and as a Word document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from resources.report.blocks import Block, FactList, Heading, Paragraph, Report, TableBlock, WritingRoom
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, money
from workforce.funding.unclaimed.approaches import Approach
from workforce.funding.unclaimed.likely import NO_FIGURE
from workforce.funding.unclaimed.tables import NAMES_EXEMPT, NOTES, unclaimed_table
from workforce.funding.unclaimed.unclaimed import Unclaimed, sums

TITLE = "Call list: funding not claimed"


@dataclass(frozen=True)
class Call:
    """One provider to ring, about all that it has not claimed."""

    provider_id: str
    provider: str
    rows: tuple[Unclaimed, ...]

    @property
    def first(self) -> Unclaimed:
        """The row that stands best: a person is named there if there is one."""
        return next((one for one in self.rows if one.person is not None), self.rows[0])

    @property
    def pence(self) -> int | None:
        """None where no figure is known of any."""
        known = [one.likely.pence for one in self.rows if one.likely.pence is not None]
        return sum(known) if known else None

    @property
    def likely_words(self) -> str:
        """Up to £3,080, or no figure yet."""
        return NO_FIGURE if self.pence is None else f"up to {money(self.pence)}"

    @property
    def by(self) -> date | None:
        """The first last day among them."""
        return min((one.by for one in self.rows if one.by is not None), default=None)

    @property
    def approached(self) -> Approach | None:
        """The last time that it was spoken to about one of the funds."""
        known = [one.approached for one in self.rows if one.approached is not None]
        return max(known, key=lambda one: (one.made_on, one.id), default=None)

    @property
    def what_for(self) -> str:
        """Everything that it could claim, each named once."""
        return "; ".join(dict.fromkeys(f"{one.what_for} ({one.fund.name})" for one in self.rows))

    @property
    def missing(self) -> str:
        """All that is missing, each said once."""
        return "; ".join(dict.fromkeys(said for one in self.rows for said in one.missing))


def calls(rows: Iterable[Unclaimed]) -> list[Call]:
    """A provider once, those to be rung soonest first, and of these the largest amount first."""
    of: dict[str, list[Unclaimed]] = {}
    for one in rows:
        of.setdefault(one.place.provider_id, []).append(one)
    found = [Call(key, some[0].place.provider, tuple(some)) for key, some in of.items()]
    return sorted(
        found, key=lambda one: (one.by or date.max, one.pence is None, -(one.pence or 0), one.provider)
    )


_COLUMNS = (
    Column("provider", "Provider", width=200),
    Column("ring", "Whom to ring", width=180),
    Column("phone", "Telephone", width=130),
    Column("email", "E-mail", width=200),
    Column("services", "Services", width=200),
    Column("what_for", "What for", width=260),
    Column("likely", "Likely, up to", ColumnKind.MONEY, width=110),
    Column("by", "By", ColumnKind.DATE, width=110),
    Column("missing", "What is missing", width=280),
    Column("approached", "Last spoken to", width=220),
    Column("said", "What was said", width=220),
    Column("again", "Ask again on", width=110),
)


def call_table(found: Sequence[Call], on: date) -> Table:
    """A line for each provider, with two columns to write in."""
    number = count_of(len(found), "provider")
    return Table(TITLE, _COLUMNS, [_call_row(one) for one in found], base=f"{number} to ring.", as_at=on,
                 exempt=NAMES_EXEMPT)  # fmt: skip


def _call_row(one: Call) -> tuple[Cell, ...]:
    person, office = one.first.person, one.first.place.switchboard
    services = "; ".join(dict.fromkeys(row.place.service for row in one.rows))
    return (
        one.provider,
        f"{person.name}, {person.role.label}" if person else "Nobody has agreed to be contacted",
        person.phone if person and person.phone else office.number,
        person.email if person else "",
        services,
        one.what_for,
        one.pence,
        one.by.isoformat() if one.by else None,
        one.missing,
        one.approached.words if one.approached else "",
        "",
        "",
    )


def call_tables(rows: Sequence[Unclaimed], on: date) -> list[Table]:
    """Both sheets of the workbook: whom to ring, and every line about which."""
    return [call_table(calls(rows), on), unclaimed_table(rows, on)]


# --- on paper -------------------------------------------------------------------------------------------------

_LINE_COLUMNS = (
    Column("service", "Service", width=150),
    Column("what_for", "What for", width=170),
    Column("likely", "Likely, up to", ColumnKind.MONEY, width=80),
    Column("basis", "Rests on", width=190),
    Column("missing", "What is missing", width=200),
)


def call_list(rows: Sequence[Unclaimed], on: date) -> Report:
    """A part for each provider with room to write in; exempt as a whole, since it names them."""
    found, of = calls(rows), sums(rows)
    opening = (
        f"{count_of(len(found), 'provider')} to ring about {count_of(of.services, 'service')}; likely up to "
        f"{money(of.pence)} in all"
    )
    opening += f", and {count_of(of.without_figure, 'line')} without a figure." if of.without_figure else "."
    blocks: list[Block] = [Heading("Whom to ring"), Paragraph(f"{opening} {NOTES[1]}")]
    for one in found:
        blocks += _call_blocks(one)
    return Report(TITLE, as_at=on, blocks=tuple(blocks), marking=(NAMES_EXEMPT,))


def _call_blocks(one: Call) -> list[Block]:
    facts = [
        ("Ring", one.first.ring),
        ("Likely", one.likely_words),
        ("By", date_words(one.by) if one.by else "no last day is known"),
    ]
    where = {row.fund.name: row.fund.where_to_claim for row in one.rows if row.fund.where_to_claim}
    facts += [(f"Where to claim ({fund})", said) for fund, said in where.items()]
    if one.approached:
        facts.append(("Last spoken to", one.approached.words))
    lines = [
        (
            row.place.service,
            row.what_for,
            row.likely.pence,
            row.likely.basis,
            "; ".join(row.missing) or "nothing",
        )
        for row in one.rows
    ]
    table = Table(one.provider, _LINE_COLUMNS, lines)
    funds = and_list(list(dict.fromkeys(row.fund.name for row in one.rows)))
    return [
        Heading(one.provider, 2),
        FactList(tuple(facts)),
        TableBlock(table, f"What {one.provider} could claim at each service.", f"{one.provider}: {funds}"),
        WritingRoom("What was said", 2),
        WritingRoom("Ask again on"),
    ]
