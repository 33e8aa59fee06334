"""Projects as Find anything looks through them."""

from resources.database.listing import Listing, own_rows
from resources.tables import Column, ColumnKind
from resources.words import sql_labels
from workforce.funding.vocabulary import ProjectStatus

PROJECTS = Listing(
    name="project",
    columns=(
        Column("name", "Project"),
        Column("status", "Status", ColumnKind.STATUS),
        Column("lead", "Lead"),
        Column("purpose", "Purpose"),
    ),
    fill=f"""select id, name, {sql_labels("status", ProjectStatus)}, lead, purpose from project
        where archived_on is null and id in (select id from temp.affected)""",
    depends={"project": own_rows()},
    searched=("name", "lead", "purpose"),
    default_order="name",
)
