"""The summary of a forum for a committee: figures and providers in public, people in the exempt appendix."""

import csv
import io
from dataclasses import dataclass, replace
from datetime import datetime

from engagement.forums.attendance import (
    COUNTED_ONCE,
    NO_PROVIDER,
    NO_SERVICE,
    Attendance,
    Group,
    Outcome,
    ProviderLine,
    attendance,
    by_organisation_table,
    by_provider_table,
    group_table,
    grouped,
    people_table,
)
from engagement.forums.cover import counted_together
from engagement.forums.events import Event
from engagement.forums.groups import CONFIDENTIAL, exemption_of
from engagement.forums.own_words import own_terms, public_event, public_title
from engagement.forums.small_groups import NOT_GIVEN, ORGANISATIONS, OTHER, PEOPLE, TOGETHER, large_groups
from engagement.forums.vocabulary import Confidentiality, EventState, ParticipantRole
from engagement.register.contracts import EXEMPTION as CONTRACT_EXEMPTION
from engagement.register.contracts import exempt_terms, public_names
from engagement.register.names import other_names
from engagement.register.vocabulary import OrganisationKind
from resources.charts import Chart, bar_chart
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
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
FOR_THE_COUNCIL = "For the council"
_OTHERS = {
    OrganisationKind.PARTNER: "partner organisation",
    OrganisationKind.COUNCIL: "council",
    OrganisationKind.GROUP: "group",
}
_OTHERS_ALT = (
    "For each partner, council and group, how many people were present, sent apologies, or were absent."
)


@dataclass(frozen=True)
class _Together:
    """The keys of the providers that are counted together in public, and why a list that names them is exempt.

    `others` is whether other organisations are only counted too.
    """

    providers: frozenset[str]
    others: bool
    exemption: Exemption


def forum_report(db: Database, event_id: str, *, now: datetime) -> Report:
    """What came of one event, as a report of public and exempt blocks.

    No person is named in the public part. A provider that may not be named there is counted together with others
    (see `cover`), and the whole table stands in the appendix. Where names are withheld no organisation is named; of a
    confidential meeting the public part says only that it met, and when.
    """
    found = attendance(db, event_id)
    event = found.event
    check_summary(event, now=now)
    together = _together(db, found)
    told = (
        *_attendance_block(found, together),
        *_figures_block(found),
        *_people_block(found, together),
    )
    if event.openness is Confidentiality.CONFIDENTIAL:
        blocks = (*_met_block(event), Heading("The meeting"), *_event_block(found), *told)
        blocks = (*blocks[:2], *(_exempt(block, CONFIDENTIAL) for block in blocks[2:]))
    else:
        blocks = (*_event_block(replace(found, event=public_event(db, event))), *told)
    report = Report(title=public_title(db, event), subtitle="Attendance summary", blocks=blocks)
    notice = exemption_notice(report)
    return replace(report, blocks=(*report.blocks[:1], notice, *report.blocks[1:])) if notice else report


def attendance_blocks(db: Database, found: Attendance) -> tuple[Block, ...]:
    """How many came, sent apologies or did not come, and from which providers: for a paper that names nobody.

    Nothing of a confidential meeting.
    """
    if found.event.openness is Confidentiality.CONFIDENTIAL:
        return ()
    return _attendance_block(found, _together(db, found))


def check_summary(event: Event, *, now: datetime) -> None:
    """Refuse a summary of what was cancelled or has not begun."""
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} was cancelled, so there is no attendance to report.")
    if event.is_still_to_come(now):
        raise Problem(
            f"{event.title} has not begun, so there is no attendance to report yet. "
            f"Save the summary once it has: {event.when}."
        )


def people_terms(db: Database, event_id: str) -> list[ExemptTerm]:
    """What no public document of an event may hold, beside what none may: see `own_words.own_terms`."""
    return own_terms(db, event_id)


def _met_block(event: Event) -> tuple[Block, ...]:
    """All that the public is told of a confidential meeting."""
    return (
        FactList((("Date", event_when(event.starts, event.ends)), ("Kind", event.kind.label))),
        Paragraph("The meeting was held. What else is kept of it is not for publication."),
    )


def _exempt(block: Block, exemption: Exemption) -> Block:
    return block if block.exempt else replace(block, exempt=exemption)


def _event_block(found: Attendance) -> tuple[Block, ...]:
    event = found.event
    closed = event.openness is Confidentiality.CONFIDENTIAL
    facts = [("Event", event.title)] if closed else []
    facts += [("Date", event_when(event.starts, event.ends)), ("Kind", event.kind.label)]
    facts += [("Place", event.place)] if event.place else []
    facts += [("Online", "Yes")] if event.online_link else []
    hosts = _hosts(found)
    facts += [(FOR_THE_COUNCIL, count_of(len(hosts), "person", "people"))] if hosts else []
    return (FactList(tuple(facts)),)


def _hosts(found: Attendance) -> list[str]:
    return [person.name for person in found.of(Outcome.CAME) if person.role is ParticipantRole.HOST]


def _attendance_block(found: Attendance, together: _Together) -> tuple[Block, ...]:
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
        *(() if _only_others(found) else (_providers_block(found, together.providers),)),
        *_others_block(found, together),
    )


def _only_others(found: Attendance) -> bool:
    """Whether the meeting was one of partners or groups alone, of which nothing is to be told by service."""
    return bool(found.people) and not any(one.person.is_of_provider for one in found.people)


def _others_block(found: Attendance, together: _Together) -> tuple[Block, ...]:
    """Partners, the council and groups with their figures, unless they may only be counted."""
    table = by_organisation_table(found)
    if not table.rows or together.others:
        return ()
    return (TableBlock(table, alt=_OTHERS_ALT),)


def _providers_block(found: Attendance, together: frozenset[str]) -> Block:
    """Providers with their figures, some of them in one row; or that all are counted in the figures above."""
    lines = found.by_provider()
    named = [line for line in lines if line.provider_id not in together]
    if lines and not named:
        return Paragraph("Providers are counted together in these figures.")
    rows = [_row(line) for line in named]
    notes: tuple[str, ...] = ()
    if together:
        rows.append((OTHER_PROVIDERS, *_sums([line for line in lines if line.provider_id in together])))
        notes = (f"“{OTHER_PROVIDERS}” are {len(together):,} providers, counted together.",)
    return TableBlock(
        replace(by_provider_table(found), rows=rows, notes=notes),
        alt="For each provider, how many people were present, sent apologies, or were absent.",
    )


def _row(line: ProviderLine) -> tuple[str, int, int, int]:
    return line.provider, line.came, line.apologies, line.absent


def _sums(lines: list[ProviderLine]) -> tuple[int, int, int]:
    return (
        sum(one.came for one in lines),
        sum(one.apologies for one in lines),
        sum(one.absent for one in lines),
    )


def _in_words(found: Attendance) -> str:
    """The figures as sentences, each with its base; partners, the council and groups apart from providers."""
    came = len(found.of(Outcome.CAME))
    if not came:
        return f"Nobody is recorded as present on {date_words(found.event.day)}."
    verb = "was" if came == 1 else "were"
    text = f"{and_list(_who_came(found))} {verb} present"
    text += f", {found.walk_ins:,} of them without an invitation." if found.walk_ins else "."
    invited = found.invited_services_that_came
    if not invited.base:
        return text
    text += f" Of {count_of(invited.base, 'service')} invited, {invited.count:,} had somebody present"
    return f"{text} ({invited.shown}%)." if invited.shown is not None else f"{text}."


def _who_came(found: Attendance) -> list[str]:
    """30 people from 12 providers and 15 services; 4 people from 3 partner organisations; 2 people of the council."""
    people, providers = found.came_from(OrganisationKind.CARE_PROVIDER)
    services = count_of(found.services_that_came, "service")
    parts = [f"{count_of(people, 'person', 'people')} from {count_of(providers, 'provider')} and {services}"]
    parts = parts if people else []
    if not _may_be_told_apart(found):
        return [*parts, count_of(len(found.of(Outcome.CAME)) - people, "other person", "other people")]
    for organisation, singular in _OTHERS.items():
        people, number = found.came_from(organisation)
        if people:
            whence = f"from {count_of(number, singular)}"
            if organisation is OrganisationKind.COUNCIL and number == 1:
                whence = "of the council"
            parts.append(f"{count_of(people, 'person', 'people')} {whence}")
    return parts


def _may_be_told_apart(found: Attendance) -> bool:
    """Whether partners and groups may each be counted: where names are withheld only if enough of them came."""
    numbers = [found.came_from(one) for one in (OrganisationKind.PARTNER, OrganisationKind.GROUP)]
    enough = all(not people or (people >= PEOPLE and of >= ORGANISATIONS) for people, of in numbers)
    return enough or found.event.openness is not Confidentiality.NAMES_WITHHELD


def _figures_block(found: Attendance) -> tuple[Block, ...]:
    if _only_others(found):
        return ()
    blocks: list[Block] = [Heading("Who was reached")]
    for group in Group:
        table = _public_group_table(found, group)
        if table is None:
            blocks.append(Paragraph(NOT_GIVEN.format(group.value.lower())))
            continue
        if group is not Group.KIND:  # said beneath the first table
            table = replace(table, notes=tuple(note for note in table.notes if note != COUNTED_ONCE))
        blocks.append(Heading(f"By {group.value.lower()}", level=2))
        if group is Group.KIND and found.services_that_came and _is_drawn(table):
            blocks.append(_chart(table).block("Services present, by kind of service"))
        blocks.append(
            TableBlock(
                table,
                alt=f"Providers, services and people present, and services invited, by {group.value.lower()}.",
            )
        )
    return tuple(blocks)


def _public_group_table(found: Attendance, group: Group) -> Table | None:
    """The figures by group; where names are withheld only in rows that tell of no organisation, if there are any."""
    if found.event.openness is not Confidentiality.NAMES_WITHHELD:
        return group_table(found, group)
    groups = large_groups(grouped(found.people, group))
    table = group_table(found, group, groups=groups)
    return replace(table, notes=(*table.notes, TOGETHER)) if groups else None


def _chart(table: Table) -> Chart:
    """Services present by kind, the most first; the title says which kind that is."""
    rows = [row for row in table.rows if row[0] not in (NO_SERVICE, NO_PROVIDER)]
    present = {str(row[0]): int(row[2] or 0) for row in rows}
    return bar_chart(
        replace(table, rows=rows),
        title=_finding(present),
        subtitle=f"Services of which somebody was present, {date_words(table.as_at)}" if table.as_at else "",
        source=table.source,
        series=("services",),
        order_by="services",
    )


def _is_drawn(table: Table) -> bool:
    """Whether all that came can be drawn by kind: not where some kinds are counted together."""
    return all(row[0] != OTHER for row in table.rows)


def _finding(present: dict[str, int]) -> str:
    """Nursing home: 12 of 30 services present; joint when they are."""
    most, total = max(present.values()), sum(present.values())
    first = [label for label, number in present.items() if number == most]
    joint = "jointly " if len(first) > 1 else ""
    each = " each" if len(first) > 1 else ""
    return f"Present {joint}most often: {and_list(first)}, {most:,}{each} of {count_of(total, 'service')}"


def _people_block(found: Attendance, together: _Together) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if together.providers:
        table = replace(by_provider_table(found), title="Attendance by provider, every one named")
        blocks += [
            Heading("Providers", exempt=together.exemption),
            TableBlock(
                table, alt="The same figures for each provider, also for those counted together in public."
            ),
        ]
    others = by_organisation_table(found)
    if together.others and others.rows:
        blocks += [
            Heading("Other organisations", exempt=together.exemption),
            TableBlock(others, alt=_OTHERS_ALT),
        ]
    blocks += _every_group(found, together)
    people = people_table(found)
    if people.rows:
        blocks.append(Heading("People", exempt=NAMES_EXEMPT))
        hosts = _hosts(found)
        blocks += [FactList(((FOR_THE_COUNCIL, and_list(hosts)),))] if hosts else []
        blocks.append(
            TableBlock(people, alt="Names, providers and services of people, and whether they were present.")
        )
    return tuple(blocks)


def _every_group(found: Attendance, together: _Together) -> list[Block]:
    """Where groups are counted together in public, the figures of every one."""
    if found.event.openness is not Confidentiality.NAMES_WITHHELD or _only_others(found):
        return []
    tables = [group_table(found, group) for group in Group]
    blocks: list[Block] = [Heading("Figures of every group", exempt=together.exemption)]
    return [*blocks, *(TableBlock(table, alt=f"{table.title}, every group by itself.") for table in tables)]


# --- who may be named -------------------------------------------------------------------------------------


def _together(db: Database, found: Attendance) -> _Together:
    """A provider is withheld that holds an exempt fact, bears such a name, or bears the name of somebody there.

    Other organisations are named, unless one of them bears such a name.
    """
    lines, others = found.by_provider(), found.by_other_organisation()
    withheld_here = exemption_of(found.event.openness)
    if withheld_here is not None:
        return _Together(frozenset(line.provider_id for line in lines), True, withheld_here)
    terms, public = exempt_terms(db), public_names(db)
    owners = _exempt_owners(db, {term.text for term in terms})
    exempt = {line.provider_id for line in lines if line.provider_id in owners} | _bearing(
        lines, terms, public
    )
    named = people_terms(db, found.event.id)
    withheld = exempt | _bearing(lines, named, public)
    return _Together(
        counted_together([line.provider_id for line in lines], withheld),
        bool(_bearing(others, [*terms, *named], public)),
        CONTRACT_EXEMPTION if exempt else NAMES_EXEMPT,
    )


def _exempt_owners(db: Database, names: set[str]) -> set[str]:
    """Providers of which a service holds, or held, a fact that is exempt when it is named."""
    return {
        provider
        for provider, name, also in db.rows("select provider_id, name, also_known_as from service")
        if names & {name, *other_names(also)}
    }


def _bearing(lines: tuple[ProviderLine, ...], terms: list[ExemptTerm], public: frozenset[str]) -> set[str]:
    """Providers in whose names a term stands. All are searched at once, then only for what was found."""
    found = list({leak.term: None for leak in search(_as_csv(lines), terms, public_names=public)})
    return {
        line.provider_id for line in lines if found and search(_as_csv((line,)), found, public_names=public)
    }


def _as_csv(lines: tuple[ProviderLine, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows((line.provider,) for line in lines)
    return text.getvalue().encode()
