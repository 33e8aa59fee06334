"""The call list: a provider at a time, whom to ring, about what, by when; as a workbook and as a Word document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    Paragraph,
    Report,
    WritingRoom,
)
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, money
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.unclaimed.approaches import Approach
from workforce.funding.unclaimed.asking import ASKED, advice, places_words, questions
from workforce.funding.unclaimed.likely import NO_FIGURE
from workforce.funding.unclaimed.tables import NAMES_EXEMPT, NOTES, unclaimed_table
from workforce.funding.unclaimed.unclaimed import Unclaimed, sums

TITLE = "Call list: funding not claimed"
_WORKBOOK = "Saved as a workbook, the list has every line."


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
        of = sums(self.rows)
        return of.pence if of.without_figure < of.rows else None

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
    def to_say(self) -> list[str]:
        """What is to be put right and to be found out, each said once: first what the provider can tell."""
        asked = questions(self.rows)
        unknown = (name for one in self.rows for name in one.unknown if name not in ASKED)
        own = [FACTS[name].words for name in dict.fromkeys(unknown)]
        said = [f"{one}." for one in advice(self.rows)]
        said += [f"Ask {one}." for one in asked]
        said += [f"{one}." for one in dict.fromkeys(one for row in self.rows for one in row.remarks)]
        return [*said, f"Find out ourselves: {'; '.join(own)}."] if own else said

    @property
    def missing(self) -> str:
        """The same in one cell."""
        return " ".join(self.to_say)


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

_MOST_LINES, _MOST_TO_SAY = 8, 8
"""So much of a provider has room on a page, with room to write in; the workbook has all of it."""


def call_list(rows: Sequence[Unclaimed], on: date) -> Report:
    """A part for each provider with room to write in; exempt as a whole, since it names them."""
    found, of = calls(rows), sums(rows)
    opening = (
        f"{count_of(len(found), 'provider')} to ring about {count_of(of.services, 'service')}; likely up to "
        f"{money(of.pence)} in all"
    )
    opening += f", and {count_of(of.without_figure, 'line')} without a figure." if of.without_figure else "."
    blocks: list[Block] = [Heading("Whom to ring"), Paragraph(f"{opening} {NOTES[1]} {_WORKBOOK}")]
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
    facts += [("Where to claim", f"{fund}: {said}") for fund, said in where.items()]
    if one.approached:
        facts.append(("Last spoken to", one.approached.words))
    funds = and_list(list(dict.fromkeys(row.fund.name for row in one.rows)))
    to_say = _shortened(one.to_say, _MOST_TO_SAY)
    return [
        Heading(one.provider, 2),
        FactList(tuple(facts)),
        Paragraph(f"Could claim from {funds}:", leads=True),
        Bullets(tuple(_lines(one))),
        *(
            [Paragraph("To ask, and to have put right:", leads=True), Bullets(tuple(to_say))]
            if to_say
            else []
        ),
        WritingRoom("What was said", 2),
        WritingRoom("Ask again on"),
    ]


def _lines(one: Call) -> list[str]:
    """What is claimed alike at several services in one line, the largest amounts first; without a figure, together."""
    known: dict[str, list[Unclaimed]] = {}
    unknown: dict[str, list[str]] = {}
    for row in one.rows:
        if row.likely.pence is None:
            unknown.setdefault(row.what_for, []).append(row.place.service)
        else:
            known.setdefault(row.item.id if row.item else row.fund.id, []).append(row)
    lines = _shortened([_line(some) for some in known.values()], _MOST_LINES)
    if unknown:
        said = "; ".join(f"{what} at {places_words(where)}" for what, where in unknown.items())
        lines.append(f"No figure yet: {said}.")
    return lines


def _line(alike: Sequence[Unclaimed]) -> str:
    bases = dict.fromkeys(row.likely.basis for row in alike)
    basis = next(iter(bases)) if len(bases) == 1 else "by what is known of each service"
    where = places_words([row.place.service for row in alike])
    return f"{alike[0].what_for} at {where}: up to {money(sums(alike).pence)} ({basis})."


def _shortened(said: Sequence[str], most: int) -> list[str]:
    """The first, and how many more there are."""
    if len(said) <= most:
        return list(said)
    return [*said[: most - 1], f"{len(said) - most + 1:,} more: see the workbook."]
