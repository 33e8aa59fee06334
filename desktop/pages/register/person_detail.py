"""What the pane says of a person at an event: the reply, why they were asked, and every in and out."""

from functools import partial

from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant, is_present
from engagement.forums.vocabulary import LogKind
from engagement.register import contacts
from resources.tables import Column, ColumnKind, Table
from resources.wording import moment_words

_LOG = (Column("at", "When", ColumnKind.TIME, width=170), Column("what", "What", width=110))


def person_detail(desk: Desk, one: Participant) -> Detail:
    """All that is shown of a participant."""
    contact = contacts.contact(desk.db, one.contact_id)
    log = participants.log_of(desk.db, one.id)
    here = ((ColumnKind.STATUS, "Present"),) if is_present(log) else ()
    sections = [_reply_section(desk, one), _person_section(desk, one, contact)]
    if log:
        rows = [(line.at.isoformat(), _log_words(line.kind)) for line in log]
        sections.append(Section("At the door", table=Table("At the door", _LOG, rows)))
    return Detail(
        one.name, one.home, ((ColumnKind.STATUS, one.status.label), *here), (), tuple(sections)
    )  # fmt: skip


def _log_words(kind: LogKind) -> str:
    return {LogKind.ENTRY: "In", LogKind.EXIT: "Out", LogKind.UNDO: "Undone"}[kind]


def _reply_section(desk: Desk, one: Participant) -> Section:
    counts = "Yes" if one.status.counts else "No"
    stand_in = _name(desk, one.substitute_for_id)
    return Section(
        "Reply",
        (
            Line("Class", one.status.status_class.label),
            Line("Takes a place", counts),
            Line("Said before", one.reply.label if one.reply is not one.status else ""),
            Line("Invited", moment_words(one.invited_at) if one.invited_at else ""),
            Line("Replied", moment_words(one.answered_at) if one.answered_at else ""),
            Line("Waiting since", moment_words(one.waiting_since) if one.waiting_since else ""),
            Line(
                "Offer stands", f"until {moment_words(one.offer_expires_at)}" if one.offer_expires_at else ""
            ),
            Line("Instead of", stand_in),
            Line("Why invited", "; ".join(one.reasons)),
            Line("Walked in", "Yes" if one.walk_in else ""),
            Line("Note", one.note),
        ),
    )


def _name(desk: Desk, participant_id: str | None) -> str:
    return participants.get(desk.db, participant_id).name if participant_id else ""


def _person_section(desk: Desk, one: Participant, contact: contacts.Contact) -> Section:
    home = partial(desk.navigator.go, "providers", one.service_id) if one.service_id else None
    return Section(
        "Person",
        (
            Line("Role at the event", one.role.label),
            Line("Role", contact.role.label),
            Line("Service", one.service, home),
            Line("Provider", one.provider),
            Line("District", one.district),
            Line("E-mail", contact.email),
            Line("Phone", contact.phone),
            Line("May be asked", contacts.may_be_invited(contact).reason),
        ),
    )
