"""The attendance summary of a period for a committee, as sections of a report.

Public by construction: the blocks hold figures, and no person, provider or service by name.
"""

from collections.abc import Sequence
from datetime import date

from engagement.forums.summary.answering import PeriodSummary, period_summary
from engagement.forums.summary.figures import changed
from engagement.forums.summary.said import Said
from engagement.forums.summary.tables import (
    ONLY_COUNTED,
    events_table,
    quarters_on_paper,
    reached_table,
    said_table,
)
from engagement.forums.vocabulary import EventKind
from engagement.register.vocabulary import OrganisationKind
from resources.charts import bar_chart
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Heading, Paragraph, Report, TableBlock
from resources.statistics import Share, Verdict
from resources.tables import Table
from resources.wording import and_list, count_of, date_words

_K = EventKind
_ONE_AND_MANY = {
    _K.PROVIDER_FORUM: ("provider forum", "provider forums"),
    _K.MANAGERS_NETWORK: ("meeting of the managers network", "meetings of the managers network"),
    _K.RECRUITMENT_EVENT: ("recruitment event", "recruitment events"),
    _K.TRAINING_SESSION: ("training session", "training sessions"),
    _K.CONSULTATION_EVENT: ("consultation event", "consultation events"),
    _K.AWARD_CEREMONY: ("award ceremony", "award ceremonies"),
    _K.INFORMATION_SHARING: ("information-sharing meeting", "information-sharing meetings"),
    _K.EXPERTS_BY_EXPERIENCE: ("meeting of Experts by Experience", "meetings of Experts by Experience"),
    _K.OTHER: ("other event", "other events"),
}
_LEAST_QUARTERS = 2
"""Fewer make no chart."""


def period_report(
    db: Database, first: date, last: date, *, today: date, authorities: Sequence[str] | None = None
) -> Report:
    """The sections as a document of its own."""
    found = period_summary(db, first, last, today=today, authorities=authorities)
    if not found.now.kinds:
        raise Problem(f"No event is kept from {found.now.span.words}. Choose another period.")
    return Report(
        "Forums and events",
        f"Attendance summary, {period_words(found)}",
        found.now.span.last,
        summary_blocks(found),
    )


def period_words(found: PeriodSummary) -> str:
    """The days that the figures are of: 1 October 2019 so far, to 9 December 2019."""
    span = found.now.span
    if not found.is_so_far:
        return span.words
    return f"{date_words(span.first)} so far, to {date_words(span.last)}"


def summary_blocks(found: PeriodSummary) -> tuple[Block, ...]:
    """The figures of a period as sections."""
    return (
        Heading("Forums held"),
        Paragraph(" ".join(held_sentences(found))),
        TableBlock(
            events_table(found), "For each kind of event how many were held and cancelled, and attendances."
        ),
        *_reached(found),
        *_quarters(found),
        *_actions(found),
        *_said(found),
    )


# --- how many were held -----------------------------------------------------------------------------------


def held_sentences(found: PeriodSummary) -> list[str]:
    """How many events were held, of which kinds, and how many people came; with the year before."""
    now = found.now
    told = [
        f"{count_of(now.met, 'event was', 'events were')} held from {period_words(found)}{_kinds(found)}."
    ]
    if now.confidential:
        told.append(
            f"{count_of(now.confidential, 'of them was', 'of them were')} confidential. {ONLY_COUNTED}"
        )
    if now.cancelled:
        told.append(f"{count_of(now.cancelled, 'event was', 'events were')} cancelled.")
    if now.attendances:
        told.append(_people_words(found))
    if found.before:
        then = found.before
        days = f"From {then.span.words}" if found.is_so_far else "In the same period a year before"
        told.append(
            f"{days}, {count_of(then.met, 'event was', 'events were')} held, with "
            f"{count_of(then.attendances, 'attendance')}."
        )
    return told


def _kinds(found: PeriodSummary) -> str:
    kinds = [count_of(line.met, *_ONE_AND_MANY[line.kind]) for line in found.now.kinds if line.met]
    return f": {and_list(kinds)}" if kinds else ""


def _people_words(found: PeriodSummary) -> str:
    now = found.now
    people, providers = now.others[OrganisationKind.CARE_PROVIDER]
    text = (
        f"{count_of(now.people, 'person', 'people')} came, with {count_of(now.attendances, 'attendance')}: "
        f"{people:,} from {count_of(providers, 'provider')}"
    )
    for what, one in (
        (OrganisationKind.PARTNER, "partner organisation"), (OrganisationKind.COUNCIL, "council"),
        (OrganisationKind.GROUP, "group"),
    ):  # fmt: skip
        number, organisations = now.others[what]
        text += f", {number:,} from {count_of(organisations, one)}" if number else ""
    return f"{text}."


# --- who was reached --------------------------------------------------------------------------------------


def _reached(found: PeriodSummary) -> list[Block]:
    blocks: list[Block] = [Heading("Who was reached"), Bullets(tuple(reach_sentences(found)))]
    blocks += [Paragraph(rule) for rule in _rules(found)]
    for by in ("Kind of service", "District"):
        table = reached_table(found, by)
        if table.rows:
            alt = f"Services that came, services in the register and the share of them, by {by.lower()}."
            blocks += [Heading(f"By {by.lower()}", level=2), TableBlock(table, alt)]
    return blocks


def reach_sentences(found: PeriodSummary) -> list[str]:
    """Services and providers reached, of how many, and no-shows; each with the change since a year before."""
    now, before = found.now.reached, found.before.reached if found.before else None
    day = date_words(found.now.span.last)
    told = [
        f"Of {count_of(part.base, one)} in the register{found.where} on {day}, {part.count:,} came to something"
        f"{_percent(part)}{_since(earlier, part)}."
        for one, part, earlier in (
            ("provider", now.providers, before.providers if before else None),
            ("service", now.services, before.services if before else None),
        )
    ]
    if now.no_shows.base:
        people, earlier = count_of(now.no_shows.base, "person", "people"), before.no_shows if before else None
        told.append(
            f"Of {people} of providers who had a place, {now.no_shows.count:,} did not come{_percent(now.no_shows)}"
            f"{_since(earlier, now.no_shows, higher_is_better=False)}."
        )
    return told


def _rules(found: PeriodSummary) -> list[str]:
    """What is called improved or worsened, where something is compared."""
    return [changed(found.before.reached.providers, found.now.reached.providers).rule] if found.before else []


def _percent(part: Share) -> str:
    if part.shown is None:
        return ""
    return f" ({part.shown}%, a small base)" if part.small else f" ({part.shown}%)"


def _since(before: Share | None, now: Share, *, higher_is_better: bool = True) -> str:
    """; a year before it was 20 of 100 (20%): improved."""
    if before is None:
        return ""
    verdict = changed(before, now, higher_is_better=higher_is_better).verdict
    words = verdict.label.lower()
    if verdict is Verdict.BASE_TOO_SMALL:
        words = "a base is too small to speak of a change"
    return f"; a year before it was {before.count:,} of {before.base:,}{_percent(before)}: {words}"


# --- quarter by quarter, actions, feedback ------------------------------------------------------------------


def _quarters(found: PeriodSummary) -> list[Block]:
    table = quarters_on_paper(found)
    if not table.rows:
        return []
    alt = "For each quarter the events held, attendances, and the services and providers that came."
    blocks: list[Block] = [Heading("Quarter by quarter")]
    if len(table.rows) >= _LEAST_QUARTERS and any(one.attendances for one in found.quarters):
        chart = bar_chart(
            table,
            title=_finding(table),
            subtitle=f"Attendances by quarter, {found.now.span.words}",
            source=table.source,
            series=("attendances",),
        )
        blocks.append(chart.block("Attendances by quarter"))
    return [*blocks, TableBlock(table, alt)]


def _finding(table: Table) -> str:
    """The quarter with the most attendances; several when they are level."""
    figures = {str(row[0]): int(row[2] or 0) for row in table.rows}
    most, total = max(figures.values()), sum(figures.values())
    first = [name for name, number in figures.items() if number == most]
    if len(first) == len(figures):
        return f"Each quarter had {count_of(most, 'attendance')}"
    each = "each " if len(first) > 1 else ""
    return f"{and_list(first)} had the most attendances: {each}{most:,} of {total:,}"


def _actions(found: PeriodSummary) -> list[Block]:
    told = found.actions
    if not told.any:
        return []
    text = (
        f"{count_of(told.raised, 'action was', 'actions were')} raised and {told.done:,} done in the period"
        f"{f', and {told.dropped:,} dropped' if told.dropped else ''}. On {date_words(found.now.span.last)} "
        f"{count_of(told.still_open, 'action was', 'actions were')} open."
    )
    return [Heading("Actions"), Paragraph(text)]


def _said(found: PeriodSummary) -> list[Block]:
    said = found.said
    if not said.responses:
        return []
    blocks: list[Block] = [Heading("What providers said"), Paragraph(_responses(said))]
    table = said_table(found)
    alt = "For each question how many were satisfied, of how many who answered."
    return [*blocks, TableBlock(table, alt)] if table.rows else blocks


def _responses(said: Said) -> str:
    text = f"{count_of(said.responses, 'response')} to {count_of(said.events, 'event')}"
    if said.rate is None:
        return f"{text}."
    came = f"{text}, of {count_of(said.came, 'attendance')} there"
    return f"{came} ({said.rate.shown}%)." if said.rate.shown is not None else f"{came}."
