"""What the pane says of a row: what could be claimed and on what that rests, whom to ring, what each rule found."""

from collections.abc import Callable, Sequence

from desktop.shell.actions import Action
from desktop.shell.page import Navigator
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import Column, ColumnKind, Table
from resources.wording import date_short, date_words, money
from workforce.funding.decisions.keeping import KeptDecision
from workforce.funding.unclaimed.explaining import Explained
from workforce.funding.unclaimed.unclaimed import Unclaimed
from workforce.funding.vocabulary import FundKind, Met
from workforce.training.vocabulary import JobRole

_ORDER = (Met.NOT_MET, Met.NOT_KNOWN, Met.MET, Met.DOES_NOT_APPLY)


def unclaimed_detail(
    row: Unclaimed, told: Explained, actions: Sequence[Action], navigator: Navigator,
    edit_note: Callable[[str], object],
) -> Detail:  # fmt: skip
    """One row."""
    sections = [_claim(row, told), _ring(row, navigator)]
    if row.missing:
        sections.append(Section("What is missing", tuple(Line("", f"{said}.") for said in row.missing)))
    sections += [
        _rules(row, told),
        *_learners(row),
        *_later(told),
        *_spoken(told, edit_note),
        *_decisions(told.decisions),
    ]
    place = row.place
    return Detail(
        f"{place.service}: {row.what_for}",
        ", ".join(part for part in (place.provider, place.district) if part),
        ((ColumnKind.STATUS, row.standing.label),), actions, sections,
    )  # fmt: skip


def _claim(row: Unclaimed, told: Explained) -> Section:
    fund = row.fund
    theirs = "from their own portal; claims are known here as far as they were entered"
    where = fund.where_to_claim or (theirs if fund.kind is FundKind.SIGNPOSTED else "")
    pays = row.item.most_words if row.item else "not said"
    free = f"{money(max(told.free_pence, 0))} not yet claimed" if told.free_pence is not None else ""
    return Section(
        "What could be claimed",
        (
            Line("Likely", row.likely.words), Line("Rests on", row.likely.basis), Line("Fund", fund.name),
            Line("Pays at most", f"{pays}, {row.item.parts_words}" if row.item and row.item.most_pence else pays),
            Line("By", date_words(row.by) if row.by else "no last day is known"), Line("Where to claim", where),
            Line("Left in the fund", free),
            Line("Source", row.item.source if row.item else ""),
        ),
    )  # fmt: skip


def _ring(row: Unclaimed, navigator: Navigator) -> Section:
    place, person = row.place, row.person
    lines = [
        Line("Provider", place.provider, lambda: navigator.go("providers", place.provider_id)),
        Line("Service", place.service, lambda: navigator.go("providers", place.service_id)),
        Line("Portfolio officer", place.portfolio_officer),
    ]
    if person is None:
        return Section("Whom to ring", (Line("", f"{place.switchboard.words}."), *lines))
    there = Line("Ring", f"{person.name}, {person.role.label}", lambda: navigator.go("contacts", person.id))
    reach = (
        Line("Telephone", person.phone),
        Line("E-mail", person.email),
        Line("Office", place.switchboard.number),
    )
    return Section("Whom to ring", (there, *reach, *lines))


def _rules(row: Unclaimed, told: Explained) -> Section:
    findings = sorted(told.findings, key=lambda one: _ORDER.index(one.met))
    lines = tuple(Line(one.rule.words, f"{one.met.label}. {one.reason_by(row.by)}") for one in findings)
    return Section("What each rule found", lines, stacked=True)


def _learners(row: Unclaimed) -> list[Section]:
    if not row.learners:
        return []
    columns = (
        Column("name", "Learner", width=130), Column("role", "Role", width=110),
        Column("why", "Why", width=180),
    )  # fmt: skip
    rows = []
    for one in row.learners:
        why = f"Completed it on {date_short(one.completed_on)}" if one.completed_on else "Their next step"
        if one.unknown:
            why += f"; to ask: {', '.join(one.unknown)}"
        rows.append((one.learner.name, JobRole(one.learner.job_role).label, why))
    return [Section("Learners known there", table=Table("Learners known there", columns, rows))]


def _later(told: Explained) -> list[Section]:
    lines = tuple(Line(one.subject.label, one.words) for one in told.later)
    return [Section("Asked of each claim and learner", lines, folded=True)] if lines else []


def _spoken(told: Explained, edit_note: Callable[[str], object]) -> list[Section]:
    if not told.approaches:
        return []
    columns = (
        Column("day", "Day", ColumnKind.DATE, width=92), Column("how", "How", width=90),
        Column("said", "What was said", width=190), Column("again", "Ask again on", ColumnKind.DATE, width=96),
    )  # fmt: skip
    rows = [
        (
            one.made_on.isoformat(), one.how.label, f"{one.outcome} ({one.by})" if one.by else one.outcome,
            one.again_on.isoformat() if one.again_on else None,
        )
        for one in told.approaches
    ]  # fmt: skip
    keys = [one.id for one in told.approaches]
    return [Section("Spoken to", table=Table("Spoken to", columns, rows), keys=keys, opened=edit_note)]


def _decisions(held: Sequence[KeptDecision]) -> list[Section]:
    lines = tuple(
        Line(date_short(one.as_at), f"{one.outcome.label}, decided by {one.decided_by}") for one in held
    )
    return [Section("Decided before", lines, folded=True)] if lines else []
