"""What ASC-WDS says of services on a day; of one that no file speaks of nothing is known: it may have a record."""

from collections.abc import Iterable, Mapping
from datetime import date

from engagement.register.facts import key_list
from resources.database import Database
from resources.words import sql_text
from workforce.ascwds.codes import CARE_PROVIDING, NOT_KNOWN
from workforce.ascwds.completeness import Standing
from workforce.ascwds.standings import service_standings, standings
from workforce.ascwds.vocabulary import RowStatus
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.unclaimed.likely import Workers

NOTHING: Mapping[str, FactValue] = {
    "employs_care_staff": None,
    "ascwds_completed": None,
    "ascwds_eligible": None,
    "ascwds_share": None,
    "ascwds_workers": None,
    "ascwds_staff": None,
    "ascwds_workplace_complete": None,
    "ascwds_updated_on": None,
}
_HAS_IT, _HAS_NOT, _COMPLETED = "1", "2", "1"
_ROLES = ", ".join(map(sql_text, sorted(CARE_PROVIDING)))
_GONE = sql_text(RowStatus.DELETE.value)


def ascwds_facts(
    db: Database, on: date, providers: Mapping[str, str], *, only: Iterable[str] | None = None
) -> dict[str, dict[str, FactValue]]:
    """By service, of those that a workplace is tied to, or whose provider is; `providers` are those of the services.

    A workplace tied to a provider alone speaks for each of its services that has none of its own.
    """
    keys = None if only is None else list(only)
    found = service_standings(db, on=on, services=keys)
    workers = workers_without(db, on, level=1, services=keys)
    whole = _provider_standings(db, on, set(providers.values()) if keys is not None else None)
    if whole:
        for service, provider in providers.items():
            if service not in found and provider in whole:
                found[service] = whole[provider]
    return {key: _facts(one, workers.get(key)) for key, one in found.items()}


def _provider_standings(db: Database, on: date, providers: set[str] | None) -> dict[str, Standing]:
    rows = db.rows(
        "select id, provider_id from workplace where service_id is null and provider_id is not null order by id"
    )
    tied = {key: provider for key, provider in rows if providers is None or provider in providers}
    found: dict[str, Standing] = {}
    for key, one in (standings(db, on=on, workplaces=list(tied)) if tied else {}).items():
        held = found.get(tied[key])
        if held is None or (one.eligible, one.now.share) > (held.eligible, held.now.share):
            found[tied[key]] = one
    return found


def _facts(one: Standing, care: Workers | None) -> dict[str, FactValue]:
    """What its records say; that it employs care staff is known where they have some, or where it has nobody."""
    now = one.now
    employs: bool | None = True if care is not None and care.of else None
    if employs is None and now.staff == 0:
        employs = False
    return {
        "employs_care_staff": employs,
        "ascwds_completed": True,
        "ascwds_eligible": one.eligible,
        "ascwds_share": now.share if now.workers else None,
        "ascwds_workers": now.workers,
        "ascwds_staff": now.staff,
        "ascwds_workplace_complete": not now.missing_workplace,
        "ascwds_updated_on": now.updated_on,
    }


def workers_without(
    db: Database, on: date, *, level: int, services: Iterable[str] | None = None
) -> dict[str, Workers]:
    """By service: of the care-providing workers of the last file, how many are known to hold no such level.

    Who says neither that they have a qualification nor that they have none is not counted among those without.
    """
    keys = None if services is None else key_list(services)
    tied = "select id from workplace where service_id in (select value from json_each(?))"
    only = "true" if keys is None else f"workplace_id in ({tied})"
    rows = db.rows(
        f"""with last as (
            select workplace_id, max(as_at) as as_at from worker_record
            where as_at <= ? and {only} group by workplace_id)
        select workplace.service_id, count(*), sum(social_care_qualification = ?
                and level_2_certificate <> ? or social_care_qualification = ? and social_care_level <> ?
                and cast(social_care_level as integer) < ? and not (? <= 2 and level_2_certificate = ?))
        from last join worker_record as worker on worker.workplace_id = last.workplace_id
            and worker.as_at = last.as_at
        join workplace on workplace.id = worker.workplace_id
        where workplace.service_id is not null and worker.job_role in ({_ROLES}) and worker.status <> {_GONE}
        group by workplace.service_id""",
        (
            on.isoformat(),
            *([] if keys is None else [keys]),
            _HAS_NOT,
            _COMPLETED,
            _HAS_IT,
            NOT_KNOWN,
            level,
            level,
            _COMPLETED,
        ),
    )
    return {service: Workers(without or 0, of, level) for service, of, without in rows}
