"""Employers of the sample register: homes of the sample county, what was done with each, and 25 posts."""

import random
from datetime import date, timedelta

from engagement.register.services import Service, service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change
from resources.words import sql_values
from workforce.iwork.employers.contacts import add_contact
from workforce.iwork.employers.employers import Employer, add_employer
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.offers import set_offers
from workforce.iwork.posts.posts import NewPost, Post, read_places
from workforce.iwork.posts.shifts import read_shifts
from workforce.iwork.posts.writing import SaidPost, write_new_post
from workforce.iwork.profile.adjustments import adjustments
from workforce.iwork.profile.tasks import task_by_name
from workforce.iwork.sample.post_kinds import KINDS, LUNCH, NOT_OPEN, PostKind
from workforce.iwork.times import read_hours
from workforce.iwork.vocabulary import (
    ContactKind,
    EmployerStage,
    InterestFrom,
    Offer,
    PostStatus,
    StaffBand,
    WhenNeeded,
)

DISTRICTS = ("Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe")
EMPLOYERS, WITH_POSTS, POSTS = 16, 12, 25
_CONTACTS = ("Alex Example", "Jo Specimen", "Sam Madeup", "Chris Sample", "Pat Example", "Lee Specimen")
_HOMES = (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME, ServiceKind.DAY_CARE)


def add_employers(vault: Database, db: Database, *, today: date) -> list[Employer]:
    """Homes of each district, a nursing home first: it is the one with the lunch posts."""
    rnd = random.Random("i-Work employers")
    homes = _homes(db)
    with change(vault, "Made the sample register: employers"):
        return [_employer(vault, db, home, at, rnd, today) for at, home in enumerate(homes)]


def _homes(db: Database) -> list[Service]:
    """Two or three of each district, in the order of their names; the districts take turns."""
    found = {district: _services(db, district) for district in DISTRICTS}
    chosen: list[Service] = []
    for at in range(EMPLOYERS):
        of_district = found[DISTRICTS[at % len(DISTRICTS)]]
        wanted = ServiceKind.NURSING_HOME if at == 0 else _HOMES[at % len(_HOMES)]
        fitting = [one for one in of_district if one.kind is wanted] or of_district
        if fitting:
            chosen.append(fitting[0])
            of_district.remove(fitting[0])
    return chosen


def _services(db: Database, district: str) -> list[Service]:
    rows = db.rows(
        f"""select id from service where district = ? and postcode <> '' and archived_on is null
        and kind in ({sql_values(_HOMES)}) order by name, id""",
        (district,),
    )
    return [service(db, key) for (key,) in rows]


def _employer(
    vault: Database, db: Database, home: Service, at: int, rnd: random.Random, today: date
) -> Employer:
    since = today - timedelta(days=rnd.randrange(40, 500))
    made = add_employer(
        vault, db, today=since, service_id=home.id, stage=EmployerStage.POSTS if at < WITH_POSTS else _STAGES[at % 4],
        interest_from=rnd.choice(list(InterestFrom)), interest_on=since,
        contact_name=_CONTACTS[at % len(_CONTACTS)], contact_phone=f"01632 961{at:03d}",
        staff=rnd.choice(list(StaffBand)),
    )  # fmt: skip
    for days, kind, said in _DONE[: 1 + at % len(_DONE)]:
        day = min(today, since + timedelta(days=days))
        step = rnd.choice(("Visit", "Send a shortlist", "Ask about adjustments"))
        add_contact(
            vault, made.id, kind, done_on=day, today=today, words=said, by="Casey Sample", next_step=step,
            next_on=today + timedelta(days=rnd.randrange(-6, 40)),
        )  # fmt: skip
    return made


_STAGES = (
    EmployerStage.INTEREST, EmployerStage.CONVERSATION, EmployerStage.VISIT_BOOKED, EmployerStage.NOT_NOW,
)  # fmt: skip
_DONE = (
    (3, ContactKind.CALL, "The manager asked what i-Work is and would like a visit."),
    (17, ContactKind.VISIT, "Shown round. Lunch is when help is missed most."),
    (33, ContactKind.CONVERSATION, "Which tasks could make a post, and who could be a buddy."),
)


# --- posts ------------------------------------------------------------------------------------------------------


def add_posts(vault: Database, employers: list[Employer], *, today: date) -> list[Post]:
    """25 of them: the lunch posts first, most of them open, one closed, three not yet posts."""
    rnd = random.Random("i-Work posts")
    kinds = [LUNCH, *KINDS, *KINDS[: POSTS - 1 - len(KINDS) - len(NOT_OPEN)], *NOT_OPEN]
    with change(vault, "Made the sample register: posts"):
        made = [
            _post(vault, employers[(at + at // WITH_POSTS * 4) % WITH_POSTS], kind, rnd, today)
            for at, kind in enumerate(kinds)
        ]
        closed = made[-len(NOT_OPEN) - 1]
        made[-len(NOT_OPEN) - 1] = move_post(
            vault,
            closed.id,
            PostStatus.CLOSED,
            today=today,
            reason="The home has no budget for it this year.",
        )
    return made


def _post(vault: Database, where: Employer, kind: PostKind, rnd: random.Random, today: date) -> Post:
    least, most = read_places(kind.places)
    noise, heat, people, smells = kind.levels
    facts: NewPost = {
        "places_least": least, "places_most": most, "pattern": kind.pattern, "noise": noise, "heat": heat,
        "people": people, "smells": smells, "buddy": kind.buddy, "pence_hour": kind.pence, "note": kind.note,
        **_hours(kind.hours),
    }  # fmt: skip
    if kind.status is PostStatus.OPEN:
        facts["start_on"] = today + timedelta(days=rnd.randrange(7, 60))
    asked = {
        one: WhenNeeded.AFTER_START if rnd.random() < 0.3 else WhenNeeded.BEFORE_START for one in kind.checks
    }
    said = SaidPost(
        shifts=read_shifts(kind.week),
        tasks={**_tasks(vault, kind.core, core=True), **_tasks(vault, kind.others, core=False)},
        checks=asked,
    )
    opened = today - timedelta(days=rnd.randrange(5, 35))
    made = write_new_post(vault, where.id, kind.title, facts, said, today=opened, status=kind.status)
    if kind.core:
        set_offers(vault, made.id, _offers(vault, rnd))
    return made


def _hours(told: str) -> NewPost:
    if not told:
        return {}
    least, _, most = told.partition(" to ")
    return {"minutes_least": read_hours(least), "minutes_most": read_hours(most or least)}


def _tasks(vault: Database, names: tuple[str, ...], *, core: bool) -> dict[str, bool]:
    found = (task_by_name(vault, name) for name in names)
    return {one.id: core for one in found if one is not None}


def _offers(vault: Database, rnd: random.Random) -> dict[str, Offer]:
    """Most of what was asked about is offered or could be."""
    asked = rnd.sample(adjustments(vault), 12)
    return {
        one.id: rnd.choice((Offer.OFFERED, Offer.OFFERED, Offer.POSSIBLE, Offer.REFUSED)) for one in asked
    }
