"""Facts that differ three ways: as the file left, at the door, and in the office since."""

from functools import cached_property

from engagement.forums.door_files.naming import Naming
from engagement.forums.door_files.plan import Difference
from engagement.forums.door_files.resolving import Resolver
from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.stripping import NOT_OF_ALL
from engagement.forums.door_files.tables import FACTS, JOINED, FactOf, Row, row_of
from engagement.forums.door_files.vocabulary import Side
from engagement.register.names import folded, without_company_words
from engagement.register.vocabulary import ConsentBasis
from resources.database import Database

DID_NOT_TRAVEL = "did not travel"
"""Said for what a fact was as the file left, when it was left out of the file."""


class Differing:
    """Compares rows changed at the door with those of the office."""

    def __init__(self, db: Database, returned: Returned, resolver: Resolver, naming: Naming) -> None:
        self._db, self._returned, self._resolver, self._naming = db, returned, resolver, naming

    def of(self, table: str, key: str) -> list[Difference]:
        """The facts of one row that differ."""
        resolved = self._resolver.of(table, key)
        if key not in self._returned.changed[table] or not resolved.is_there:
            return []
        door = self._resolver.mapped(table, self._returned.changed[table][key])
        left_row = self._returned.left[table].get(key)
        left = self._resolver.mapped(table, left_row) if left_row is not None else None
        office = row_of(self._db, table, resolved.key)
        found = (self._difference(fact, key, resolved.key, door, office, left) for fact in FACTS[table])
        return [one for one in found if one is not None]

    def _difference(
        self, fact: FactOf, door_key: str, key: str, door: Row, office: Row, left: Row | None
    ) -> Difference | None:
        if fact.of(door) == fact.of(office) or (left is not None and fact.of(door) == fact.of(left)):
            return None
        if left is None and (fact.is_blank(door) or _is_the_same_name(fact, door, office)):
            return None
        cells = {column: door.get(column) for column in fact.columns}
        travelled = self._travelled(fact, door_key)
        as_it_left = left if travelled else None
        only_door = fact.is_blank(office) if as_it_left is None else fact.of(office) == fact.of(as_it_left)
        if (fact.table, fact.column) == JOINED:
            if str(door["notes"]) in str(office["notes"]):
                return None
            cells["notes"] = "\n".join(text for text in (str(office["notes"]), str(door["notes"])) if text)
            only_door = True
        return Difference(
            table=fact.table,
            door_key=door_key,
            key=key,
            fact=fact,
            name=self._naming.of_row(fact.table, door),
            office=fact.words(office, self._naming.of_key),
            door=fact.words(door, self._naming.of_key),
            left=fact.words(left, self._naming.of_key) if travelled else DID_NOT_TRAVEL,
            proposed=_proposed(fact, door, office, only_door=only_door),
            is_conflict=not only_door,
            cells=cells,
        )

    def _travelled(self, fact: FactOf, key: str) -> bool:
        """Whether the door file had the fact as it left; what was made at the door had none to have."""
        if fact.table != "contact" or key not in self._returned.left["contact"]:
            return True
        if (fact.table, fact.column) == JOINED:
            return False
        return fact.column not in NOT_OF_ALL or key in self._expected

    @cached_property
    def _expected(self) -> set[str]:
        """Contacts who were on the event's list as the file left."""
        held, changed = self._returned.people["participant"], self._returned.changed["participant"]
        left = self._returned.left["participant"]
        return {str(row["contact_id"]) for key, row in held.items() if key not in changed or key in left}


def _is_the_same_name(fact: FactOf, door: Row, office: Row) -> bool:
    """As the door reads names: two doors may write one person with other capitals, one company without Ltd."""
    read = without_company_words if fact.table == "provider" else folded
    return fact.column == "name" and read(str(door["name"])) == read(str(office["name"]))


def _proposed(fact: FactOf, door: Row, office: Row, *, only_door: bool) -> Side:
    """Who asked on either side not to be contacted has asked."""
    if fact.column == "consent" and ConsentBasis.WITHDRAWN.value in (door["consent"], office["consent"]):
        return Side.DOOR if door["consent"] == ConsentBasis.WITHDRAWN.value else Side.OFFICE
    return Side.DOOR if only_door else Side.OFFICE
