"""What the gate knows: every name and fact that is not for publication, and what the public has already."""

from collections.abc import Iterable
from dataclasses import replace

from awards.ceremony.guests import guests
from awards.report.honours import published_names, told_honours
from awards.report.names import awards_terms
from awards.rounds.rounds import rounds
from desktop.committee.held_back import held_back
from desktop.documents import exempt_terms
from engagement.register.contracts import EXEMPTION, fixed_labels, public_names
from engagement.register.letterhead import letterhead
from engagement.register.names import name_key
from engagement.register.people_known import addresses_held, contact_terms, without_published
from engagement.register.person_names import person_terms
from engagement.register.populations import places_on, scope_words
from resources.database import Database
from resources.report.committee.outline import Outline
from resources.report.committee.parts import OFFICER_PARTS
from resources.report.document_text import Passage
from resources.report.exempt_names import ExemptTerm
from resources.report.exemption import DESCRIPTIONS
from resources.report.gate.known import Earlier, Known
from resources.report.leak_gate import SearchText, search_text
from workforce.funding.report.names import people_terms as funding_people
from workforce.funding.report.names import refused_terms
from workforce.iwork.figures.names import iwork_terms

_GUEST = "a guest of the awards"
_UNSAID = "somebody who may not be named"  # that it is somebody of i-Work is nobody's to read on this list
LOCKED = "The register of i-Work is locked: nobody on it was searched for."


def not_searched(vault: Database | None) -> tuple[str, ...]:
    """What could not be searched for, as sentences; nothing while all registers are open."""
    return () if vault is not None else (LOCKED,)


def known(
    db: Database, vault: Database | None, outline: Outline, *, earlier: Iterable[Earlier] = ()
) -> Known:
    """All of it for a report. Officers whom the report names as such may be named."""
    places = places_on(db, outline.span.last)
    public = public_names(db)
    return Known(
        services=tuple(exempt_terms(db)),
        people=without_officers(db, people_terms(db, vault), outline),
        refused=tuple(refused_terms(db)),
        addresses=frozenset(addresses_held(db)),
        labels=frozenset(fixed_labels(db)),
        public_names=public,
        held_back=tuple(held_back(db, vault)),
        house_words=(*DESCRIPTIONS.values(), EXEMPTION.reason),
        places=tuple(places),
        scopes=scope_words(db, places),
        earlier=tuple(earlier),
    )


def people_terms(db: Database, vault: Database | None) -> tuple[ExemptTerm, ...]:
    """Everybody whom no public document names; of the register of i-Work while it is open."""
    found = [*contact_terms(db), *without_published(db, funding_people(db))]
    for one in rounds(db, archived=True):
        found += awards_terms(db, one.id)
        found += person_terms((guest.name for guest in guests(db, one.id)), _GUEST)
    if vault is not None:
        found += (replace(one, what=_UNSAID) for one in iwork_terms(vault))
    printed = _printed_by_consent(db)
    return tuple(
        replace(one, telling=()) for one in dict.fromkeys(found) if name_key(one.text) not in printed
    )


def _printed_by_consent(db: Database) -> frozenset[str]:
    """Winners who are announced and agreed to be named are so in every paper."""
    held = rounds(db, archived=True)
    return frozenset(name_key(name) for one in held for name in published_names(told_honours(db, one.id)))


def without_officers(
    db: Database, people: tuple[ExemptTerm, ...], outline: Outline
) -> tuple[ExemptTerm, ...]:
    """All but those whom the parts for officers and members name, who write the letters, and who is at the desk."""
    texts = [outline.parts[part].text for part in OFFICER_PARTS if part in outline.parts]
    text = SearchText(
        Passage(line, "officers") for one in (*texts, *letterhead(db).lines) for line in one.splitlines()
    )
    officers = {name_key(leak.term.text) for leak in search_text(text, people)} | {name_key(db.who)}
    return tuple(one for one in people if name_key(one.text) not in officers)
