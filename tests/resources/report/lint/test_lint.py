"""A report looked through for what is hard to read."""

from resources.report.blocks import Block, Bullets, Heading, Paragraph, Recommendations, Report, TableBlock
from resources.report.committee.to_mend import Weight
from resources.report.exemption import Exemption
from resources.report.lint.lint import age_of, lint
from resources.tables import Column, Table

LONG = "The council looked at " + "homes and agencies and " * 8 + "at all that they told."
CHILD = "The cat sat on the mat. The dog ran to the tree. We saw a red ball. It was a good day. " * 6
LEARNED = (
    "Organisational accountability necessitates comprehensive documentation of interdisciplinary "
    "decision-making, notably concerning safeguarding responsibilities and proportionality. "
) * 8


def told(
    *blocks: Block, known: tuple[str, ...] = (), let_be: frozenset[int] = frozenset()
) -> list[tuple[int | None, str]]:
    found = lint(Report("Progress", blocks=blocks), reading_age=99, known=known, let_be=let_be)
    return [(one.place, one.words) for one in found]


def test_a_sentence_of_more_than_25_words_is_told_where_it_stands() -> None:
    found = told(Heading("Homes"), Paragraph(LONG), Bullets(("Short.", LONG)), Recommendations((LONG,)))
    assert [place for place, _ in found] == [1, 2, 3]
    assert found[0][1].startswith("A sentence has 41 words, and 25 are easily followed: “The council looked")


def test_what_stands_between_semicolons_is_read_by_itself() -> None:
    listed = "; ".join(["4 homes in Ashfield are rated Good at this time"] * 6)
    assert told(Paragraph(f"{listed}.")) == []


def test_initials_are_explained_where_they_are_first_read() -> None:
    found = told(
        Heading("Ratings by CQC"),
        Paragraph("The Care Quality Commission (CQC) rates homes."),
        Paragraph("The ICB and the MHRA met."),
    )
    assert found == [
        (0, "“CQC” is not explained. Write it in full with the initials in brackets. "
            "It is explained further on: do it here."),
        (2, "“ICB” is not explained. Write it in full with the initials in brackets."),
        (2, "“MHRA” is not explained. Write it in full with the initials in brackets."),
    ]  # fmt: skip
    assert told(Paragraph("The ICB and the MHRA met."), known=("ICB", "MHRA")) == []


def test_the_public_document_explains_for_itself() -> None:
    exempt = Paragraph("The Integrated Care Board (ICB) met.", exempt=Exemption(3, "x"))
    assert [place for place, _ in told(exempt, Paragraph("The ICB met."))] == [1]


def test_words_are_looked_at_in_headings_and_captions_too() -> None:
    table = Table("Homes  by town", (Column("name", "Home"),), [("Larkmeadow Lodge",)])
    found = told(Heading("Going forward"), TableBlock(table, "One home."))
    assert [place for place, _ in found] == [0, 1]


def test_a_formula_of_the_council_is_let_be() -> None:
    assert told(Paragraph(LONG), let_be=frozenset({0})) == []


def test_the_reading_age_of_all_that_is_public_is_held_against_the_one_set() -> None:
    report = Report("Progress", blocks=(Paragraph(LEARNED),))
    first = lint(report)[0]
    assert (first.place, first.where, first.weight) == (None, "whole report", Weight.LOOK)
    assert first.words.startswith(f"It can be read at the age of {age_of(report)}; 15 is what you set.")
    easy = Report("Progress", blocks=(Paragraph(CHILD), Paragraph(LEARNED, exempt=Exemption(3, "x"))))
    age = age_of(easy)
    assert age is not None and age < 9
    assert lint(Report("Progress", blocks=(Paragraph(CHILD),)), reading_age=15) == ()
    assert age_of(Report("Progress", blocks=(Paragraph("Short."),))) is None


def test_nothing_of_it_stops_a_report() -> None:
    found = lint(Report("Progress", blocks=(Paragraph(LONG), Paragraph(LEARNED))))
    assert {one.weight for one in found} == {Weight.LOOK}
