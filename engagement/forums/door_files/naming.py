"""What the rows of a door file are called, whether the office holds them or only the door did."""

from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.tables import Row
from resources.database import Database


class Naming:
    """Names by the office's file first, then by what came back."""

    def __init__(self, db: Database, returned: Returned) -> None:
        self._db, self._returned = db, returned

    def of_key(self, table: str, key: str) -> str:
        """The name of a row of the office's file, or of one that only the door has."""
        if table == "participant":
            row = self._db.row(
                "select contact.name from participant join contact on contact.id = contact_id "
                "where participant.id = ?",
                (key,),
            )
            if row is not None:
                return str(row[0])
        elif (name := self._db.value(f'select name from "{table}" where id = ?', (key,))) is not None:
            return str(name)
        held = self._all(table)
        return self.of_row(table, held[key]) if key in held else "one that is gone"

    def of_row(self, table: str, row: Row) -> str:
        """The name of a row; a participant's is the contact's."""
        if table != "participant":
            return str(row["name"])
        key = str(row["contact_id"])
        held = self._all("contact")
        if key in held:
            return str(held[key]["name"])
        return str(self._db.value("select name from contact where id = ?", (key,)) or "Somebody")

    def _all(self, table: str) -> dict[str, Row]:
        return {**self._returned.people[table], **self._returned.changed[table]}
