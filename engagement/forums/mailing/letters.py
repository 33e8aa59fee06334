"""Letters as one Word document, a section for each person; nothing is printed or posted by the program."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from engagement.forums.mailing.certificates import certificate_of, times_of
from engagement.forums.mailing.filling import Occasion, filled_for, occasion
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.mailing.words import check
from resources.database import Database
from resources.report.word.certificates import CERTIFICATE_PAPER, certificate_page
from resources.report.word.letters import LETTER_PAPER, letter_page
from resources.report.word.markup import Xml
from resources.report.word.pages import save_pages, section, section_end
from resources.wordings import Wording


def save_letters(
    db: Database,
    event_id: str,
    people: Sequence[Correspondent],
    wording: Wording,
    path: Path,
    *,
    now: datetime,
    purpose: Purpose,
    about: Occasion | None = None,
) -> None:
    """Write the letters in the order of the people; behind each letter of thanks stands the certificate."""
    check(wording)
    about = about or occasion(db, event_id, now=now)
    behind: Mapping[str, str] = {}
    if purpose is Purpose.THANKS:
        behind = times_of(db, event_id, [one.person for one in people], now=now)
    body: list[Xml] = []
    for place, one in enumerate(people, 1):
        parts = [(letter(one, filled_for(one, wording, about), about), LETTER_PAPER)]
        if one.person.id in behind:
            certificate = certificate_of(one.person, behind[one.person.id], about.event, about.head)
            parts.append((certificate_page(certificate), CERTIFICATE_PAPER))
        for number, (content, paper) in enumerate(parts, 1):
            is_last = place == len(people) and number == len(parts)
            body += [content, section(paper) if is_last else section_end(paper)]
    save_pages(path, title=f"{purpose.label}: {about.event.title}", as_at=about.today, body=body)


def letter(one: Correspondent, written: Wording, about: Occasion) -> Xml:
    """One letter: who writes, to whom, the date, and the text with its subject beneath the greeting."""
    return letter_page(
        written.body, subject=written.subject, address=address_block(one), council=about.head.council,
        beneath=about.head.lines, day=about.today,
    )  # fmt: skip


def address_block(one: Correspondent) -> list[str]:
    """Name, organisation and address, none of them twice."""
    first = [one.person.name, one.person.home]
    if one.address and one.address[0].casefold() == one.person.home.casefold():
        first = first[:1]
    return [*first, *one.address]
