"""The sample county's good practice: what was shared at its forums and on visits, and pairs of buddies."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from engagement.forums import events
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventState
from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.finder import BARRING, POORLY_RATED, WELL_RATED
from engagement.good_practice.buddies.needing import needing_buddies
from engagement.good_practice.buddies.standings import buddies_for
from engagement.good_practice.practices import PracticeDraft, add_practice
from engagement.good_practice.vocabulary import MetHow, PracticeConsent, SharedAt
from engagement.register.contracts import contracts_on
from engagement.register.ratings import overall_as_at
from engagement.register.services import service
from resources.database import Database, change

_SHARED = (
    (
        "Retention or attendance bonus",
        "A bonus after six months, paid again after two years, keeps new starters.",
    ),
    (
        "Experts by experience or residents in interviews",
        "Two residents sit on every interview panel and ask the first question.",
    ),
    (
        "Engaging as soon as an application is received",
        "Somebody telephones on the day an application comes in; before, half had found other work.",
    ),
    (
        "Values-based recruitment with taster days",
        "A paid taster day before the interview: those who come know what the role is.",
    ),
    ("Choice of interview date and time", "Interviews are offered in the evening and on Saturdays."),
    ("Psychometric testing", "A short test of values, talked over at interview and not scored by itself."),
    (
        "Showing the setting before or at interview",
        "Applicants have tea with the residents before the interview begins.",
    ),
    (
        "Training after probation",
        "After probation everybody chooses one area to learn more in, such as dementia or end of life care.",
    ),
    ("Recruitment", "Staff who bring a friend choose which charity the home gives to."),
    ("Recruitment", "The vacancy is read by three of the newest staff before it goes out."),
    (
        "Visits to each other’s homes",
        "Two managers swap places for a morning each quarter and write down three things they saw.",
    ),
    ("Activities", "The activities calendar is made with residents on the first Monday of the month."),
    ("Activities", "A choir with the primary school next door, every second Thursday."),
    ("Leadership", "A ten-minute huddle at each handover, led by whoever is newest in post."),
    ("Leadership", "Deputies do one supervision a month alongside the manager until they are confident."),
    ("Record keeping", "Daily notes are read back to the person they are about, and corrected with them."),
    (
        "Medicines",
        "The medicines round wears a red tabard and nobody speaks to it; errors fell to none in a year.",
    ),
    ("Medicines", "Each month one record of medicines is checked by a nurse from another home."),
    (
        "Nutrition",
        "Milkshakes made with the residents in the afternoon, fortified where the care plan says so.",
    ),
    ("Nutrition", "The cook joins the care plan review of everybody who has lost weight."),
)
"""Invented."""

_AGREED, _NOT_ASKED, _REFUSED = PracticeConsent.YES, PracticeConsent.NOT_ASKED, PracticeConsent.NO
_CONSENTS = (_AGREED, _AGREED, _AGREED, _NOT_ASKED, _AGREED, _REFUSED)
_ENDED = "The manager of the buddy moved to another post."


def add_good_practice(db: Database, *, today: date) -> None:
    """Twenty practices and some pairs: one that met often, one quiet for long, one of late, one that ended."""
    rnd = random.Random("good practice")
    with change(db, "Made the sample county: good practice"):
        _share(db, rnd, today)
        _visit_of_one_suspended(db, today)
    with change(db, "Made the sample county: pairs of buddies"):
        _pair_that_met_often(db, today)
        _other_pairs(db, today)


# --- what was shared --------------------------------------------------------------------------------------


def _share(db: Database, rnd: random.Random, today: date) -> None:
    came = _people_who_came(db, today)
    for number, ((theme, what), person) in enumerate(zip(_SHARED, _each_once(rnd, came), strict=False)):
        consent = _CONSENTS[number % len(_CONSENTS)]
        shared_on = events.get(db, person.event_id).day
        asked_on = min(shared_on + timedelta(days=rnd.randint(1, 20)), today)
        at_event = number % 5 != 4
        draft = PracticeDraft(
            person.provider_id, theme, what, shared_on, person.service_id, person.contact_id,
            person.event_id if at_event else None, SharedAt.EVENT if at_event else SharedAt.VISIT,
            "Everybody at the forum" if at_event else "", consent, asked_on if consent is not _NOT_ASKED else None,
        )  # fmt: skip
        add_practice(db, draft, today=today)


def _people_who_came(db: Database, today: date) -> list[Participant]:
    """At events that were held, newest first, from services that have no rating to be ashamed of."""
    held = [one for one in events.events(db) if one.state is EventState.HELD and one.day <= today]
    found = [
        one for event in reversed(held) for one in participants.of_event(db, event.id) if one.status.came
    ]
    good = {key for key, rating in overall_as_at(db, today).items() if rating.rating in WELL_RATED}
    barred = {key for key, period in contracts_on(db, today).items() if period.status in BARRING}
    return [one for one in found if one.service_id in good - barred]


def _each_once(rnd: random.Random, people: list[Participant]) -> Iterator[Participant]:
    """One person of each provider, from now one event and now another."""
    seen: set[str] = set()
    for one in rnd.sample(people, len(people)):
        if one.provider_id not in seen:
            seen.add(one.provider_id)
            yield one


def _visit_of_one_suspended(db: Database, today: date) -> None:
    """Agreed to be published, and kept back all the same."""
    barred = sorted(key for key, period in contracts_on(db, today).items() if period.status in BARRING)
    for key in barred[:1]:
        held = service(db, key)
        draft = PracticeDraft(
            held.provider_id, "Activities", "The garden is planted with the residents each spring.",
            today - timedelta(days=120), key, shared_at=SharedAt.VISIT, consent=_AGREED,
            consent_on=today - timedelta(days=110),
        )  # fmt: skip
        add_practice(db, draft, today=today)


# --- pairs ------------------------------------------------------------------------------------------------


def _pair_that_met_often(db: Database, today: date) -> None:
    """A service that was rated poorly when the pair was agreed and is rated well today."""
    began = today - timedelta(days=400)
    then, now = overall_as_at(db, began), overall_as_at(db, today)
    better = sorted(
        key for key, held in then.items() if held.rating in POORLY_RATED and now[key].rating in WELL_RATED
        and service(db, key).archived_on is None and service(db, key).portfolio_officer
    )  # fmt: skip
    for key in better[:1]:
        made = _pair(db, key, began, today)
        for number, how in enumerate((MetHow.VISIT, MetHow.VISIT, MetHow.ONLINE, MetHow.CALL)):
            _meet(db, made, began + timedelta(days=20 + 90 * number), how, today)


def _other_pairs(db: Database, today: date) -> None:
    """Of services that were rated poorly when the pair was agreed, and are."""
    needing = needing_buddies(db, today)[2:]
    for days, first, ends in ((150, 20, False), (60, 14, False), (200, 30, True), (30, None, False)):
        began = today - timedelta(days=days)
        one = next((one for one in needing if one.rated_on < began), None)
        if one is None:
            continue
        needing.remove(one)
        made = _pair(db, one.id, began, today)
        if made and first is not None:
            _meet(db, made, began + timedelta(days=first), MetHow.VISIT, today)
        if made and ends:
            pairs.end_pair(db, made, on=today - timedelta(days=40), reason=_ENDED, today=today)


def _pair(db: Database, key: str, on: date, today: date) -> str:
    """With the first candidate; '' where there is none."""
    found = buddies_for(db, key, today=today)
    for one in found.candidates[:1]:
        reasons = ". ".join(one.reasons)
        return pairs.agree_pair(db, key, one.service.id, on=on, today=today, reasons=reasons).id
    return ""


def _meet(db: Database, pair: str, on: date, how: MetHow, today: date) -> None:
    note = {
        MetHow.VISIT: "Walked round together; looked at the medicines round and the handover.",
        MetHow.ONLINE: "Went through the action plan.",
    }.get(how, "")
    pairs.log_meeting(db, pair, met_on=on, how=how, note=note, today=today)
