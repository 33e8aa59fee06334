"""Practices as the window lists them and Find anything looks through them."""

from engagement.good_practice.vocabulary import PracticeConsent, SharedAt
from resources.database.listing import Listing, own_rows
from resources.tables import Column, ColumnKind
from resources.words import sql_labels


def _of(column: str) -> str:
    return f"select id from good_practice where {column} in (select row_id from changed)"


PRACTICES = Listing(
    name="good_practice",
    columns=(
        Column("what", "What works", width=250),
        Column("theme", "Theme", width=160),
        Column("consent", "Publish", ColumnKind.STATUS, width=128),
        Column("provider", "Provider", width=160),
        Column("service", "Service", width=160),
        Column("shared_on", "Shared", ColumnKind.DATE, width=106),
        Column("shared_at", "Where", width=120),
        Column("event", "Event", width=190),
        Column("who", "Who", width=140),
        Column("district", "District", width=130),
        Column("state", "State", ColumnKind.STATUS, width=100),
    ),
    hidden=(Column("shared_with", ""),),
    fill=f"""select good_practice.id, good_practice.what, good_practice.theme,
        {sql_labels("good_practice.consent", PracticeConsent)}, provider.name, coalesce(service.name, ''),
        good_practice.shared_on, {sql_labels("good_practice.shared_at", SharedAt)}, coalesce(event.title, ''),
        coalesce(contact.name, ''), coalesce(service.district, ''),
        case when good_practice.archived_on is null then 'Current' else 'Archived' end, good_practice.shared_with
        from good_practice join provider on provider.id = good_practice.provider_id
        left join service on service.id = good_practice.service_id
        left join contact on contact.id = good_practice.contact_id
        left join event on event.id = good_practice.event_id
        where good_practice.id in (select id from temp.affected)""",
    depends={
        "good_practice": own_rows(),
        "provider": _of("provider_id"),
        "service": _of("service_id"),
        "contact": _of("contact_id"),
        "event": _of("event_id"),
    },
    searched=("what", "theme", "provider", "service", "event", "who", "district", "shared_with"),
    default_order="shared_on",
)

LISTINGS = (PRACTICES,)
