"""A pasted e-mail as a nomination to be confirmed: its category, home and people looked up, and what is in doubt."""

from dataclasses import dataclass, replace
from datetime import date

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.matching import People, PlaceMatching, PlaceTold, Tied
from awards.nominations.files.pasted import Pasted, read_pasted
from awards.nominations.files.several import nominees_in
from awards.nominations.files.told_words import category_told, consent_of, kind_of
from awards.nominations.nominations import NominationDraft
from awards.nominations.words import word_count
from awards.rounds.categories import Category, categories
from awards.rounds.rounds import award_round
from awards.vocabulary import NominatorKind, NomineeKind
from engagement.register.letterhead import is_address
from resources.database import Database
from resources.files.cells import clean_text, shown
from resources.files.values import phone
from resources.problem import Problem
from resources.wording import and_list

_LONGEST = 200_000
_LINK_WORDS = ("see attached", "please see attached", "attached")


@dataclass(frozen=True)
class PastedDraft:
    """What a person confirms. `draft.category_id` is '' where the text does not say; `notes` are what is in doubt."""

    draft: NominationDraft
    received_on: date | None
    tied: Tied
    notes: tuple[str, ...]


def draft_of(db: Database, round_id: str, text: str) -> PastedDraft:
    """The nomination in a text; a text in which there is none raises a Problem."""
    if len(text) > _LONGEST:
        raise Problem(f"The text has {len(text):,} signs, more than {_LONGEST:,}. Paste one e-mail alone.")
    offered = categories(db, round_id)
    matching = PlaceMatching(db, {})
    pasted = read_pasted(text, [one.name for one in offered], matching.places)
    if not pasted.said(F.NOMINEE) and not pasted.said(F.STATEMENT):
        raise Problem(
            "Nothing in the text nominates anybody. Paste the whole e-mail, with what it says of the nominee."
        )
    category, category_notes = _category(pasted, offered)
    told = nominees_in(pasted.said(F.NOMINEE), category.nominee_kind if category else None)
    one = told.together
    tied = _tied(matching, pasted, one.name, one.beside, category)
    draft = NominationDraft(
        category.id if category else "", one.name, also_known_as=one.also_known_as or pasted.said(F.ALSO_KNOWN_AS),
        job_role=pasted.said(F.JOB_ROLE) or one.job_role, service_id=tied.service_id, provider_id=tied.provider_id,
        place_told=tied.told.words, email=_address(pasted, F.EMAIL), phone=phone(pasted.said(F.PHONE)),
        statement=pasted.said(F.STATEMENT), attachment=clean_text(pasted.said(F.ATTACHMENT)),
    )  # fmt: skip
    draft = _with_nominator(db, matching, draft, pasted)
    notes = [*category_notes, *_notes(db, round_id, draft, tied, category)]
    if told.is_asked:
        names = and_list([each.name for each in told.apart])
        notes.append(f"It may nominate {names}: add each of them by itself.")
    return PastedDraft(draft, pasted.received_on, tied, tuple(notes))


def _category(pasted: Pasted, offered: list[Category]) -> tuple[Category | None, list[str]]:
    said = pasted.said(F.CATEGORY)
    if not said:
        return None, ["It does not say for which category."]
    told = category_told(said, [(one.id, one.name) for one in offered])
    found = next((one for one in offered if one.id == told.key), None)
    if found is not None:
        return found, []
    like = [one.name for one in offered if one.id in told.like[:1]]
    hint = f" It is most like “{like[0]}”." if like else ""
    return None, [f"{shown(said)} is no category of the round.{hint}"]


def _tied(matching: PlaceMatching, pasted: Pasted, name: str, beside: str, category: Category | None) -> Tied:
    place = pasted.said(F.PLACE) or beside
    if not place and category is not None and category.nominee_kind is NomineeKind.SERVICE:
        place = name
    told = PlaceTold(
        clean_text(place), pasted.said(F.PROVIDER), pasted.said(F.POSTCODE), pasted.said(F.LOCATION_ID)
    )
    is_one = category is None or category.nominee_kind is NomineeKind.INDIVIDUAL
    return matching.tied(told if is_one else matching.with_nominee(told, name))


def _address(pasted: Pasted, part: F) -> str:
    told = clean_text(pasted.said(part)).removeprefix("mailto:")
    return told if is_address(told) else ""


def _with_nominator(
    db: Database, matching: PlaceMatching, draft: NominationDraft, pasted: Pasted
) -> NominationDraft:
    people = People(db)
    name = clean_text(
        pasted.said(F.NOMINATOR) or f"{pasted.said(F.NOMINATOR_FIRST)} {pasted.said(F.NOMINATOR_LAST)}"
    )
    email = _address(pasted, F.NOMINATOR_EMAIL)
    of = matching.tied(PlaceTold(clean_text(pasted.said(F.NOMINATOR_PLACE))))
    contact = people.found(draft.nominee, draft.email, draft.provider_id)
    known = people.found(name, email, of.provider_id)
    relation = clean_text(pasted.said(F.RELATION))
    return replace(
        draft, contact_id=contact[0] if contact else None, nominator=name, nominator_email=email, relation=relation,
        nominator_kind=kind_of(pasted.said(F.NOMINATOR_KIND), relation) or NominatorKind.NOT_KNOWN,
        nominator_phone=phone(pasted.said(F.NOMINATOR_PHONE)), nominator_contact_id=known[0] if known else None,
        nominator_provider_id=of.provider_id or (known[1] if known else None),
        publish_words=consent_of(pasted.said(F.PUBLISH_WORDS)).consent,
    )  # fmt: skip


def _notes(
    db: Database, round_id: str, draft: NominationDraft, tied: Tied, category: Category | None
) -> list[str]:
    notes = []
    if not draft.nominee:
        notes.append("It does not say plainly who is nominated.")
    if tied.is_asked:
        notes.append(f"{shown(tied.told.words)}: {tied.words}? Choose the service where it is.")
    held = award_round(db, round_id)
    limit, count = (category.words_in(held) if category else held.word_limit), word_count(draft.statement)
    if count > limit:
        notes.append(f"The statement has {count:,} words, {count - limit:,} over the limit of {limit:,}.")
    if not draft.statement or clean_text(draft.statement).casefold().rstrip(".") in _LINK_WORDS:
        notes.append("The text says nothing of why: it may be in an attachment. Write its words here.")
    return notes
