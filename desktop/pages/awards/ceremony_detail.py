"""What the pane says of a guest, of a point of the running order, of a finalist, and of something needed."""

from collections.abc import Callable, Sequence

from awards.ceremony.guests import Guest
from awards.ceremony.people import Nominee, nominees
from awards.ceremony.running_order import CeremonyItem
from awards.ceremony.tables import Need
from awards.nominations.citing import quotable
from awards.rounds.categories import category
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.contacts import contact
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import count_of, date_words

_STATUS = ColumnKind.STATUS


def guest_detail(
    db: Database, one: Guest, actions: Sequence[Action], *, open_contact: Callable[[str], object]
) -> Detail:
    """Everything kept of a guest."""
    held = contact(db, one.contact_id) if one.contact_id else None
    lines = (
        Line("Comes as", one.role.label),
        Line("Organisation", one.organisation),
        Line("In the register", held.name if held else "Not yet",
             open=(lambda: open_contact(one.contact_id or "")) if held else None),
        Line("E-mail address", one.email),
        Line("Places", f"{one.places:,}"),
        Line("Asked", date_words(one.asked_on) if one.asked_on else ""),
        Line("Note", one.note),
    )  # fmt: skip
    evening = (
        Line("Food", one.diet),
        Line("Access", one.access),
        Line("Table", one.table_name or "None yet"),
    )
    photographs = (
        Line("May be photographed", one.photo.label),
        Line("Asked on", date_words(one.photo_asked_on) if one.photo_asked_on else ""),
    )
    by_name = {each.name: (each,) for each in actions}
    sections = (
        Section("Guest", lines, actions=by_name.get("guest_register", ())),
        Section("At the ceremony", evening, actions=by_name.get("guest_seat", ())),
        Section("Photographs", photographs, actions=by_name.get("guest_photo", ())),
    )
    own = [each for each in actions if each.name in ("guest_edit", "guest_remove")]
    return Detail(one.name, one.organisation, [(_STATUS, one.answer.label)], own, sections)


def item_detail(db: Database, one: CeremonyItem, actions: Sequence[Action]) -> Detail:
    """A point; of a category, who is called."""
    title = category(db, one.category_id).name if one.category_id else one.words or one.kind.label
    lines = (
        Line("Kind", one.kind.label),
        Line("Takes", count_of(one.minutes, "minute")),
        Line("Presented by", one.presenter or "Nobody yet"),
    )
    sections = [Section("Point", lines)]
    if one.category_id:
        called = [each for each in nominees(db, one.round_id) if each.category_id == one.category_id
                  and each.honour.is_finalist]  # fmt: skip
        sections.append(
            Section("Finalists", tuple(Line(each.name, each.status.label, kind=_STATUS) for each in called))
        )
    return Detail(title, "", (), actions, sections)


def finalist_detail(
    db: Database, one: Nominee, actions: Sequence[Action], *, open_entry: Callable[[str], object]
) -> Detail:
    """A finalist with the citation, and what they agreed to."""
    lines = (
        Line("Nominee", one.reference, open=lambda: open_entry(one.id)),
        Line("Category", one.category),
        Line("Job role", one.job_role),
        Line("Works at", one.home),
    )
    agreed = (
        Line("May be named in public", one.publish_name.label),
        Line("May be photographed", one.photo.label),
        Line("May be quoted", count_of(len(quotable(db, one.id)), "nomination")),
    )
    citation = (Line("Citation", one.citation or "Nothing is written yet"),)
    sections = (
        Section("Finalist", lines),
        Section("Read out", citation, stacked=True),
        Section("Agreed to", agreed),
    )
    return Detail(one.name, one.category, [(_STATUS, one.status.label)], actions, sections)


def need_detail(one: Need) -> Detail:
    """Something needed, with whom it is for."""
    lines = (Line("Number", f"{one.number:,}"), Line("For", ", ".join(one.guests)))
    return Detail(one.what, one.part, (), (), (Section(one.part, lines),))
