"""Both documents and the manifest saved, or nothing."""

import json
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee import saving
from desktop.committee.making import Made, make_outline, make_report
from desktop.committee.saving import keep_prepared, prepare_report, save_report
from engagement.committee.edits import edit_sentence
from engagement.committee.issue_files import files_of
from engagement.committee.issues import issue, issues, manifest_text
from engagement.committee.items import add_paragraph, items_of, remove_item
from engagement.committee.outlines import outline
from engagement.committee.reports import CommitteeReport
from engagement.register import contacts, contracts
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from tests.resources.report.made_pdfs import blank_pdf

TODAY, NOW = date(2020, 1, 6), datetime(2020, 1, 6, 12, tzinfo=UTC)


@pytest.fixture
def made(db: Database, begun: CommitteeReport) -> Made:
    return make_report(db, None, begun.id, today=TODAY)


def without_what_is_exempt(db: Database, begun: CommitteeReport) -> Made:
    remove_item(db, items_of(db, begun.id)[0].id)
    return make_report(db, None, begun.id, today=TODAY)


def test_both_documents_and_the_manifest(db: Database, made: Made, tmp_path: Path) -> None:
    saved = save_report(db, None, made, tmp_path / "december", now=NOW)
    assert saved.public == tmp_path / "december.docx"
    assert saved.exempt == tmp_path / "december - EXEMPT appendix.docx"
    assert saved.manifest == tmp_path / "december - EXEMPT manifest.json"
    told = json.loads(saved.manifest.read_text(encoding="utf-8"))
    assert [(one["name"], one["sha256"], one["bytes"]) for one in told["files"]] == [
        (path.name, sha256_of(path), path.stat().st_size) for path in (saved.public, saved.exempt)
    ]
    assert saved.words == "Saved “december.docx” with its exempt appendix and its manifest"


def test_what_the_manifest_tells(db: Database, begun: CommitteeReport, tmp_path: Path) -> None:
    first = make_report(db, None, begun.id, today=TODAY)
    origin = next(one for one in first.composed.origins if one.sentence)
    edit_sentence(
        db, begun.id, origin.section, origin.sentence, generated=origin.generated, edited="Few are suspended."
    )
    saved = save_report(db, None, make_report(db, None, begun.id, today=TODAY), tmp_path / "r.docx", now=NOW)
    told = json.loads(saved.manifest.read_text(encoding="utf-8"))
    assert told["marking"].startswith("EXEMPT – NOT FOR PUBLICATION: paragraph 3")
    assert told["period"] == ["2019-10-01", "2019-12-31"] and told["saved_at"].startswith("2020-01-06T12:00")
    assert told["sections"][0]["as_at"] == "contracts on 31 December 2019"
    assert told["public"]["edits"][0]["printed"] == "Few are suspended."
    assert told["public"]["edits"][0]["made"] == origin.generated
    assert told["exempt"]["exemptions"][0]["public_interest"] == "Telling it harms trade."
    assert re.fullmatch(r"Provider Desk [\d.]+|Provider Desk run from its folder", told["program"])
    assert "locked" in told["not_searched"][0]
    assert "Quillaafeather" not in json.dumps(told["public"])


def test_figures_stand_in_the_half_that_they_are_printed_in(db: Database, made: Made, tmp_path: Path) -> None:
    saved = save_report(db, None, made, tmp_path / "r.docx", now=NOW)
    told = json.loads(saved.manifest.read_text(encoding="utf-8"))
    public = told["public"]["figures"]
    assert public and all(one["section"] == "suspensions" and one["as_at"] for one in public)
    assert {"sentence", "figure", "words", "value", "base"} <= public[0].keys()


def test_a_report_all_public_has_no_appendix_and_its_manifest_no_marking(
    db: Database, begun: CommitteeReport, tmp_path: Path
) -> None:
    saved = save_report(db, None, without_what_is_exempt(db, begun), tmp_path / "r.docx", now=NOW)
    assert (saved.exempt, saved.manifest.name) == (None, "r - manifest.json")
    told = json.loads(saved.manifest.read_text(encoding="utf-8"))
    assert "marking" not in told and "exempt" not in told
    assert sorted(path.name for path in tmp_path.glob("r*")) == ["r - manifest.json", "r.docx"]


def test_a_manifest_whose_remarks_name_a_service_is_marked_and_known_by_its_name(
    db: Database, begun: CommitteeReport, tmp_path: Path
) -> None:
    edit_sentence(
        db, begun.id, "suspensions", "gone", generated="One.", edited="Quillaafeather Court is late."
    )
    saved = save_report(db, None, without_what_is_exempt(db, begun), tmp_path / "r.docx", now=NOW)
    assert (saved.exempt, saved.manifest.name) == (None, "r - EXEMPT manifest.json")
    told = json.loads(saved.manifest.read_text(encoding="utf-8"))
    assert next(iter(told)) == "marking" and "paragraph 3" in told["marking"]
    assert (
        files_of(issue(db, saved.issue_id), manifest_text(db, saved.issue_id))[-1].name == saved.manifest.name
    )


@pytest.mark.parametrize("words", ["Bo Samplewood is late.", "The night staff were never asked about it."])
def test_a_manifest_whose_remarks_name_a_person_or_repeat_what_is_held_back_is_marked(
    db: Database, begun: CommitteeReport, homes: list[str], tmp_path: Path, words: str
) -> None:
    provider = str(db.value("select provider_id from service where id = ?", (homes[1],)))
    contacts.add_contact(db, provider, name="Bo Samplewood")
    contracts.set_contract_status(
        db,
        homes[2],
        ContractStatus.SUSPENDED,
        date(2019, 12, 5),
        "The night staff were never asked about it.",
        today=TODAY,
    )
    edit_sentence(db, begun.id, "suspensions", "gone", generated="One.", edited=words)
    saved = save_report(db, None, without_what_is_exempt(db, begun), tmp_path / "r.docx", now=NOW)
    assert saved.manifest.name == "r - EXEMPT manifest.json"
    assert "paragraph 1 of" in json.loads(saved.manifest.read_text(encoding="utf-8"))["marking"]


def test_files_left_over_from_an_earlier_report_are_told(
    db: Database, begun: CommitteeReport, made: Made, tmp_path: Path
) -> None:
    first = save_report(db, None, made, tmp_path / "r.docx", now=NOW)
    second = save_report(db, None, without_what_is_exempt(db, begun), tmp_path / "r.docx", now=NOW)
    assert second.left_over == (first.exempt, first.manifest)
    assert "are of an earlier report" in second.words


def test_a_save_is_kept_as_an_issue(db: Database, made: Made, tmp_path: Path) -> None:
    saved = save_report(db, None, made, tmp_path / "r.docx", now=NOW, note="Sent to Democratic Services")
    held = issue(db, saved.issue_id)
    assert (held.title, held.file_name, held.as_at) == ("Progress report", "r.docx", date(2019, 12, 31))
    assert held.public_sha256 == sha256_of(saved.public)
    assert saved.exempt is not None and held.exempt_sha256 == sha256_of(saved.exempt)
    assert manifest_text(db, held.id) == saved.manifest.read_text(encoding="utf-8")
    assert held.note == "Sent to Democratic Services"


def test_a_trial_and_an_outline_from_elsewhere_are_no_issue(db: Database, made: Made, tmp_path: Path) -> None:
    assert save_report(db, None, made, tmp_path / "r.docx", now=NOW, issue=False).issue_id == ""
    elsewhere = make_outline(db, None, outline(db, made.report_id), today=TODAY)
    assert save_report(db, None, elsewhere, tmp_path / "s.docx", now=NOW).issue_id == ""
    assert issues(db) == []


def test_what_stops_it_leaves_nothing_on_the_disk(
    db: Database, begun: CommitteeReport, tmp_path: Path
) -> None:
    add_paragraph(db, begun.id, "Quillaafeather Court was suspended.")
    with pytest.raises(Problem, match="to be mended first") as refused:
        save_report(db, None, make_report(db, None, begun.id, today=TODAY), tmp_path / "r.docx", now=NOW)
    assert any("Quillaafeather" in line for line in refused.value.details)
    assert list(tmp_path.glob("r*")) == [] and issues(db) == []


def test_the_name_of_the_file_is_searched_too(db: Database, made: Made, tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        save_report(db, None, made, tmp_path / "Quillaafeather_Court.docx", now=NOW)
    assert any("name of the file" in line for line in refused.value.details)


@pytest.mark.parametrize("locked", ["r.docx", "r - EXEMPT appendix.docx", "r - EXEMPT manifest.json"])
def test_a_file_open_in_word_leaves_all_of_them_as_they_were(
    db: Database, made: Made, tmp_path: Path, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("r.docx", "r - EXEMPT manifest.json"):
        (tmp_path / name).write_bytes(b"as it was")
    before = {path.name: path.read_bytes() for path in tmp_path.glob("r*")}
    replace = os.replace

    def refuse(source: str | Path, target: str | Path) -> None:
        if Path(target).name == locked:
            raise PermissionError(13, "held by another program", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Problem, match=re.escape(locked)):
        save_report(db, None, made, tmp_path / "r.docx", now=NOW)
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in tmp_path.glob("r*")} == before
    assert issues(db) == []


@pytest.mark.parametrize("was_there", [True, False])
def test_where_putting_back_fails_too_it_says_which_file_is_new(
    db: Database, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_there: bool
) -> None:
    public, manifest = tmp_path / "r.docx", tmp_path / "r - EXEMPT manifest.json"
    for path in (public, manifest) if was_there else (manifest,):
        path.write_bytes(b"as it was")
    replace, unlink, written = os.replace, Path.unlink, []

    def refuse(source: str | Path, target: str | Path) -> None:
        if Path(target) == manifest or Path(target) in written:
            raise PermissionError(13, "held by another program", str(target))
        replace(source, target)
        written.append(Path(target))

    def held(path: Path, missing_ok: bool = False) -> None:
        if path == public:
            raise PermissionError(13, "held by another program", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(Problem) as refused:
        save_report(db, None, made, public, now=NOW)
    assert "“r.docx” is new, but “r - EXEMPT manifest.json” is as it was" in refused.value.sentence
    assert "manifest.json” was not saved" in refused.value.details[0]
    assert public.read_bytes() != b"as it was" and manifest.read_bytes() == b"as it was"
    assert not (tmp_path / "r - EXEMPT appendix.docx").exists() and issues(db) == []


def test_an_issue_that_cannot_be_kept_leaves_the_files_as_they_were(
    db: Database, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise Problem("The disk was full.")

    monkeypatch.setattr(saving, "keep_issue", full)
    with pytest.raises(Problem, match="full"):
        save_report(db, None, made, tmp_path / "r.docx", now=NOW)
    assert list(tmp_path.glob("r*")) == []


def test_pdfs_are_made_before_anything_is_written(db: Database, made: Made, tmp_path: Path) -> None:
    saved = save_report(db, None, made, tmp_path / "r.docx", now=NOW, pdf=lambda _docx: blank_pdf())
    assert [path.name for path in saved.pdfs] == ["r.pdf", "r - EXEMPT appendix.pdf"]
    assert saved.pdfs[0].read_bytes() == blank_pdf()

    def no_office(_docx: bytes) -> bytes:
        raise Problem("LibreOffice is not here.")

    with pytest.raises(Problem, match="LibreOffice"):
        save_report(db, None, made, tmp_path / "t.docx", now=NOW, pdf=no_office)
    assert list(tmp_path.glob("t*")) == []


def test_a_pdf_that_names_somebody_who_is_exempt_is_not_kept(
    db: Database, made: Made, tmp_path: Path
) -> None:
    with pytest.raises(Problem) as refused:
        save_report(
            db, None, made, tmp_path / "p.docx", now=NOW, pdf=lambda _docx: blank_pdf("Quillaafeather Court")
        )
    assert any("Quillaafeather" in line for line in refused.value.details)
    assert list(tmp_path.glob("p*")) == []


def test_a_name_that_ends_as_another_kind_of_file_is_refused(
    db: Database, made: Made, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="Word document"):
        save_report(db, None, made, tmp_path / "r.xlsx", now=NOW)


def test_the_same_report_gives_the_same_bytes(db: Database, made: Made, tmp_path: Path) -> None:
    first = prepare_report(db, None, made, tmp_path / "r.docx", now=NOW)
    assert first.files == prepare_report(db, None, made, tmp_path / "r.docx", now=NOW).files
    assert not list(tmp_path.glob("r*"))
    assert keep_prepared(db, first).public.read_bytes() == first.files[0].data
