"""The easy-read profile of one person as a Word document of one page."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources.database import Database
from resources.files.names import name_of
from resources.problem import Problem
from resources.report.exemption import notice_of
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.pages import placed, save_pages, section, sized
from resources.report.word.styles import ACCENT, QUIET
from resources.wording import capital_first, count_of, date_words
from workforce.iwork.exempt import EXEMPTION
from workforce.iwork.papers.easy_icons import Icon, icon_png
from workforce.iwork.papers.easy_page import PAPER, EasyPage, EasyPart, easy_page
from workforce.iwork.people.consents import Consent, consents_of
from workforce.iwork.people.people import Person, person, refuse_in_purge
from workforce.iwork.profile.whole import whole_profile
from workforce.iwork.vocabulary import ConsentScope

_EMU_A_POINT = 12_700


@dataclass(frozen=True)
class SavedPage:
    """What was written, whether employers may see it, and what did not go on it."""

    path: Path
    may_be_shown: bool
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """As a toast says it."""
        held = (
            "" if self.may_be_shown else ". It is for them alone: they have not agreed that employers see it"
        )
        left = f". {count_of(len(self.left_out), 'thing')} did not go on it" if self.left_out else ""
        return f"Saved “{name_of(self.path)}”, one page{held}{left}"


def page_name(held: Person) -> str:
    """What the file may be called: by reference."""
    return f"{held.reference} one-page profile"


def easy_read(vault: Database, person_id: str, *, today: date, without_name: bool = False) -> EasyPage:
    """The page as it would be printed. Their name stands on it in full where they agreed to that, else the first."""
    held = person(vault, person_id)
    refuse_in_purge(held)
    whole = whole_profile(vault, person_id)
    if not whole.is_begun:
        raise Problem(
            f"The profile of {held.reference} is empty, so there is no page to make. Write the profile first."
        )
    agreed = agreed_to_show(vault, person_id, today=today)
    first = held.known_as or held.given_name
    called = _with_family_name(first, held.family_name) if agreed else first
    return easy_page(whole, called="" if without_name else called, foot=_foot(held, agreed))


def _with_family_name(first: str, family: str) -> str:
    """Danny Marsh; a name to be known by that has the family name already is left as it is."""
    return first if not family or first.casefold().endswith(family.casefold()) else f"{first} {family}"


def agreed_to_show(vault: Database, person_id: str, *, today: date) -> Consent | None:
    """The yes by which employers may see the page today."""
    some = consents_of(vault, person_id)
    return next((one for one in some if one.scope is ConsentScope.PROFILE and one.holds_on(today)), None)


def _foot(held: Person, agreed: Consent | None) -> str:
    coach = f"My job coach is {held.coach}. " if held.coach else ""
    if agreed is None:
        return f"{coach}This page is mine. I have not agreed that employers see it."
    until = f" until {date_words(agreed.until_on)}" if agreed.until_on else ""
    return f"{coach}I agreed on {date_words(agreed.given_on)} that employers may see this page{until}."


def save_easy_read(
    vault: Database, person_id: str, path: Path, *, today: date, without_name: bool = False
) -> SavedPage:
    """Write it. Nothing in the name or the properties of the file says who it is."""
    page = easy_read(vault, person_id, today=today, without_name=without_name)
    held = person(vault, person_id)
    pictures = [icon_png(part.icon) for part in page.parts]
    save_pages(
        path, title=capital_first(page_name(held)), as_at=today, body=_body(page), footer=notice_of((EXEMPTION,)),
        pictures=pictures,
    )  # fmt: skip
    agreed = agreed_to_show(vault, person_id, today=today)
    return SavedPage(path, agreed is not None, page.left_out)


def _body(page: EasyPage) -> list[Xml]:
    return [
        placed(sized(page.title, 28, bold=True, colour=ACCENT), style="Title", after=4),
        *(line for number, part in enumerate(page.parts, 1) for line in _part(part, number, page.size)),
        placed(sized(page.foot, 11, colour=QUIET), before=8),
        section(PAPER, footer=True),
    ]


def _part(part: EasyPart, number: int, size: float) -> list[Xml]:
    return [
        placed(
            _picture(part.icon, number, size + 4), _gap(), sized(part.heading, size + 3, bold=True, colour=ACCENT),
            style="Heading1", before=6, after=1,
        ),
        *(placed(sized(line, size), style="ListBullet") for line in part.lines),
    ]  # fmt: skip


def _picture(icon: Icon, number: int, high: float) -> Xml:
    side = round(high * _EMU_A_POINT)
    return xml.picture(
        f"rIdPicture{number}", number, title=icon.value, description=icon.value, size=(side, side)
    )


def _gap() -> Xml:
    """Between a picture and its heading."""
    return xml.run("\u2002")
