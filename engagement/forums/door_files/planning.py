"""Comparing what came back with the office's file as it is now. Writes nothing."""

from collections.abc import Mapping
from functools import cached_property

from engagement.forums import events
from engagement.forums.door_files.plan import Choices, Difference, NewRow, Plan, Twin
from engagement.forums.door_files.resolving import Is, Resolver
from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.stripping import NOT_OF_ALL
from engagement.forums.door_files.tables import FACTS, JOINED, TABLES, FactOf, Row
from engagement.forums.door_files.vocabulary import Side
from engagement.forums.vocabulary import EventState, LogKind
from engagement.register.names import folded
from engagement.register.vocabulary import ConsentBasis
from resources.database import Database
from resources.differences import NameOf
from resources.tables import Cell
from resources.wording import count_of

DID_NOT_TRAVEL = "did not travel"
"""Said for what a fact was as the file left, when it was left out of the file."""


def make_plan(db: Database, returned: Returned, choices: Choices | None = None) -> Plan:
    """Compare what came back with the office's file as it is now."""
    return _Planning(db, returned, choices or Choices()).plan()


class _Planning:
    def __init__(self, db: Database, returned: Returned, choices: Choices) -> None:
        self.db, self.returned, self.choices = db, returned, choices
        self.resolver = Resolver(db, returned, choices.apart)
        lines = db.rows("select id from check_in where event_id = ?", (returned.mark.event_id,))
        self.here: set[str] = {key for (key,) in lines}
        gone = self.here | returned.log_left
        self.fresh = [line for line in returned.log if line["id"] not in gone]
        self.wanted = self._wanted()

    def plan(self) -> Plan:
        returned, wanted = self.returned, self.wanted
        lines = self._lines()
        differences = tuple(
            one for table in TABLES for key in wanted[table] for one in self._differ(table, key)
        )
        return Plan(
            returned=returned,
            lines=lines,
            lines_there=sum(line["id"] in self.here for line in returned.log),
            new=tuple(self._new()),
            one_of_two=tuple(self._one_of_two()),
            differences=differences,
            twins=tuple(self._twins(wanted["contact"])),
            names=self._names(),
            provider_names=self._provider_names(),
            notes=tuple(self._notes(lines)),
        )

    def _wanted(self) -> dict[str, dict[str, None]]:
        """Keys of the rows that are needed here: those changed at the door, and all that new lines are about."""
        wanted: dict[str, dict[str, None]] = {
            table: dict.fromkeys(self.returned.changed[table]) for table in TABLES
        }
        event = self.returned.mark.event_id
        wanted["participant"] = {
            key: None for key in wanted["participant"]
            if self.returned.row("participant", key)["event_id"] == event
        } | dict.fromkeys(str(line["participant_id"]) for line in self.fresh)  # fmt: skip
        for key in list(wanted["participant"]):
            stands_for = self.returned.row("participant", key)["substitute_for_id"]
            if stands_for:
                wanted["participant"][str(stands_for)] = None
        self._add_needed(wanted, "participant", {"contact_id": "contact"})
        self._add_needed(wanted, "participant", {"provider_id": "provider", "service_id": "service"})
        self._add_needed(wanted, "contact", {"provider_id": "provider", "service_id": "service"})
        self._add_needed(wanted, "service", {"provider_id": "provider"})
        return wanted

    def _add_needed(self, wanted: dict[str, dict[str, None]], table: str, refers: Mapping[str, str]) -> None:
        for key in wanted[table]:
            if not self.resolver.of(table, key).is_there or key in self.returned.changed[table]:
                row = self.returned.row(table, key)
                for column, other in refers.items():
                    if row[column]:
                        wanted[other][str(row[column])] = None

    # the log

    def _lines(self) -> tuple[dict[str, Cell], ...]:
        coming = {line["id"] for line in self.fresh} | self.here
        return tuple(
            {
                **line,
                "participant_id": self.resolver.of("participant", str(line["participant_id"])).key,
                # what it takes back may have been removed in the office: the line stays, and takes back nothing
                "undoes_id": line["undoes_id"] if line["undoes_id"] in coming else None,
            }
            for line in self.fresh
        )

    # rows

    def _new(self) -> list[NewRow]:
        found = []
        for table in TABLES:
            for key in self.wanted[table]:
                resolved = self.resolver.of(table, key)
                if not resolved.is_there and self._is_worth_adding(table, key, resolved.how):
                    row = self.returned.row(table, key)
                    cells = self.resolver.mapped(table, row)
                    found.append(NewRow(table, cells, self._name(table, row), resolved.how is Is.REMOVED))
        return found

    def _is_worth_adding(self, table: str, key: str, how: Is) -> bool:
        """What the office removed comes again only where a line of the log or a new row needs it."""
        if how is Is.NEW:
            return True
        return key in self._needed[table]

    @cached_property
    def _needed(self) -> dict[str, set[str]]:
        """Keys that lines of the log and new rows cannot do without, by table."""
        returned = self.returned
        needed: dict[str, set[str]] = {table: set() for table in TABLES}
        needed["participant"] = {str(line["participant_id"]) for line in self.fresh} | self._all_new(
            "participant"
        )
        for key in list(needed["participant"]):
            stands_for = returned.row("participant", key)["substitute_for_id"]
            needed["participant"] |= {str(stands_for)} if stands_for else set()
        for table, refers in _NEEDS:
            needed[table] |= self._all_new(table)
            for key in needed[table]:
                if self.resolver.of(table, key).is_there:
                    continue
                row = returned.row(table, key)
                for column, other in refers.items():
                    needed[other] |= {str(row[column])} if row[column] else set()
        return needed

    def _all_new(self, table: str) -> set[str]:
        return {key for key in self.wanted[table] if self.resolver.of(table, key).how is Is.NEW}

    def _one_of_two(self) -> list[tuple[str, str, str]]:
        """Table, the door's key and the office's, of what is kept under another key from now on."""
        return [
            (table, key, resolved.key)
            for table in TABLES
            for key in self.wanted[table]
            if (resolved := self.resolver.of(table, key)).how is Is.NAMED
        ]

    def _twins(self, keys: Mapping[str, None]) -> list[Twin]:
        """Those of one name, also where it has been said that they are two."""
        found = []
        plain = Resolver(self.db, self.returned)
        for key in keys:
            resolved = plain.of("contact", key)
            if resolved.how is Is.NAMED:
                row = self.returned.row("contact", key)
                office = _row(self.db, "contact", resolved.key)
                provider = self._name("provider", self.returned.row("provider", str(row["provider_id"])))
                found.append(
                    Twin(key, resolved.key, str(row["name"]), provider, _reached(row), _reached(office))
                )
        return found

    # facts

    def _differ(self, table: str, key: str) -> list[Difference]:
        resolved = self.resolver.of(table, key)
        if key not in self.returned.changed[table] or not resolved.is_there:
            return []
        door = self.resolver.mapped(table, self.returned.changed[table][key])
        left_row = self.returned.left[table].get(key)
        left = self.resolver.mapped(table, left_row) if left_row is not None else None
        office = _row(self.db, table, resolved.key)
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
        name_of = self._name_of()
        return Difference(
            table=fact.table,
            door_key=door_key,
            key=key,
            fact=fact,
            name=self._name(fact.table, door),
            office=fact.words(office, name_of),
            door=fact.words(door, name_of),
            left=fact.words(left, name_of) if travelled else DID_NOT_TRAVEL,
            proposed=_proposed(fact, door, office, only_door=only_door),
            is_conflict=not only_door,
            cells=cells,
        )

    def _travelled(self, fact: FactOf, key: str) -> bool:
        """Whether the door file had the fact as it left; what was made at the door had none to have."""
        if fact.table != "contact" or key not in self.returned.left["contact"]:
            return True
        if (fact.table, fact.column) == JOINED:
            return False
        return fact.column not in NOT_OF_ALL or key in self._expected

    @cached_property
    def _expected(self) -> set[str]:
        """Contacts who were on the event's list as the file left."""
        held, changed = self.returned.people["participant"], self.returned.changed["participant"]
        left = self.returned.left["participant"]
        return {str(row["contact_id"]) for key, row in held.items() if key not in changed or key in left}

    # words

    def _name_of(self) -> NameOf:
        def name_of(table: str, key: str) -> str:
            if table == "participant":
                row = self.db.row(
                    "select contact.name from participant join contact on contact.id = contact_id "
                    "where participant.id = ?",
                    (key,),
                )
                if row is not None:
                    return str(row[0])
            elif (name := self.db.value(f'select name from "{table}" where id = ?', (key,))) is not None:
                return str(name)
            held = {**self.returned.people[table], **self.returned.changed[table]}
            return self._name(table, held[key]) if key in held else "one that is gone"

        return name_of

    def _name(self, table: str, row: Row) -> str:
        if table != "participant":
            return str(row["name"])
        key = str(row["contact_id"])
        held = {**self.returned.people["contact"], **self.returned.changed["contact"]}
        if key in held:
            return str(held[key]["name"])
        return str(self.db.value("select name from contact where id = ?", (key,)) or "Somebody")

    def _names(self) -> dict[str, tuple[str, str]]:
        """By line: who it is about, and from which provider."""
        found = {}
        for line in self.fresh:
            person = self.returned.row("participant", str(line["participant_id"]))
            provider = self.returned.row("provider", str(person["provider_id"]))
            found[str(line["id"])] = (self._name("participant", person), str(provider["name"]))
        return found

    def _provider_names(self) -> dict[str, str]:
        """By the office's key, of everybody's provider."""
        held = {**self.returned.people["provider"], **self.returned.changed["provider"]}
        return {
            self.resolver.of("provider", key).key: str(row["name"])
            for key, row in held.items()
            if key in self.wanted["provider"] or self.resolver.of("provider", key).is_there
        }

    def _notes(self, lines: tuple[dict[str, Cell], ...]) -> list[str]:
        returned = self.returned
        notes = []
        if returned.before_is_gone:
            notes.append(
                "The copy kept when this door file left is gone, so what was changed is taken from the door file’s own "
                "history. Check-ins are complete; look through the facts that differ before you bring it back."
            )
        notes += self._about_the_event(lines)
        gone = [
            self._name(table, returned.row(table, key)) for table in TABLES for key in self.wanted[table]
            if self.resolver.of(table, key).how is Is.REMOVED and key not in self._needed[table]
        ]  # fmt: skip
        if gone:
            notes.append(
                f"Changed at the door, removed in the office since, and left removed: {', '.join(dict.fromkeys(gone))}."
            )
        again = [one.name for one in self._new() if one.was_removed]
        if again:
            notes.append(
                f"Removed in the office since, and kept again because the door’s log needs it: "
                f"{', '.join(dict.fromkeys(again))}."
            )
        if returned.removed:
            number = sum(returned.removed.values())
            notes.append(
                f"{count_of(number, 'row')} removed at the door {'stays' if number == 1 else 'stay'} here."
            )
        if returned.other:
            said = ", ".join(
                f"{_PLAIN.get(table, table.replace('_', ' '))} ({number})"
                for table, number in returned.other.items()
            )
            notes.append(f"Also changed at the door, and not brought back: {said}. The door file keeps it.")
        return notes

    def _about_the_event(self, lines: tuple[dict[str, Cell], ...]) -> list[str]:
        event = events.get(self.db, self.returned.mark.event_id)
        if not lines or event.state is EventState.PLANNED:
            return []
        if event.state is EventState.CANCELLED:
            return [
                f"{event.title} has been cancelled in the office. What happened at the door is kept all the same."
            ]
        missed = {
            key for (key,) in self.db.rows(
                "select id from participant where event_id = ? and status = 'no_show'", (event.id,)
            )
        }  # fmt: skip
        came = {line["participant_id"] for line in lines if line["kind"] == LogKind.ENTRY} & missed
        after = f" {count_of(len(came), 'no-show')} did come." if came else ""
        return [f"{event.title} is closed: everybody’s status is worked out anew from the whole log.{after}"]


_NEEDS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("participant", {"contact_id": "contact", "provider_id": "provider", "service_id": "service"}),
    ("contact", {"provider_id": "provider", "service_id": "service"}),
    ("service", {"provider_id": "provider"}),
    ("provider", {}),
)
_PLAIN = {"office": "settings", "event": "the event’s own facts", "series": "series", "note": "notes"}


def _is_the_same_name(fact: FactOf, door: Row, office: Row) -> bool:
    """As the door reads names: two doors may write one person with other capitals."""
    return fact.column == "name" and folded(str(door["name"])) == folded(str(office["name"]))


def _proposed(fact: FactOf, door: Row, office: Row, *, only_door: bool) -> Side:
    """Who asked on either side not to be contacted has asked."""
    if fact.column == "consent" and ConsentBasis.WITHDRAWN.value in (door["consent"], office["consent"]):
        return Side.DOOR if door["consent"] == ConsentBasis.WITHDRAWN.value else Side.OFFICE
    return Side.DOOR if only_door else Side.OFFICE


def _row(db: Database, table: str, key: str) -> Row:
    return next(iter(db.query(f'select * from "{table}" where id = ?', (key,))))


def _reached(row: Row) -> str:
    said = [str(row[name]) for name in ("email", "phone") if row[name]]
    return ", ".join(said) or "no address or number"
