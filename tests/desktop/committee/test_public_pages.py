"""What of a page is public: the sections of its capability, without what is exempt, looked at once more."""

from datetime import date

from desktop.committee import public_pages
from desktop.committee.known import known
from desktop.committee.public_pages import TELLS_TOO_MUCH, checked, public_page, public_report
from desktop.shell.public_view import PublicView
from engagement.committee.items import add_paragraph, set_exempt
from resources.report import Exemption, Heading, Paragraph, Report
from resources.report.committee.outline import Outline
from resources.report.told import Figure
from resources.spans import Span
from tests.desktop.committee.conftest import TODAY

SPAN = Span(date(2019, 10, 1), date(2019, 12, 31))


def texts(report: Report | None) -> str:
    assert report is not None
    return "\n".join(getattr(block, "text", "") for block in report.blocks)


def test_a_page_shows_its_sections_without_what_is_exempt(db, homes):
    shown = public_page(db, None, "Providers", PublicView((), ("suspensions",)), today=TODAY)
    assert shown is not None
    assert (shown.title, shown.subtitle) == (
        "Providers",
        "The twelve months to today: 7 January 2019 to 6 January 2020",
    )
    assert isinstance(shown.blocks[0], Heading) and shown.blocks[0].level == 1
    assert all(block.exempt is None for block in shown.blocks)
    assert "feather Court" not in texts(shown) and "Of these, 1 is suspended" in texts(shown)
    assert not any(getattr(block, "figures", ()) for block in shown.blocks)


def test_a_section_without_data_says_so_in_its_place(db):
    shown = public_page(db, None, "i-Work", PublicView((), ("iwork",)), today=TODAY)
    assert "locked" in texts(shown)


def test_a_page_with_nothing_public_shows_nothing(db):
    assert public_page(db, None, "Contacts", PublicView(()), today=TODAY) is None
    unread = PublicView((), reads=(lambda _db, _vault: None,))
    assert public_page(db, None, "Reports", unread, today=TODAY) is None


def test_sections_and_what_is_read_stand_beneath_each_other_without_links(db, homes):
    told = Report("Told", blocks=(Heading("Told"), Paragraph("12 came.", figures=(Figure("came", "12"),))))
    view = PublicView((), ("suspensions",), (lambda _db, _vault: told,))
    shown = public_page(db, None, "Both", view, today=TODAY)
    assert shown is not None and shown.blocks[-2:] == (Heading("Told"), Paragraph("12 came."))


def test_the_public_document_of_a_report_is_shown_as_it_stands(db, begun):
    kept = add_paragraph(db, begun.id, "Seen by members alone.")
    set_exempt(
        db, kept.id, Exemption(3, "It names a provider.", "Telling it harms trade.", "Members", "2020-06-01")
    )
    shown = public_report(db, None, begun.id, today=TODAY)
    assert "Winter was mild." in texts(shown) and "members alone" not in texts(shown)


def test_what_would_tell_of_what_is_exempt_is_covered(db, begun, homes):
    name = str(db.value("select name from service where id = ?", (homes[0],)))
    add_paragraph(db, begun.id, f"{name} is being helped.")
    shown = public_report(db, None, begun.id, today=TODAY)
    assert texts(shown) == f"Covered\n{TELLS_TOO_MUCH}"
    leaking = Report("Homes", blocks=(Heading("Homes"), Paragraph(f"{name} is suspended.")))
    assert checked(leaking, (), known(db, None, Outline("Homes", "", TODAY, SPAN))).blocks == shown.blocks


def test_every_section_that_a_page_names_is_there():
    from desktop.pages.awards.figures_side import FiguresSide
    from desktop.pages.events.forums import ForumsPage
    from desktop.pages.funding.funds_side import FundsSide
    from desktop.pages.funding.projects_side import ProjectsSide
    from desktop.pages.good_practice.practices_side import PracticesSide
    from desktop.pages.iwork.iwork import IWorkPage
    from desktop.pages.market import MarketPage
    from desktop.pages.register.providers import ProvidersPage
    from desktop.pages.survey.results_side import ResultsSide
    from desktop.pages.training.packages_side import PackagesSide

    named = [
        key
        for one in (
            FiguresSide, ForumsPage, FundsSide, ProjectsSide, PracticesSide, IWorkPage, MarketPage, ProvidersPage,
            ResultsSide, PackagesSide,
        )
        for key in one.public_sections
    ]  # fmt: skip
    assert len(named) >= 12
    assert [key for key in named if public_pages.section_of(key) is None] == []
