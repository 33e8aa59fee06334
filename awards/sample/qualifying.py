"""The nominees of the sample county are qualified: most go on, some do not, and a few come late and wait."""

import random
from datetime import date, datetime, time, timedelta

from awards.nominations.entries import Entry, entries
from awards.nominations.moving import move_entry
from awards.nominations.nominations import NominationDraft, add_nomination
from awards.qualifying.checks import answer_check, answer_open_checks, checklist_of
from awards.qualifying.employment import record_employed
from awards.qualifying.gathering import Standing, standings
from awards.qualifying.qualify import WAITING, find_ineligible, qualify, start_qualifying
from awards.rounds.categories import categories
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, rounds
from awards.vocabulary import CheckAnswer, EntryStatus, NominatorKind, NomineeKind, RoundPhase
from engagement.register.council import council_names
from engagement.register.facts import key_list
from resources.database import Database, change
from resources.wording import from_london, in_london

_LEFT = 3
_DESPITE = "The award honours the person and not the home; the chair has read what is known and decided so."
_LATE = "Sent by post in time, and found in another team’s tray."


def add_qualifying(db: Database, *, today: date) -> None:
    """Everybody of a round at qualifying is decided; one change for each round."""
    for held in rounds(db):
        if held.phase is RoundPhase.QUALIFY:
            with change(db, f"Made the sample county: the nominees of {held.name} qualified"):
                _decide(db, held, random.Random(f"qualifying of {held.year}"), today)


def _decide(db: Database, held: AwardRound, chance: random.Random, today: date) -> None:
    phase = planned_phase(db, held.id, RoundPhase.QUALIFY)
    last = min(phase.until_on or today, today - timedelta(days=1))
    on, now = last - timedelta(days=3), from_london(last, time(10))
    for one in entries(db, held.id, statuses=(EntryStatus.DRAFT,)):
        move_entry(db, one.id, EntryStatus.WITHDRAWN, now=now, reason="The nominator never sent it in.")
    waiting = entries(db, held.id, statuses=WAITING)
    start_qualifying(db, [one.id for one in waiting], now=now)
    left = {one.id for one in chance.sample(_people(waiting), min(_LEFT, len(_people(waiting))))}
    for one in waiting:
        _look(db, one, on, today, left=one.id in left)
    for found in standings(db, held.id, on, statuses=WAITING):
        _settle(db, found, now)


def _people(found: list[Entry]) -> list[Entry]:
    return [one for one in found if one.nominee_kind is NomineeKind.INDIVIDUAL]


def _look(db: Database, one: Entry, on: date, today: date, *, left: bool) -> None:
    if left:
        point = checklist_of(db, one.id)[0].check_id
        note = "The manager says that they work for a hospital now."
        answer_check(db, one.id, point, CheckAnswer.NO, by=db.who, on=on, note=note)
    answer_open_checks(db, one.id, by=db.who, on=on)
    if one.nominee_kind is NomineeKind.INDIVIDUAL:
        record_employed(db, one.id, not left, asked_on=on, asked_of=_manager(db, one), today=today)


def _manager(db: Database, one: Entry) -> str:
    found = db.value("select registered_manager from service where id = ?", (one.service_id,))
    return str(found) if found else "The manager"


def _settle(db: Database, found: Standing, now: datetime) -> None:
    held = found.entry
    if held.employed is False:
        find_ineligible(db, held.id, reason="They left before nominations closed.", now=now)
    elif held.nominee_kind is NomineeKind.SERVICE and any(one.stops for one in found.kept_back):
        find_ineligible(
            db, held.id, reason="The service cannot be honoured this year; the chair knows why.", now=now
        )
    elif not found.known.register.in_area or found.known.register.closed_on is not None:
        find_ineligible(db, held.id, reason="The place is not one that the round is for.", now=now)
    else:
        qualify(db, held.id, now=now, reason="" if found.readiness.is_ready else _DESPITE)


# --- a few come late ------------------------------------------------------------------------------------------

_LATE_ONES = (
    ("Tamsin Placeholder", "Person Centred", "Activities lead", "Perdita Madeup", NominatorKind.FAMILY),
    ("Gareth Nonesuch", "Support", "Cook", "Orla Fictional", NominatorKind.COLLEAGUE),
    ("The weekend team", "Team", "", "Hugo Specimen", NominatorKind.INDIVIDUAL),
    ("Idris Example", "Learning", "Senior carer", "Nell Sample", NominatorKind.PROVIDER),
)  # fmt: skip


def add_late_ones(db: Database, *, today: date) -> None:
    """Into the round that is being scored come four more, of whom nothing is decided yet."""
    held = next((one for one in rounds(db) if one.phase is RoundPhase.SCORE), None)
    if held is None:
        return
    places = _places(db)
    now = from_london(today - timedelta(days=2), time(15))
    with change(db, f"Made the sample county: late nominations of {held.name}"):
        for number, one in enumerate(_LATE_ONES):
            _come_late(db, held, one, places[number % len(places)] if number < 3 else None, now)
        first = entries(db, held.id, statuses=(EntryStatus.SUBMITTED,))[0]
        start_qualifying(db, [first.id], now=now)
        for point in checklist_of(db, first.id)[:4]:
            answer_check(db, first.id, point.check_id, CheckAnswer.YES, by=db.who, on=in_london(now).date())


def _places(db: Database) -> list[tuple[str, str, str]]:
    """Three places with their providers: a suspended one if there is one, another of the council's, one elsewhere."""
    rows = db.rows(
        """select service.id, provider_id, name, authority in (select value from json_each(?)) as own,
            exists (select 1 from contract_status where service_id = service.id and status = 'suspended'
                and until_on is null) as suspended
        from service where archived_on is null and district <> '' order by own desc, suspended desc, name""",
        (key_list(council_names(db)),),
    )
    chosen = [rows[0], rows[min(4, len(rows) - 1)], rows[-1]]
    return [(str(row[0]), str(row[1]), str(row[2])) for row in chosen]


def _come_late(
    db: Database, held: AwardRound, one: tuple[str, str, str, str, NominatorKind],
    place: tuple[str, str, str] | None, now: datetime,
) -> None:  # fmt: skip
    nominee, words, role, nominator, kind = one
    category = next(each for each in categories(db, held.id) if words in each.name)
    told = place[2] if place else "The home by the canal"
    statement = (
        f"{nominee} has done more for {told} than anybody else I know. When the lift was out for a week it was "
        f"{nominee} who thought of bringing the choir upstairs, and half of the street came along."
    )
    draft = NominationDraft(
        category.id, nominee, job_role=role, service_id=place[0] if place else None,
        provider_id=place[1] if place else None, place_told=told, nominator=nominator, nominator_kind=kind,
        nominator_email=f"{nominator.lower().replace(' ', '.')}@example.org", statement=statement,
    )  # fmt: skip
    add_nomination(db, held.id, draft, now=now, late_reason=_LATE)
