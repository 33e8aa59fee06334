"""What the pane says of a claim."""

from collections.abc import Callable, Sequence
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import date_words, money
from workforce.funding.claims.approving import steps_of
from workforce.funding.claims.concern import Concern
from workforce.funding.claims.evidence import checklist
from workforce.funding.claims.lines import ClaimLine
from workforce.funding.claims.steps import WAITS_FOR_FINANCE, WAITS_FOR_OFFICER, WAITS_FOR_PROVIDER
from workforce.funding.claims.tables import checklist_keys, checklist_table, steps_table
from workforce.funding.claims.windows import last_day
from workforce.funding.decisions.keeping import decisions_of
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_words

_OPEN = (*WAITS_FOR_PROVIDER, *WAITS_FOR_OFFICER, *WAITS_FOR_FINANCE)
Go = Callable[[str, str], object]


def claim_detail(
    db: Database, one: ClaimLine, found: Sequence[Concern], actions: Sequence[Action], *, go: Go,
    open_evidence: Callable[[str], object], to_prove: Sequence[Action], today: date,
) -> Detail:  # fmt: skip
    """One claim: what is claimed, what speaks against it, what proves it, what was decided, and each step."""
    held = one.claim
    sections = [_claimed(one, go), _evidence(db, one, open_evidence, to_prove), *_decided(db, one)]
    sections.insert(0 if held.status in _OPEN else len(sections), _against(held.status, found))
    steps = steps_of(db, held.id)
    if steps:
        sections.append(Section("Steps", table=steps_table(held.number, steps)))
    last = last_day(db, held, today=today) if held.can_change else None
    until = f"To be submitted by {date_words(last[0])}. {last[1]}." if last else ""
    title = f"Claim {held.number}, {money(held.money)}"
    return Detail(title, until or one.what_words, [(ColumnKind.STATUS, held.status.label)], actions, sections)


def _against(status: ClaimStatus, found: Sequence[Concern]) -> Section:
    """Of what is decided it is told last: it changes nothing of that."""
    is_open = status in _OPEN
    title = "What speaks against it" if is_open else "What would speak against it today"
    if not found:
        return Section(title, (Line("", "Nothing was found."),), folded=not is_open)
    lines = [Line(one.stops_words if is_open else "", one.sentence) for one in found]
    return Section(title, lines, stacked=True, folded=not is_open)


def _claimed(one: ClaimLine, go: Go) -> Section:
    held = one.claim
    approved = money(held.approved_pence) if held.approved_pence is not None else ""
    over = (
        f"{money(held.over_pence)} by {held.over_passed_by}: {held.over_reason}"
        if held.over_passed_by
        else ""
    )
    where = one.service or one.provider
    lines = (
        Line("Learner", one.learner), Line("ULN", one.uln),
        Line("For", one.what_words),
        Line("Provider", one.provider, lambda: go("providers", held.provider_id)),
        Line("Service", one.service if where else "", lambda: go("providers", held.service_id or "")),
        Line("Claimed", money(held.pence)), Line("Approved", approved), Line("Overspend passed", over),
        Line("Fund", one.fund), Line("Charged to", _pot(one)),
        Line("Awarding body", held.awarding_body), Line("Candidate number", held.candidate_number),
        Line("Qualification code", held.qualification_code),
        Line("Apprenticeship", "Yes" if held.apprenticeship else ""),
        Line("Funded up-front", "Yes" if held.funded_before else ""),
        Line("Started", _day(held.started_on)), Line("Paid for", _day(held.cost_paid_on)),
        Line("Completed", _day(held.completed_on)), Line("Submitted", _day(held.submitted_on)),
        Line("Decided", _day(held.decided_on)), Line("Paid", _day(held.paid_on)),
        Line("From the file", held.file_name), Line("Note", held.note),
    )  # fmt: skip
    return Section("What is claimed", lines)


def _pot(one: ClaimLine) -> str:
    held = one.claim
    return f"{held.workstream}, {year_words(held.year)}" if held.workstream else year_words(held.year)


def _day(day: date | None) -> str:
    return date_words(day) if day else ""


def _evidence(
    db: Database, one: ClaimLine, open_evidence: Callable[[str], object], actions: Sequence[Action]
) -> Section:
    lines = checklist(db, one.claim.id)
    if not lines:
        told = (Line("", "Nothing is asked for, and nothing was seen."),)
        return Section("Evidence", told, actions=actions)
    table = checklist_table(one.claim.number, lines)
    return Section("Evidence", table=table, keys=checklist_keys(lines), opened=open_evidence, actions=actions)


def _decided(db: Database, one: ClaimLine) -> list[Section]:
    """With the facts and rules of the day on which it was decided."""
    sections = []
    for kept in decisions_of(db, claim_id=one.claim.id)[:1]:
        lines = [Line("By the rules", f"{kept.outcome.label}, as at {date_words(kept.as_at)}")]
        lines += [
            Line(finding.met.label, f"{finding.rule.words} {finding.found}") for finding in kept.findings
        ]
        sections.append(Section("What was decided on", lines, folded=True))
    return sections
