"""What is looked at: the report by its own places, and of the file what the report does not say."""

from resources.report.document_text import Passage
from resources.report.gate.known import Looked, leak, rows_joined


def test_the_cells_of_a_row_are_read_together() -> None:
    cells = [
        Passage("a", "table 1, row 1"),
        Passage("b", "table 1, row 1"),
        Passage("c", "table 1, row 2"),
        Passage("d", "x"),
    ]
    assert [one.text for one in rows_joined(cells)] == ["a; b", "c", "d"]


def test_each_text_is_read_once() -> None:
    looked = Looked(
        said=(Passage("One  two", "paragraph 1"),),
        rows=(Passage("One  two", "paragraph 1"),),
        document=(
            Passage("One two", "paragraph 7"),
            Passage("Header", "header"),
            Passage("x", "s", is_setting=True),
        ),
    )
    assert [(one.text, one.where) for one in looked.read_once] == [
        ("One  two", "paragraph 1"),
        ("Header", "header"),
    ]
    assert [one.text for one in looked.sentences] == ["One two", "Header"]


def test_a_leak_shows_as_much_as_a_person_reads() -> None:
    long = leak("a", "b", "c", Passage("word " * 60, "paragraph 1"))
    assert long.excerpt.endswith("word…") and len(long.excerpt) <= 160
    assert leak("a", "b", "c", Passage("", "p"), "said").words == "p: a (b), c: “said”"
