"""One page is one page: hostile providers are laid out as the preview lays them out, and by LibreOffice."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.one_pager.page import fitted_page, one_page, page_bytes
from desktop.one_pager.subject import Subject, subject_of
from desktop.shell.looks.style import Style
from desktop.widgets.page_preview.laid_report import LaidReport
from engagement.good_practice.practices import PracticeDraft, add_practice
from engagement.register import contacts, contracts, notes, providers, ratings, services
from engagement.register.vocabulary import ContactRole, ContractStatus, Rating, ServiceKind
from resources.database import Database, change
from resources.report import pdf
from resources.report.committee.numbering import numbers

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2020, 1, 6)
NOW = datetime(2020, 1, 6, 9, tzinfo=UTC)
WIDE = "WWWWMMMM" * 24
"""A word that fits on no line."""


def homes(db: Database, owner: str, number: int, name: str = "Larkmeadow House") -> list[str]:
    with change(db, "Added many"):
        return [
            services.add_service(
                db, owner, name=f"{name} {at}", kind=list(ServiceKind)[at % 5], district="Newark and Sherwood"
            ).id
            for at in range(number)
        ]


def rated(db: Database, keys: list[str], *some: Rating) -> None:
    with change(db, "Rated many"):
        for place, key in enumerate(keys):
            for at, one in enumerate(some):
                day = date(2019, 1, 1) + timedelta(days=30 * at + place % 20)
                ratings.record_rating(db, key, one, day, today=TODAY)


def under(db: Database, keys: list[str], status: ContractStatus, reason: str = "") -> None:
    with change(db, "Contracts of many"):
        for key in keys:
            contracts.set_contract_status(db, key, status, date(2019, 6, 1), today=TODAY, reason=reason)


def people(db: Database, owner: str, number: int, name: str = "Amina Larkson") -> None:
    with change(db, "Added people"):
        for at in range(number):
            contacts.add_contact(
                db, owner, name=f"{name} {at}", role=ContactRole.REGISTERED_MANAGER, phone="0115 496 0001"
            )


def written(db: Database, owner: str, text: str, number: int) -> None:
    with change(db, "Wrote notes"):
        for _ in range(number):
            notes.write_note(db, owner, text, now=NOW)


def shared(db: Database, owner: str, what: str, number: int) -> None:
    with change(db, "Noted practice"):
        for _ in range(number):
            add_practice(db, PracticeDraft(owner, "Dementia", what, date(2019, 12, 1)), today=TODAY)


def nothing_known(db: Database, owner: str) -> None:
    """A name alone."""


def one_bare_service(db: Database, owner: str) -> None:
    homes(db, owner, 1)


def hundreds_of_services(db: Database, owner: str) -> None:
    rated(db, homes(db, owner, 300), Rating.GOOD)


def all_rated_low(db: Database, owner: str) -> None:
    rated(db, homes(db, owner, 60), Rating.GOOD, Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE)


def all_suspended_with_reasons(db: Database, owner: str) -> None:
    under(
        db, homes(db, owner, 40), ContractStatus.SUSPENDED, "Medicines were not kept as they should be. " * 8
    )


def very_long_names_of_services(db: Database, owner: str) -> None:
    rated(db, homes(db, owner, 12, "The Very Long Name of a House beside a Lake " * 4), Rating.INADEQUATE)


def words_that_fit_on_no_line(db: Database, owner: str) -> None:
    keys = homes(db, owner, 12, WIDE)
    rated(db, keys, Rating.INADEQUATE)
    people(db, owner, 12, WIDE)


def many_people(db: Database, owner: str) -> None:
    homes(db, owner, 1)
    people(db, owner, 150)


def long_notes(db: Database, owner: str) -> None:
    written(db, owner, "Rang about the roof, and nobody answered until the afternoon. " * 30, 60)


def notes_in_other_letters(db: Database, owner: str) -> None:
    written(db, owner, "屋根について電話しました。" * 20 + " Ünïcödé ﷽ 👩‍⚕️ " * 10, 20)


def lines_in_a_note(db: Database, owner: str) -> None:
    written(db, owner, "one\n" * 50, 20)


def everything(db: Database, owner: str) -> None:
    keys = homes(db, owner, 30, "The Old Rectory beside the Church ")
    rated(db, keys, Rating.GOOD, Rating.INADEQUATE)
    under(db, keys, ContractStatus.IMPROVEMENT_NOTICE, "Care plans. " * 9)
    people(db, owner, 30)
    written(db, owner, "Rang about the roof. " * 12, 30)
    shared(db, owner, "Music on the ward each morning before breakfast. " * 5, 30)


HOSTILE = (
    nothing_known, one_bare_service, hundreds_of_services, all_rated_low, all_suspended_with_reasons,
    very_long_names_of_services, words_that_fit_on_no_line, many_people, long_notes, notes_in_other_letters,
    lines_in_a_note, everything,
)  # fmt: skip


def made(db: Database, make: Callable[[Database, str], None], name: str = "Larkmeadow Care Ltd") -> Subject:
    owner = providers.add_provider(db, name=name).id
    make(db, owner)
    return subject_of(db, None, owner, today=TODAY)


@pytest.mark.parametrize("make", HOSTILE)
def test_the_page_of_a_hostile_provider_is_one(
    styled: Style, db: Database, make: Callable[[Database, str], None]
) -> None:
    of = made(db, make, "A Name of an Organisation that Goes On " * 5)
    report = one_page(of)
    laid = LaidReport(report, numbers(report))
    assert laid.pages == 1
    page = fitted_page(of)
    assert [heading for heading, _ in page.rows][:3] == ["Who", "Since 6 January 2019", "To ask"]
    paragraph = report.blocks[0]
    assert page.left_out_words in paragraph.text


def test_what_is_left_out_of_a_full_page_is_said_and_the_page_is_full(styled: Style, db: Database) -> None:
    report = one_page(made(db, everything))
    assert "Left out for want of room: Who (" in report.blocks[0].text
    laid = LaidReport(report, numbers(report))
    last = laid.placed[-1]
    assert last.top + laid.pieces[last.strip].strip.height > 0.9 * laid.paper.text_height


@pytest.mark.skipif(pdf.libreoffice() is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("make", [everything, very_long_names_of_services])
def test_libreoffice_makes_one_page_of_it_too(
    styled: Style, db: Database, make: Callable[[Database, str], None]
) -> None:
    copy = pdf.pdf_of(page_bytes(made(db, make)))
    assert copy.count(b"/Type/Page/") + copy.count(b"/Type/Page\n") + copy.count(b"/Type /Page\n") == 1


def test_it_is_measured_where_there_is_no_window_and_no_display() -> None:
    """As the command line measures it: in a process of its own, without an application of Qt."""
    asked = (
        "from resources.report.blocks import Paragraph, Report\n"
        "from desktop.one_pager.measure import fits_one_page\n"
        "print(*(fits_one_page(Report('A page', blocks=(Paragraph('Words. ' * n),))) for n in (9, 4000)))"
    )
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in shown}
    made = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, env=env, check=True, cwd=ROOT
    )
    assert made.stdout.split() == ["True", "False"]
