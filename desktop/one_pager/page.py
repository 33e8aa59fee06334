"""One page on a provider or a service, put together and saved."""

from collections.abc import Iterable
from pathlib import Path

from desktop.documents import document_name
from desktop.one_pager import engagement_topics, workforce_topics
from desktop.one_pager.measure import fits_one_page
from desktop.one_pager.register_news import register_news
from desktop.one_pager.subject import Subject
from desktop.one_pager.topics import Fitted, Topic, fitted
from engagement.register.contracts import EXEMPTION
from resources.files.replacing import safe_write_bytes
from resources.report.blocks import Paragraph, Report, TableBlock
from resources.report.looks import Looks
from resources.report.pdf import pdf_of
from resources.tables import Column, Table
from resources.wording import date_words, shortened

COLUMNS = (Column("topic", "Topic", width=100), Column("known", "What is known", width=420))
LOOKS = Looks(title=18, heading=16, top=15, bottom=15, left=15, right=15)
"""Narrow margins: the page is for a bag, not for a binder."""
TITLE_MOST = 70
MOST_QUESTIONS = 4
_ORDER = (
    "Who", "Ratings", "Contract", "Forums", "Actions open", "Learning packages", "Funding", "ASC-WDS", "Training",
    "Awards", "Posts for i-Work", "Good practice", "Notes",
)  # fmt: skip


def topics_of(of: Subject) -> list[Topic]:
    """Every topic that has something to say: who it is, what is new and what to ask come first."""
    made = [make(of) for make in (*engagement_topics.TOPICS, *workforce_topics.TOPICS)]
    held = sorted((one for one in made if one is not None), key=lambda one: _ORDER.index(one.heading))
    new = [*register_news(of), *(one.since for one in held)]
    news = Topic(f"Since {date_words(of.since)}", _or_none(new, "Nothing new is held."))
    questions = [one for topic in held for one in topic.ask][:MOST_QUESTIONS]
    asked = Topic("To ask", _or_none(questions, "Nothing stands out. How can the team help?"))
    return [held[0], news, asked, *held[1:]]


def fitted_page(of: Subject) -> Fitted:
    """What of it has room on one page."""
    return fitted(topics_of(of), lambda page: fits_one_page(_report(of, page)))


def one_page(of: Subject) -> Report:
    """The page, marked as exempt: it says how contracts stand beside the name."""
    return _report(of, fitted_page(of))


def _report(of: Subject, page: Fitted) -> Report:
    name = shortened(of.name, TITLE_MOST)
    table = Table(f"What is known of {name}", COLUMNS, page.rows)
    known = f"As known on {date_words(of.today)}."
    said = " ".join(one for one in (_about(of), known, page.left_out_words) if one)
    blocks = (
        Paragraph(said),
        TableBlock(table, f"What is known of {name} on {date_words(of.today)}, a row for each topic."),
    )
    return Report(f"One page on {name}", blocks=blocks, looks=LOOKS, marking=(EXEMPTION,))


def _about(of: Subject) -> str:
    """Whose service it is, and what either was called at the last report."""
    told = [of.called(one.id) for one in (of.only, of.provider) if one is not None]
    new = [one for one in told if one != of.name]
    return f"{'; '.join(shortened(one, 2 * TITLE_MOST) for one in new)}." if new else ""


def page_bytes(of: Subject) -> bytes:
    """The page as a Word document."""
    from desktop.committee.checking import document_bytes  # loaded when first used

    return document_bytes(one_page(of))


def save_one_page(of: Subject, path: Path, *, pdf: bool = False) -> list[Path]:
    """The Word document, and beside it a PDF where one is wanted; the files that were written."""
    target, data = document_name(path), page_bytes(of)
    return save_bytes(target, data, pdf_of(data) if pdf else None)


def save_bytes(target: Path, data: bytes, pdf: bytes | None = None) -> list[Path]:
    """Write the document and the PDF, if there is one."""
    written = [(target, data)]
    if pdf is not None:
        written.append((target.with_suffix(".pdf"), pdf))
    for file, content in written:
        safe_write_bytes(file, content)
    return [file for file, _ in written]


def file_stem(of: Subject) -> str:
    """What the file is called unless somebody says otherwise; its name says what it is."""
    return f"{shortened(of.name, TITLE_MOST)} - EXEMPT one page {of.today.isoformat()}"


def _or_none(lines: Iterable[str], none: str) -> tuple[str, ...]:
    return tuple(one for one in lines if one) or (none,)
