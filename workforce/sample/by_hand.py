"""Rows of the sample county’s survey: its waves, whom they asked and what was answered."""

from collections.abc import Iterator
from datetime import date

from engagement.register.contracts import contracts_on
from engagement.register.ratings import active_services, overall_on_days
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database, new_key

KINDS = (
    ServiceKind.NURSING_HOME,
    ServiceKind.RESIDENTIAL_HOME,
    ServiceKind.HOME_CARE,
    ServiceKind.SUPPORTED_LIVING,
)


def insert_invited(db: Database, wave_id: str) -> Iterator[tuple[str, str, str, str, int | None]]:
    """Each with its key, provider, name, kind and beds."""
    day = date.fromisoformat(str(db.value("select opens_on from survey_wave where id = ?", (wave_id,))))
    contracts = contracts_on(db, day)
    home = _home(db)
    active = {one.id: one for one in active_services(db, day) if one.kind in KINDS and one.authority == home}
    ratings = overall_on_days(db, ((key, day) for key in active))
    for key in sorted(active):
        held, rated = contracts.get(key), ratings.get((key, day))
        row = db.row("select provider_id, name, beds from service where id = ?", (key,))
        if row is None:
            continue
        one = active[key]
        db.insert_row(
            "survey_invited",
            {
                "id": new_key(),
                "wave_id": wave_id,
                "provider_id": row[0],
                "service_id": key,
                "kind": one.kind.value,
                "district": one.district,
                "rating": rated.rating.value if rated else "",
                "beds": row[2],
                "active": int(held is not None and held.status is ContractStatus.ACTIVE),
            },
        )
        yield key, row[0], row[1], one.kind.value, row[2]


def _home(db: Database) -> str:
    """The authority that has contracts."""
    return str(
        db.value(
            """select authority from service where id in (select service_id from contract_status)
            group by authority order by count(*) desc, authority"""
        )
    )
