"""Comparing what came back with the office's file as it is now. Writes nothing."""

from collections.abc import Mapping

from engagement.forums import events
from engagement.forums.door_files.differing import Differing
from engagement.forums.door_files.naming import Naming
from engagement.forums.door_files.needed import Needed
from engagement.forums.door_files.plan import Choices, NewRow, Plan, Twin
from engagement.forums.door_files.resolving import Is, Resolver
from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.tables import TABLES, Row, row_of
from engagement.forums.vocabulary import EventState, LogKind
from engagement.register.names import folded
from resources.database import Database
from resources.tables import Cell
from resources.wording import count_of


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
        self.told = [one for one in returned.interests if one["id"] not in returned.log_left]
        self.rows = Needed(returned, self.resolver, [*self.fresh, *self.told])
        self.wanted = self.rows.wanted
        self.naming = Naming(db, returned)

    def plan(self) -> Plan:
        returned, wanted = self.returned, self.wanted
        lines = self._lines()
        differing = Differing(self.db, returned, self.resolver, self.naming)
        differences = tuple(
            one for table in TABLES for key in wanted[table] for one in differing.of(table, key)
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
            interests=self._interests(),
        )

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

    def _interests(self) -> tuple[dict[str, Cell], ...]:
        """Those of people of whom none is known here, each person once."""
        rows = self.db.rows("select id, participant_id from iwork_interest")
        keys, known = {key for key, _ in rows}, {whose for _, whose in rows}
        found: dict[str, dict[str, Cell]] = {}
        for one in self.told:
            whose = self.resolver.of("participant", str(one["participant_id"])).key
            if one["id"] not in keys and whose not in known:
                found.setdefault(whose, {**one, "participant_id": whose})
        return tuple(found.values())

    # rows

    def _new(self) -> list[NewRow]:
        found = []
        for table in TABLES:
            for key in self.wanted[table]:
                resolved = self.resolver.of(table, key)
                if not resolved.is_there and self.rows.is_worth_adding(table, key, resolved.how):
                    row = self.returned.row(table, key)
                    cells = self.resolver.mapped(table, row)
                    found.append(
                        NewRow(table, cells, self.naming.of_row(table, row), resolved.how is Is.REMOVED)
                    )
        return found

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
                office = row_of(self.db, "contact", resolved.key)
                provider = self._provider_of_both(row, office)
                found.append(
                    Twin(key, resolved.key, str(row["name"]), provider, _reached(row), _reached(office))
                )
        return found

    def _provider_of_both(self, row: Row, office: Row) -> str:
        """As it was typed at the door, and as the office has it where that is written another way."""
        typed = self.naming.of_row("provider", self.returned.row("provider", str(row["provider_id"])))
        held = self.naming.of_key("provider", str(office["provider_id"]))
        return typed if folded(typed) == folded(held) else f"{typed}, here {held}"

    # words

    def _names(self) -> dict[str, tuple[str, str]]:
        """By line: who it is about, and from which provider."""
        found = {}
        for line in (*self.fresh, *self.told):
            person = self.returned.row("participant", str(line["participant_id"]))
            provider = self.returned.row("provider", str(person["provider_id"]))
            found[str(line["id"])] = (self.naming.of_row("participant", person), str(provider["name"]))
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
            self.naming.of_row(table, returned.row(table, key)) for table in TABLES for key in self.wanted[table]
            if self.resolver.of(table, key).how is Is.REMOVED and key not in self.rows.needed[table]
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


_PLAIN = {"office": "settings", "event": "the event’s own facts", "series": "series", "note": "notes"}


def _reached(row: Row) -> str:
    said = [str(row[name]) for name in ("email", "phone") if row[name]]
    return ", ".join(said) or "no address or number"
