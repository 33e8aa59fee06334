"""A letter to each provider about what it may be able to claim: one Word document, a section for each."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from engagement.register.letterhead import Letterhead, letterhead
from resources.database import Database
from resources.report.word.letters import LETTER_PAPER, letter_page
from resources.report.word.markup import Xml
from resources.report.word.pages import save_pages, section, section_end
from resources.wording import and_list, date_words, lower_first, money
from workforce.funding.unclaimed.approaches import Approach, Whom, add_approaches
from workforce.funding.unclaimed.asking import advice, places_words, questions, to_write
from workforce.funding.unclaimed.call_list import Call, calls
from workforce.funding.unclaimed.unclaimed import Standing, Unclaimed
from workforce.funding.vocabulary import AskedBy
from workforce.years import year_of, year_words

_SAYS = {
    Standing.ELIGIBLE: "You can claim now, as far as we know",
    Standing.NEEDS_INFORMATION: "To know whether you can claim, we need to hear from you",
    Standing.COULD_BECOME: "You could still become eligible",
}


def save_letters(db: Database, rows: Sequence[Unclaimed], path: Path, *, today: date) -> int:
    """Write them in the order of the call list; returns how many there are. Nothing is posted by the program.

    Where only the team can find out what is missing, there is nothing to write about.
    """
    head, found = letterhead(db), calls(to_write(rows))
    body: list[Xml] = []
    for place, one in enumerate(found, 1):
        page = letter_page(
            letter_text(one, head, signed_by=db.who, today=today), subject=subject_of(one, today),
            address=_address(db, one), council=head.council, beneath=head.lines, day=today,
        )  # fmt: skip
        body += [page, section(LETTER_PAPER) if place == len(found) else section_end(LETTER_PAPER)]
    save_pages(path, title="Letters about funding not claimed", as_at=today, body=body)
    return len(found)


def note_letters(db: Database, rows: Sequence[Unclaimed], *, today: date) -> list[Approach]:
    """Note at each provider that it was written to about each fund."""
    whom = [Whom(one.fund.id, one.place.provider_id) for one in to_write(rows)]
    return add_approaches(db, whom, today=today, how=AskedBy.LETTER, outcome="Letter made")


def subject_of(one: Call, today: date) -> str:
    """What stands beneath the greeting."""
    return f"Money for training in {year_words(year_of(today))}: {one.provider}"


def letter_text(one: Call, head: Letterhead, *, signed_by: str, today: date) -> str:
    """The whole letter after the address: nothing in it says more than is known."""
    person = one.first.person
    funds = list(dict.fromkeys(row.fund.name for row in one.rows))
    parts = [
        f"Dear {person.name if person else one.provider},",
        f"Our records show that {one.provider} may be able to claim from {and_list(funds)} for "
        f"{_of_services(one)}. For what is listed here no claim is known to us in {year_words(year_of(today))}.",
    ]
    for standing, says in _SAYS.items():
        rows = [row for row in one.rows if row.standing is standing]
        if rows:
            parts += [f"{says}:", "\n".join(_items(rows))]
    parts += [
        *_listed("What would have to be put right", advice(one.rows)),
        *_listed("Tell us", questions(one.rows)),
    ]
    parts += [
        _where(row) for row in {row.fund.id: row for row in one.rows}.values() if row.fund.where_to_claim
    ]
    parts += [_help(head), "If you have claimed already, let us know, so that we do not write to you again."]
    return "\n\n".join(
        [*parts, "Yours sincerely,", "\n".join(part for part in (signed_by, head.team) if part)]
    )


def _of_services(one: Call) -> str:
    return places_words([row.place.service for row in one.rows])


def _listed(heading: str, said: Sequence[str]) -> list[str]:
    return [f"{heading}:", "\n".join(f"- {one}." for one in said)] if said else []


def _items(rows: Sequence[Unclaimed]) -> list[str]:
    """A line for each thing that can be claimed: what for, where, how much for one and by when."""
    alike: dict[tuple[str, date | None], list[Unclaimed]] = {}
    for row in rows:
        alike.setdefault((row.item.id if row.item else row.fund.id, row.by), []).append(row)
    return [_item(some[0], places_words([row.place.service for row in some])) for some in alike.values()]


def _item(row: Unclaimed, places: str) -> str:
    most = row.item.most_pence if row.item else None
    pays = f", up to {money(most)} for each learner" if most else ""
    by = f", by {date_words(row.by)}" if row.by else ""
    return f"- {row.what_for} at {places}{pays}{by}."


def _where(row: Unclaimed) -> str:
    where = row.fund.where_to_claim.rstrip(".")
    return f"{row.fund.name} is claimed here: {lower_first(where) if where.startswith('The ') else where}."


def _help(head: Letterhead) -> str:
    reach = " or ".join(part for part in (head.phone, head.email) if part)
    return (
        f"We are glad to help you with it. Reach us on {reach}."
        if reach
        else "We are glad to help you with it."
    )


def _address(db: Database, one: Call) -> list[str]:
    """The person, the provider and its address; the service’s where the provider’s is not known."""
    row = db.row(
        """select coalesce(nullif(provider.address, ''), service.address),
            iif(provider.address <> '', provider.postcode, service.postcode)
        from provider left join service on service.id = ? where provider.id = ?""",
        (one.first.place.service_id, one.provider_id),
    )
    address, postcode = row or ("", "")
    lines = [part.strip() for part in str(address or "").replace("\n", ",").split(",") if part.strip()]
    person = [one.first.person.name] if one.first.person else []
    return [*person, one.provider, *lines, *([postcode] if postcode else [])]
