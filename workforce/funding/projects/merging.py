"""What projects know of merging: a provider takes part in a project once, from the first day until the last."""

from engagement.register.duplicates.rules import Row, fill_blanks
from resources.database import Database
from resources.tables import Cell


def taking_part_survivor(kept: Row, removed: Row) -> dict[str, Cell]:
    """No day of leaving means that it still takes part, which is no blank to fill."""
    left = (kept["left_on"], removed["left_on"])
    return {
        **fill_blanks(kept, removed),
        "joined_on": min(str(kept["joined_on"]), str(removed["joined_on"])),
        "left_on": None if None in left else max(str(day) for day in left),
    }


def join_taking_part(db: Database, provider_id: str) -> None:
    """Where a provider as a whole now stands in a project twice, one row is left, with the levels of both."""
    first: dict[str, str] = {}
    for key, project_id in db.rows(
        """select id, project_id from project_provider where provider_id = ? and service_id is null
        order by joined_on, id""",
        (provider_id,),
    ):
        standing = first.setdefault(project_id, key)
        if standing != key:
            _join(db, standing, key)


def _join(db: Database, standing: str, other: str) -> None:
    levels = [
        key for (key,) in db.rows("select id from project_level where project_provider_id = ?", (other,))
    ]
    db.update_rows("project_level", ("project_provider_id",), [(standing, key) for key in levels])
    kept, removed = (
        next(db.query("select * from project_provider where id = ?", (key,))) for key in (standing, other)
    )
    db.delete_row("project_provider", other)
    db.update_row("project_provider", standing, taking_part_survivor(kept, removed))
