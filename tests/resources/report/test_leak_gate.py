"""Each way in which an exempt name could travel in a public file, and the near misses that are not it."""

import pytest

from resources.problem import Problem
from resources.report.leak_gate import ExemptTerm, Leak, refuse_leaks, search, search_lines
from tests.resources.report.made_packages import body, paragraph, places

ROSEWOOD = ExemptTerm("Rosewood House", "contract suspended")


def found(text, term):
    return bool(search(text.encode(), [ExemptTerm(term, "x")]))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("at Rosewood House today", "Rosewood House"),
        ("ROSEWOOD HOUSE", "Rosewood House"),
        ("Rosewood House's manager", "Rosewood House"),
        ("Rosewood House’s manager", "Rosewood House"),
        ("‘Rosewood House’", "Rosewood House"),
        ("Rosewood\u00a0 House", "Rosewood House"),
        ("Rosewood-House", "Rosewood House"),
        ("Rosewood\u2011House", "Rosewood House"),
        ("Rose\u00adwood House", "Rosewood House"),
        ("Rose-wood House", "Rosewood House"),
        ("info@rosewoodhouse.example", "Rosewood House"),
        ("rosewood_house.png", "Rosewood House"),
        ("Chateau Elysee", "Château Élysée"),
        ("Cha\u0302teau Élysée", "Chateau Elysee"),
        ("St Marys Court", "St Mary's Court"),
        ("St. Mary’s Court", "St Mary's Court"),
        ("St Mary\u00b4s Court", "St Mary's Court"),
        ("Oak and Elm Court", "Oak & Elm Court"),
        ("Blue Heron is closed", "Blue Heron Care Home"),
        ("Blue Heron is closed", "Blue Heron Nursing Home Limited"),
        ("Rosewood Care has", "Rosewood Care Ltd"),
        ("Rosewood House", "Rosewood House, Worksop"),
        ("Rosewood House", "Rosewood House - Worksop"),
        ("Silver Birch Lodge", "The Silver Birch Lodge"),
        ("Nottingham Oakfield Lodge is", "Oakfield Lodge (Nottingham)"),
        ("Zephyr", "Zephyr"),
        ("The Thistledowns’ garden", "The Thistledowns"),
        ("the Thistledown Courts’ garden", "Thistledown Court"),
        ("Thistledown Res Home", "Thistledown Residential Home"),
        ("Thistledown Res. Home", "Thistledown Residential Home"),
        ("Ash NH", "Ash Nursing Home"),
        ("Ash CH", "Ash Care Home"),
        ("Ash Hse", "Ash House"),
        ("Ash Nursing Home", "Ash NH"),
        ("Saint Anns", "St Ann's"),
        ("St Anns", "Saint Ann's"),
        ("info@saintannscourt.example", "St Ann's Court"),
        ("Oak + Elm Inn", "Oak and Elm Inn"),
        ("Th\u0456stledown Court", "Thistledown Court"),
        ("\u0422\u041d\u0415 \u041e\u0410\u041a", "The Oak"),
        ("\u0391sh Inn", "Ash Inn"),
        ("A\u200dsh I\u200bnn", "Ash Inn"),
        ("A\u034fsh Inn", "Ash Inn"),
        ("A\u0336sh I\u0336nn", "Ash Inn"),
        ("\uff21\uff53\uff48 \uff29\uff4e\uff4e", "Ash Inn"),
        ("E1m Inn", "Elm Inn"),
        ("ViIla Inn", "Villa Inn"),
        ("O Dea Inn", "O'Dea Inn"),
        ("Rose Wood", "Rosewood"),
        # Names too short to be found run together: each of these rests on one rule alone.
        ("Elm Inn's", "Elm Inn"),
        ("ElmInn", "Elm Inn"),
        ("the Elm Inns' owner", "Elm Inn"),
        ("El\u00adm Inn", "Elm Inn"),
        ("\ufb01g Inn", "Fig Inn"),
        ("Cafe\u0301 In", "Café In"),
        ("E\u0301lan In", "Élan In"),
        ("Al’s In", "Al's In"),
        ("Anns", "Ann's"),
        ("Ann's", "Anns"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, term):
    assert found(text, term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Ashfield District Council", "Ash"),
        ("a glass of water", "Glas"),
        ("The Oaks", "The Oak"),
        ("Rosewood Houses", "Rosewood House"),
        ("Rosewood and a House", "Rosewood House"),
        ("The care home was closed", "Care Home Limited"),
        ("homes in Ashfield", "Ashfield Nursing Home"),
        ("Nottingham care homes", "Nottingham Care Ltd"),
        ("Nottingham Care Homes", "Nottingham Care Ltd"),
        ("they gave complete care", "Complete Care Ltd"),
        ("Orchard", "Orchard House"),
        ("the orchard", "The Orchard Care Home"),
        ("an orchard", "The Orchard"),
        ("a care home", "The Care Home"),
        ("rose-wood care", "Rosewood Care Ltd"),
        ("Zephyr winds", "Zephyr Ltd"),
        ("a bel", "Abel"),
        ("Worksop", "Rosewood House, Worksop"),
        ("", "Rosewood House"),
        ("anything", ""),
        ("anything", "—"),
    ],
)
def test_what_only_resembles_a_name_is_let_through(text, term):
    assert not found(text, term)


LABELS = ("Good", "Outstanding", "Nursing homes", "Home care", "Home care agencies", "Bassetlaw", "High Peak")


def found_beside_labels(text, term):
    return bool(search(text.encode(), [ExemptTerm(term, "contract suspended")], fixed_labels=LABELS))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Good", "Good"),
        ("Good or Outstanding: from 60%", "Good"),
        ("it is good practice", "Good"),
        ("% of rated home care agencies", "Home Care"),
        ("Home care agencies", "Home Care"),
        ("Home care agencies", "Homecare"),
        ("Home care", "Home Care Ltd"),
        ("the highest percentage of Good nursing homes", "Good Nursing Homes"),
        ("Bassetlaw", "Bassetlaw"),
        ("High Peak", "High Peak"),
        ("of Good nursing homes. Of these one is suspended", "Rosewood House"),
    ],
)
def test_the_programs_own_words_are_no_hit(text, term):
    assert not found_beside_labels(text, term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("GOOD", "Good"),
        ("Good's manager", "Good"),
        ("Good has been suspended", "Good"),
        ("Goods, Good House", "Good House"),
        ("Homecare", "Homecare"),
        ("Home-care", "Homecare"),
        ("Home Care", "Home Care"),
        ("homecare@example.org", "Home Care"),
        ("Good Nursing Homes", "Good Nursing Homes"),
        ("a Good House", "Good House"),
        ("Good Outstanding Care", "Good Outstanding Care"),
        ("high peak", "High Peak"),
        ("High Peak Lodge", "High Peak Lodge"),
        ("Bassetlaw Rosewood House", "Rosewood House"),
    ],
)
def test_a_name_of_such_words_is_found_where_it_is_not_written_as_they_are(text, term):
    assert found_beside_labels(text, term)


def test_a_word_that_only_begins_like_a_label_is_not_covered_by_it():
    assert not found("Goods", "Good")
    assert found_beside_labels("Home care agencies, Home Care", "Home Care")


def test_a_name_of_one_word_is_not_found_over_a_space():
    assert not found("Home care agencies", "Homecare")
    assert found("Home-care", "Homecare")


def test_a_name_in_two_cells_or_paragraphs_is_not_one_name():
    assert places(b"Rosewood,House\r\n") == []
    assert places(body(paragraph("Rosewood") + paragraph("House"))) == []


def test_a_leak_says_what_where_and_in_which_words():
    text = "The committee heard that the contract of Rosewood House was suspended in the autumn of the year before."
    assert search(body(paragraph("First") + paragraph(text)), [ROSEWOOD]) == [
        Leak(
            ROSEWOOD,
            "in full",
            "paragraph 2",
            "…heard that the contract of Rosewood House was suspended in the autumn of the year…",
        )
    ]


def test_the_excerpt_of_endless_text_is_short():
    (leak,) = search(b"x" * 500 + b".rosewood.house." + b"y" * 500, [ROSEWOOD])
    assert leak.excerpt == "…rosewood.house." + "y" * 45 + "…"


def test_a_term_is_told_once_for_each_place():
    assert places(body(paragraph("Rosewood House, Rosewood House") + paragraph("Rosewood House"))) == [
        "paragraph 1",
        "paragraph 2",
    ]


def test_a_word_that_only_ends_like_a_name_is_no_hit_even_after_one():
    assert places(b"Elm Inn\r\nxElm Inn\r\n", "Elm Inn") == ["row 1, column 1"]


def test_leaks_are_told_in_the_order_of_the_file():
    terms = [ExemptTerm("Elm Inn", "x"), ExemptTerm("Oak Inn", "y")]
    found = search(b"Oak Inn\r\nElm Inn\r\n", terms)
    assert [leak.term.text for leak in found] == ["Oak Inn", "Elm Inn"]


def test_a_file_on_disk_is_searched_too(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"Rosewood House")
    assert [leak.where for leak in search(tmp_path / "a.csv", [ROSEWOOD])] == ["row 1, column 1"]


def test_refusing_names_every_place_and_an_innocent_file_passes():
    refuse_leaks(b"nothing", [ROSEWOOD])
    with pytest.raises(Problem, match="was not saved") as raised:
        refuse_leaks(b"Rosewood House\r\na,rosewood house", [ROSEWOOD])
    assert raised.value.details == (
        "row 1, column 1: Rosewood House (contract suspended), in full: “Rosewood House”",
        "row 2, column 2: Rosewood House (contract suspended), in full: “rosewood house”",
    )


def test_a_comma_parts_no_line_of_text():
    term = ExemptTerm("Example Ada", "x", telling=())
    assert search(b"Example, Ada", [term]) == []  # two cells
    assert [leak.where for leak in search_lines(["one", "Example, Ada"], [term])] == ["line 2"]
