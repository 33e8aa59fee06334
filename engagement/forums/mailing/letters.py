"""Letters as one Word document, a section for each person; nothing is printed or posted by the program."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from engagement.forums.mailing.certificates import certificate_of, times_of
from engagement.forums.mailing.filling import Occasion, filled_for, occasion
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.mailing.shipped_words import Wording
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.mailing.words import check
from engagement.register.letterhead import Letterhead
from resources.database import Database
from resources.report.word import markup as xml
from resources.report.word.certificates import CERTIFICATE_PAPER, certificate_page
from resources.report.word.markup import Xml
from resources.report.word.pages import Paper, placed, save_pages, section, section_end, sized
from resources.report.word.styles import ACCENT, QUIET
from resources.wording import date_words

PAPER = Paper(top=18, bottom=20, left=25, right=25)
SIGNING = ("yours sincerely", "yours faithfully", "kind regards", "best wishes")
ADDRESS_LINES = 6
"""The address takes at least so many lines, so that the text of every letter begins at one height."""


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
        parts = [(letter(one, filled_for(one, wording, about), about), PAPER)]
        if one.person.id in behind:
            certificate = certificate_of(one.person, behind[one.person.id], about.event, about.head)
            parts.append((certificate_page(certificate), CERTIFICATE_PAPER))
        for number, (content, paper) in enumerate(parts, 1):
            is_last = place == len(people) and number == len(parts)
            body += [content, section(paper) if is_last else section_end(paper)]
    save_pages(path, title=f"{purpose.label}: {about.event.title}", as_at=about.today, body=body)


def letter(one: Correspondent, written: Wording, about: Occasion) -> Xml:
    """One letter: who writes, to whom, the date, and the text with its subject beneath the greeting."""
    paragraphs = [part.strip("\n") for part in written.body.split("\n\n") if part.strip()]
    greeting, rest = (paragraphs[0], paragraphs[1:]) if len(paragraphs) > 1 else ("", paragraphs)
    return xml.joined(
        *_head(about.head),
        *_address(one),
        placed(xml.run(date_words(about.today)), before=6, after=18),
        *([_text(greeting)] if greeting else []),
        xml.paragraph("Heading2", xml.run(written.subject)),
        *(_text(part) for part in rest),
    )


def _head(head: Letterhead) -> list[Xml]:
    made = [placed(sized(head.council, 18, bold=True, colour=ACCENT), after=2)] if head.council else []
    made += [placed(sized(line, 10, colour=QUIET)) for line in head.lines]
    return [*made, placed(after=24)]


def _address(one: Correspondent) -> list[Xml]:
    lines = address_block(one)
    lines += [""] * (ADDRESS_LINES - len(lines))
    return [placed(xml.run(line)) if line else placed() for line in lines]


def address_block(one: Correspondent) -> list[str]:
    """Name, organisation and address, none of them twice."""
    first = [one.person.name, one.person.home]
    if one.address and one.address[0].casefold() == one.person.home.casefold():
        first = first[:1]
    return [*first, *one.address]


def _text(part: str) -> Xml:
    signed = part.casefold().startswith(SIGNING)
    return placed(xml.run(part), after=44 if signed and "\n" not in part else 8)
