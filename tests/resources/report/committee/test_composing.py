"""An outline and its sections put together."""

from dataclasses import replace

import pytest

from resources.problem import Problem
from resources.report import (
    Bullets,
    FactList,
    Heading,
    Masthead,
    Numbering,
    Paragraph,
    Recommendations,
    SignOff,
    exempt_part,
    public_part,
)
from resources.report.blocks import exemptions_of
from resources.report.committee.composing import Origin, SentenceState, compose
from resources.report.committee.outline import Edit, ItemKind, PartText, Style
from resources.report.committee.parts import Part
from resources.report.committee.to_mend import Weight
from resources.report.looks import Looks
from tests.resources.report.committee.made_outlines import (
    AFFAIRS,
    PARTS,
    SOMERSET_PARTS,
    market,
    market_line,
    outline,
    section,
    typed,
)
from tests.resources.report.word.saved_documents import png


def headings(report):
    return [block.text for block in report.blocks if isinstance(block, Heading)]


def texts(report):
    return [block.text for block in report.blocks if isinstance(block, Paragraph)]


def words(composed, weight=None):
    return [one.words for one in composed.to_mend if weight in (None, one.weight)]


def of_sentence(composed, key):
    """The block of a generated sentence, with its origin."""
    pairs = zip(composed.report.blocks, composed.origins, strict=True)
    return next((block, origin) for block, origin in pairs if origin.sentence == key)


def test_a_whole_report_has_nothing_to_mend_and_an_origin_for_each_block():
    composed = compose(outline(market_line(exempt=AFFAIRS), typed("t", "Free words.")), {"m": market()})
    assert words(composed) == [
        "Why some of it is not for publication is said in the usual words. Read them, or write your own."
    ]
    assert len(composed.origins) == len(composed.report.blocks)
    assert composed.report.masthead == Masthead(
        "Adult Social Care and Public Health Committee",
        outline().meets_on,
        "8",
        "the Service Director, Strategic Commissioning",
    )
    assert (composed.report.numbering, composed.report.as_at) == (Numbering.CONTINUOUS, outline().span.last)


def test_nottinghamshires_parts_stand_in_its_order():
    composed = compose(outline(market_line()), {"m": section(Paragraph("One.", numbered=True))})
    assert headings(composed.report) == [
        "Purpose of the Report",
        "Information",
        "Market and ratings",
        "Other Options Considered",
        "Reason/s for Recommendation/s",
        "Statutory and Policy Implications",
        "Financial Implications",
        "Implications for Service Users",
        "RECOMMENDATION/S",
        "For any enquiries about this report please contact:",
        "Constitutional Comments (AK 14/11/19)",
        "Financial Comments (DG 15/11/19)",
        "Background Papers and Published Documents",
        "Electoral Division(s) and Member(s) Affected",
    ]
    blocks = composed.report.blocks
    at = next(place for place, block in enumerate(blocks) if isinstance(block, Recommendations))
    assert blocks[at - 1 : at + 2] == (
        Paragraph("That:", leads=True),
        Recommendations(("Members consider what to do.", "Members say how to monitor it.")),
        SignOff("Ada Example", "Service Director"),
    )


def test_somersets_author_block_stands_first_and_sections_have_headings_of_their_own():
    line = market_line(exempt=AFFAIRS)
    composed = compose(outline(line, style=Style.SOMERSET, recommendations=()), {"m": market()})
    report = composed.report
    assert report.blocks[0] == FactList(
        (
            ("Lead Officer", "Ada Example, Director"),
            ("Author", "Ben Sample, Strategic Manager"),
            ("Contact Details", "ben.sample@council.example"),
            ("Cabinet Member", "Cllr Cora Instance"),
            ("Division and Local Member", "All"),
        )
    )
    assert [(block.text, block.level) for block in report.blocks if isinstance(block, Heading)] == [
        ("Summary", 1),
        ("Issues for consideration / Recommendations", 1),
        ("Market and ratings", 1),
        ("Appendices", 1),
    ]
    assert report.numbering is Numbering.BY_SECTION
    assert report.masthead is not None
    assert report.masthead.report_of == ""
    assert words(composed, Weight.STOPS) == []


def test_somersets_recommendations_stand_beneath_the_issues():
    parts = {part: text for part, text in SOMERSET_PARTS.items() if part is not Part.ISSUES}
    composed = compose(outline(market_line(), style=Style.SOMERSET, parts=parts), {"m": section()})
    blocks = composed.report.blocks
    at = blocks.index(Heading("Issues for consideration / Recommendations"))
    assert isinstance(blocks[at + 1], Recommendations)
    assert words(composed, Weight.STOPS) == []


def test_the_notice_stands_first_under_information_when_something_is_exempt():
    composed = compose(outline(market_line(exempt=AFFAIRS)), {"m": market()})
    blocks = composed.report.blocks
    notice = blocks[blocks.index(Heading("Information")) + 1]
    assert notice.text.startswith(
        "Some information relating to this report is not for publication by virtue of paragraph 3 of Part 1 of "
        "Schedule 12A to the Local Government Act 1972 and is therefore included in an exempt appendix."
    )
    assert AFFAIRS.reason not in notice.text
    assert notice.numbered
    public = public_part(composed.report)
    assert notice in public.blocks


def test_somebodys_own_words_for_the_notice_are_taken():
    parts = PARTS | {Part.EXEMPT_NOTICE: PartText("Some of it is kept back.")}
    composed = compose(outline(market_line(exempt=AFFAIRS), parts=parts), {"m": market()})
    assert "Some of it is kept back." in texts(composed.report)
    assert words(composed) == []
    nothing_exempt = compose(outline(market_line(), parts=parts), {"m": section()})
    assert "Some of it is kept back." not in texts(nothing_exempt.report)
    assert words(nothing_exempt) == [
        "Nothing in the report is exempt, so the words on why some of it is not for publication stand nowhere."
    ]


def test_what_is_not_written_is_told_and_usual_words_are_said_to_be_read():
    composed = compose(outline(market_line(), parts={}, recommendations=()), {"m": section()})
    assert words(composed, Weight.STOPS) == [
        "Nothing is written under “Purpose of the Report”. Write it.",
        "The report recommends nothing. Write what members are asked to decide.",
        "The report does not say whose it is. Write whose report it is.",
        "Nobody signs the report. Write who does.",
        "Nothing is written under “For any enquiries about this report please contact”. Write it.",
    ]
    looked_at = [one for one in composed.to_mend if one.weight is Weight.LOOK]
    assert [one.part for one in looked_at] == [
        "other_options",
        "reasons",
        "statutory",
        "financial",
        "service_users",
        "constitutional_comments",
        "financial_comments",
        "background_papers",
        "divisions",
    ]
    assert looked_at[3].words == (
        "Under “Financial Implications” stand the usual words: “There are no financial implications arising from this "
        "report.” Read them, or write your own."
    )


def test_somersets_missing_officers_stop_it():
    composed = compose(outline(market_line(), style=Style.SOMERSET, parts={}), {"m": section()})
    assert words(composed, Weight.STOPS) == [
        "The report does not name its lead officer. Write it.",
        "The report does not name its author. Write it.",
        "The report does not name its contact details. Write it.",
        "Nothing is written under “Summary”. Write it.",
    ]


def test_a_comment_without_initials_or_a_date_is_to_be_looked_at():
    parts = PARTS | {Part.FINANCIAL_COMMENTS: PartText("None.", "DG")}
    composed = compose(outline(market_line(), parts=parts), {"m": section()})
    assert words(composed) == [
        "“Financial Comments” have no initials or no date. Add who commented, and when."
    ]
    assert "Financial Comments (DG)" in headings(composed.report)


def test_words_that_the_style_does_not_print_are_told():
    parts = PARTS | {Part.SUMMARY: PartText("In short.")}
    composed = compose(outline(market_line(), parts=parts), {"m": section()})
    assert words(composed) == [
        "“Summary” is written, but this style does not print it. Choose the other style, or move the words."
    ]


def test_an_edited_sentence_stands_with_its_figures_and_says_what_is_made():
    edit = Edit("market", "held", "12 events were held.", "There were 12 events, more than ever.")
    composed = compose(outline(market_line(exempt=AFFAIRS), edits=(edit,)), {"m": market()})
    block, origin = of_sentence(composed, "held")
    assert (block.text, [figure.name for figure in block.figures]) == (edit.edited, ["events"])
    assert origin == Origin(
        state=SentenceState.EDITED,
        item="m",
        section="market",
        sentence="held",
        generated="12 events were held.",
        was="12 events were held.",
    )


def test_an_edit_whose_figure_changed_says_so():
    edit = Edit("market", "held", "11 events were held.", "There were 11 events.")
    composed = compose(outline(market_line(exempt=AFFAIRS), edits=(edit,)), {"m": market()})
    block, origin = of_sentence(composed, "held")
    assert (block.text, block.figures) == ("There were 11 events.", ())
    assert (origin.state, origin.was) == (SentenceState.EDITED_AND_CHANGED, "11 events were held.")
    (told,) = [one for one in composed.to_mend if one.sentence]
    assert (told.sentence, told.item, told.where) == ("held", "m", "paragraph 3")
    assert told.words == (
        "You edited a sentence whose figures have changed since. It would now say: “12 events were held.” Read it "
        "beside yours, and edit it again or put it back as made."
    )


def test_a_sentence_edited_away_leaves_no_block():
    edit = Edit("market", "kinds", "One.\nTwo.", "")
    composed = compose(outline(market_line(exempt=AFFAIRS), edits=(edit,)), {"m": market()})
    assert [origin.sentence for origin in composed.left_out] == ["kinds"]
    assert not any(isinstance(block, Bullets) for block in composed.report.blocks)


def test_an_edited_list_has_a_line_for_each_item():
    edit = Edit("market", "kinds", "One.\nTwo.", "- Eins.\n\nZwei.\n• Drei.")
    composed = compose(outline(market_line(exempt=AFFAIRS), edits=(edit,)), {"m": market()})
    block, _ = of_sentence(composed, "kinds")
    assert block.items == ("Eins.", "Zwei.", "Drei.")


def test_an_edit_of_a_sentence_that_is_no_longer_made_is_kept_and_told():
    edit = Edit("market", "gone", "It was so.", "It was quite so.")
    composed = compose(outline(market_line(exempt=AFFAIRS), edits=(edit,)), {"m": market()})
    (told,) = [one for one in composed.to_mend if one.sentence]
    assert told.words == (
        "A sentence that you edited is no longer made, so your words are not in the report: “It was quite so.” Add "
        "them as a paragraph, or take the edit back."
    )
    assert "It was quite so." not in texts(composed.report)


def test_of_a_section_that_stands_twice_the_edit_is_of_the_one_that_said_it():
    first, second = market_line(exempt=AFFAIRS), replace(market_line(exempt=AFFAIRS), id="n")
    edit = Edit("market", "held", "9 events were held.", "There were 9.")
    composed = compose(outline(first, second, edits=(edit,)), {"m": market(), "n": market("9 events")})
    assert "12 events were held." in texts(composed.report)
    assert "There were 9." in texts(composed.report)
    assert "9 events were held." not in texts(composed.report)


def test_a_section_without_data_leaves_no_block_and_its_sentence_is_to_be_looked_at():
    composed = compose(
        outline(market_line(), typed("t", "Words.")), {"m": Problem("No service has a rating yet.")}
    )
    assert words(composed) == ["No service has a rating yet."]
    assert "Market and ratings" not in headings(composed.report)


def test_an_exempt_block_has_what_was_written_about_its_sections_exemption():
    composed = compose(outline(market_line(exempt=replace(AFFAIRS, reason="Other words."))), {"m": market()})
    (exempt,) = [one for one in exemptions_of(composed.report.blocks) if one]
    assert exempt == AFFAIRS


def test_without_a_reason_in_the_public_interest_the_report_stops():
    composed = compose(
        outline(market_line(), typed("t", "Kept back.", exempt=replace(AFFAIRS, public_interest=" "))),
        {"m": market()},
    )
    stopping = [one for one in composed.to_mend if one.weight is Weight.STOPS]
    assert [(one.item, one.where) for one in stopping] == [
        ("m", "Market and ratings"),
        ("t", "Market and ratings"),
    ]
    assert stopping[0].words == (
        "It is not said why keeping this back outweighs telling it. Write the reason in the public interest."
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"seen_by": ""}, "It is not said who may see this. Write it."),
        (
            {"seen_by": "", "review_on": ""},
            "It is not said who may see this and when that is reviewed. Write it.",
        ),
        (
            {"review_on": "2019-12-09"},
            "That this is kept back is to be reviewed on 9 December 2019, not after the meeting. Choose a later day, "
            "or tell it.",
        ),
        ({}, None),
    ],
)
def test_who_may_see_it_and_a_review_after_the_meeting_are_asked_for_once(given, told):
    lines = (
        typed("t", "Kept back.\n\nAnd this.", exempt=replace(AFFAIRS, **given)),
        typed("u", "", ItemKind.PAGE_BREAK),
    )
    composed = compose(outline(*lines), {})
    assert [one.words for one in composed.to_mend if one.item] == ([told] if told else [])
    assert words(composed, Weight.STOPS) == []


def test_reasons_on_a_section_with_nothing_exempt_are_told():
    composed = compose(outline(market_line(exempt=AFFAIRS)), {"m": section()})
    assert words(composed) == [
        "Nothing in this section is exempt, so all of it is public, although reasons for keeping it back are written. "
        "Read it, and take the section out if the public may not see it."
    ]


def test_what_is_typed_beneath_an_exempt_heading_goes_with_it_and_is_told():
    lines = (typed("h", "Concerns", ItemKind.HEADING, exempt=AFFAIRS), typed("t", "Plain words."))
    composed = compose(outline(*lines), {})
    assert "Plain words." not in texts(public_part(composed.report))
    appendix = exempt_part(composed.report)
    assert appendix is not None
    assert "Plain words." in texts(appendix)
    assert [(one.item, one.words) for one in composed.to_mend if one.item] == [
        (
            "t",
            "This stands beneath the exempt heading “Concerns”, so it goes to the exempt appendix. Put a heading of "
            "its own above it if the public may read it.",
        )
    ]


@pytest.mark.parametrize(
    ("style", "typed_level", "printed"),
    [
        (Style.NOTTINGHAMSHIRE, 1, 2),
        (Style.NOTTINGHAMSHIRE, 2, 2),
        (Style.SOMERSET, 1, 1),
        (Style.SOMERSET, 2, 2),
    ],
)
def test_typed_headings_take_the_level_of_sections(style, typed_level, printed):
    composed = compose(
        outline(typed("h", "Also", ItemKind.HEADING, level=typed_level), typed("t", "Words."), style=style),
        {},
    )
    assert Heading("Also", printed) in composed.report.blocks


def test_a_heading_with_nothing_beneath_is_to_be_looked_at():
    lines = (
        typed("h", "Forums", ItemKind.HEADING),
        market_line(),
        typed("i", "Also", ItemKind.HEADING),
        typed("g", "", ItemKind.PAGE_BREAK),
    )
    composed = compose(outline(*lines), {"m": Problem("No forum was held.")})
    assert [(one.item, one.words) for one in composed.to_mend] == [
        ("m", "No forum was held."),
        ("h", "Nothing stands beneath the heading “Forums”. Add something, or take it out."),
        ("i", "Nothing stands beneath the heading “Also”. Add something, or take it out."),
    ]


def test_lists_breaks_and_pictures_stand_as_they_are_typed():
    lines = (
        typed("h", "Also", ItemKind.HEADING),
        typed("b", "- one\n- two", ItemKind.BULLETS),
        typed("g", "", ItemKind.PAGE_BREAK),
        typed("p", "The fair", ItemKind.PICTURE, alt="People at stalls", file="abc"),
    )
    composed = compose(outline(*lines), {}, {"abc": png(4, 2)})
    at = composed.report.blocks.index(Bullets(("one", "two")))
    assert [type(block).__name__ for block in composed.report.blocks[at : at + 3]] == [
        "Bullets",
        "PageBreak",
        "ChartBlock",
    ]
    picture = composed.report.blocks[at + 2]
    assert (picture.caption, picture.alt) == ("The fair", "People at stalls")
    assert words(composed) == []


def test_a_picture_that_is_gone_or_not_described_stops_the_report():
    lines = (
        typed("p", "The fair", ItemKind.PICTURE, alt="People", file="gone"),
        typed("q", "", ItemKind.PICTURE, file="abc"),
    )
    composed = compose(outline(*lines), {}, {"abc": png(4, 2)})
    assert words(composed, Weight.STOPS) == [
        "The picture “The fair” is no longer kept beside your file. Choose its file again, or take it out.",
        "A picture has no caption. Say in a few words what it shows.",
        "A picture is not described for those who cannot see it. Write its description.",
    ]


def test_an_empty_report_says_what_to_add():
    composed = compose(outline(), {})
    assert words(composed) == ["The report tells nothing yet. Add a section or a paragraph."]


def test_words_before_the_first_heading_of_somersets_sections_are_told():
    composed = compose(outline(typed("t", "Words."), style=Style.SOMERSET), {})
    assert words(composed) == [
        "The first line has no heading of its own, so it stands under the one before it. Put one above."
    ]


def test_the_looks_of_the_outline_are_the_reports():
    looks = Looks(font="Verdana", accent="801650")
    assert compose(outline(typed("t", "Words."), looks=looks), {}).report.looks == looks


def test_what_was_carried_over_from_another_report_is_told_where_it_stands():
    source = "“Progress”, 1 April 2019 to 30 June 2019"
    line = replace(typed("t", "Winter asks more."), carried_over=source)
    kept = replace(market_line(exempt=AFFAIRS), carried_over=source)
    found = [one for one in compose(outline(kept, line), {"m": market()}).to_mend if source in one.words]
    assert [(one.weight, one.item) for one in found] == [(Weight.LOOK, "m"), (Weight.LOOK, "t")]
    assert found[0].words.startswith("Why this is not public was carried over from")
    assert found[1].words.startswith("This was carried over from") and "read it again" in found[1].words
    assert not [one for one in compose(outline(kept), {}).to_mend if source in one.words]


def test_what_members_are_asked_begins_with_a_capital_and_ends_with_a_full_stop() -> None:
    told = compose(
        outline(market_line(), recommendations=("members note the report", "What is next?")), {"m": market()}
    )
    (asked,) = (one for one in told.report.blocks if isinstance(one, Recommendations))
    assert asked.items == ("Members note the report.", "What is next?")
