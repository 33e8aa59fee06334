"""Columns are as wide as their words need."""

from resources.report.word.widths import column_widths, text_width


def widths(headings, rows, figures, available=9000):
    return column_widths(headings, rows, figures, available=available, points=11)


def test_the_widths_add_up_and_no_word_is_broken():
    columns, fits = widths(["Authority", "Requires improvement"], [["Nottinghamshire", "7%"]], [False, True])
    assert fits and sum(columns) == 9000
    assert columns[0] > text_width("Nottinghamshire", 11)
    assert columns[1] > text_width("improvement", 11, bold=True)


def test_columns_of_figures_are_equally_wide_where_there_is_room():
    columns, _ = widths(["Authority", "Good", "Outstanding"], [["Derby", "1%", "2%"]], [False, True, True])
    assert columns[1] == columns[2]


def test_columns_of_figures_are_as_even_as_the_room_allows():
    room = text_width("Outstanding", 11, bold=True) + 1500
    columns, fits = widths(["A", "Good", "Outstanding"], [["D", "1%", "2%"]], [False, True, True], room)
    assert fits and sum(columns) == room
    assert columns[1] > text_width("Good", 11, bold=True) + 220


def test_long_text_takes_what_room_is_left():
    long = "a sentence of many words " * 10
    columns, fits = widths(["Name", "Note"], [["Ash", long]], [False, False])
    assert fits and sum(columns) == 9000
    assert columns[1] > 3 * columns[0]


def test_a_column_of_single_words_is_no_wider_than_they_are_beside_long_text():
    columns, fits = widths(["Topic", "What is known"], [["Contract", "Words, words. " * 60]], [False, False])
    assert fits and sum(columns) == 9000
    assert columns[0] <= text_width("Contract", 11) + 240


def test_words_that_do_not_fit_are_told():
    columns, fits = widths(["Unbreakable" * 9, "B"], [["a", "b"]], [False, False])
    assert not fits and sum(columns) == 9000


def test_a_day_stays_on_the_line_of_its_month():
    dates = [["26 September 2026", "A very long name of a place that takes all the room it can get " * 3]]
    widths, fits = column_widths(["Since", "Place"], dates, [False, False], available=4000, points=11)
    assert fits
    assert widths[0] >= text_width("26 September", 11) + 220
