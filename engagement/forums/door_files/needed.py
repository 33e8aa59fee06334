"""Which rows of a door file are looked at, and which the office cannot do without. Keys by table."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from engagement.forums.door_files.resolving import Is, Resolver
from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.tables import TABLES
from resources.tables import Cell

_NEEDS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("participant", {"contact_id": "contact", "provider_id": "provider", "service_id": "service"}),
    ("contact", {"provider_id": "provider", "service_id": "service"}),
    ("service", {"provider_id": "provider"}),
    ("provider", {}),
)


class Needed:
    """`fresh` are the lines of the log that the office lacks."""

    def __init__(self, returned: Returned, resolver: Resolver, fresh: Sequence[Mapping[str, Cell]]) -> None:
        self._returned, self._resolver, self._fresh = returned, resolver, fresh

    @cached_property
    def wanted(self) -> dict[str, dict[str, None]]:
        """Those changed at the door, and all that new lines are about."""
        wanted: dict[str, dict[str, None]] = {
            table: dict.fromkeys(self._returned.changed[table]) for table in TABLES
        }
        event = self._returned.mark.event_id
        wanted["participant"] = {
            key: None for key in wanted["participant"]
            if self._returned.row("participant", key)["event_id"] == event
        } | dict.fromkeys(str(line["participant_id"]) for line in self._fresh)  # fmt: skip
        for key in list(wanted["participant"]):
            stands_for = self._returned.row("participant", key)["substitute_for_id"]
            if stands_for:
                wanted["participant"][str(stands_for)] = None
        self._add_needed(wanted, "participant", {"contact_id": "contact"})
        self._add_needed(wanted, "participant", {"provider_id": "provider", "service_id": "service"})
        self._add_needed(wanted, "contact", {"provider_id": "provider", "service_id": "service"})
        self._add_needed(wanted, "service", {"provider_id": "provider"})
        return wanted

    def _add_needed(self, wanted: dict[str, dict[str, None]], table: str, refers: Mapping[str, str]) -> None:
        for key in wanted[table]:
            if not self._resolver.of(table, key).is_there or key in self._returned.changed[table]:
                row = self._returned.row(table, key)
                for column, other in refers.items():
                    if row[column]:
                        wanted[other][str(row[column])] = None

    def is_worth_adding(self, table: str, key: str, how: Is) -> bool:
        """What the office removed comes again only where a line of the log or a new row needs it."""
        if how is Is.NEW:
            return True
        return key in self.needed[table]

    @cached_property
    def needed(self) -> dict[str, set[str]]:
        """Keys that lines of the log and new rows cannot do without, by table."""
        returned = self._returned
        needed: dict[str, set[str]] = {table: set() for table in TABLES}
        needed["participant"] = {str(line["participant_id"]) for line in self._fresh} | self._all_new(
            "participant"
        )
        for key in list(needed["participant"]):
            stands_for = returned.row("participant", key)["substitute_for_id"]
            needed["participant"] |= {str(stands_for)} if stands_for else set()
        for table, refers in _NEEDS:
            needed[table] |= self._all_new(table)
            for key in needed[table]:
                if self._resolver.of(table, key).is_there:
                    continue
                row = returned.row(table, key)
                for column, other in refers.items():
                    needed[other] |= {str(row[column])} if row[column] else set()
        return needed

    def _all_new(self, table: str) -> set[str]:
        return {key for key in self.wanted[table] if self._resolver.of(table, key).how is Is.NEW}
