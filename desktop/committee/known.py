"""What the gate knows: every name and fact that is not for publication, and what the public has already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from awards.ceremony.guests import guests
from awards.report.honours import published_names, told_honours
from awards.report.names import awards_terms
from awards.rounds.rounds import rounds
from desktop.committee.held_back import held_back
from desktop.documents import exempt_terms
from engagement.register.clues import exempt_clues
from engagement.register.contracts import EXEMPTION, fixed_labels, public_names
from engagement.register.letterhead import letterhead
from engagement.register.names import name_key
from engagement.register.people_known import (
    CONTACT,
    addresses_held,
    contact_terms,
    without_published,
)
from engagement.register.people_known import published_names as names_in_public
from engagement.register.person_names import name_parts, person_terms
from engagement.register.populations import places_on, scope_words
from engagement.register.surnames import is_rare
from resources.database import Database
from resources.report.committee.outline import Outline
from resources.report.committee.parts import OFFICER_PARTS
from resources.report.document_text import Passage
from resources.report.exempt_names import ExemptTerm, forms_of
from resources.report.exemption import DESCRIPTIONS
from resources.report.gate.known import Earlier, Known, PersonName
from resources.report.gate.names import line_key
from resources.report.leak_gate import SearchText, search_text
from resources.report.letters import clean, words
from workforce.funding.report.names import people_terms as funding_people
from workforce.funding.report.names import refused_terms
from workforce.iwork.figures.names import iwork_terms

_GUEST = "a guest of the awards"
_TITLE = re.compile(r"^\s*(?:councillor|cllr|mr|mrs|ms|miss|mx|dr|prof|professor)\b\.?\s*", re.IGNORECASE)
_UNSAID = "somebody who may not be named"  # that it is somebody of i-Work is nobody's to read on this list
LOCKED = "The register of i-Work is locked: nobody on it was searched for."


def not_searched(vault: Database | None) -> tuple[str, ...]:
    """What could not be searched for, as sentences; nothing while all registers are open."""
    return () if vault is not None else (LOCKED,)


def known(
    db: Database, vault: Database | None, outline: Outline, *, earlier: Iterable[Earlier] = ()
) -> Known:
    """All of it for a report. Officers whom the report names as such may be named."""
    people = people_terms(db, vault)
    officers = officers_among(db, people, outline)
    persons = _persons(db, officers)
    places = places_on(db, outline.span.last)
    public = public_names(db)
    return Known(
        services=tuple(exempt_terms(db)),
        people=officers.others,
        officers=officers.there_alone,
        officers_lines=officers.lines,
        named_officers=officers.named,
        persons=tuple(one for one, rare in persons if rare),
        perhaps=tuple(one for one, rare in persons if not rare),
        clues=tuple(exempt_clues(db)),
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
        replace(one, telling=(), is_person=True)
        for one in dict.fromkeys(found)
        if name_key(one.text) not in printed
    )


def _printed_by_consent(db: Database) -> frozenset[str]:
    """Winners who are announced and agreed to be named are so in every paper."""
    held = rounds(db, archived=True)
    return frozenset(name_key(name) for one in held for name in published_names(told_honours(db, one.id)))


@dataclass(frozen=True)
class Officers:
    """People whom a report names as officers, apart from all `others`.

    Who stands first in a line of a part for officers may be named everywhere; who is mentioned in one, or is on a
    register that nobody may know of, `there_alone`. `named` are all of them, to be looked at: they may be somebody
    else of the same name. `lines` are what those parts say.
    """

    others: tuple[ExemptTerm, ...]
    there_alone: tuple[ExemptTerm, ...]
    named: tuple[ExemptTerm, ...]
    lines: frozenset[str]


def officers_among(db: Database, people: tuple[ExemptTerm, ...], outline: Outline) -> Officers:
    """Those whom the parts for officers and members name, who write the letters, and who is at the desk."""
    texts = [outline.parts[part].text for part in OFFICER_PARTS if part in outline.parts]
    lines = [line for text in texts for line in text.splitlines()]
    ours = {name_key(one) for one in _mentioned(letterhead(db).lines, people)} | {name_key(db.who)}
    mentioned = {name_key(one) for one in _mentioned(lines, people)}
    first = {name_key(one.text) for one in people if any(_begins(line, one) for line in lines)}
    free = {
        one
        for one in people
        if name_key(one.text) in ours or (name_key(one.text) in first and one.what != _UNSAID)
    }
    there = [one for one in people if name_key(one.text) in mentioned and one not in free]
    return Officers(
        others=tuple(one for one in people if one not in free and one not in there),
        there_alone=tuple(there),
        named=tuple(one for one in people if name_key(one.text) in mentioned - ours),
        lines=frozenset(line_key(one) for one in (*texts, *lines, *letterhead(db).lines)),
    )


def _mentioned(lines: Iterable[str], people: tuple[ExemptTerm, ...]) -> list[str]:
    text = SearchText(Passage(_TITLE.sub("", line), "officers") for line in lines)
    return [leak.term.text for leak in search_text(text, people)]


def _begins(line: str, person: ExemptTerm) -> bool:
    """Whether a line begins with somebody's name."""
    said = tuple(word.folded for word in words(clean(_TITLE.sub("", line))))
    return any(said[: len(form.words)] == form.words for form in forms_of(person) if len(form.words) > 1)


def _persons(db: Database, officers: Officers) -> list[tuple[PersonName, bool]]:
    """Contacts and guests by the parts of their names, and whether their surname tells them."""
    named = {name_key(one.text) for one in officers.named} | {name_key(db.who)}
    public = {word for name in (*names_in_public(db), *map(name_key, named)) for word in name.split()}
    public |= {word.folded for line in officers.lines for word in words(clean(line))}
    found = []
    for one in officers.others:
        first, last = name_parts(one.text)
        if one.what in (CONTACT, _GUEST) and first and last:
            person = PersonName(one.text, one.what, tuple(first), tuple(last))
            found.append((person, is_rare(" ".join(last), public)))
    return found
