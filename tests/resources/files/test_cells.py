from resources.files.cells import clean_text, shown, typed_text


def test_clean_text_keeps_curly_quotes_and_drops_the_unseen() -> None:
    assert clean_text(" St\u00a0John’s \r\n\t“Home”\u200b\x00 ") == "St John’s “Home”"
    assert clean_text("one \r\n\r\n\r\n\r\n two  three\n", keep_lines=True) == "one\n\ntwo three"


def test_a_cell_is_quoted_cleaned_and_not_too_long() -> None:
    assert shown("  Rosewood\u200b   House ") == "“Rosewood House”"
    assert shown("x" * 40) == "“" + "x" * 40 + "”"
    assert shown("x" * 41) == "“" + "x" * 39 + "…”"


def test_signs_that_turn_the_reading_are_dropped() -> None:
    assert clean_text("Ada\u202e Exam\u2066ple") == typed_text("Ada\u202e Exam\u2066ple") == "Ada Example"
    assert typed_text(" one\n\n\ttwo\x1b ") == "one\n\n\ttwo"
