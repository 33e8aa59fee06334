"""The projects of the sample county: nurse practitioners, recruitment, digital security; reports; apprentices."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from resources.database import Database, change
from workforce.funding.funds.funds import funds
from workforce.funding.projects.apprentices import ApprenticeDraft, add_apprentice
from workforce.funding.projects.funder_reports import (
    FunderReportDraft,
    add_funder_report,
    begin_funder_report,
    skip_funder_report,
    submit_funder_report,
)
from workforce.funding.projects.milestones import MilestoneDraft, add_milestone
from workforce.funding.projects.outcomes import OutcomeDraft, add_outcome
from workforce.funding.projects.projects import Project, ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.projects.taking_part import TakingPartDraft, add_taking_part, record_level
from workforce.funding.vocabulary import DsptLevel, ProjectStatus, QuoteConsent
from workforce.years import year_of, year_span

_SEED = "projects"
_IN_DIGITAL = 11
_LEVELS: Sequence[tuple[DsptLevel, ...]] = (
    (DsptLevel.STARTED, DsptLevel.APPROACHING_STANDARDS, DsptLevel.STANDARDS_MET),
    (DsptLevel.STARTED, DsptLevel.STANDARDS_MET),
    (DsptLevel.APPROACHING_STANDARDS, DsptLevel.STANDARDS_MET),
    (DsptLevel.STANDARDS_MET,),
    (DsptLevel.STARTED, DsptLevel.APPROACHING_STANDARDS),
    (DsptLevel.STARTED, DsptLevel.APPROACHING_STANDARDS),
    (DsptLevel.APPROACHING_STANDARDS,),
    (DsptLevel.STARTED,), (DsptLevel.STARTED,), (DsptLevel.STARTED,), (),
)  # fmt: skip
"""What each of the eleven reached, one after the other."""


class _Home(NamedTuple):
    service: str
    provider: str


def add_projects(db: Database, *, today: date) -> None:
    """Three projects, the reports that are due on them, and two apprenticeships in the team."""
    rnd = random.Random(_SEED)
    with change(db, "Made the sample county: projects"):
        homes = _homes(db, rnd)
        _nurses(db, homes, today)
        _recruitment(db, today)
        _digital(db, homes, rnd, today)
        _apprentices(db, today)


def _homes(db: Database, rnd: random.Random) -> list[_Home]:
    """Services of the county, one of a provider, in the same order each time."""
    rows = db.rows(
        """select min(service.id), provider_id from service join provider on provider.id = provider_id
        where service.archived_on is null and authority = 'Nottinghamshire' and not dormant
        group by provider_id order by min(service.name)"""
    )
    found = [_Home(*row) for row in rows]
    rnd.shuffle(found)
    return found


def _provider(homes: Sequence[_Home], at: int) -> str | None:
    """One of them, where the county has so many."""
    return homes[at].provider if at < len(homes) else None


def _fund(db: Database, words: str) -> str | None:
    return next((one.id for one in funds(db) if words.casefold() in one.name.casefold()), None)


def _nurses(db: Database, homes: Sequence[_Home], today: date) -> None:
    this = year_of(today)
    starts, ends = year_span(this - 1).first, year_span(this).last
    made = add_project(
        db,
        ProjectDraft(
            "Advanced nurse practitioners in nursing homes", starts, ends, _fund(db, "Burdett"),
            "To encourage and support the role of advanced nurse practitioners in nursing care homes, with the "
            "training hubs of the Integrated Care System.",
            "Workforce team", 6_000_000, ProjectStatus.INVOICING_AND_REPORTING,
        ),
    )  # fmt: skip
    _milestones(
        db, made, today,
        (("Steering group with the training hubs", -540, -538), ("Six nursing homes chosen", -420, -410),
         ("First nurses begin the course", -300, -290), ("Peer support group meets", 12, None),
         ("Last nurses finish the course", 110, None)),
    )  # fmt: skip
    _outcomes(
        db, made, today,
        (("Nurses who began the course", 8, 5), ("Nursing homes with a nurse on the course", 6, 4),
         ("Avoidable calls to the emergency services, fewer by a quarter", None, None)),
    )  # fmt: skip
    _parts(db, made, homes[_IN_DIGITAL : _IN_DIGITAL + 6], today - timedelta(days=410), today)
    half = year_span(this).first, date(this, 9, 30)
    _report(db, made, today, "Half-year report to the Burdett Trust", 8, covers=half)
    _report(db, made, today, "Report on the first year", -180, submitted=-183)
    add_quote(
        db, made.id,
        QuoteDraft("I prescribe now, and residents wait hours less.", today - timedelta(days=20), "Orla Pretendson",
                   "A nurse on the course", _provider(homes, _IN_DIGITAL), QuoteConsent.YES),
        today=today,
    )  # fmt: skip


def _recruitment(db: Database, today: date) -> None:
    starts = year_span(year_of(today)).first
    made = add_project(
        db,
        ProjectDraft(
            "Independent sector recruitment project", starts, date(starts.year + 1, 3, 31), _fund(db, "recruitment"),
            "A home care career video that providers use in their own recruitment drives, careers events, and "
            "workshops on recruitment and selection.",
            "Workforce team", 600_000, ProjectStatus.INVOICING_AND_REPORTING,
        ),
    )  # fmt: skip
    _milestones(
        db, made, today,
        (("Care staff of local providers filmed", -150, -150), ("Video published", -100, -92),
         ("Workshop for home care", -30, -30), ("Workshop for residential homes", -8, None),
         ("Providers asked what changed", 60, None)),
    )  # fmt: skip
    _outcomes(db, made, today, (("Managers at a workshop", 40, 23), ("Providers that use the video", 60, 41)))
    _report(db, made, today, "Account of the £6,000", 128)
    add_quote(
        db, made.id,
        QuoteDraft("We ask about values first, and fewer leave in the first month.", today - timedelta(days=25),
                   "Hal Exampleby", "A manager in home care", None, QuoteConsent.NOT_ASKED),
        today=today,
    )  # fmt: skip


_WORDS = (
    ("The test showed us that nobody knew where the paper copies were.", "A registered manager", QuoteConsent.YES, 0),
    ("Standards met sounded frightening, and took us three afternoons.", "An owner of a small home", QuoteConsent.YES,
     1),
    ("We would not like to be named in this.", "A registered manager", QuoteConsent.NO, 2),
)  # fmt: skip
"""What was said of the tests, by whom, whether it may be quoted, and at which of the homes."""


def _digital(db: Database, homes: Sequence[_Home], rnd: random.Random, today: date) -> None:
    launched = today - timedelta(days=82)
    made = add_project(
        db,
        ProjectDraft(
            "Digital security: respond and recover", launched, launched + timedelta(days=210), None,
            "To test how well providers respond and recover when systems fail or are attacked, and to support them to "
            "reach standards met of the Data Security and Protection Toolkit.",
            "Market management team", None, ProjectStatus.INVOICING_AND_REPORTING, True,
            "Supported by the Institute of Public Care and the Local Government Association.",
        ),
    )  # fmt: skip
    _milestones(
        db, made, today,
        (("Eleven providers agree to take part", -75, -74), ("First tests of systems", -30, -24),
         ("Results looked at with each provider", -3, None), ("Tests repeated", 40, None),
         ("Resources for the whole sector", 110, None)),
    )  # fmt: skip
    _outcomes(
        db, made, today,
        (("Providers whose systems were tested", 11, 11), ("Providers at standards met", 11, 4)),
    )  # fmt: skip
    joined = launched + timedelta(days=7)
    keys = _parts(db, made, homes[:_IN_DIGITAL], joined, today)
    for key, levels in zip(keys, _LEVELS, strict=False):
        day = joined
        for level in levels:
            day += timedelta(days=rnd.randint(8, 20))
            record_level(db, key, level, day, today=today)
    once = "One return was taken for both months"
    _report(db, made, today, "October return to the Institute of Public Care", -35, skip=once)
    _report(db, made, today, "November return to the Institute of Public Care", -5, begun=True)
    _report(db, made, today, "Final report and resources", 128)
    for words, role, consent, at in _WORDS:
        add_quote(
            db, made.id,
            QuoteDraft(words, today - timedelta(days=14), "", role, _provider(homes, at), consent), today=today,
        )  # fmt: skip


def _milestones(db: Database, of: Project, today: date, some: Sequence[tuple[str, int, int | None]]) -> None:
    for what, due, done in some:
        add_milestone(
            db, of.id,
            MilestoneDraft(
                what, today + timedelta(days=due), today + timedelta(days=done) if done is not None else None
            ),
            today=today,
        )  # fmt: skip


def _outcomes(
    db: Database, of: Project, today: date, some: Sequence[tuple[str, int | None, int | None]]
) -> None:
    for measure, target, achieved in some:
        on = today - timedelta(days=9) if achieved is not None else None
        people = measure.startswith(("Nurses", "Managers"))
        draft = OutcomeDraft(measure, target, achieved, on, of_people=people)
        add_outcome(db, of.id, draft, today=today)


def _parts(db: Database, of: Project, homes: Sequence[_Home], joined: date, today: date) -> list[str]:
    return [
        add_taking_part(db, of.id, TakingPartDraft(one.provider, joined, one.service), today=today).id
        for one in homes
    ]


def _report(
    db: Database, of: Project, today: date, what: str, due: int, *, covers: tuple[date, date] | None = None,
    submitted: int | None = None, skip: str = "", begun: bool = False,
) -> None:  # fmt: skip
    first, last = covers or (None, None)
    made = add_funder_report(
        db, FunderReportDraft(what, today + timedelta(days=due), of.fund_id, of.id, first, last)
    )
    if submitted is not None:
        submit_funder_report(db, made.id, on=today + timedelta(days=submitted), today=today)
    if skip:
        skip_funder_report(db, made.id, reason=skip)
    if begun:
        begin_funder_report(db, made.id)


def _apprentices(db: Database, today: date) -> None:
    """Two at Level 5; this one usually takes around two and a half years."""
    for name, ago in (("Imogen Sampleford (sample officer)", 240), ("Dev Pretendham (sample officer)", 85)):
        started = today - timedelta(days=ago)
        add_apprentice(
            db, ApprenticeDraft(name, "Leadership and management", started, 5, started + timedelta(days=913))
        )
