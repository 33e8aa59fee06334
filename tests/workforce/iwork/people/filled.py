"""A row in every table that hangs on a person, for what has to reach all of them."""

from datetime import date

from resources.database import Database, change, history
from resources.database.history import references
from workforce.iwork.people.people import add_person

TODAY = date(2026, 11, 23)


class Filled:
    """A row in every table that hangs on a person, each of its free cells with something to be found again."""

    def __init__(self, vault: Database) -> None:
        self._vault, self.cells = vault, list[tuple[str, str, object]]()
        self.person_id = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example").id
        tables = history.tracked_tables(vault)
        self.about = self._closure({table: set(references(vault, table).values()) for table in tables})

    @staticmethod
    def _closure(refers: dict[str, set[str]]) -> list[str]:
        about = ["person"]
        while more := [one for one, to in refers.items() if one not in about and to & set(about)]:
            about += more
        return about

    def fill(self) -> None:
        """A row in each, those first to which others refer."""
        with change(self._vault, "Filled every table"):
            for table in self.about:
                self._fill(table, "p1" if table == "placement" else f"row of {table}")

    def _fill(self, table: str, key: str) -> None:
        key = self.person_id if table == "person" else key
        values = {name: self._cell(table, name, kind) for name, kind in self._columns(table)}
        values = {name: cell for name, cell in {**values, "id": key}.items() if cell is not None}
        if table == "person":
            self._vault.update_row(table, key, {k: v for k, v in values.items() if k != "id"})
        else:
            self._vault.insert_row(table, values)
        self.cells += [
            (table, name, cell) for name, cell in values.items() if name not in ("id", "person_id")
        ]

    def _columns(self, table: str) -> list[tuple[str, str]]:
        return [
            (str(row[1]), str(row[2]).lower()) for row in self._vault.rows(f'pragma table_info("{table}")')
        ]

    def _cell(self, table: str, name: str, kind: str) -> str | int | None:
        if (table, name) in _NEVER_TOGETHER:
            return None
        to = references(self._vault, table).get(name)
        if to is not None:
            return self._referred(to)
        allowed = _FIXED.get((table, name)) or _FIXED.get(("", name))
        if allowed is not None:
            return allowed
        if kind == "integer":
            return _NUMBERS.get(name, 1)
        return (
            "2026-12-01" if name.endswith(("_on", "_by")) and name != "referred_by" else f"{table} {name} ~"
        )

    def _referred(self, to: str) -> str:
        if to in self.about:
            return {"person": self.person_id, "placement": "p1"}[to]
        if not self._vault.value(f'select 1 from "{to}" where id = ?', (f"row of {to}",)):
            self._fill(to, f"row of {to}")
            self.cells = [one for one in self.cells if one[0] != to]
        return f"row of {to}"


_NUMBERS = {"number": 77, "until_minute": 900, "from_minute": 600, "day_until": 900, "day_from": 600, "weeks": 13,
            "easting": 458185, "northing": 338030, "places_most": 2}  # fmt: skip
_FIXED: dict[tuple[str, str], str] = {
    ("", "stage"): "in_post", ("employer", "stage"): "interest", ("", "interest_from"): "forum",
    ("", "staff"): "under_50", ("", "status"): "open", ("", "pattern"): "all", ("", "contract"): "casual",
    ("post", "buddy"): "yes", ("profile", "buddy"): "must", ("", "noise"): "low", ("", "heat"): "low",
    ("", "people"): "low", ("", "smells"): "low", ("", "long_term_support"): "yes", ("", "closed_reason"): "moved",
    ("", "scope"): "photo", ("", "wish"): "likes", ("travel", "mode"): "bus", ("check_held", "kind"): "dbs_basic",
    ("check_held", "state"): "held", ("", "need"): "must", ("placing_rule", "kind"): "ban",
    ("", "end_reason"): "travel", ("", "access_to_work"): "agreed", ("", "from_stage"): "referred",
    ("", "to_stage"): "in_post", ("support_visit", "kind"): "employer", ("", "outcome"): "mixed",
    ("reminder", "kind"): "other", ("", "weekday"): "0", ("", "purge_asked_at"): "2026-11-20T09:30:00+00:00",
    ("", "ready_from"): "2026-12-01",
}  # fmt: skip
_NEVER_TOGETHER = {("placement", "paused_from"), ("placement", "ended_on"), ("placing_rule", "employer_id")}
