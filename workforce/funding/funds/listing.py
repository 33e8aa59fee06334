"""Funds as Find anything looks through them."""

from resources.database.listing import Listing, own_rows
from resources.tables import Column, ColumnKind
from resources.words import sql_labels
from workforce.funding.vocabulary import FundKind, FundStatus

FUNDS = Listing(
    name="fund",
    columns=(
        Column("name", "Fund"),
        Column("status", "Status", ColumnKind.STATUS),
        Column("kind", "Kind"),
        Column("funder", "Funder"),
        Column("purpose", "Purpose"),
        Column("contact", "Contact"),
    ),
    fill=f"""select id, name, {sql_labels("status", FundStatus)}, {sql_labels("kind", FundKind)}, funder, purpose,
        contact_name from fund where archived_on is null and id in (select id from temp.affected)""",
    depends={"fund": own_rows()},
    searched=("name", "funder", "purpose", "contact"),
    default_order="name",
)
