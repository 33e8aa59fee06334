"""The attendance summary of a period for a committee, as sections of a report.

Public by construction: the blocks hold figures, and no person, provider or service by name.
"""

from collections.abc import Sequence
from datetime import date

from engagement.forums.summary.answering import PeriodSummary, period_summary
from engagement.forums.summary.figures import PeriodFigures, changed
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
from resources.report.shown import counted, numbered
from resources.report.told import Shown, Told, tell
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
    return [one.text for one in held_told(found)]


def held_told(found: PeriodSummary) -> list[Told]:
    """The same with its figures; their rows are `events`, `people` and `before`."""
    now = found.now
    told = [_held(found)]
    if now.confidential:
        shown = numbered(now.confidential, rows="events", base=now.met)
        words = "{number} of them {were} confidential. {rule}"
        told.append(
            tell("confidential", words, number=shown, were=_were(now.confidential), rule=ONLY_COUNTED)
        )
    if now.cancelled:
        shown = counted(now.cancelled, "event", rows="events")
        told.append(tell("cancelled", "{events} {were} cancelled.", events=shown, were=_were(now.cancelled)))
    if now.attendances:
        told.append(_people(found))
    if found.before:
        told.append(_before(found, found.before))
    return told


def _held(found: PeriodSummary) -> Told:
    """2 events were held, by kind; no event was."""
    lines = [line for line in found.now.kinds if line.met]
    days = period_words(found)
    if not lines:
        return tell(
            "held", "{events} was held from {days}.", events=Shown("No event", 0, rows="events"), days=days
        )
    kinds = {line.kind.value: counted(line.met, *_ONE_AND_MANY[line.kind], rows="events") for line in lines}
    listed = and_list([f"{{{kind}}}" for kind in kinds])
    return tell(
        "held", f"{{events}} {{were}} held from {{days}}{': ' if len(kinds) < 3 else '. They were '}{listed}.",
        events=counted(found.now.met, "event", rows="events"), were=_were(found.now.met), days=days, **kinds,
    )  # fmt: skip


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _before(found: PeriodSummary, then: PeriodFigures) -> Told:
    days = f"From {then.span.words}" if found.is_so_far else "In the same period a year before"
    return tell(
        "before", "{days}, {events} {were} held, with {attendances}.", days=days, were=_were(then.met),
        events=counted(then.met, "event", rows="before"),
        attendances=counted(then.attendances, "attendance", rows="before"),
    )  # fmt: skip


def _people(found: PeriodSummary) -> Told:
    now = found.now
    people, providers = now.others[OrganisationKind.CARE_PROVIDER]
    words = "{people} came, with {attendances}: {of_providers} from {providers}"
    shown = {
        "people": counted(now.people, "person", "people", rows="people"),
        "attendances": counted(now.attendances, "attendance", rows="events"),
        "of_providers": numbered(people, rows="people"),
        "providers": counted(providers, "provider", rows="people"),
    }
    for what, one in (
        (OrganisationKind.PARTNER, "partner organisation"), (OrganisationKind.COUNCIL, "council"),
        (OrganisationKind.GROUP, "group"),
    ):  # fmt: skip
        number, organisations = now.others[what]
        if number:
            words += f", {{of_{what.value}}} from {{{what.value}}}"
            shown[f"of_{what.value}"] = numbered(number, rows="people")
            shown[what.value] = counted(organisations, one, rows="people")
    return tell("people", f"{words}.", **shown)


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
    return [one.text for one in reach_told(found)]


def reach_told(found: PeriodSummary) -> list[Told]:
    """The same with its figures; their rows are `services` and, of no-shows, `events`."""
    now, before = found.now.reached, found.before.reached if found.before else None
    words = "Of {base} in the register{where} on {day}, {came} came to something"
    told = [
        _share_told(
            f"{one}s", words, counted(part.base, one, rows="services"), part, earlier, "services",
            where=found.where, day=date_words(found.now.span.last),
        )
        for one, part, earlier in (
            ("provider", now.providers, before.providers if before else None),
            ("service", now.services, before.services if before else None),
        )
    ]  # fmt: skip
    if now.no_shows.base:
        words = "Of {base} of providers who had a place, {came} did not come"
        people = counted(now.no_shows.base, "person", "people", rows="events")
        earlier = before.no_shows if before else None
        told.append(
            _share_told("no_shows", words, people, now.no_shows, earlier, "events", higher_is_better=False)
        )
    return told


def _share_told(
    key: str, words: str, base: Shown, part: Share, earlier: Share | None, rows: str, *,
    higher_is_better: bool = True, **plain: str,
) -> Told:  # fmt: skip
    """Of so many, so many (a percentage); a year before it was so many."""
    shown: dict[str, Shown | str] = {"base": base, "came": numbered(part.count, rows=rows, base=part.base)}
    if part.shown is not None:
        small = ", a small base" if part.small else ""
        words += f" ({{share}}{small})"
        value = float(part.value * 100) if part.value is not None else None
        shown["share"] = Shown(f"{part.shown}%", value, part.base, rows)
    if earlier is not None:
        words += ". A year before it was {earlier}{verdict}"
        shown["earlier"] = Shown(
            f"{earlier.count:,} of {earlier.base:,}", earlier.count, earlier.base, "before"
        )
        shown["verdict"] = _verdict(earlier, part, higher_is_better=higher_is_better)
    return tell(key, f"{words}.", **shown, **plain)


def _rules(found: PeriodSummary) -> list[str]:
    """What is called improved or worsened, where something is compared."""
    return [changed(found.before.reached.providers, found.now.reached.providers).rule] if found.before else []


def _percent(part: Share) -> str:
    if part.shown is None:
        return ""
    return f" ({part.shown}%, a small base)" if part.small else f" ({part.shown}%)"


def _verdict(before: Share, now: Share, *, higher_is_better: bool) -> str:
    """(20%): improved."""
    verdict = changed(before, now, higher_is_better=higher_is_better).verdict
    words = verdict.label.lower()
    if verdict is Verdict.BASE_TOO_SMALL:
        words = "a base is too small to speak of a change"
    return f"{_percent(before)}: {words}"


# --- quarter by quarter, actions, feedback ------------------------------------------------------------------


def _quarters(found: PeriodSummary) -> list[Block]:
    blocks = quarter_blocks(found)
    return [Heading("Quarter by quarter"), *blocks] if blocks else []


def quarter_blocks(found: PeriodSummary) -> list[Block]:
    """The quarters as a chart and a table; nothing of a period within one quarter."""
    table = quarters_on_paper(found)
    if not table.rows:
        return []
    alt = "For each quarter the events held, attendances, and the services and providers that came."
    blocks: list[Block] = []
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


def _none_or(number: int, noun: str = "") -> Shown:
    """No action, 1 action, 12 actions; or none, 1, 12."""
    if not number:
        return Shown(f"no {noun}s" if noun else "none", 0, rows="actions")
    return counted(number, noun, rows="actions") if noun else numbered(number, rows="actions")


def _actions(found: PeriodSummary) -> list[Block]:
    return [Heading("Actions"), Paragraph(actions_in_words(found).text)] if found.actions.any else []


def actions_in_words(found: PeriodSummary) -> Told:
    """Actions raised, done and dropped in the period, and open on its last day; their rows are `actions`."""
    told, dropped = found.actions, ", and {dropped} dropped"
    words = (
        f"In the period {{raised}} {{were}} raised and {{done}} done{dropped if told.dropped else ''}. On {{day}}, "
        "{open} {are_open} open."
    )
    return tell(
        "actions", words, raised=_none_or(told.raised, "action"), were=_were(told.raised),
        done=_none_or(told.done), dropped=numbered(told.dropped, rows="actions"),
        day=date_words(found.now.span.last), open=counted(told.still_open, "action", rows="actions"),
        are_open=_were(told.still_open),
    )  # fmt: skip


def _said(found: PeriodSummary) -> list[Block]:
    said = found.said
    if not said.responses:
        return []
    blocks: list[Block] = [Heading("What providers said"), Paragraph(responses_in_words(said).text)]
    table = said_table(found)
    alt = "For each question how many were satisfied, of how many who answered."
    return [*blocks, TableBlock(table, alt)] if table.rows else blocks


def responses_in_words(said: Said, *, rows: str = "responses") -> Told:
    """How many answered, to how many events, and of how many who were there; `rows` are these events."""
    words = "{responses} to {events}"
    shown = {
        "responses": counted(said.responses, "response", rows=rows),
        "events": counted(said.events, "event", rows=rows),
    }
    if said.rate is not None:
        words += ", of {came} there"
        shown["came"] = counted(said.came, "attendance", rows=rows)
        if said.rate.shown is not None and said.rate.value is not None:
            words += " ({rate})"
            shown["rate"] = Shown(f"{said.rate.shown}%", float(said.rate.value * 100), said.came, rows)
    return tell("responses", f"{words}.", **shown)
