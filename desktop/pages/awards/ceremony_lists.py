"""The lists of the side Ceremony: what each holds, and what an empty one says."""

from collections.abc import Mapping, Sequence

from awards.ceremony.counts import count
from awards.ceremony.guests import guests, is_guest
from awards.ceremony.honours import is_secret
from awards.ceremony.people import finalists
from awards.ceremony.running_order import is_item, items, minutes_of
from awards.ceremony.tables import (
    CITATIONS as CITATION_COLUMNS,
)
from awards.ceremony.tables import (
    GUESTS as GUEST_COLUMNS,
)
from awards.ceremony.tables import (
    NEEDS as NEED_COLUMNS,
)
from awards.ceremony.tables import (
    ORDER as ORDER_COLUMNS,
)
from awards.ceremony.tables import (
    citations_table,
    guests_table,
    length_words,
    needs_table,
    running_order_table,
)
from awards.rounds.rounds import AwardRound
from desktop.ceremony_invitations import ceremony_event, ceremony_starts
from resources.database import Database
from resources.tables import Column, Table
from resources.wording import count_of

GUESTS, ORDER, CITATIONS, NEEDS = (
    "Guests",
    "Running order",
    "Finalists and citations",
    "Places, food and tables",
)

KEPT_IN: Mapping[str, str] = {
    GUESTS: "ceremony_guest",
    ORDER: "ceremony_item",
    CITATIONS: "award_entry",
    NEEDS: "",
}
"""The lists in their order, each with the table whose rows it shows; what is needed is counted from the guests."""
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    GUESTS: GUEST_COLUMNS, ORDER: ORDER_COLUMNS, CITATIONS: CITATION_COLUMNS, NEEDS: NEED_COLUMNS,
}  # fmt: skip
CHIPS: Mapping[str, tuple[str, ...]] = {
    GUESTS: ("role", "answer", "table_name"), ORDER: (), CITATIONS: ("category", "honour"), NEEDS: ("part",),
}  # fmt: skip
NOTHING: Mapping[str, str] = {
    GUESTS: "Nobody is on the guest list yet. Finalists, their nominators and managers, and the panel can be put on it "
    "in one go.",
    ORDER: "There is no running order yet. A first one has every category in its place; it is changed from there.",
    CITATIONS: "No finalist is chosen yet. Who is honoured, and what is read out of them, stands here once they are.",
    NEEDS: "Nothing is needed until there are guests.",
}


def read_list(db: Database, what: str, held: AwardRound | None) -> tuple[Table, Sequence[str]]:
    """A list with the keys of its rows; an empty one while there is no round."""
    if held is None:
        return Table(what, COLUMNS[what], ()), []
    if what == GUESTS:
        return guests_table(db, held.id)
    if what == ORDER:
        return running_order_table(db, held.id, starts=ceremony_starts(db, held))
    if what == CITATIONS:
        return citations_table(db, held.id)
    return needs_table(db, held.id) if guests(db, held.id) else (Table(what, COLUMNS[what], ()), [])


def list_of(db: Database, key: str, held: AwardRound | None) -> str:
    """The list that has a row with this key; none, where it is no key of these."""
    if is_guest(db, key):
        return GUESTS
    if is_item(db, key):
        return ORDER
    return CITATIONS if held is not None and any(one.id == key for one in finalists(db, held.id)) else ""


def line_above(db: Database, what: str, held: AwardRound) -> str:
    """How the ceremony stands, above the list."""
    if what in (GUESTS, NEEDS):
        return f"{count(guests(db, held.id)).words}. {_event(db, held)}"
    if what == ORDER:
        return f"{length_words(minutes_of(items(db, held.id)))} in all. {_event(db, held)}"
    some = finalists(db, held.id)
    said = count_of(len(some), "finalist")
    missing = sum(one.honour.is_decided and not one.citation for one in some)
    citations = f", {count_of(missing, 'citation')} still to write" if missing else ""
    secret = (
        " Under embargo: nobody outside may know who is honoured."
        if is_secret(held, [one.status for one in some])
        else ""
    )
    return f"{said}{citations}.{secret if some else ''}"


def _event(db: Database, held: AwardRound) -> str:
    event = ceremony_event(db, held)
    return f"{event.title}, {event.when}." if event is not None else "No event is chosen yet."
