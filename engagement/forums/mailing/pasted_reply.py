"""A reply pasted from an e-mail: whose it is, and what it answers by which sentence. A person confirms both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engagement.forums.mailing.answer_words import Said, answers_in, names_somebody_else, sentences
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.people.participants import Participant
from engagement.register.names import email_key, folded, name_key
from resources.pasted_mail import own_words

_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_MOST_PROPOSED = 5


@dataclass(frozen=True)
class Sender:
    """Somebody on the list who may have written it, and why they are thought of."""

    person: Participant
    reason: str
    score: int


@dataclass(frozen=True)
class Proposal:
    """What a pasted text seems to be. `answer` is None where its sentences say nothing plain, or say two things."""

    senders: tuple[Sender, ...]
    answer: Said | None
    others: tuple[Said, ...]
    somebody_else: bool

    @property
    def sender(self) -> Sender | None:
        """The one who stands out."""
        if not self.senders or (len(self.senders) > 1 and self.senders[0].score == self.senders[1].score):
            return None
        return self.senders[0]

    @property
    def words(self) -> str:
        """What to look at before it is kept."""
        if self.answer is not None:
            said = f"{self.answer.status.label}, by the sentence: “{self.answer.sentence}”"
            said = said if self.answer.sentence.endswith((".", "!", "?")) else f"{said}."
        elif self.others:
            found = "; ".join(f"“{one.sentence}” ({one.status.label.lower()})" for one in self.others)
            said = f"The text says more than one thing: {found}. Choose what is meant."
        else:
            said = "No sentence says plainly whether they come. Choose what is meant."
        more = (
            " It may name somebody who comes instead: see Substitute on the people’s side."
            * self.somebody_else
        )
        return f"{said}{more}"


def propose(text: str, people: Sequence[Correspondent], *, sender: str = "") -> Proposal:
    """Look through a pasted text, and through the sender where one was given beside it."""
    headers, written = own_words(text)
    found = [said for one in sentences(written) for said in answers_in(one)]
    answers = {one.status for one in found}
    answer = found[0] if len(answers) == 1 else None
    return Proposal(
        _senders(headers, written, sender, people),
        answer,
        () if answer else tuple({one.status: one for one in reversed(found)}.values()),
        names_somebody_else(written),
    )


def _senders(
    headers: dict[str, str], written: str, sender: str, people: Sequence[Correspondent]
) -> tuple[Sender, ...]:
    given = f"{sender} {headers.get('from', '')}".strip()
    addresses = {email_key(address) for address in _ADDRESS.findall(given)}
    signed = {email_key(address) for address in _ADDRESS.findall(written)}
    name, text = folded(_ADDRESS.sub(" ", given)), f" {folded(written)} "
    found = []
    for one in people:
        score, reason = _likeness(one, addresses, signed, name, text)
        if score:
            found.append(Sender(one.person, reason, score))
    return tuple(sorted(found, key=lambda one: (-one.score, one.person.name))[:_MOST_PROPOSED])


def _likeness(
    one: Correspondent, addresses: set[str], signed: set[str], name: str, text: str
) -> tuple[int, str]:
    own, first = folded(one.person.name), folded(one.first_name)
    if one.email and email_key(one.email) in addresses:
        return 100, "the sender’s e-mail address is theirs"
    if own and name and (_stands_in(own, name) or name_key(own) == name_key(name)):
        return 90, "the sender’s name is theirs"
    if one.email and email_key(one.email) in signed:
        return 80, "their e-mail address stands in the text"
    if _stands_in(own, text):
        return 70, "their name stands in the text"
    if name and first in name.split():
        return 30, "the sender has their first name"
    if first and text.rstrip().endswith(f" {first}"):
        return 20, "it is signed with their first name"
    return 0, ""


def _stands_in(name: str, text: str) -> bool:
    """Whether a full name stands in a text, word for word; a single word may be any Ed or Will."""
    return " " in name and any(f" {one} " in f" {text} " for one in (name, _turned(name)))


def _turned(name: str) -> str:
    """Surname first, as address books write it."""
    first, _, last = name.rpartition(" ")
    return f"{last} {first}"
