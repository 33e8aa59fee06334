"""What a response that was taken in before says otherwise now: a form can be corrected after it was sent off.

What somebody put right here stands: a value that was held once and changed by a person is not told again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from awards.nominations.entries import entry
from awards.nominations.files.checked import ChangedAnswer, FileNomination
from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.matching import same_person_key
from awards.nominations.files.row_reading import Noted, RowReader, Said
from awards.nominations.moving import steps_of
from awards.nominations.nominations import Nomination, NominationFacts
from awards.vocabulary import Consent, NominationStatus, NominatorKind
from engagement.register.names import email_key, folded
from resources.database import Database
from resources.database.history import earlier_values
from resources.files.cells import typed_text
from resources.files.forms.forms_file import FormResponse
from resources.problem import FieldProblem
from resources.wording import lower_first

BY_HAND = "Put it right by hand, beside the nominee."
_TIED = ("nominator", "nominator_email")


def corrections(
    db: Database, reader: RowReader, response: FormResponse, said: Said, held: Sequence[Nomination], today: date
) -> list[ChangedAnswer]:  # fmt: skip
    """All that is another in a response now."""
    found = _Response(db, response.line, [_Held(db, one) for one in held], today)
    quiet = replace(reader, noted=Noted())
    try:
        told = quiet.read(response.line, response.row_key, said, today)
    except FieldProblem as problem:
        reader.noted.categories.update(quiet.noted.categories)  # what they mean is asked, and compared then
        return [] if quiet.noted.categories else found.unreadable(problem)
    return found.compared(told)


class _Held:
    """A nomination taken in before, whom it is for and by what names and in which categories they ever stood."""

    def __init__(self, db: Database, one: Nomination) -> None:
        self.one, self.of = one, entry(db, one.entry_id)
        first = entry(db, one.first_entry_id) if one.first_entry_id else self.of
        self._db, self._both = db, (self.of, first)

    def is_for(self, told: FileNomination) -> bool:
        """Whether a nomination of the file is for the same nominee in the same category."""
        return self.is_named(told) and self.is_in(told)

    def is_named(self, told: FileNomination) -> bool:
        """By any name that the nominee ever had."""
        keys = [one.id for one in self._both]
        before = [
            str(name) for _, name in earlier_values(self._db, "award_entry", keys, ("nominee",)) if name
        ]
        names = [name for one in self._both for name in (one.nominee, *one.other_names)]
        mine = same_person_key(self.of.nominee, [*names, *before])
        return bool(mine & same_person_key(told.draft.nominee, told.draft.also_known_as.split(";")))

    def is_in(self, told: FileNomination) -> bool:
        """In the category where they stand, or one that they were moved out of here."""
        left = {step.from_category_id for one in self._both for step in steps_of(self._db, one.id)}
        return told.category.id in {*left, *(one.category_id for one in self._both)}

    def ever(self, column: str) -> list[str]:
        """What stood in a column of the nomination before."""
        return [str(cell) for _, cell in earlier_values(self._db, "nomination", [self.one.id], (column,))]


@dataclass(frozen=True)
class _Response:
    """A response with the nominations held of it."""

    db: Database
    line: int
    held: list[_Held]
    today: date

    def unreadable(self, problem: FieldProblem) -> list[ChangedAnswer]:
        """It could be read once: what it says now is told as it is refused."""
        if problem.field == F.STATEMENT and all(
            one.one.status is NominationStatus.DRAFT for one in self.held
        ):
            return []
        return [self._by_hand(one, "Response", "", problem.sentence) for one in self.held]

    def compared(self, told: Sequence[FileNomination]) -> list[ChangedAnswer]:
        """Each nomination with what the file says of it now, those no longer told, and those that came to it."""
        if len(told) != len(self.held) and _words(_names(self.held)) == _words(
            one.draft.nominee for one in told
        ):
            # the same names, divided otherwise: that was decided when they were taken in
            return [change for one in self.held for change in self._facts(one, told[0])]
        left = list(told)
        pairs = [(one, _taken(one, left)) for one in self.held]
        found = [change for one, other in pairs for change in self._of_pair(one, other)]
        return found + [self._also(one) for one in left]

    def _of_pair(self, one: _Held, other: FileNomination | None) -> list[ChangedAnswer]:
        if other is None:
            return [self._by_hand(one, "Nominee", one.of.nominee, "No longer named in the response")]
        changes = self._facts(one, other)
        if not one.is_named(other):
            changes.append(self._by_hand(one, "Nominee", one.of.nominee, other.draft.nominee))
        if not one.is_in(other):
            held = str(self.db.value("select name from award_category where id = ?", (one.of.category_id,)))
            changes.append(self._by_hand(one, "Category", held, other.category.name))
        return changes

    def _facts(self, one: _Held, other: FileNomination) -> list[ChangedAnswer]:
        return [*self._statement(one, other), *self._nominator(one, other), *self._consent(one, other)]

    def _statement(self, one: _Held, other: FileNomination) -> list[ChangedAnswer]:
        held, told = one.one.statement, other.draft.statement
        if _plain(held) == _plain(told):
            return []
        status = one.of.status
        judged = (
            f"The judges read it already: {one.of.nominee} is {lower_first(status.label)}."
            if status.is_judged
            else ""
        )
        return [self._change(one, "Statement", held, told, NominationFacts(statement=told), refused=judged)]

    def _nominator(self, one: _Held, other: FileNomination) -> list[ChangedAnswer]:
        held, told = one.one, other.draft
        contact = NominationFacts(nominator_contact_id=told.nominator_contact_id)
        some: list[tuple[str, str, str, str, NominationFacts]] = [
            ("nominator", "Nominator", held.nominator, told.nominator,
             {"nominator": told.nominator, **contact}),
            ("nominator_email", "E-mail address", held.nominator_email, told.nominator_email,
             {"nominator_email": told.nominator_email, **contact}),
            ("nominator_phone", "Telephone", held.nominator_phone, told.nominator_phone,
             {"nominator_phone": told.nominator_phone}),
            ("relation", "Relation", held.relation, told.relation, {"relation": told.relation}),
        ]  # fmt: skip
        found = [
            self._change(one, title, before, after, facts)
            for column, title, before, after, facts in some
            if after and _other(before, after) and all(_other(cell, after) for cell in one.ever(column))
        ]
        kind = told.nominator_kind
        if kind not in (NominatorKind.NOT_KNOWN, held.nominator_kind) and kind.value not in one.ever(
            "nominator_kind"
        ):
            facts = NominationFacts(nominator_kind=kind)
            found.append(self._change(one, "From", held.nominator_kind.label, kind.label, facts))
        return found

    def _consent(self, one: _Held, other: FileNomination) -> list[ChangedAnswer]:
        """A consent that is withdrawn is not for anybody here to decide on."""
        held, told = one.one.publish_words, other.draft.publish_words
        if told in (Consent.NOT_ASKED, held) or told.value in one.ever("publish_words"):
            return []
        facts = NominationFacts(publish_words=told, publish_asked_on=self.today)
        change = self._change(one, "May be quoted", held.label, told.label, facts)
        return [replace(change, always=told is Consent.NO)]

    def _also(self, told: FileNomination) -> ChangedAnswer:
        hand = "Add the nomination by hand, where it is one."
        return ChangedAnswer(
            self.line, "", told.draft.nominee, "", f"Named in the response now, for {told.category.name}", hand,
            what="Nominee",
        )  # fmt: skip

    def _by_hand(self, one: _Held, what: str, held: str, told: str) -> ChangedAnswer:
        return self._change(one, what, held, told, NominationFacts(), refused=BY_HAND)

    def _change(
        self, one: _Held, what: str, held: str, told: str, facts: NominationFacts, refused: str = ""
    ) -> ChangedAnswer:
        return ChangedAnswer(
            self.line, one.one.id, one.of.nominee, held, told, refused, what=what, facts=facts
        )


def _taken(one: _Held, left: list[FileNomination]) -> FileNomination | None:
    """What of the file is that nomination now: for the same nominee, else in the same place of the response."""
    same = next((each for each in left if one.is_for(each)), None)
    found = same or next((each for each in left if each.row_key == one.one.row_key), None)
    if found is not None:
        left.remove(found)
    return found


def _names(held: Iterable[_Held]) -> Iterable[str]:
    return (one.of.nominee for one in held)


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in folded(name).split()} - {"and"}


def _plain(text: str) -> str:
    return " ".join(typed_text(text).split())


def _other(before: str, after: str) -> bool:
    return folded(before) != folded(after) and (email_key(before) or "-") != (email_key(after) or "+")
