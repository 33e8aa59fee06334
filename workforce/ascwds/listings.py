"""Workplaces of ASC-WDS as Find anything looks through them."""

from resources.database.listing import Listing, own_rows
from resources.tables import Column

WORKPLACES = Listing(
    name="workplace",
    columns=(
        Column("name", "Workplace", width=240),
        Column("local_id", "LOCALESTID", width=140),
        Column("location_id", "CQC Location ID", width=130),
        Column("postcode", "Postcode", width=100),
        Column("provider", "Provider", width=220),
    ),
    fill="""select workplace.id, workplace.name, local_id, location_id, workplace.postcode, coalesce(provider.name, '')
        from workplace left join service on service.id = workplace.service_id
        left join provider on provider.id = coalesce(service.provider_id, workplace.provider_id)
        where workplace.id in (select id from temp.affected)""",
    depends={
        "workplace": own_rows(),
        "service": "select id from workplace where service_id in (select row_id from changed)",
        "provider": """select id from workplace where provider_id in (select row_id from changed)
            or service_id in (select id from service where provider_id in (select row_id from changed))""",
    },
    searched=("name", "local_id", "location_id", "postcode", "provider"),
    default_order="name",
)

LISTINGS = (WORKPLACES,)
"""In the order in which they are made."""
