"""Documents public and exempt, and tables that say so when they name what is exempt."""

import csv
import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.documents import (
    MARK,
    document_name,
    exempt_name,
    hold_exempt_facts,
    save_exempt,
    save_public,
    save_tables,
)
from engagement.forums.groups import marked
from engagement.forums.vocabulary import Confidentiality
from engagement.market.scope import Scope, ScopeKind
from engagement.market.sections import market_summary
from engagement.register import contracts, providers, ratings, services
from engagement.register.contracts import EXEMPTION
from engagement.register.council import set_council
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Heading, Paragraph, Report
from resources.report.document_text import passages
from resources.tables import Column, ColumnKind, Table

TODAY = date(2026, 3, 4)
COLUMNS = (
    Column("service", "Service"),
    Column("contract", "Contract", ColumnKind.STATUS),
    Column("beds", "Beds", ColumnKind.NUMBER),
)
SERVICES = Table("Services", COLUMNS, [("Quillfeather Court", "Suspended", 40), ("Elm Lodge", "Active", 20)])


@pytest.fixture
def register(db: Database) -> Database:
    """One service, suspended."""
    provider = providers.add_provider(db, name="Invented Care").id
    home = services.add_service(db, provider, name="Quillfeather Court", kind=ServiceKind.NURSING_HOME).id
    contracts.set_contract_status(db, home, ContractStatus.SUSPENDED, date(2026, 1, 5), today=TODAY)
    return db


def text_of(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    headers = [paragraph.text for section in document.sections for paragraph in section.header.paragraphs]
    return "\n".join([*headers, *(paragraph.text for paragraph in document.paragraphs)])


def test_a_list_of_all_homes_is_not_exempt(register: Database) -> None:
    plain = Table("Services", COLUMNS[:1], [("Quillfeather Court",), ("Elm Lodge",)])
    assert not hold_exempt_facts(register, [plain])


def test_a_home_beside_its_exempt_status_is(register: Database) -> None:
    assert hold_exempt_facts(register, [SERVICES])


def test_a_status_beside_another_home_is_not_a_fact_of_ours(register: Database) -> None:
    assert not hold_exempt_facts(register, [replace(SERVICES, rows=[("Elm Lodge", "Suspended", 20)])])


def test_a_list_filtered_by_an_exempt_status_is(register: Database) -> None:
    filtered = Table("Services", COLUMNS[:1], [("Quillfeather Court",)], base="1 row, filtered by Suspended.")
    assert hold_exempt_facts(register, [filtered])


def test_nothing_is_exempt_without_exempt_contracts(db: Database) -> None:
    assert not hold_exempt_facts(db, [SERVICES])


def test_an_exempt_workbook_is_marked(register: Database, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    saved = save_tables([SERVICES], tmp_path / "services.xlsx", db=register)
    assert saved.exempt and MARK in saved.words
    rows = CalamineWorkbook.from_path(str(saved.path)).get_sheet_by_index(0).to_python()
    assert rows[0] == ["Service", "Contract", "Beds"]
    notes = [row[0] for row in rows[4:]]
    assert notes[0] == f"{MARK}: Services"
    assert notes[1] == f"{MARK}: paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"


def test_an_exempt_csv_is_marked_in_its_first_line(register: Database, tmp_path: Path) -> None:
    saved = save_tables([SERVICES], tmp_path / "services.csv", db=register)
    with saved.path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][0].startswith(MARK)
    assert rows[1:] == [
        ["Service", "Contract", "Beds"],
        ["Quillfeather Court", "Suspended", "40"],
        ["Elm Lodge", "Active", "20"],
    ]


def test_an_exempt_document_is_marked_on_every_page(register: Database, tmp_path: Path) -> None:
    saved = save_tables([SERVICES], tmp_path / "services.docx", db=register)
    assert MARK in text_of(saved.path)


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".docx"])
def test_a_table_without_exempt_facts_is_not_marked(register: Database, tmp_path: Path, ending: str) -> None:
    table = replace(SERVICES, rows=[("Elm Lodge", "Active", 20)])
    saved = save_tables([table], tmp_path / f"services{ending}", db=register)
    assert not saved.exempt
    assert saved.words == f"Saved “services{ending}”"
    assert MARK.encode() not in saved.path.read_bytes()


def test_two_tables_are_no_csv_file(tmp_path: Path) -> None:
    with refusal("A CSV file holds one table and there are 2"):
        save_tables([SERVICES, SERVICES], tmp_path / "two.csv")


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with refusal("ends in nothing known"):
        save_tables([SERVICES], tmp_path / "services.pdf")
    assert list(tmp_path.glob("services*")) == []


def test_the_public_document_with_an_exempt_name_is_not_saved(register: Database, tmp_path: Path) -> None:
    report = Report("Market", blocks=(Heading("Contracts"), Paragraph("Quillfeather Court is suspended.")))
    with refusal("exempt from publication"):
        save_public(register, report, tmp_path / "market.docx")
    assert not (tmp_path / "market.docx").exists()


@pytest.mark.parametrize(
    "name", ["Homecare", "Home Care", "Good", "Outstanding", "Bassetlaw", "Nursing Home"]
)
def test_a_service_named_as_a_rating_a_kind_or_a_district_does_not_stop_the_summary(
    register: Database, tmp_path: Path, name: str
) -> None:
    provider = providers.add_provider(register, name="Sample Care").id
    place = {"district": "Bassetlaw", "authority": "Nottinghamshire"}
    for one, kind in ((name, ServiceKind.NURSING_HOME), ("Oak Lodge", ServiceKind.HOME_CARE)):
        key = services.add_service(register, provider, name=one, kind=kind, **place).id
        ratings.record_rating(register, key, Rating.GOOD, date(2026, 2, 1), today=TODAY)
        contracts.set_contract_status(register, key, ContractStatus.SUSPENDED, date(2026, 2, 5), today=TODAY)
    set_council(register, "Nottinghamshire")
    for scope in (Scope(ScopeKind.ALL), Scope(ScopeKind.DISTRICTS, "Nottinghamshire")):
        report = market_summary(register, scope, TODAY, area="Bassetlaw", before=TODAY)
        save_public(register, report, tmp_path / "market.docx")
    told = Report("Market", blocks=(Paragraph(f"{name} was suspended in February."),))
    with refusal("exempt from publication"):
        save_public(register, told, tmp_path / "told.docx")


def test_the_exempt_appendix_stands_beside_the_public_document(register: Database, tmp_path: Path) -> None:
    named = Paragraph("Quillfeather Court is suspended.", exempt=EXEMPTION)
    report = Report("Market", blocks=(Heading("Contracts"), Paragraph("One is suspended."), named))
    path = save_public(register, report, tmp_path / "market.docx")
    appendix = save_exempt(report, path)
    assert appendix == exempt_name(path) == tmp_path / "market - EXEMPT appendix.docx"
    assert "Quillfeather" not in text_of(path)
    assert "Quillfeather" in text_of(appendix)


def test_without_exempt_blocks_there_is_no_appendix(tmp_path: Path) -> None:
    report = Report("Market", blocks=(Heading("Contracts"), Paragraph("None is suspended.")))
    assert save_exempt(report, tmp_path / "market.docx") is None


@pytest.mark.parametrize("name", ["x.pdf", "x.csv", "x.txt", "x.doc"])
def test_a_document_under_another_ending_is_refused(register: Database, tmp_path: Path, name: str) -> None:
    report = Report("Market", blocks=(Heading("Contracts"), Paragraph("One is.", exempt=EXEMPTION)))
    with refusal("does not end as a Word document"):
        save_public(register, report, tmp_path / name)
    with refusal("does not end as a Word document"):
        save_exempt(report, tmp_path / name)
    assert list(tmp_path.glob("x*")) == []


def test_a_document_without_an_ending_gets_one(register: Database, tmp_path: Path) -> None:
    report = Report("Market", blocks=(Heading("Contracts"), Paragraph("One is.", exempt=EXEMPTION)))
    assert save_public(register, report, tmp_path / "market 1.12") == tmp_path / "market 1.12.docx"
    assert save_exempt(report, tmp_path / "market") == tmp_path / "market - EXEMPT appendix.docx"
    assert document_name(tmp_path / "A.DOCX") == tmp_path / "A.DOCX"


@pytest.mark.parametrize("name", ["CON.docx", "aux", "a:b.docx", "Is it?", "lpt1.report.docx"])
def test_a_name_that_not_every_system_takes_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"Windows.*Choose another name"):
        document_name(tmp_path / name)
    with pytest.raises(Problem, match="Windows"):
        save_tables([SERVICES], (tmp_path / name).with_suffix(".csv"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["Quillfeather Court.docx", "about_quillfeather_court", "a.Quillfeather-Court.docx"]
)
def test_a_public_document_is_not_named_after_what_is_exempt(
    register: Database, tmp_path: Path, name: str
) -> None:
    report = Report("Market", blocks=(Heading("Contracts"), Paragraph("One is suspended.")))
    with refusal("because its name"):
        save_public(register, report, tmp_path / name)
    assert list(tmp_path.glob("*uill*")) == []


def test_an_exempt_table_that_cannot_be_saved_is_named_as_it_was_asked_for(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with refusal("“services.csv” was not saved because the disk is full"):
        save_tables([SERVICES], tmp_path / "services.csv", db=register)


@contextmanager
def refusal(words: str) -> Iterator[None]:
    with pytest.raises(Problem) as raised:
        yield
    assert words in raised.value.sentence


@pytest.mark.parametrize("ending", ["xlsx", "csv", "docx"])
def test_a_list_of_people_who_are_not_to_be_named_keeps_its_marking(
    db: Database, tmp_path: Path, ending: str
) -> None:
    people = Table("People at a meeting", (Column("name", "Name"),), [("Ada Example",)])
    saved = save_tables([marked(people, Confidentiality.CONFIDENTIAL)], tmp_path / f"people.{ending}", db=db)
    assert saved.words == f"Saved “people.{ending}”, marked EXEMPT – NOT FOR PUBLICATION (paragraph 3)"
    text = "\n".join(passage.text for passage in passages(saved.path.read_bytes()))
    assert "EXEMPT – NOT FOR PUBLICATION" in text and "Ada Example" in text
    assert (
        re.findall(r"paragraph (\d) of", text.casefold())[0] == "3" and "paragraph 2" not in text.casefold()
    )
    assert "EXEMPT – NOT FOR PUBLICATION: EXEMPT" not in text
    assert not save_tables([marked(people, Confidentiality.OPEN)], tmp_path / f"open.{ending}", db=db).exempt


def test_a_document_of_names_and_figures_keeps_both(db: Database, tmp_path: Path) -> None:
    people = Table("People", (Column("name", "Name"),), [("Ada Example",)])
    figures = Table("Figures", (Column("kind", "Kind"),), [("Nursing home",)])
    tables = [marked(people, Confidentiality.NAMES_WITHHELD), figures]
    saved = save_tables(tables, tmp_path / "both.docx", db=db)
    text = "\n".join(passage.text for passage in passages(saved.path.read_bytes()))
    assert "EXEMPT – NOT FOR PUBLICATION" in text and "Paragraph 2 of Part 1" in text
    assert "Ada Example" in text and "Nursing home" in text
