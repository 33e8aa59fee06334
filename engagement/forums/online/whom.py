"""Who is whom: what a person may say of a line of the file, and who each line is by what was said. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from engagement.forums.online.found import Found
from engagement.forums.online.matching import Person
from engagement.forums.online.people_joined import Joined
from engagement.forums.online.vocabulary import Grade
from engagement.forums.vocabulary import ParticipantRole
from engagement.register.vocabulary import ContactRole
from resources.problem import Problem


@dataclass(frozen=True)
class Matched:
    """This contact of the register."""

    contact_id: str
    name: str
    home: str


@dataclass(frozen=True)
class NewPerson:
    """Somebody whom the register lacks, at a provider of the register, a new one, or the `council`.

    Without a `part` they are at the event what people of such an organisation usually are.
    """

    name: str
    provider_id: str | None = None
    new_provider: str = ""
    service_id: str | None = None
    role: ContactRole = ContactRole.OTHER
    part: ParticipantRole | None = None
    email: str = ""
    council: bool = False
    home: str = ""


@dataclass(frozen=True)
class SameAs:
    """The person of another line."""

    key: str


@dataclass(frozen=True)
class LeftOut:
    """Not from a provider, or not to be counted."""


Choice = Matched | NewPerson | SameAs | LeftOut


def matched(person: Person) -> Matched:
    """A contact as a choice."""
    return Matched(person.id, person.name, person.home)


@dataclass(frozen=True)
class Whom:
    """By line, who was found and what was said; where nothing was said, what is sure holds."""

    found: Found
    choices: Mapping[str, Choice]

    def root(self, key: str) -> str:
        """The line whose person this line is: its own, or the one that it was said to be the same as."""
        choice = self.choices.get(key)
        while isinstance(choice, SameAs):
            key = choice.key
            choice = self.choices.get(key)
        return key

    def settled(self, key: str) -> Matched | NewPerson | None:
        """Who a line is when it is taken in; None where nobody has said and nothing is sure."""
        root = self.root(key)
        choice, match = self.choices.get(root), self.found.matches[root]
        if isinstance(choice, Matched | NewPerson):
            return choice
        return matched(match.best.person) if choice is None and match.best and self.is_sure(root) else None

    @cached_property
    def _sure(self) -> frozenset[str]:
        return frozenset(
            one.key
            for one in self.found.people
            if self.found.matches[one.key].grade is Grade.SURE and not one.same_as
        )

    def is_sure(self, key: str) -> bool:
        """Whether the file and the register leave no doubt."""
        return key in self._sure

    def identity(self, key: str) -> str:
        """The same text for every line of one person."""
        who = self.settled(key)
        return f"contact {who.contact_id}" if isinstance(who, Matched) else f"line {self.root(key)}"

    @cached_property
    def together(self) -> dict[str, tuple[Joined, ...]]:
        """By identity, the lines of one person that were not left out."""
        found: dict[str, list[Joined]] = defaultdict(list)
        for one in self.found.people:
            if not isinstance(self.choices.get(self.root(one.key)), LeftOut):
                found[self.identity(one.key)].append(one)
        return {who: tuple(lines) for who, lines in found.items()}

    def said(self, one: Joined) -> str:
        """Whom a line is taken for, in words; a question mark where nobody has said so."""
        choice, match = self.choices.get(one.key), self.found.matches[one.key]
        if isinstance(choice, Matched):
            return f"{choice.name}, {choice.home}"
        if isinstance(choice, NewPerson):
            where = choice.home or choice.new_provider or ("the council" if choice.council else "")
            return f"{choice.name}, {where}" if where else choice.name
        if isinstance(choice, SameAs):
            return f"The same as {self.shown(choice.key)}"
        if isinstance(choice, LeftOut):
            return ""
        if match.best is None:
            return f"The same as {self.shown(one.same_as)}?" if one.same_as else ""
        best = match.best.person
        return f"{best.name}, {best.home}{'' if self.is_sure(one.key) else '?'}"

    def shown(self, key: str) -> str:
        """How another line is named in a sentence."""
        return next((f"“{one.shown}”" for one in self.found.people if one.key == key), "another line")

    def refuse_circle(self, key: str, choice: SameAs) -> None:
        """A line cannot be the same person as itself, by whatever way."""
        if choice.key not in self.found.matches or self.root(choice.key) == key:
            raise Problem(
                "A line is the same person as another line, not as itself. Choose another line, or a contact."
            )
