"""One response of a form as nominations: whom, for which award, by whom, with what words; or why it cannot be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from awards.nominations.files.checked import AskedSeveral, Choices, FileNomination, FlagKind
from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.matching import People, PlaceMatching, PlaceTold, Tied, same_person_key
from awards.nominations.files.several import HowMany, Told, is_nobody, nominees_in
from awards.nominations.files.told_words import (
    category_key,
    category_told,
    consent_of,
    kind_of,
    parts_of_choice,
)
from awards.nominations.nominations import NominationDraft
from awards.nominations.words import word_count
from awards.rounds.categories import Category
from awards.rounds.rounds import AwardRound
from awards.vocabulary import Consent, NominatorKind, NomineeKind
from engagement.register.letterhead import is_address
from engagement.register.names import folded
from resources.files.cells import clean_text, is_error_value, shown
from resources.files.values import phone
from resources.problem import FieldProblem
from resources.wording import count_of, date_words, lower_first

Said = Mapping[F, tuple[str, ...]]
_OF_ONE = (F.EMAIL, F.PHONE, F.JOB_ROLE, F.ALSO_KNOWN_AS)
"""What is said of one nominee; where an answer names several nobody knows of whom."""
LONGEST_NAME = 120
CELL = 32_767
"""What a cell of Excel holds at most; a text of just that length was cut off."""
_LINK = re.compile(r"(?:https?://|www\.)\S+(?:\s*[;,\n]?\s*(?:https?://|www\.)\S+)*", re.I)
_ELSEWHERE = re.compile(
    r"(?:please )?(?:see|refer to|as per|in)?\s*(?:the )?(?:attach(?:ed|ment)s?|enclos\w+"
    r"|separate (?:sheet|document|letter)|letter attached|upload(?:ed)?)"
    r"(?: (?:document|letter|file|statement|sheet|word document|pdf|below))*[.! ]*",
    re.I,
)


@dataclass
class Noted:
    """What has to be asked, gathered while rows are read."""

    categories: dict[str, tuple[str, ...]] = field(default_factory=dict)
    several: dict[str, AskedSeveral] = field(default_factory=dict)
    places: dict[str, Tied] = field(default_factory=dict)
    without_statement: int = 0


@dataclass(frozen=True)
class RowReader:
    """Reads what responses say, with what was decided of their words."""

    round: AwardRound
    categories: Sequence[Category]
    places: PlaceMatching
    people: People
    choices: Choices
    noted: Noted

    def read(self, line: int, row_key: str, said: Said, received_on: date) -> list[FileNomination]:
        """The nominations of a response, one for each nominee and award; raises FieldProblem."""
        _refuse_lost(said)
        try:
            awards = self._categories(said)
        except FieldProblem:
            self._note_rest(line, said)
            raise
        nominees = self._nominees(line, said, awards[0])
        statement, attachment, flags = self._statement(said)
        if len(nominees) > 1:
            said = {part: texts for part, texts in said.items() if part not in _OF_ONE}
        found = [
            self._nomination(line, said, award, told, received_on, statement, attachment)
            for award in awards
            for told in nominees
        ]
        for kind, words in flags:
            found = [one.flagged(kind, words) for one in found]
        if len(nominees) > 1:
            names = ", ".join(one.name for one in nominees)
            found = [one.flagged(FlagKind.SEVERAL, f"One answer names {names}.") for one in found]
        return [replace(one, row_key=f"{row_key}/{place}") for place, one in enumerate(found, 1)]

    def _note_rest(self, line: int, said: Said) -> None:
        """A row whose category is asked is asked about at once for what else is in doubt."""
        self._place(said, "")
        for text in said.get(F.NOMINEE, ()):
            self._of_answer(line, text, NomineeKind.INDIVIDUAL)

    # Which award

    def _categories(self, said: Said) -> list[Category]:
        by_key = {one.id: one for one in self.categories}
        names = [(one.id, one.name) for one in self.categories]
        parts = parts_of_choice(_one(said, F.CATEGORY), names)
        if not parts:
            if self.choices.category_id in by_key:
                return [by_key[self.choices.category_id]]
            raise FieldProblem(F.CATEGORY, "The row says no category.")
        found: dict[str, Category] = {}
        for part in parts:
            told, key = category_told(part, names), category_key(part)
            if not told.key:
                self.noted.categories[part] = told.like
            chosen = told.key or self.choices.categories.get(key, "")
            if chosen not in by_key:
                raise FieldProblem(F.CATEGORY, f"{shown(part)} is no category of {self.round.name}.")
            found[chosen] = by_key[chosen]
        return list(found.values())

    # Whom

    def _nominees(self, line: int, said: Said, award: Category) -> list[Told]:
        texts = list(said.get(F.NOMINEE, ()))
        if not texts and (whole := _whole(said, F.NOMINEE_FIRST, F.NOMINEE_LAST)):
            texts = [whole]
        found = [one for text in texts for one in self._of_answer(line, text, award.nominee_kind)]
        each = {folded(one.name): one for one in reversed(found)}
        if not each and award.nominee_kind is NomineeKind.SERVICE and not is_nobody(_one(said, F.PLACE)):
            place = Told(clean_text(_one(said, F.PLACE)))
            each[folded(place.name)] = place
        if not each:
            told = f"{shown(texts[0])} names nobody." if texts else "The row names nobody who is nominated."
            raise FieldProblem(F.NOMINEE, told)
        for one in each.values():
            if len(one.name) > LONGEST_NAME:
                raise FieldProblem(
                    F.NOMINEE,
                    f"The name is {len(one.name):,} signs long. Write the name alone, or choose another column.",
                )
        return list(reversed(each.values()))

    def _of_answer(self, line: int, text: str, kind: NomineeKind) -> tuple[Told, ...]:
        found = nominees_in(text, kind)
        if not found.is_asked:
            return found.suggested
        key = several_key(text)
        apart = self.choices.several.get(key, found.how is HowMany.SEVERAL)
        self.noted.several.setdefault(key, AskedSeveral(key, line, text, found, apart))
        return found.apart if apart else (found.together,)

    # What is said

    def _statement(self, said: Said) -> tuple[str, str, list[tuple[FlagKind, str]]]:
        statement = "\n\n".join(said.get(F.STATEMENT, ()))
        attachment = "; ".join(dict.fromkeys(clean_text(one) for one in said.get(F.ATTACHMENT, ())))
        if _LINK.fullmatch(statement.strip()):
            attachment = "; ".join(filter(None, (clean_text(statement), attachment)))
            statement = ""
        elsewhere = _ELSEWHERE.fullmatch(clean_text(statement)) is not None
        if elsewhere and attachment:
            statement = ""
        if not statement and attachment:
            words = f"The statement is only in {shown(attachment, 60)}. Open it and write its words here."
            return "", attachment, [(FlagKind.ATTACHED, words)]
        if not statement or elsewhere or is_nobody(statement):
            return self._no_statement(said, statement)
        if any(len(one) == CELL for one in said.get(F.STATEMENT, ())):
            words = f"It ends after {CELL:,} signs, where Excel cuts off. Look the rest up in the form."
            return statement, attachment, [(FlagKind.CUT_OFF, words)]
        return statement, attachment, []

    def _no_statement(self, said: Said, told: str) -> tuple[str, str, list[tuple[FlagKind, str]]]:
        self.noted.without_statement += 1
        why = f"{shown(told)} says nothing of why." if told else "Nothing says why they are nominated."
        if not self.choices.as_drafts:
            raise FieldProblem(F.STATEMENT, why)
        return told, "", [(FlagKind.DRAFT, f"{why} Ask the nominator.")]

    # The whole

    def _nomination(
        self, line: int, said: Said, award: Category, told: Told, received_on: date, statement: str, attachment: str
    ) -> FileNomination:  # fmt: skip
        tied = self._tied(said, told, award)
        also = "; ".join(filter(None, (told.also_known_as, _one(said, F.ALSO_KNOWN_AS))))
        draft = NominationDraft(
            award.id, told.name, also_known_as=also,
            job_role=clean_text(_one(said, F.JOB_ROLE) or told.job_role), service_id=tied.service_id,
            provider_id=tied.provider_id, place_told=tied.told.words, phone=phone(_one(said, F.PHONE)),
            relation=clean_text(_one(said, F.RELATION)), nominator_phone=phone(_one(said, F.NOMINATOR_PHONE)),
            statement=statement, attachment=attachment,
        )  # fmt: skip
        as_draft = (
            self.choices.as_drafts and not (statement and not _is_elsewhere(statement)) and not attachment
        )
        found = FileNomination(
            line, "", draft, award, received_on, tied, word_count(statement), as_draft=as_draft
        )
        for step in (self._with_people, self._with_consent, self._with_length, self._with_place):
            found = step(found, said)
        return found

    def _tied(self, said: Said, told: Told, award: Category) -> Tied:
        kind = award.nominee_kind
        return self._place(
            said, told.beside or (told.name if kind is NomineeKind.SERVICE else ""),
            told.name if kind is not NomineeKind.INDIVIDUAL else "",
        )  # fmt: skip

    def _place(self, said: Said, otherwise: str, nominee: str = "") -> Tied:
        """The place told, or what stands for it where no column tells one; `nominee` where its own name tells too."""
        parts = (F.PROVIDER, F.POSTCODE, F.LOCATION_ID)
        place = PlaceTold(_one(said, F.PLACE) or otherwise, *(_one(said, part) for part in parts))
        tied = self.places.tied(self.places.with_nominee(place, nominee))
        if tied.told.key and (tied.is_asked or tied.told.key in self.choices.places):
            self.noted.places[tied.told.key] = tied
        return tied

    def _with_people(self, found: FileNomination, said: Said) -> FileNomination:
        draft = found.draft
        email, flagged = self._address(said, F.EMAIL)
        own, own_flagged = self._address(said, F.NOMINATOR_EMAIL)
        nominator = clean_text(_one(said, F.NOMINATOR)) or _whole(said, F.NOMINATOR_FIRST, F.NOMINATOR_LAST)
        nominator = "" if is_nobody(nominator) else nominator
        kind = kind_of(_one(said, F.NOMINATOR_KIND), draft.relation) or NominatorKind.NOT_KNOWN
        contact = self.people.found(draft.nominee, email, draft.provider_id)
        of = self.places.tied(PlaceTold(_one(said, F.NOMINATOR_PLACE)))
        known = self.people.found(nominator, own, of.provider_id)
        is_self = bool(nominator) and bool(same_person_key(nominator) & same_person_key(draft.nominee))
        if is_self and kind is NominatorKind.NOT_KNOWN:
            kind = NominatorKind.SELF
        found = replace(
            found,
            draft=replace(
                draft, email=email, contact_id=contact[0] if contact else None, nominator=nominator,
                nominator_kind=kind, nominator_email=own, nominator_contact_id=known[0] if known else None,
                nominator_provider_id=of.provider_id or (known[1] if known else None),
            ),
        )  # fmt: skip
        for words in filter(None, (flagged, own_flagged)):
            found = found.flagged(FlagKind.ADDRESS, words)
        if is_self:
            found = found.flagged(FlagKind.SELF, "Nominee and nominator have the same name.")
        if not nominator:
            found = found.flagged(FlagKind.NOBODY, "Nobody says who nominates.")
        return found

    def _address(self, said: Said, part: F) -> tuple[str, str]:
        told = clean_text(_one(said, part)).removeprefix("mailto:")
        if not told or is_nobody(told):
            return "", ""
        return (told, "") if is_address(told) else ("", f"{shown(told)} is no whole address and is left out.")

    def _with_consent(self, found: FileNomination, said: Said) -> FileNomination:
        told = consent_of(_one(said, F.PUBLISH_WORDS))
        found = replace(found, draft=replace(found.draft, publish_words=told.consent))
        if not told.in_doubt:
            return found
        taken = "as No" if told.consent is Consent.NO else "as not asked"
        return found.flagged(FlagKind.CONSENT, f"{shown(_one(said, F.PUBLISH_WORDS), 60)} is taken {taken}.")

    def _with_length(self, found: FileNomination, said: Said) -> FileNomination:
        limit = found.category.words_in(self.round)
        if found.words <= limit:
            return found
        words = f"{count_of(found.words, 'word')}, {found.words - limit:,} over the limit of {limit:,}."
        return found.flagged(FlagKind.OVER_LIMIT, words)

    def _with_place(self, found: FileNomination, said: Said) -> FileNomination:
        if found.tied.provider_id is not None:
            return found
        told = found.tied.told.words
        words = f"{shown(told)}: {lower_first(found.tied.words)}." if told else "Nothing says where they are."
        return found.flagged(FlagKind.NOT_TIED, words)


def several_key(text: str) -> str:
    """By which it is known what was decided of an answer with several names."""
    return folded(text)


def _one(said: Said, part: F) -> str:
    return said[part][0] if part in said else ""


def _whole(said: Said, first: F, last: F) -> str:
    return clean_text(f"{_one(said, first)} {_one(said, last)}")


def _is_elsewhere(statement: str) -> bool:
    return _ELSEWHERE.fullmatch(clean_text(statement)) is not None or is_nobody(statement)


def _refuse_lost(said: Said) -> None:
    """Excel shows an error where a text began with a sign that it takes for a formula: the words are gone."""
    for part, texts in said.items():
        for text in texts:
            if is_error_value(text):
                raise FieldProblem(
                    part,
                    f"Excel shows {shown(text)} in place of what was written. Look the answer up in the form.",
                )


def refuse_day(day: date | None, today: date) -> date:
    """The day of a response; that of taking in where the file says none."""
    if day is not None and day > today:
        raise FieldProblem(F.RECEIVED_ON, f"{date_words(day)} has not come yet.")
    return day or today
