"""The funnel as a reader sees it: both ways, both bases, small counts hidden."""

import pytest

from resources.suppression import HIDDEN, suppression_note
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.analysis.frame import read_wave
from workforce.survey.funnel.funnel import funnel
from workforce.survey.funnel.tables import (
    by_kind_table,
    funnel_sentences,
    hidden_kinds,
    left_out_table,
    stages_table,
    steps_table,
)


def _funnel(db, homes):
    return funnel(read_wave(db, make_wave(db, homes).wave_id))


def _homes(count, kind, **answers):
    return [Home(kind=kind, answers=answers)] * count


@pytest.fixture
def county(db):
    return _funnel(
        db,
        [
            *_homes(20, "residential_home", applied=40, invited=20, attended=10),
            *_homes(10, "nursing_home", applied=30, invited=(10, 20), attended=9),
            *_homes(3, "home_care", share_attended="About half"),
            *_homes(1, "home_care", invited=6, attended=9),
        ],
    )


def test_a_step_stands_in_a_row_both_ways_with_both_bases(county):
    table = steps_table(county)
    assert table.rows == [
        (
            "Of those who applied, invited",
            "45% to 55%",
            "500 to 600 of 1,100",
            30,
            "50%",
            "33% to 67%",
            30,
            0,
            0,
        ),
        ("Of those invited, attended", "48% to 58%", "290 of 500 to 600", 30, "50%", "45% to 90%", 33, 3, 1),
        ("Of those who applied, attended", "26%", "290 of 1,100", 30, "25%", "25% to 30%", 30, 0, 0),
    ]
    assert table.base == "34 responses, of which each step takes those that gave it."
    assert table.notes[0].startswith("All people: people at the later stage")
    assert table.notes[-1] == (
        "1 pair of answers of 1 response is left out: more people at a later stage than at an earlier one cannot be."
    )


def test_a_step_is_a_sentence(county):
    assert funnel_sentences(county) == [
        "Of those who applied, 45% to 55% were invited (500 to 600 of 1,100 people, 30 providers). At the typical "
        "provider it was 50% (30 providers).",
        "Of those invited, 48% to 58% attended (290 of 500 to 600 people, 30 providers). At the typical provider it "
        "was 50% (33 providers, 3 of which gave a range).",
    ]


def test_stages_that_nobody_gave_are_no_rows(county):
    assert stages_table(county).rows == [
        ("Applied", "1,100", 30), ("Invited", "506 to 606", 31), ("Attended", "299", 31),
    ]  # fmt: skip


def test_each_kind_has_its_steps_and_too_few_no_figure(county):
    rows = by_kind_table(county).rows
    assert [row[:3] for row in rows] == [
        ("Of those who applied, invited", "Nursing home", "33% to 67%"),
        ("Of those who applied, invited", "Residential home", "50%"),
        ("Of those invited, attended", "Nursing home", "45% to 90%"),
        ("Of those invited, attended", "Residential home", "50%"),
        ("Of those invited, attended", "Home care", ""),
    ]
    assert rows[-1][5:] == ("too few", "", 3, 3)
    assert hidden_kinds(county) == frozenset()


def test_those_left_out_are_named_for_staff_alone(county):
    table = left_out_table(county)
    assert [(row[0], row[2]) for row in table.rows] == [(34, "9 attended of 6 invited")]
    assert table.exempt is not None
    assert table.base == "1 pair of answers"


# --- small counts of people -----------------------------------------------------------------------------------


def test_a_step_that_few_people_took_or_missed_shows_neither_share_nor_count(db):
    found = _funnel(
        db,
        [
            *_homes(11, "nursing_home", invited=2, attended=2),
            *_homes(1, "nursing_home", invited=5, attended=2),
        ],
    )
    (row,) = steps_table(found).rows
    assert row[:3] == ("Of those invited, attended", HIDDEN, f"{HIDDEN} of 27")
    assert steps_table(found).notes[-1] == suppression_note(below=5)
    assert steps_table(found, below=None).rows[0][1:3] == ("89%", "24 of 27")
    assert stages_table(found).rows == [("Invited", "27", 12), ("Attended", HIDDEN, 12)]
    assert funnel_sentences(found) == [
        "Of those invited, at the typical provider 100% attended (12 providers, small base)."
    ]


def test_what_would_give_a_hidden_number_away_is_hidden_in_the_other_steps_and_stages(db):
    """3 of 50 were not offered a post: neither those offered nor the base of the next step may be seen."""
    found = _funnel(
        db,
        [
            *_homes(11, "nursing_home", applied=20, attended=9, appointable=4, offered=4, started=2),
            *_homes(1, "nursing_home", applied=20, attended=9, appointable=6, offered=3, started=2),
        ],
    )
    told = {row[0]: row[2] for row in steps_table(found).rows}
    assert told["Of those appointable, offered a post"] == f"{HIDDEN} of 50"
    assert told["Of those offered a post, started"].endswith(f" of {HIDDEN}")
    assert told["Of those who applied, offered a post"] == f"{HIDDEN} of 240"
    assert told["Of those who applied, appointable"] == "50 of 240"
    assert ("Offered a post", HIDDEN, 12) in stages_table(found).rows
    assert not any("47" in sentence for sentence in funnel_sentences(found))
    assert "47 of 50" in [row[2] for row in steps_table(found, below=None).rows]


def test_where_too_few_answered_no_people_are_given(db):
    found = _funnel(db, _homes(9, "nursing_home", invited=20, attended=10))
    assert steps_table(found).rows[0][1:3] == ("too few", "too few")
    assert [row[1] for row in stages_table(found).rows] == ["too few", "too few"]
    assert [row[2:4] for row in by_kind_table(found).rows] == [(HIDDEN, HIDDEN)]
    assert steps_table(found, below=None).rows[0][2] == "90 of 180"


def test_people_of_nearly_one_provider_are_hidden(db):
    found = _funnel(
        db,
        [
            *_homes(11, "nursing_home", invited=20, attended=10),
            *_homes(1, "home_care", invited=4000, attended=10),
        ],
    )
    assert steps_table(found).rows[0][1:3] == (HIDDEN, f"120 of {HIDDEN}")
    assert found.steps[1].pooled.hides_of and not found.steps[1].pooled.hides_reached


def test_a_kind_with_small_counts_is_hidden_with_another_kind(db):
    found = _funnel(
        db,
        [
            *_homes(12, "residential_home", invited=20, attended=10),
            *_homes(12, "nursing_home", invited=9, attended=4),
            *_homes(11, "home_care", invited=1, attended=0), *_homes(1, "home_care", invited=10, attended=3),
        ],
    )  # fmt: skip
    assert hidden_kinds(found) == {"home_care", "nursing_home"}
    rows = {row[1]: row[2:4] for row in by_kind_table(found).rows}
    assert rows == {
        "Nursing home": (HIDDEN, HIDDEN), "Residential home": ("50%", "120 of 240"), "Home care": (HIDDEN, HIDDEN),
    }  # fmt: skip
    assert "for that kind of service a number of people is below 5" in by_kind_table(found).notes[-1]
    assert hidden_kinds(found, None) == frozenset()


def test_what_two_providers_answered_is_not_shown_as_a_kind(db):
    homes = [
        *_homes(12, "residential_home", invited=20, attended=10), *_homes(12, "nursing_home", invited=9, attended=4),
        *_homes(2, "day_care", invited=90, attended=30),
    ]  # fmt: skip
    assert hidden_kinds(_funnel(db, homes)) == {"day_care", "nursing_home"}
