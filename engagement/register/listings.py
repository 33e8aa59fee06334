"""The register's lines for tables on screen: services, contacts and organisations."""

from engagement.register.vocabulary import (
    BEST_FIRST,
    UNREGISTERED_KINDS,
    ConsentBasis,
    ContactRole,
    ContractStatus,
    OrganisationKind,
    Rating,
    ServiceKind,
    rating_words,
)
from resources.database.listing import Listing, own_rows, rows_by
from resources.tables import Column, ColumnKind
from resources.words import sql_labels, sql_text, sql_values

_KIND_WORDS = sql_labels("service.kind", ServiceKind)
# As `standing_rating` has it.
_NOT_RATED_BY_CQC = f"""service.kind in ({sql_values(UNREGISTERED_KINDS)})
        and coalesce(service.cqc_location_id, '') = '' and coalesce(overall.rating, 'not_rated') = 'not_rated'"""
_RATING_WORDS = (
    f"case when {_NOT_RATED_BY_CQC} then {sql_text(rating_words(None))} "
    f"else {sql_labels('overall.rating', Rating, Rating.NOT_RATED.label)} end"
)
_CONTRACT_WORDS = sql_labels("contract.status", ContractStatus, ContractStatus.NONE.label)
_ROLE_WORDS = sql_labels("contact.role", ContactRole)
_ORGANISATION_WORDS = sql_labels("provider.organisation", OrganisationKind)
_CONSENT_WORDS = sql_labels("contact.consent", ConsentBasis)

_RATING_ORDER = (
    f"case when {_NOT_RATED_BY_CQC} then {BEST_FIRST.index(None)} else case overall.rating "
    + " ".join(
        f"when '{rating.value}' then {place}" for place, rating in enumerate(BEST_FIRST) if rating is not None
    )
    + f" else {BEST_FIRST.index(Rating.NOT_RATED)} end end"
)

_OVERALL = """left join rating as overall on overall.id = (
        select id from rating where service_id = service.id and key_question = 'overall'
        order by published_on desc limit 1)"""

_CONTRACT = """left join contract_status as contract on contract.id = (
        select id from contract_status where service_id = service.id and until_on is null
        order by from_on desc, id desc limit 1)"""

_STATE = """case when service.archived_on is not null then 'Archived'
    when exists (select 1 from service_period where service_id = service.id)
        and not exists (select 1 from service_period where service_id = service.id and until_on is null)
        then 'Gone from CQC'
    when service.dormant = 1 then 'Dormant' else 'Current' end"""

SERVICES = Listing(
    name="service",
    columns=(
        Column("name", "Service", width=212),
        Column("provider", "Provider", width=156),
        Column("kind", "Kind", width=128),
        Column("district", "District", width=128),
        Column("rating", "Rating", ColumnKind.RATING, width=176),
        Column("rated_on", "Rated on", ColumnKind.DATE, width=100),
        Column("contract", "Contract", ColumnKind.STATUS, width=140),
        Column("beds", "Beds", ColumnKind.NUMBER, width=60),
        Column("officer", "Portfolio officer", width=140),
        Column("authority", "Authority", width=140),
        Column("state", "State", ColumnKind.STATUS, width=110),
    ),
    hidden=(
        Column("rating_order", "", ColumnKind.NUMBER),
        Column("also", ""),
        Column("postcode", ""),
        Column("cqc_location_id", ""),
        Column("provider_id", ""),
        Column("brand", ""),
    ),
    fill=f"""select service.id, service.name, provider.name, {_KIND_WORDS}, service.district, {_RATING_WORDS},
        overall.published_on, {_CONTRACT_WORDS}, service.beds, service.portfolio_officer, service.authority, {_STATE},
        {_RATING_ORDER}, service.also_known_as, service.postcode, coalesce(service.cqc_location_id, ''),
        provider.id, provider.brand
        from service join provider on provider.id = service.provider_id {_OVERALL} {_CONTRACT}
        where service.id in (select id from temp.affected)""",
    depends={
        "service": own_rows(),
        "provider": "select id from service where provider_id in (select row_id from changed)",
        "rating": rows_by("rating", "service_id"),
        "contract_status": rows_by("contract_status", "service_id"),
        "service_period": rows_by("service_period", "service_id"),
    },
    searched=(
        "name",
        "provider",
        "kind",
        "district",
        "also",
        "postcode",
        "cqc_location_id",
        "brand",
        "authority",
    ),
    sort_by={"rating": "rating_order"},
    default_order="name",
)

CONTACTS = Listing(
    name="contact",
    columns=(
        Column("name", "Name", width=160),
        Column("role", "Role", width=150),
        Column("provider", "Provider", width=165),
        Column("service", "Service", width=165),
        Column("consent", "How they agreed", width=160),
        Column("email", "E-mail", width=220),
        Column("phone", "Phone", width=130),
        Column("district", "District", width=140),
        Column("state", "State", ColumnKind.STATUS, width=100),
    ),
    hidden=(Column("provider_id", ""), Column("service_id", "")),
    fill=f"""select contact.id, contact.name, {_ROLE_WORDS}, provider.name, coalesce(service.name, ''),
        {_CONSENT_WORDS}, contact.email, contact.phone, coalesce(service.district, ''),
        case when contact.archived_on is null then 'Current' else 'Archived' end,
        provider.id, coalesce(service.id, '')
        from contact join provider on provider.id = contact.provider_id
        left join service on service.id = contact.service_id
        where contact.id in (select id from temp.affected)""",
    depends={
        "contact": own_rows(),
        "provider": "select id from contact where provider_id in (select row_id from changed)",
        "service": "select id from contact where service_id in (select row_id from changed)",
    },
    searched=("name", "role", "provider", "service", "email", "phone"),
    default_order="name",
)

PROVIDERS = Listing(
    name="provider",
    columns=(
        Column("name", "Provider", width=240),
        Column("organisation", "What it is", width=150),
        Column("services", "Services", ColumnKind.NUMBER, width=90),
        Column("brand", "Brand", width=160),
        Column("cqc_provider_id", "CQC Provider ID", width=140),
        Column("state", "State", ColumnKind.STATUS, width=100),
    ),
    hidden=(Column("sought_as", ""),),
    fill=f"""select provider.id, provider.name, {_ORGANISATION_WORDS}, count(service.id), provider.brand,
        coalesce(provider.cqc_provider_id, ''),
        case when provider.archived_on is null then 'Current' else 'Archived' end,
        case when provider.organisation <> 'care_provider' then {_ORGANISATION_WORDS} else '' end
        from provider left join service on service.provider_id = provider.id and service.archived_on is null
        where provider.id in (select id from temp.affected) group by provider.id""",
    depends={"provider": own_rows(), "service": rows_by("service", "provider_id")},
    searched=("name", "brand", "cqc_provider_id", "sought_as"),
    default_order="name",
)

LISTINGS = (SERVICES, CONTACTS, PROVIDERS)
