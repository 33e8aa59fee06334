"""The summary of a forum for a committee: figures and providers in public, people in the exempt appendix."""

from dataclasses import replace

from engagement.forums.attendance import (
    COUNTED_ONCE,
    NO_SERVICE,
    Attendance,
    Group,
    Outcome,
    ProviderLine,
    attendance,
    by_provider_table,
    group_table,
    people_table,
)
from engagement.forums.vocabulary import EventState, ParticipantRole
from engagement.register.contracts import EXEMPTION as CONTRACT_EXEMPTION
from engagement.register.contracts import exempt_terms
from resources.charts import Chart, bar_chart
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    House,
    Paragraph,
    Report,
    TableBlock,
    exemption_notice,
)
from resources.report.exemption import Exemption
from resources.report.leak_gate import ExemptTerm, search
from resources.tables import Table
from resources.wording import and_list, count_of, date_words, event_when

NAMES_EXEMPT = Exemption(
    2, "The names of people who came to the forum, or who sent apologies, would reveal who they are."
)
OTHER_PROVIDERS = "Other providers"


def forum_report(db: Database, event_id: str, *, house: House | None = None) -> Report:
    """What came of one event, as a report of public and exempt blocks.

    A provider of which a service holds an exempt fact is not named in the public part: it is counted among the other
    providers, and named in the appendix.
    """
    found = attendance(db, event_id)
    event = found.event
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} was cancelled, so there is no attendance to report.")
    named, withheld = _parted(found.by_provider(), exempt_terms(db), _exempt_owners(db))
    report = Report(
        title=event.title,
        subtitle="Attendance summary",
        house=house or House(),
        blocks=(
            *_event_block(found),
            *_attendance_block(found, named, withheld),
            *_figures_block(found),
            *_people_block(found, withheld),
        ),
    )
    notice = exemption_notice(report)
    return replace(report, blocks=(*report.blocks[:1], notice, *report.blocks[1:])) if notice else report


def _event_block(found: Attendance) -> tuple[Block, ...]:
    event = found.event
    facts = [("Date", event_when(event.starts, event.ends)), ("Kind", event.kind.label)]
    facts += [("Place", event.place)] if event.place else []
    facts += [("Online", "Yes")] if event.online_link else []
    hosts = [person.name for person in found.of(Outcome.CAME) if person.role is ParticipantRole.HOST]
    facts += [("For the council", and_list(hosts))] if hosts else []
    return (FactList(tuple(facts)),)


def _attendance_block(
    found: Attendance, named: list[ProviderLine], withheld: list[ProviderLine]
) -> tuple[Block, ...]:
    other = _together(withheld)
    table = by_provider_table(found)
    rows = [(line.provider, line.came, line.apologies, line.absent) for line in named]
    notes: tuple[str, ...] = ()
    if other is not None:
        rows.append((OTHER_PROVIDERS, other.came, other.apologies, other.absent))
        notes = (f"{count_of(len(withheld), 'provider is', 'providers are')} counted but not named here.",)
    return (
        Heading("Attendance"),
        Paragraph(_in_words(found)),
        Bullets(
            (
                f"Present: {count_of(len(found.of(Outcome.CAME)), 'person', 'people')}",
                f"Apologies: {count_of(len(found.of(Outcome.APOLOGIES)), 'person', 'people')}",
                f"Absent: {count_of(len(found.of(Outcome.ABSENT)), 'person', 'people')}",
            )
        ),
        TableBlock(
            replace(table, rows=rows, notes=notes),
            alt="For each provider, how many people were present, sent apologies, or were absent.",
        ),
    )


def _in_words(found: Attendance) -> str:
    """The figures as sentences, each with its base."""
    came = len(found.of(Outcome.CAME))
    if not came:
        return f"Nobody is recorded as present on {date_words(found.event.day)}."
    verb = "was" if came == 1 else "were"
    text = (
        f"{count_of(came, 'person', 'people')} from {count_of(found.providers_that_came, 'provider')} and "
        f"{count_of(found.services_that_came, 'service')} {verb} present"
    )
    text += f", {found.walk_ins:,} of them without an invitation." if found.walk_ins else "."
    invited = found.invited_services_that_came
    if not invited.base:
        return text
    text += f" Of {count_of(invited.base, 'service')} invited, {invited.count:,} had somebody present"
    return f"{text} ({invited.shown}%)." if invited.shown is not None else f"{text}."


def _figures_block(found: Attendance) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("Who was reached")]
    tables = {group: group_table(found, group) for group in Group}
    for group, table in tables.items():
        if group is not Group.KIND:  # said beneath the first table
            table = replace(table, notes=tuple(note for note in table.notes if note != COUNTED_ONCE))
        blocks.append(Heading(f"By {group.value.lower()}", level=2))
        if group is Group.KIND and found.services_that_came:
            blocks.append(_chart(table).block("Services present, by kind of service"))
        blocks.append(
            TableBlock(
                table,
                alt=f"Providers, services and people present, and services invited, by {group.value.lower()}.",
            )
        )
    return tuple(blocks)


def _chart(table: Table) -> Chart:
    """Services present by kind, the most first; the title says which kind that is."""
    rows = [row for row in table.rows if row[0] != NO_SERVICE]
    present = {str(row[0]): int(row[2] or 0) for row in rows}
    return bar_chart(
        replace(table, rows=rows),
        title=_finding(present),
        subtitle=f"Services of which somebody was present, {date_words(table.as_at)}" if table.as_at else "",
        source=table.source,
        series=("services",),
        order_by="services",
    )


def _finding(present: dict[str, int]) -> str:
    """Nursing home: 12 of 30 services present; joint when they are."""
    most, total = max(present.values()), sum(present.values())
    first = [label for label, number in present.items() if number == most]
    joint = "jointly " if len(first) > 1 else ""
    each = " each" if len(first) > 1 else ""
    return f"Present {joint}most often: {and_list(first)}, {most:,}{each} of {count_of(total, 'service')}"


def _people_block(found: Attendance, withheld: list[ProviderLine]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if withheld:
        lines = replace(
            by_provider_table(found),
            title="Providers not named in the public report",
            rows=[(line.provider, line.came, line.apologies, line.absent) for line in withheld],
        )
        blocks += [
            Heading("Other providers", exempt=CONTRACT_EXEMPTION),
            TableBlock(
                lines, alt="The same figures for each provider that is not named in the public report."
            ),
        ]
    people = people_table(found)
    if people.rows:
        blocks += [
            Heading("People", exempt=NAMES_EXEMPT),
            TableBlock(people, alt="Names, providers and services of people, and whether they were present."),
        ]
    return tuple(blocks)


# --- who may be named -------------------------------------------------------------------------------------


def _exempt_owners(db: Database) -> set[str]:
    """Providers of which a service holds, or held, a fact that is exempt when it is named."""
    names = {term.text for term in exempt_terms(db)}
    return {
        provider
        for provider, name, also in db.rows("select provider_id, name, also_known_as from service")
        if names & {name, *(part.strip() for part in also.split("|"))}
    }


def _parted(
    lines: tuple[ProviderLine, ...], terms: list[ExemptTerm], owners: set[str]
) -> tuple[list[ProviderLine], list[ProviderLine]]:
    """The providers that may be named, and those that may not; one that only bears such a name may not either."""
    withheld = [
        line
        for line in lines
        if line.provider_id in owners or (terms and search(line.provider.encode(), terms))
    ]
    return [line for line in lines if line not in withheld], withheld


def _together(lines: list[ProviderLine]) -> ProviderLine | None:
    if not lines:
        return None
    came, apologies, absent = (
        sum(numbers)
        for numbers in zip(*((one.came, one.apologies, one.absent) for one in lines), strict=True)
    )
    return ProviderLine("", OTHER_PROVIDERS, came, apologies, absent)
