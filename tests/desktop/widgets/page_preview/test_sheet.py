"""Pages beneath each other."""

from desktop.widgets.page_preview.sheet import GAP, Sheet

SHEET = Sheet(3, width=100, height=200, scale=2.0, view_width=400)


def test_pages_lie_beneath_each_other_in_the_middle_with_a_gap_around_each():
    assert (SHEET.content, SHEET.left, SHEET.step) == ((200 + 2 * GAP, 3 * 416 + GAP), 100, 416)
    assert [SHEET.top(page) for page in range(3)] == [16, 432, 848]
    assert Sheet(1, 100, 200, 2.0, view_width=150).left == GAP


def test_a_place_is_on_a_page_and_a_gap_belongs_to_the_page_above():
    assert SHEET.at(16) == (0, 0)
    assert SHEET.at(424) == (0, 204)
    assert SHEET.at(532) == (1, 50)
    assert SHEET.at(0)[0] == 0 and SHEET.at(9000)[0] == 2


def test_the_pages_seen_are_those_of_which_something_is_in_the_view():
    assert list(SHEET.seen(0, 400)) == [0]
    assert list(SHEET.seen(400, 500)) == [0, 1, 2]
