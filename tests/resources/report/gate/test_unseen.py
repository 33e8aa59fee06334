"""What the program never writes is found in a file, however it came there."""

import pytest

from resources.report.document_text import parts_of, passages
from resources.report.gate.known import Known, Looked
from resources.report.gate.unseen import marked_as_exempt, unseen_parts
from tests.resources.report.made_packages import body, paragraph, zipped


def unseen(content):
    return [leak.term.text for leak in unseen_parts(Looked(parts=parts_of(content)), Known())]


@pytest.mark.parametrize(
    "name",
    [
        "xl/pivotCache/pivotCacheRecords1.xml", "xl/worksheets/sheet1.xml", "word/comments.xml", "word/vbaProject.bin",
        "customXml/item1.xml", "word/embeddings/book.xlsx", "docProps/thumbnail.jpeg", "word/people.xml",
        "docProps/custom.xml", "word/afchunk.mht", "word/media/image1.emf",
    ],
)  # fmt: skip
def test_a_part_that_the_program_never_writes_is_found(name):
    assert unseen(zipped({"word/document.xml": "<a/>", name: "<a/>"})) == [name]


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "hidden text"),
        ('<w:r><w:rPr><w:vanish w:val="true"/></w:rPr></w:r>', "hidden text"),
        ('<w:del w:id="1"><w:r/></w:del>', "changes that were kept"),
        ('<w:ins w:id="1"><w:r/></w:ins>', "changes that were kept"),
    ],
)
def test_what_a_reader_does_not_see_is_found(xml, what):
    assert unseen(body(xml)) == [what]


def test_links_to_files_and_names_of_authors_are_found():
    link = '<R><Relationship Target="file:///c:/secret.docx" TargetMode="External"/></R>'
    web = '<R><Relationship Target="https://example.org" TargetMode="External"/></R>'
    author = '<x xmlns:dc="d"><dc:creator>Ada Example</dc:creator></x>'
    assert unseen(zipped({"word/_rels/document.xml.rels": link})) == ["a link to a file"]
    assert unseen(zipped({"word/_rels/document.xml.rels": web})) == []
    assert unseen(zipped({"docProps/core.xml": author})) == ["the name of who wrote it"]


def test_a_plain_document_holds_nothing_unseen():
    assert unseen(body(paragraph("One", "two") + '<w:vanish w:val="0"/>')) == []


def test_a_document_marked_as_exempt_is_not_public():
    marked = body(paragraph("Exempt – not for publication: paragraph 3"))
    found = [leak.where for leak in marked_as_exempt(Looked(document=tuple(passages(marked))), Known())]
    assert found == ["paragraph 1"]
    plain = body(paragraph("Some information is exempt and not for publication."))
    assert list(marked_as_exempt(Looked(document=tuple(passages(plain))), Known())) == []
