"""The outline as lines: parts in the order of the paper, and what each line says of itself."""

from dataclasses import replace
from datetime import date

from desktop.pages.reports.outline_lines import (
    RECOMMENDATIONS,
    mend_lines,
    mend_words_short,
    outline_lines,
    part_key,
    part_of,
)
from desktop.widgets.line_list import ListedLine
from resources.problem import Problem
from resources.report.committee.composing import compose
from resources.report.committee.outline import Edit, Item, ItemKind, Outline, PartText, Style
from resources.report.committee.parts import Part
from resources.report.committee.section import CouldNotBeMade, Section
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.exemption import Exemption
from tests.desktop.pages.reports.reports_desk import QUARTER, held_section

FORUMS = Item("f", ItemKind.SECTION, section="forums")
OUTLINE = Outline("Quality", "Adult Social Care", date(2019, 12, 9), QUARTER, items=(FORUMS,))


def lines(outline: Outline, made: dict[str, Section | Problem]) -> dict[str, ListedLine]:
    shown = outline_lines(outline, compose(outline, made), made, {"forums": "Forums and events"})
    return {one.key: one for one in shown}


def test_the_parts_stand_in_the_order_of_each_house_style() -> None:
    ours = list(lines(OUTLINE, {"f": held_section()}))
    assert ours[:4] == ["part:report_of", "part:purpose", "part:exempt_notice", "f"]
    assert (
        ours.index(RECOMMENDATIONS)
        < ours.index("part:signatory")
        < ours.index("part:constitutional_comments")
    )
    theirs = list(lines(replace(OUTLINE, style=Style.SOMERSET), {"f": held_section()}))
    assert theirs[0] == "part:lead_officer" and "part:signatory" not in theirs
    assert theirs.index(RECOMMENDATIONS) < theirs.index("f")


def test_a_part_says_whether_it_is_written_usual_or_still_needed() -> None:
    parts = {
        Part.REASONS: PartText("Because\nit matters."),
        Part.FINANCIAL_COMMENTS: PartText("None.", "DG", date(2019, 11, 15)),
    }
    found = lines(replace(OUTLINE, parts=parts), {})
    assert found["part:purpose"].beneath == "To be written" and found["part:purpose"].warns
    assert found["part:other_options"].beneath == "The usual words" and not found["part:other_options"].warns
    assert found["part:reasons"].beneath == "Because it matters."
    assert found["part:financial_comments"].beneath == "Written DG"
    assert "part:exempt_notice" not in found  # nothing is exempt


def test_a_section_says_what_it_has_and_what_was_done_to_it() -> None:
    assert lines(OUTLINE, {})["f"].beneath == "Being made"
    assert lines(OUTLINE, {"f": Problem("No forum is held.")})["f"].beneath == "Nothing to tell"
    failed = lines(OUTLINE, {"f": CouldNotBeMade("“Forums and events” could not be made.")})["f"]
    assert failed.beneath == "Could not be made" and failed.warns
    made: dict[str, Section | Problem] = {"f": held_section()}
    assert lines(OUTLINE, made)["f"].words == "Forums and events"
    assert lines(OUTLINE, made)["f"].beneath == "Partly exempt"
    edited = replace(OUTLINE, edits=(Edit("forums", "held", "12 events were held.", "We held 12."),))
    assert lines(edited, made)["f"].beneath == "Partly exempt, 1 sentence edited"
    made = {"f": held_section(14)}
    assert lines(edited, made)["f"].beneath == "Partly exempt, 1 sentence edited, 1 changed beneath"
    assert lines(edited, made)["f"].warns
    left_out = replace(OUTLINE, edits=(Edit("forums", "held", "14 events were held.", ""),))
    assert "1 sentence edited" in lines(left_out, made)["f"].beneath


def test_typed_lines_say_what_they_are_and_whether_they_are_exempt() -> None:
    items = (
        Item("h", ItemKind.HEADING, text="Visits"),
        Item("p", ItemKind.PARAGRAPH, text="A provider is in talks.", exempt=Exemption(3, "Its money")),
        Item("n", ItemKind.PAGE_BREAK),
    )
    found = lines(replace(OUTLINE, items=items), {})
    assert (found["h"].words, found["h"].beneath) == ("Visits", "Heading")
    assert found["p"].beneath == "Paragraph, exempt, paragraph 3" and found["p"].warns
    assert found["n"].words == "New page"
    assert "part:exempt_notice" in found


def test_recommendations_are_counted() -> None:
    assert lines(OUTLINE, {})[RECOMMENDATIONS].beneath == "None yet"
    two = replace(OUTLINE, recommendations=("note it", "thank them"))
    assert lines(two, {})[RECOMMENDATIONS].beneath == "2 recommendations"


def test_what_is_to_be_mended_in_words() -> None:
    stop, look = ToMend(Weight.STOPS, "Write the purpose.", "paragraph 1"), ToMend(Weight.LOOK, "Read this.")
    assert [(one.key, one.beneath, one.warns) for one in mend_lines((stop, look))] == [
        ("0", "Stops the report, paragraph 1", True),
        ("1", "To look at", False),
    ]
    assert mend_words_short((stop, look)) == "1 to mend"
    assert mend_words_short((look,)) == "1 to look at"
    assert mend_words_short(()) == "Nothing to mend"


def test_parts_are_told_from_lines_by_their_keys() -> None:
    assert part_of(part_key(Part.PURPOSE)) is Part.PURPOSE and part_of("f") is None
