"""The tables of a period: events by kind, services reached by kind and district, quarters, and what providers said.

No cell names a person, a provider or a service, so every table may be published.
"""

from collections.abc import Mapping
from dataclasses import replace

from engagement.forums.summary.answering import PeriodSummary
from engagement.forums.summary.figures import KindLine, changed
from engagement.forums.vocabulary import EventKind
from resources.statistics import BASES_OF_PROVIDERS, Change, Share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_words

SOURCE = "the attendance record of the forums"
SMALL_BASES = (
    f"No percentage is given of fewer than {BASES_OF_PROVIDERS.hide}; one of fewer than {BASES_OF_PROVIDERS.flag} has "
    "a small base, so that one more or fewer changes it a good deal."
)
ONLY_COUNTED = "Confidential meetings are counted, and nothing else is told of them."
_N, _P = ColumnKind.NUMBER, ColumnKind.PERCENT


def tables(found: PeriodSummary) -> list[Table]:
    """All that have rows, in the order of the report."""
    made = (
        events_table(found),
        reached_table(found, "Kind of service"),
        reached_table(found, "District"),
        quarters_table(found),
        said_table(found),
    )
    return [one for one in made if one.rows]


def events_table(found: PeriodSummary) -> Table:
    """How many events of each kind met, were cancelled, and how many people came to them."""
    before = {line.kind: line for line in found.before.kinds} if found.before else {}
    lines = {line.kind: line for line in found.now.kinds}
    columns = [
        Column("kind", "Kind of event", width=180),
        Column("met", "Held", _N, 64),
        Column("cancelled", "Cancelled", _N, 84),
        Column("people", "Attendances", _N, 100),
    ]
    columns += [Column("before", "Held a year before", _N, 90)] if found.before else []
    rows = [
        _event_row(found, lines.get(kind), before.get(kind)) for kind in EventKind if kind in lines | before
    ]
    notes = ["An attendance is one person at one event."]
    notes += [ONLY_COUNTED] if found.now.confidential else []
    if found.now.not_held:
        still = count_of(found.now.not_held, "event")
        notes.append(f"Not counted: {still} still to come, or not closed and without anybody checked in.")
    return Table(
        "Events by kind", tuple(columns), [row for row in rows if row], f"events from {found.now.span.words}",
        SOURCE, found.now.span.last, tuple(notes),
    )  # fmt: skip


def _event_row(found: PeriodSummary, now: KindLine | None, before: KindLine | None) -> tuple[Cell, ...]:
    line = now or before
    assert line is not None
    shown: tuple[Cell, ...] = (
        (line.kind.label, now.met, now.cancelled, now.people) if now else (line.kind.label, 0, 0, 0)
    )
    if found.before is None:
        return shown if shown[1] or shown[2] else ()
    met_before = before.met if before else 0
    return (*shown, met_before) if shown[1] or shown[2] or met_before else ()


def reached_table(found: PeriodSummary, by: str) -> Table:
    """Of the services in the register, how many came to something, by kind of service or by district."""
    of_kind = by == "Kind of service"
    now = found.now.by_kind if of_kind else found.now.by_district
    before: Mapping[str, Share] = {}
    if found.before:
        before = found.before.by_kind if of_kind else found.before.by_district
    columns = [
        Column("group", by, width=170),
        Column("came", "Services that came", _N, 88),
        Column("base", "In the register", _N, 84),
        Column("share", "Share", _P, 64),
    ]
    if found.before:
        columns += [Column("before", "A year before", _P, 74), Column("change", "Change", width=130)]
    rows = [
        _reached_row(name, part, before.get(name), compared=bool(found.before)) for name, part in now.items()
    ]
    notes = [
        "A service is counted once, however many came from it. People who stand for a whole provider stand for "
        "none of its services, unless it has only one."
    ]
    if any(part.small for part in now.values()):
        notes.append(SMALL_BASES)
    if found.before and rows:
        notes.append(_rule(now, before))
    return Table(
        f"Services reached by {by.lower()}", tuple(columns), rows,
        f"services in the register{found.where} on {date_words(found.now.span.last)}", SOURCE, found.now.span.last,
        tuple(note for note in notes if note),
    )  # fmt: skip


def _reached_row(name: str, now: Share, before: Share | None, *, compared: bool) -> tuple[Cell, ...]:
    shown: tuple[Cell, ...] = (name, now.count, now.base, now.shown)
    if not compared:
        return shown
    if before is None:
        return (*shown, None, "Not in the register then")
    return (*shown, before.shown, changed(before, now).verdict.label)


def _rule(now: Mapping[str, Share], before: Mapping[str, Share]) -> str:
    rules = [changed(before[name], part).rule for name, part in now.items() if name in before]
    return rules[0] if rules else ""


def quarters_table(found: PeriodSummary) -> Table:
    """For each quarter how many events met, attendances, and the services and providers reached."""
    rows = [
        (
            one.span.short,
            one.met,
            one.attendances,
            *_cells(one.coverage.services),
            *_cells(one.coverage.providers),
        )
        for one in found.quarters
    ]
    columns = (
        Column("span", "Quarter", width=150),
        Column("met", "Events held", _N, 70),
        Column("attendances", "Attendances", _N, 96),
        Column("services", "Services that came", _N, 84),
        Column("services_base", "Services in the register", _N, 84),
        Column("services_share", "Of services", _P, 76),
        Column("providers", "Providers that came", _N, 84),
        Column("providers_base", "Providers in the register", _N, 84),
        Column("providers_share", "Of providers", _P, 80),
    )
    parts = [part for one in found.quarters for part in (one.coverage.services, one.coverage.providers)]
    return Table(
        "Quarter by quarter", columns, rows if len(rows) > 1 else [],
        f"services and providers in the register{found.where} on the last day of each quarter", SOURCE,
        found.now.span.last, (SMALL_BASES,) if any(part.small for part in parts) else (),
    )  # fmt: skip


def quarters_on_paper(found: PeriodSummary) -> Table:
    """The same with its figures side by side in fewer columns, as a page has room for."""
    whole = quarters_table(found)
    columns = (
        *whole.columns[:3],
        Column("services", "Services that came", width=130),
        Column("providers", "Providers that came", width=130),
    )
    quarters = found.quarters if whole.rows else ()
    rows = [
        (one.span.short, one.met, one.attendances, _of(one.coverage.services), _of(one.coverage.providers))
        for one in quarters
    ]
    return replace(whole, columns=columns, rows=rows)


def _of(part: Share) -> str:
    """89 of 424 (21%)."""
    percent = f" ({part.shown}%)" if part.shown is not None else ""
    return f"{part.count:,} of {part.base:,}{percent}"


def _cells(part: Share) -> tuple[int, int, int | None]:
    return part.count, part.base, part.shown


def said_table(found: PeriodSummary) -> Table:
    """Who was satisfied, by question, of those who answered it at all events of the period."""
    before = found.said_before if found.said_before and found.said_before.lines else None
    columns = [
        Column("question", "Question", width=250),
        Column("satisfied", "Satisfied", _N, 80),
        Column("answered", "Answered", _N, 80),
        Column("share", "Share", _P, 64),
    ]
    columns += (
        [Column("before", "A year before", _P, 74), Column("change", "Change", width=130)] if before else []
    )
    verdicts: list[Change] = []
    rows: list[tuple[Cell, ...]] = []
    for line in found.said.lines:
        earlier = before.of(line.question) if before else None
        row: tuple[Cell, ...] = (
            line.question,
            line.satisfied.count,
            line.satisfied.base,
            line.satisfied.shown,
        )
        if before:
            verdicts += [changed(earlier, line.satisfied)] if earlier else []
            row += (earlier.shown, verdicts[-1].verdict.label) if earlier else (None, "Not asked then")
        rows.append(row)
    small = any(line.satisfied.small for line in found.said.lines)
    notes = [*([SMALL_BASES] if small else []), *([verdicts[0].rule] if verdicts else [])]
    return Table(
        "What people said", tuple(columns), rows, "everybody who answered the question", "feedback on the events",
        found.now.span.last, tuple(notes),
    )  # fmt: skip
