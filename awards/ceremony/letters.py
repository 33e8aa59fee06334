"""Letters once the winners are announced: to nominators with what came of it, to managers of winners and finalists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from awards.ceremony.honours import Honour, refuse_secret
from awards.ceremony.letter_words import FIELDS, wording_of
from awards.ceremony.people import (
    Nominee,
    Person,
    address_lines,
    finalists,
    managers,
    nominators,
    nominees,
    not_written_to,
)
from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import COUNTED_VOICES, CeremonyLetter, EntryStatus
from engagement.register.facts import key_list
from engagement.register.letterhead import Letterhead, letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.word.letters import LETTER_PAPER, letter_page
from resources.report.word.markup import Xml
from resources.report.word.pages import save_pages, section, section_end
from resources.wording import and_list, count_of
from resources.wordings import Wording, fill_wording

_CAME: Mapping[Honour, str] = {
    Honour.WINNER: "won the award {what}",
    Honour.HIGHLY_COMMENDED: "was highly commended by the panel for the award {what}",
    Honour.RUNNER_UP: "was the runner-up for the award {what}",
    Honour.FINALIST: "was one of the finalists for the award {what}",
    Honour.NOMINEE: "was nominated for the award {what} and was not among its finalists this time",
}


@dataclass(frozen=True)
class Addressee:
    """Somebody who is written to, and about whom."""

    person: Person
    about: tuple[Nominee, ...]


@dataclass(frozen=True)
class LettersFor:
    """Who is written to, and in sentences who is not and why."""

    letter: CeremonyLetter
    addressees: tuple[Addressee, ...]
    left_out: tuple[str, ...]


def letters_for(
    db: Database, round_id: str, letter: CeremonyLetter, *, entry_ids: Sequence[str] = ()
) -> LettersFor:
    """Who would be written to; refused before the announcement. With `entry_ids` only about these nominees."""
    held, every = award_round(db, round_id), nominees(db, round_id)
    refuse_secret(held, [one.status for one in every], "letters")
    among = every if letter is CeremonyLetter.NOMINATORS else finalists(db, round_id)
    some = [one for one in among if not entry_ids or one.id in entry_ids]
    keys = [one.id for one in some]
    people = nominators(db, keys) if letter is CeremonyLetter.NOMINATORS else managers(db, some)
    known = {one.id: one for one in some}
    found = tuple(Addressee(one, tuple(known[key] for key in one.about)) for one in people)
    return LettersFor(letter, found, tuple(_left_out(db, round_id, letter, some, found)))


def _left_out(
    db: Database, round_id: str, letter: CeremonyLetter, some: Sequence[Nominee], found: Sequence[Addressee]
) -> list[str]:
    if letter is CeremonyLetter.MANAGERS:
        reached = {one.id for each in found for one in each.about}
        unmanaged = [one.name_and_home for one in some if one.id not in reached]
        told = "; ".join(unmanaged)
        return [f"The register knows no manager to write to of {told}"] if unmanaged else []
    nameless = db.value(
        f"""select count(*) from nomination where entry_id in (select value from json_each(?))
        and status in ({COUNTED_VOICES}) and nominator = ''""",
        (key_list([one.id for one in some]),),
    )
    out = db.value(
        f"""select count(*) from award_entry where round_id = ? and status in
        ('{EntryStatus.INELIGIBLE.value}', '{EntryStatus.WITHDRAWN.value}')""",
        (round_id,),
    )
    said = []
    if nameless:
        said.append(f"{count_of(int(str(nameless)), 'nomination')} without the name of who wrote it")
    silent = [one.name for one in not_written_to(db, [one.id for one in some])]
    if silent:
        said.append(
            f"{and_list(silent)}: the register has them as put away, or as not wishing to be written to"
        )
    if out:
        said.append(
            f"Nominators of {count_of(int(str(out)), 'nominee')} who did not go to the judges or withdrew: write to "
            "them by yourself, since the reason may not be theirs to know"
        )
    return said


def save_letters(
    db: Database, found: LettersFor, round_id: str, path: Path, *, today: date, wording: Wording | None = None
) -> int:
    """Write them, a section each, in the wording as it is kept or another; returns how many there are."""
    if not found.addressees:
        raise Problem("Nobody would be written to, so there is no letter to make. Choose others.")
    held, head = award_round(db, round_id), letterhead(db)
    wording = wording or wording_of(db, found.letter)
    body: list[Xml] = []
    for place, one in enumerate(found.addressees, 1):
        written = letter_text(one, wording, held, head)
        page = letter_page(
            written.body, subject=written.subject, address=_address(db, one.person), council=head.council,
            beneath=head.lines, day=today,
        )  # fmt: skip
        body += [page, section(LETTER_PAPER) if place == len(found.addressees) else section_end(LETTER_PAPER)]
    save_pages(path, title=f"Letters to {found.letter.label.lower()}: {held.name}", as_at=today, body=body)
    return len(found.addressees)


def letter_text(one: Addressee, wording: Wording, held: AwardRound, head: Letterhead) -> Wording:
    """The wording as this person gets it."""
    values = {
        "name": one.person.name,
        "first name": one.person.name.split()[0],
        "organisation": one.person.organisation or "your service",
        "nominees": and_list(list(dict.fromkeys(nominee.name for nominee in one.about))),
        "what came of it": what_came_of_it(one.about),
        "round": held.name,
        "team": head.team,
        "council": head.council,
    }
    return fill_wording(wording, {**dict.fromkeys(FIELDS, ""), **values})


def what_came_of_it(some: Sequence[Nominee]) -> str:
    """A sentence for one nominee, the items of a list for several. Nobody else is named in it."""
    said = [f"{one.name} {_came(one)}." for one in some]
    return said[0] if len(said) == 1 else "\n".join(f"- {sentence}" for sentence in said)


def _came(one: Nominee) -> str:
    return _CAME[one.honour].replace("{what}", f"“{one.category}”")


def _address(db: Database, one: Person) -> list[str]:
    """Name, organisation and address; of somebody whom the register does not know, the name and the e-mail address."""
    lines = address_lines(db, one.service_id, one.provider_id)
    reach = lines or ([one.email] if one.email else [])
    return [part for part in (one.name, one.organisation, *reach) if part]
