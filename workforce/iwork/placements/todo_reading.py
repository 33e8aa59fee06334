"""The list of what is to be done today, read in a few queries: what follows from facts, and what somebody typed."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from resources.database import Database
from resources.wording import as_date
from workforce.iwork.placements import todo
from workforce.iwork.placements.benefits import BenefitRule, benefit_rules
from workforce.iwork.placements.checkpoints import asked, checkpoints_of_all
from workforce.iwork.placements.pay import WeekTotal, jobs_of_all, total_on
from workforce.iwork.placements.placements import placements
from workforce.iwork.placements.reminders import Reminder, reminders
from workforce.iwork.placements.support import plans_of_all, visits_of_all
from workforce.iwork.placements.tasters import tasters
from workforce.iwork.placements.todo import ToDo
from workforce.iwork.references import initials, person_reference
from workforce.iwork.vocabulary import IN_WORK, WITH_A_POST, CheckKind, ConsentScope, Stage

_NOT_LEAVING = "person.purge_asked_at is null"


def to_do(vault: Database, today: date) -> list[ToDo]:
    """All that is due or near, the soonest first. Nobody whose deletion was asked for is in it."""
    who = told(vault)
    found: list[ToDo | None] = [
        *_records(vault, who, today),
        *_consents(vault, who, today),
        *_taken_back(vault, who),
        *_checks(vault, who, today),
        *_of_placements(vault, who, today),
        *_of_pay(vault, who, today),
        *_of_employers(vault, today),
        *_of_tasters(vault, who, today),
        *_asked_for(vault, who, today),
        *(_typed(one, who) for one in reminders(vault) if one.person_id is None or one.person_id in who),
    ]
    return sorted((one for one in found if one is not None), key=lambda one: (one.due_on, one.who, one.key))


def told(vault: Database) -> dict[str, str]:
    """“IW-014 A.E.” of everybody who is not about to be deleted, by key."""
    rows = vault.rows(f"select id, number, given_name, family_name from person where {_NOT_LEAVING}")
    return {
        str(key): f"{person_reference(int(number))} {initials(str(given), str(family))}"
        for key, number, given, family in rows
    }


def _records(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    rows = vault.rows(f"select id, review_on, delete_by, closed_on from person where {_NOT_LEAVING}")
    for key, review_on, delete_by, closed in rows:
        yield todo.review_due(
            str(key),
            who[str(key)],
            as_date(review_on),
            as_date(delete_by),
            closed=closed is not None,
            today=today,
        )


def _consents(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    rows = vault.rows(
        "select one.id, one.person_id, one.scope, one.until_on, exists (select 1 from consent as later "
        "where later.person_id = one.person_id and later.scope = one.scope and later.id <> one.id "
        "and later.withdrawn_on is null and (later.until_on is null or later.until_on > one.until_on)) "
        "from consent as one join person on person.id = one.person_id "
        f"where one.until_on is not null and one.withdrawn_on is null and person.closed_on is null and {_NOT_LEAVING}"
    )
    for key, person_id, scope, until_on, renewed in rows:
        yield todo.consent_ends(
            str(key), str(person_id), who[str(person_id)], ConsentScope(scope), as_date(until_on),
            renewed=bool(renewed), today=today,
        )  # fmt: skip


def _taken_back(vault: Database, who: dict[str, str]) -> Iterator[ToDo | None]:
    """What was withdrawn and not given again, where something rests on it."""
    rows = vault.rows(
        "select max(consent.id), person_id, scope, max(withdrawn_on) from consent "
        f"join person on person.id = person_id where person.closed_on is null and {_NOT_LEAVING} "
        "group by person_id, scope having min(withdrawn_on is not null) = 1"
    )
    open_at = _before_work(vault)
    for key, person_id, scope, withdrawn_on in rows:
        yield todo.consent_taken_back(
            str(key), str(person_id), who[str(person_id)], ConsentScope(scope), as_date(withdrawn_on),
            open_at=open_at.get((str(person_id), ConsentScope(scope))),
        )  # fmt: skip


def _before_work(vault: Database) -> dict[tuple[str, ConsentScope], Stage]:
    """At which stage somebody’s way to a post stands, by what they must agree to for it."""
    found: dict[tuple[str, ConsentScope], Stage] = {}
    for held in placements(vault):
        stage = held.paused_from or held.stage
        if held.ended_on is None and held.post_id is not None and stage in WITH_A_POST - IN_WORK:
            found[held.person_id, ConsentScope.MATCHING] = stage
            if stage is not Stage.MATCHED:
                found[held.person_id, ConsentScope.SHARE] = stage
    return found


def _checks(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    rows = vault.rows(
        "select check_held.id, person_id, kind, until_on from check_held join person on person.id = person_id "
        f"where state = 'held' and until_on is not null and person.closed_on is null and {_NOT_LEAVING}"
    )
    for key, person_id, kind, until_on in rows:
        person = str(person_id)
        yield todo.check_ends(str(key), person, who[person], CheckKind(kind), as_date(until_on), today)


def _of_placements(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    rules, answers = benefit_rules(vault), checkpoints_of_all(vault)
    plans, visits = plans_of_all(vault), visits_of_all(vault)
    for held in placements(vault):
        person = who.get(held.person_id)
        if person is not None:
            points = asked(held.started_on, held.ended_on, answers.get(held.id, ()), today)
            yield from todo.checkpoints_due(held, person, points, today)
            yield todo.access_due(held, person, rules, today)
            if held.id in plans:
                yield todo.support_quiet(held, person, plans[held.id], visits.get(held.id, ()), today)


def _of_pay(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    rules = benefit_rules(vault)
    yield todo.rules_wanted(rules, today)
    for person_id, jobs in jobs_of_all(vault).items():
        if person_id in who:
            yield from _limits(person_id, who[person_id], total_on(jobs, today), rules, today)


def _limits(
    person_id: str, who: str, total: WeekTotal, rules: list[BenefitRule], today: date
) -> Iterator[ToDo | None]:
    against = todo.benefits_due(person_id, who, total, rules, today)
    yield from against
    if not against:
        yield todo.band_reached(person_id, who, total, rules, today)


def _of_employers(vault: Database, today: date) -> Iterator[ToDo | None]:
    rows = vault.rows(
        "select id, name, next_step, next_on from employer where next_on is not null and closed_on is null"
    )
    for key, name, step, on in rows:
        yield todo.employer_next(str(key), str(name), str(step), as_date(on), today)


def _of_tasters(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    names = dict(vault.rows("select id, name from employer"))
    for one in tasters(vault):
        if one.person_id in who:
            name = str(names[one.employer_id])
            yield todo.taster_due(
                one.id, one.person_id, who[one.person_id], name, one.day_on, one.outcome, today
            )


def _asked_for(vault: Database, who: dict[str, str], today: date) -> Iterator[ToDo | None]:
    rows = vault.rows("select id, person_id, due_on from subject_access where given_on is null")
    for key, person_id, due_on in rows:
        if str(person_id) in who:
            yield todo.access_request_due(
                str(key), str(person_id), who[str(person_id)], as_date(due_on), today
            )


def _typed(one: Reminder, who: dict[str, str]) -> ToDo:
    tab, row = _where(one)
    person = one.person_id or ""
    return ToDo(one.id, one.kind, one.due_on, who.get(person, ""), one.words, tab, row, person, typed=True)


def _where(one: Reminder) -> tuple[str, str]:
    if one.placement_id:
        return "Placements", one.placement_id
    if one.person_id:
        return "People", one.person_id
    return ("Employers", one.employer_id) if one.employer_id else ("", "")


def by_person(found: list[ToDo]) -> dict[str, list[ToDo]]:
    """What is to be done for each person."""
    made: dict[str, list[ToDo]] = defaultdict(list)
    for one in found:
        if one.person_id:
            made[one.person_id].append(one)
    return dict(made)
