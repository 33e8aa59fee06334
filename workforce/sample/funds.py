"""The sample county's funds: the three that the team holds or was granted, and one that providers claim themselves."""

from datetime import date, timedelta
from typing import NamedTuple

from resources.database import Database
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import Pot
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.funds.items import add_item
from workforce.funding.funds.spending import add_spending, pay_spending, release_spending
from workforce.funding.funds.variations import vary
from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, SourceStanding
from workforce.training.courses import course_named
from workforce.years import year_of, year_span

WDF, BURDETT, RECRUITMENT, LDSS = (
    "Workforce Development Fund", "Burdett Trust for Nursing project", "Recruitment project",
    "Learning and Development Support Scheme",
)  # fmt: skip
MENTORING, LEARNING_DAYS = "Nurse mentoring", "Learning days"
_QUALIFICATIONS = (
    ("Level 2 Diploma in Care", 690_00),
    ("Level 3 Diploma in Adult Care", 870_00),
    ("Level 4 Diploma in Adult Care", 1_050_00),
    ("Level 5 Diploma in Leadership and Management for Adult Care", 1_200_00),
)
_EVIDENCE = "Copy of the certificate\nProof that the learner’s costs were paid"


class SampleFunds(NamedTuple):
    """The four."""

    wdf: Fund
    burdett: Fund
    recruitment: Fund
    ldss: Fund


def add_funds(db: Database, *, today: date) -> SampleFunds:
    """With what they hold, what they pay for, the days to keep and what was spent without a claim."""
    year = year_of(today)
    return SampleFunds(
        _wdf(db, year, today), _burdett(db, year, today), _recruitment(db, year, today), _ldss(db, year)
    )


def _wdf(db: Database, year: int, today: date) -> Fund:
    span = year_span(year)
    made = add_fund(
        db, WDF, FundKind.HELD, opens_on=span.first, closes_on=span.last, funder="Skills for Care",
        purpose="Pays providers back for qualifications that their staff complete.", bid_pence=120_000_00,
        conditions="Only employers whose ASC-WDS records are complete this year may claim.\nWhat is not claimed by "
        "the end of the year goes back.",
        contact_name="Perpetua Quillfeather", contact_details="perpetua@funder.example", status=FundStatus.OPEN,
    )  # fmt: skip
    set_allocation(db, made.id, year, "", 112_000_00, "As confirmed by the funder")
    for name, most in _QUALIFICATIONS:
        _item(db, made, name, most, None, SourceStanding.OURS, "The team’s own figure for the sample")
    add_cut_off(db, made.id, CutOffKind.CLAIMS, date(year + 1, 3, 13), at_time="5pm")
    add_cut_off(db, made.id, CutOffKind.EVIDENCE, date(year + 1, 3, 20))
    add_cut_off(
        db, made.id, CutOffKind.REPORT, span.last + timedelta(days=30), what="Final report to the funder"
    )
    _spend(
        db,
        made,
        today,
        "Day for assessors",
        1_800_00,
        date(year, 6, 9),
        "Thistledown Training",
        paid_after=21,
    )
    return made


def _burdett(db: Database, year: int, today: date) -> Fund:
    opens = year_span(year - 1).first
    made = add_fund(
        db, BURDETT, FundKind.GRANTED, opens_on=opens, closes_on=year_span(year).last,
        funder="Burdett Trust for Nursing", bid_pence=60_000_00,
        purpose="Keeps nurses in nursing homes: mentors, and days to learn together. £60,000 over two years.",
        conditions="Nurse-led. Not for personal study. A report each half-year.",
        contact_name="Barnaby Marrowfield", contact_details="grants@trust.example", status=FundStatus.OPEN,
    )  # fmt: skip
    for each in (year - 1, year):
        set_allocation(db, made.id, each, MENTORING, 18_000_00)
        set_allocation(db, made.id, each, LEARNING_DAYS, 12_000_00)
    vary(
        db, made.id, pence=1_500_00, from_=Pot(year - 1, LEARNING_DAYS), to=Pot(year - 1, MENTORING),
        reason="Two more mentors than planned; one learning day was held online", agreed_by="Barnaby Marrowfield",
        agreed_on=date(year - 1, 11, 3),
    )  # fmt: skip
    add_cut_off(
        db, made.id, CutOffKind.REPORT, date(year, 11, 30), what="Half-year report", source="Grant letter"
    )
    add_cut_off(
        db, made.id, CutOffKind.REPORT, date(year + 1, 4, 30), what="Final report", source="Grant letter"
    )
    _burdett_spending(db, made, year, today)
    return made


def _burdett_spending(db: Database, made: Fund, year: int, today: date) -> None:
    mentors, days, last = "Hollowmere Mentors", "Thistledown Training", year - 1
    for what, pence, day, whom, stream, paid in (
        ("Mentors, first half-year", 8_750_00, date(last, 5, 12), mentors, MENTORING, 120),
        ("Mentors, second half-year", 9_900_00, date(last, 10, 6), mentors, MENTORING, 150),
        ("Learning day: wound care", 3_420_00, date(last, 9, 22), days, LEARNING_DAYS, 30),
        ("Learning day: end of life care", 4_260_50, date(last + 1, 2, 9), days, LEARNING_DAYS, 30),
        ("Mentors, April to June", 4_300_00, date(year, 4, 13), mentors, MENTORING, 80),
        ("Mentors, July to September", 4_450_00, date(year, 7, 6), mentors, MENTORING, 88),
        ("Learning day: leading a shift", 3_180_00, date(year, 9, 14), days, LEARNING_DAYS, 28),
        ("Mentors, October to December", 4_450_00, date(year, 10, 5), mentors, MENTORING, None),
    ):  # fmt: skip
        _spend(db, made, today, what, pence, day, whom, stream, paid_after=paid)


def _recruitment(db: Database, year: int, today: date) -> Fund:
    span = year_span(year)
    made = add_fund(
        db, RECRUITMENT, FundKind.GRANTED, opens_on=span.first, closes_on=span.last,
        funder="Health and care partnership", purpose="A campaign for jobs in care, and stands at careers events.",
        contact_name="Ottoline Brackenridge", status=FundStatus.OPEN,
    )  # fmt: skip
    set_allocation(db, made.id, year, "Campaign", 4_000_00)
    set_allocation(db, made.id, year, "Careers events", 2_000_00)
    for what, pence, day, whom, stream, paid in (
        ("Posters and leaflets", 1_264_80, date(year, 5, 20), "Inkwell Print", "Campaign", 30),
        ("Radio spots", 1_950_00, date(year, 9, 7), "Lark FM", "Campaign", None),
        ("Stand at the college fair", 310_00, date(year, 10, 12), "Fernhollow College", "Careers events", 14),
    ):  # fmt: skip
        _spend(db, made, today, what, pence, day, whom, stream, paid_after=paid)
    if today >= date(year, 6, 22):
        hall = add_spending(
            db, made.id, "Hall for an open day", 240_00, year=year, committed_on=date(year, 6, 1),
            workstream="Careers events", to_whom="Millpond Hall", today=today,
        )  # fmt: skip
        release_spending(db, hall.id, on=date(year, 6, 22), today=today)
    return made


def _ldss(db: Database, year: int) -> Fund:
    span = year_span(year)
    made = add_fund(
        db, LDSS, FundKind.SIGNPOSTED, opens_on=span.first, closes_on=span.last,
        funder="Department of Health and Social Care", status=FundStatus.OPEN,
        purpose="Pays employers back for courses and qualifications of care staff.",
        where_to_claim="NHS Business Services Authority, online claims service",
    )  # fmt: skip
    name = "Level 2 Adult Social Care Certificate"
    source = "gatewayqualifications.org.uk and tquk.org, for 2025/26"
    _item(db, made, name, 1_540_00, 60, SourceStanding.SECOND_HAND, source)
    return made


def _item(
    db: Database, of: Fund, name: str, most: int, first: int | None, standing: SourceStanding, source: str
) -> None:
    course = course_named(db, name)
    add_item(
        db, of.id, name, course_id=course.id if course else None, most_pence=most, first_percent=first,
        evidence=_EVIDENCE, valid_from=of.opens_on, valid_to=of.closes_on, standing=standing, source=source,
    )  # fmt: skip


def _spend(
    db: Database, of: Fund, today: date, what: str, pence: int, day: date, whom: str, stream: str = "", *,
    paid_after: int | None,
) -> None:  # fmt: skip
    """Committed on its day, where that has come, and paid so many days later."""
    if day > today:
        return
    made = add_spending(
        db,
        of.id,
        what,
        pence,
        year=year_of(day),
        committed_on=day,
        workstream=stream,
        to_whom=whom,
        today=today,
    )
    if paid_after is not None and day + timedelta(days=paid_after) <= today:
        pay_spending(db, made.id, on=day + timedelta(days=paid_after), today=today)
