"""What an event may be called in public, and what its own papers may not hold beside what no public document may.

Whoever reads a paper of a meeting knows who may be meant by “Mrs Example” or “E. Example”, so its own papers are
searched for these too. Where names are withheld they may name no organisation that took part either, and the title and
the place are public only as long as they name none.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from engagement.forums.events import Event
from engagement.forums.groups import event_confidentiality
from engagement.forums.people.names_at import names_at
from engagement.forums.vocabulary import Confidentiality, EventKind
from engagement.register import exempt_words
from engagement.register.contracts import fixed_labels, public_names
from engagement.register.facts import key_list
from engagement.register.names import folded
from engagement.register.person_names import close_person_terms
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, history
from resources.report.exempt_names import ExemptTerm, telling_words
from resources.report.leak_gate import search
from resources.words import sql_text

SOMEBODY = "name of somebody at the event"
ORGANISATION = "organisation at a meeting whose names are withheld"
PLACE_WITHHELD = "Place withheld"
_OPEN, _CONFIDENTIAL = Confidentiality.OPEN, Confidentiality.CONFIDENTIAL
_OF_PAPERS = ("CQC", "Care Quality Commission", "Nottinghamshire County Council")
"""Organisations that papers name as sources, whoever was there."""


def own_terms(db: Database, event_id: str) -> list[ExemptTerm]:
    """The people at an event, and where names are withheld the organisations and services they came for."""
    people = close_person_terms(names_at(db, [event_id]), SOMEBODY)
    if event_confidentiality(db, event_id) is _OPEN:
        return people
    return [*people, *_organisation_terms(db, event_id)]


def public_event(db: Database, event: Event) -> Event:
    """The event with the title and the place that a public document may give it.

    A confidential one has its kind for a title, and no place.
    """
    if event.openness is _CONFIDENTIAL:
        return replace(event, title=event.kind.label, place="", online_link="")
    if event.openness is _OPEN:
        return event
    terms = own_terms(db, event.id)
    title = event.kind.label if _names_somebody(db, event.title, terms) else event.title
    place = PLACE_WITHHELD if _names_somebody(db, event.place, terms) else event.place
    return replace(event, title=title, place=place)


def public_title(db: Database, event: Event) -> str:
    """What a public document calls an event."""
    return public_event(db, event).title


def _names_somebody(db: Database, text: str, terms: Iterable[ExemptTerm]) -> bool:
    if not text.strip():
        return False
    cells = io.StringIO()
    csv.writer(cells).writerow((text,))
    said = cells.getvalue().encode()
    return bool(search(said, list(terms), fixed_labels=fixed_labels(db), public_names=public_names(db)))


def _organisation_terms(db: Database, event_id: str) -> list[ExemptTerm]:
    rows = db.rows(
        f"""select distinct participant.provider_id, participant.service_id from participant
        join provider on provider.id = participant.provider_id
        where event_id = ? and provider.organisation <> {sql_text(OrganisationKind.COUNCIL)}""",
        (event_id,),
    )
    services = {service for _, service in rows if service}
    labels = fixed_labels(db)
    printed = {folded(name) for name in (*labels, *_OF_PAPERS, *(kind.label for kind in EventKind))}
    known = exempt_words.known_words(db, services, labels)
    names = [
        *_names_ever(db, "service", services, ("name", "also_known_as")),
        *_names_ever(db, "provider", {provider for provider, _ in rows}, ("name",)),
    ]
    return [
        ExemptTerm(name, ORGANISATION, telling_words(name, known))
        for name in dict.fromkeys(names)
        if folded(name) not in printed
    ]


def _names_ever(db: Database, table: str, keys: set[str], columns: tuple[str, ...]) -> list[str]:
    now = db.rows(
        f"select id, {', '.join(columns)} from {table} where id in (select value from json_each(?)) order by name",
        (key_list(keys),),
    )
    cells = [cell for _, *row in (*now, *history.earlier_values(db, table, keys, columns)) for cell in row]
    return [part.strip() for cell in cells for part in (cell or "").split("|") if part.strip()]
