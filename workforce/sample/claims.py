"""The sample county's claims: diplomas claimed from the fund that is paid out here, and a payer's list beside them."""

import random
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from resources.database import Database, change
from resources.problem import Problem
from workforce.funding.claims import approving
from workforce.funding.claims.claims import Claim, ClaimDraft, add_claim, claim, claims
from workforce.funding.claims.concerns import Concern, Stops, concerns
from workforce.funding.claims.evidence import add_evidence, missing
from workforce.funding.claims.parts import parts
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.funds.items import FundItem, items_of
from workforce.funding.vocabulary import ClaimPart
from workforce.sample.funds import LDSS, WDF
from workforce.training.learners import Learner, Post, learners, posts_of
from workforce.years import year_of, year_span

_SEED = "claims of the sample county"
OFFICER, FINANCE = "Amina Sampleton", "Gareth Pebbleton"
CLAIMS, DRAFTS, SUPPORTED = 34, 4, 5
LATELY = timedelta(days=70)
"""What was handed in longer ago has been looked at."""
_BODIES = ("Thistle Awards", "Lantern & Larch Qualifications", "Milestone Learning Awards")
_CHANGES = (
    "The certificate cannot be read. Send a clearer copy.",
    "The ULN is not that of the learner named. Check it with the training provider.",
)
_DECLINES = ("The learner had left before the diploma was completed.", "Paid for from another fund already.")


@dataclass(frozen=True)
class _Holder:
    """Somebody who learns, with the post in which they do."""

    learner: Learner
    post: Post


def add_claims(db: Database, *, today: date) -> None:
    """Claims from draft to paid, with evidence, a few that something speaks against, and one claimed twice."""
    held = {one.name: one for one in funds(db)}
    rnd = random.Random(_SEED)
    holders = [_Holder(one, posts[0]) for one in learners(db) if (posts := posts_of(db, one.id))]
    if not holders:
        return
    rnd.shuffle(holders)
    with change(db, "Made the sample county: claims"):
        if WDF in held:
            _diplomas(db, held[WDF], holders, rnd, today)
        if LDSS in held:
            _supported(db, held[LDSS], holders, today)


# --- diplomas, paid out here ----------------------------------------------------------------------------------


def _diplomas(db: Database, of: Fund, holders: list[_Holder], rnd: random.Random, today: date) -> None:
    items = items_of(db, of.id)
    first, last = year_span(year_of(today)).first, today - timedelta(days=8)
    days = max((last - first).days, 1)
    made: list[Claim] = []
    for number, one in enumerate(holders[:CLAIMS]):
        completed = first + timedelta(days=number * days // CLAIMS)
        draft = _draft(of, items[_level(one, rnd, len(items))], one, completed, rnd, number)
        made.append(add_claim(db, draft, today=min(today, completed + timedelta(days=14))))
    for number, one_made in enumerate(made[:-DRAFTS]):
        assert one_made.completed_on is not None
        _goes_its_way(
            db, one_made, one_made.completed_on + timedelta(days=rnd.randrange(6, 30)), number, today
        )
    _against(db, of, items[0], holders, today)


def _level(one: _Holder, rnd: random.Random, levels: int) -> int:
    """Those who lead take a higher diploma."""
    leads = one.post.job_role.value in ("registered_manager", "deputy_manager", "team_leader")
    return min(levels - 1, rnd.choice((2, 3)) if leads else rnd.choice((0, 0, 1, 1, 1)))


def _draft(
    of: Fund, item: FundItem, one: _Holder, completed: date, rnd: random.Random, number: int
) -> ClaimDraft:
    pence = item.most_pence or 50_000
    started = completed - timedelta(days=rnd.randrange(240, 420))
    if one.post.from_on is not None and one.post.from_on < completed:
        started = max(started, one.post.from_on)
    return ClaimDraft(
        of.id, one.post.provider_id, pence if number % 3 else pence - 4_550, item.id, one.post.service_id,
        one.learner.id, item.course_id, year=year_of(completed), awarding_body=rnd.choice(_BODIES),
        candidate_number=f"C{rnd.randrange(10_000, 99_999)}",
        qualification_code=f"6{10 + item.position}/4321/X",
        apprenticeship=number % 9 == 4, started_on=started, cost_paid_on=started + timedelta(days=9),
        completed_on=completed,
    )  # fmt: skip


def _goes_its_way(db: Database, held: Claim, handed_in: date, number: int, today: date) -> None:
    """As far as the days since allow, and as what speaks against it lets it."""
    if handed_in > today:
        return
    if number % 11 != 5:
        _see_evidence(db, held, handed_in)
    try:
        approving.submit(db, held.id, now=_at(handed_in))
    except Problem:
        return  # it stays a draft, with what stopped it
    looked_at = handed_in + timedelta(days=6)
    lately = looked_at > today - LATELY
    if looked_at > today or (lately and number % 7 == 5):
        return
    stopping = _stopping(db, held, looked_at)
    with _by(db, OFFICER):
        if number % 12 == 8:
            approving.request_changes(
                db, held.id, now=_at(looked_at), reason=_CHANGES[number % len(_CHANGES)]
            )
            return
        if number % 14 == 10:
            approving.decline(db, held.id, _DECLINES[number % len(_DECLINES)], now=_at(looked_at))
            return
        why = "The provider showed us what was missing" if stopping else ""
        if stopping and lately and number % 2:
            return
        approving.approve(db, held.id, now=_at(looked_at), despite=why)
    _to_the_end(db, held, looked_at + timedelta(days=5), number, today)


def _to_the_end(db: Database, held: Claim, day: date, number: int, today: date) -> None:
    if day > today or number % 10 == 9:
        return
    with _by(db, FINANCE):
        approving.approve(db, held.id, now=_at(day))
    paid_on = day + timedelta(days=9)
    if paid_on > today or number % 10 == 3:
        return
    with _by(db, FINANCE):
        approving.pay(db, held.id, now=_at(paid_on), paid_on=paid_on)
        if number % 16 == 2:
            approving.payment_failed(db, held.id, "The bank returned it: account closed", now=_at(paid_on))


def _stopping(db: Database, held: Claim, day: date) -> list[Concern]:
    return [one for one in concerns(db, claim(db, held.id), today=day) if one.stops_at(Stops.APPROVAL)]


def _see_evidence(db: Database, held: Claim, day: date) -> None:
    for what in missing(db, held.id):
        add_evidence(db, held.id, what, seen_on=day, seen_by=OFFICER, today=day)


def _against(db: Database, of: Fund, item: FundItem, holders: list[_Holder], today: date) -> None:
    """Drafts that something speaks against: before the fund opened, and a diploma that another provider claimed."""
    body = _BODIES[0]
    if len(holders) > CLAIMS:
        one, pence = holders[-1].post, item.most_pence or 50_000
        draft = ClaimDraft(
            of.id, one.provider_id, pence, item.id, one.service_id, one.learner_id, item.course_id,
            year=year_of(today), awarding_body=body, completed_on=of.opens_on - timedelta(days=20),
        )  # fmt: skip
        add_claim(db, draft, today=today)
    for other in _at_two(db, holders[:CLAIMS]):
        first = next(iter(claims(db, learner_id=other.learner_id)), None)
        if first is None or first.provider_id == other.provider_id:
            continue
        draft = ClaimDraft(
            of.id, other.provider_id, first.pence, first.item_id, other.service_id, other.learner_id, first.course_id,
            year=first.year, awarding_body=body, started_on=first.started_on, completed_on=first.completed_on,
        )  # fmt: skip
        add_claim(db, draft, today=today)
        return


def _at_two(db: Database, holders: list[_Holder]) -> Iterator[Post]:
    for one in holders:
        yield from posts_of(db, one.learner.id)[1:]


# --- what providers claim themselves --------------------------------------------------------------------------


def _supported(db: Database, of: Fund, holders: list[_Holder], today: date) -> None:
    """First parts that the payer has paid, as its list tells; one has its second part too."""
    (item, *_), opens = items_of(db, of.id), of.opens_on
    if item.most_pence is None or item.first_percent is None:
        return
    first_part, second_part = parts(item.most_pence, item.first_percent)
    for number, one in enumerate(holders[CLAIMS : CLAIMS + SUPPORTED]):
        started = opens + timedelta(days=12 + 16 * number)
        sent = started + timedelta(days=25)
        if sent + timedelta(days=30) > today:
            return
        draft = ClaimDraft(
            of.id, one.post.provider_id, first_part, item.id, one.post.service_id, one.learner.id, item.course_id,
            part=ClaimPart.FIRST, year=year_of(started), started_on=started, cost_paid_on=started + timedelta(days=4),
        )  # fmt: skip
        first = _paid_elsewhere(db, draft, sent)
        completed = sent + timedelta(days=90)
        if number == 0 and completed + timedelta(days=40) <= today:
            rest = ClaimDraft(
                of.id, one.post.provider_id, second_part, item.id, one.post.service_id, one.learner.id,
                item.course_id, part=ClaimPart.SECOND, first_part_id=first.id, year=year_of(completed),
                started_on=started, completed_on=completed,
            )  # fmt: skip
            _paid_elsewhere(db, rest, completed + timedelta(days=10))


def _paid_elsewhere(db: Database, draft: ClaimDraft, sent: date) -> Claim:
    made = add_claim(db, draft, today=sent)
    _see_evidence(db, made, sent)
    why = "As the payer’s list tells"
    approving.submit(db, made.id, now=_at(sent), despite=why)
    with _by(db, OFFICER):
        approving.approve(db, made.id, now=_at(sent + timedelta(days=7)), despite=why)
    with _by(db, FINANCE):
        approving.approve(db, made.id, now=_at(sent + timedelta(days=8)))
        return approving.pay(
            db, made.id, now=_at(sent + timedelta(days=21)), paid_on=sent + timedelta(days=21)
        )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 30), tzinfo=UTC)


@contextmanager
def _by(db: Database, who: str) -> Generator[None, None, None]:
    """Somebody else at the desk: no one person gives both approvals."""
    before, db.who = db.who, who
    try:
        yield
    finally:
        db.who = before
