"""Which facts the kept record of two takes over from the removed one: the rules of a merge. Pure but for `settle`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from engagement.register.names import joined_names, other_names
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database
from resources.tables import Cell

Row = Mapping[str, Cell]
Survivor = Callable[[Row, Row], dict[str, Cell]]
"""From the kept row and the removed one: the cells that the kept row then has, as far as they change."""
Settle = Callable[[Database, str], None]
"""Called with the key of a kept row once everything that pointed at the removed one points at it."""


def fill_blanks(kept: Row, removed: Row) -> dict[str, Cell]:
    """The removed row's facts where the kept row has none; whether a row is archived is no fact of this kind."""
    return {
        name: removed[name]
        for name, cell in kept.items()
        if cell in (None, "") and removed[name] not in (None, "") and name not in ("id", "archived_on")
    }


@dataclass(frozen=True)
class MergeRules:
    """What a capability knows of its own tables.

    `survivors` says by table which cells a kept row takes over (`fill_blanks` where it says nothing), `settle` puts in
    order what follows from other rows, and `key_lists` names the text columns (table, column) that hold keys of the
    register's rows, such as a rule kept as JSON. In the note on what was lost `titles` names a table's row, and
    `known_by` are the columns that tell it from the table's other rows.
    """

    survivors: Mapping[str, Survivor] = field(default_factory=dict)
    settle: Mapping[str, Settle] = field(default_factory=dict)
    key_lists: tuple[tuple[str, str], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    known_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __or__(self, other: "MergeRules") -> "MergeRules":
        """Both capabilities' rules."""
        return MergeRules(
            {**self.survivors, **other.survivors},
            {**self.settle, **other.settle},
            self.key_lists + other.key_lists,
            {**self.titles, **other.titles},
            {**self.known_by, **other.known_by},
        )


# --- the register's own rules ------------------------------------------------------------------------------------


def _in_use_if_either(kept: Row, removed: Row) -> dict[str, Cell]:
    archived = (kept["archived_on"], removed["archived_on"])
    return {"archived_on": None if None in archived else kept["archived_on"]}


def _provider(kept: Row, removed: Row) -> dict[str, Cell]:
    return fill_blanks(kept, removed) | _in_use_if_either(kept, removed)


def _service(kept: Row, removed: Row) -> dict[str, Cell]:
    """The removed name goes among the other names, where a search and the check for exempt names find it."""
    names = [name for row in (kept, removed) for name in other_names(str(row["also_known_as"]))]
    if removed["name"] != kept["name"]:
        names.append(str(removed["name"]))
    also = joined_names(name for name in names if name != kept["name"])
    return fill_blanks(kept, removed) | _in_use_if_either(kept, removed) | {"also_known_as": also}


def _contact(kept: Row, removed: Row) -> dict[str, Cell]:
    """Somebody who asked under either record not to be contacted has asked, whatever else is chosen."""
    cells = fill_blanks(kept, removed) | _in_use_if_either(kept, removed)
    if kept["provider_id"] != removed["provider_id"]:
        cells.pop("service_id", None)  # another provider's service
    if kept["role"] == ContactRole.OTHER:
        cells["role"] = removed["role"]
    for row in (kept, removed):
        if row["consent"] == ConsentBasis.WITHDRAWN:
            return cells | {"consent": row["consent"], "consent_on": row["consent_on"]}
    if kept["consent"] == ConsentBasis.NOT_RECORDED:
        return cells | {"consent": removed["consent"], "consent_on": removed["consent_on"]}
    return {name: cell for name, cell in cells.items() if name != "consent_on"}


def _service_period(kept: Row, removed: Row) -> dict[str, Cell]:
    """No end means that it still holds, which is not a blank to fill."""
    return {"until_on": None} if removed["until_on"] is None else {}


REGISTER_RULES = MergeRules(
    {"provider": _provider, "service": _service, "contact": _contact, "service_period": _service_period},
    titles={"service_period": "Registered from"},
    known_by={"rating": ("key_question", "published_on"), "service_period": ("from_on",)},
)
