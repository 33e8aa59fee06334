"""What Find anything and the table of nominees on screen look through."""

from awards.category_words import category_column
from awards.nominations.entries import sql_reference
from awards.vocabulary import COUNTED_VOICES, EntryStatus, NomineeKind
from resources.database.listing import Listing, own_rows, rows_by
from resources.tables import Column, ColumnKind
from resources.words import sql_labels

ENTRIES = Listing(
    name="award_entry",
    columns=(
        Column("reference", "Reference", width=92),
        Column("nominee", "Nominee", width=164),
        category_column(),
        Column("status", "Status", ColumnKind.STATUS, width=150),
        Column("voices", "Voices", ColumnKind.NUMBER, width=70),
        Column("service", "Service", width=180),
        Column("provider", "Provider", width=180),
        Column("kind", "Kind", width=90),
        Column("district", "District", width=120),
        Column("round", "Round", width=160),
    ),
    hidden=(Column("round_id", ""), Column("category_id", ""), Column("nominators", "")),
    fill=f"""select award_entry.id, {sql_reference()}, award_entry.nominee,
        award_category.name, {sql_labels("award_entry.status", EntryStatus)},
        (select count(*) from nomination where entry_id = award_entry.id
            and nomination.status in ({COUNTED_VOICES})),
        coalesce(service.name, award_entry.place_told), coalesce(provider.name, ''),
        {sql_labels("award_entry.nominee_kind", NomineeKind)}, coalesce(service.district, ''), award_round.name,
        award_round.id, award_category.id,
        coalesce((select group_concat(nominator, ' ') from nomination where entry_id = award_entry.id), '')
        from award_entry join award_round on award_round.id = award_entry.round_id
        join award_category on award_category.id = award_entry.category_id
        left join service on service.id = award_entry.service_id
        left join provider on provider.id = award_entry.provider_id
        where award_entry.id in (select id from temp.affected)""",
    depends={
        "award_entry": own_rows(),
        "nomination": rows_by("nomination", "entry_id"),
        "award_round": "select id from award_entry where round_id in (select row_id from changed)",
        "award_category": "select id from award_entry where category_id in (select row_id from changed)",
        "provider": "select id from award_entry where provider_id in (select row_id from changed)",
        "service": "select id from award_entry where service_id in (select row_id from changed)",
    },
    searched=("reference", "nominee", "category", "service", "provider", "nominators"),
    default_order="reference",
)

LISTINGS: tuple[Listing, ...] = (ENTRIES,)
"""In the order in which they are made."""
