"""The voices of some rounds with what figures are made by: read in one query, the ratings in another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from awards.vocabulary import COUNTED_VOICES, EntryStatus, NominatorKind, NomineeKind
from engagement.register.facts import key_list
from engagement.register.ratings import overall_on_days
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database


@dataclass(frozen=True)
class Voice:
    """One nomination, and who it is for. `rating` is that of the service when it was first nominated for them.

    Where the nominee is not tied to a service of the register, kind, district and rating are None.
    """

    id: str
    entry_id: str
    round_id: str
    year: int
    category_id: str
    category: str
    nominee_kind: NomineeKind
    status: EntryStatus
    nominator_kind: NominatorKind
    provider_id: str | None
    service_id: str | None
    service_kind: ServiceKind | None
    district: str | None
    rating: Rating | None


def voices(db: Database, round_ids: Iterable[str]) -> list[Voice]:
    """Every nomination that counts: drafts, duplicates and those withdrawn do not. Grouped nominees count as one."""
    rows = db.rows(
        f"""select nomination.id, award_entry.id, award_entry.round_id, award_round.year, award_category.id,
            award_category.name, award_entry.nominee_kind, award_entry.status, nominator_kind,
            coalesce(award_entry.provider_id, service.provider_id), service.id, service.kind, service.district,
            min(received_on) over (partition by award_entry.id)
        from nomination join award_entry on award_entry.id = nomination.entry_id
        join award_round on award_round.id = award_entry.round_id
        join award_category on award_category.id = award_entry.category_id
        left join service on service.id = award_entry.service_id
        where award_entry.round_id in (select value from json_each(?)) and nomination.status in ({COUNTED_VOICES})
            and award_entry.status not in ('draft', 'merged')
        order by award_round.year, award_category.position, award_entry.number, nomination.id""",
        (key_list(round_ids),),
    )
    days = {(str(row[10]), date.fromisoformat(row[13])) for row in rows if row[10]}
    ratings = overall_on_days(db, days)
    found = []
    for row in rows:
        rated = ratings.get((str(row[10]), date.fromisoformat(row[13]))) if row[10] else None
        found.append(
            Voice(
                row[0], row[1], row[2], row[3], row[4], row[5], NomineeKind(row[6]), EntryStatus(row[7]),
                NominatorKind(row[8]), row[9], row[10], ServiceKind(row[11]) if row[11] else None,
                row[12] if row[10] else None,
                (rated.rating if rated else Rating.NOT_RATED) if row[10] else None,
            )
        )  # fmt: skip
    return found
