"""Which passphrases may lock a register, with the reason where one may not."""

import pytest

from resources.database.locked.passphrases import as_typed, refuse_weak, why_too_weak
from resources.problem import FieldProblem


@pytest.mark.parametrize(
    "passphrase",
    [
        "teapot ladder violet rain",
        "Marmalade-Rocket7",
        "sieben Zwerge im tiefen Wald",
        "grün über kleine Häuser",
    ],
)
def test_words_or_length_make_a_passphrase(passphrase):
    assert why_too_weak(passphrase, about=("office", "Nottinghamshire County Council")) is None
    assert refuse_weak(passphrase) == passphrase


@pytest.mark.parametrize(
    ("passphrase", "part"),
    [
        ("", "Type a passphrase"),
        ("   ", "Type a passphrase"),
        ("teapot", "at least four words, or 14 letters and signs. This has 6."),
        ("three words only", None),
        ("three such ws", "at least four words"),
        ("a b c d", "Four words this short"),
        ("aaaaaaaaaaaaaaaa", "same few letters"),
        ("violet violet violet violet", "One word again and again"),
        ("abcdefghijklmnop", "in their order"),
        ("qwertyuiopasdfgh", "in their order"),
        ("98765432109876543210", "in their order"),
        ("Correct Horse, Battery Staple", "Everybody knows this one"),
        ("sample county passphrase", "Everybody knows this one"),
        ("Nottinghamshire County Council 26", "“Nottinghamshire County Council” is among the first"),
        ("i-work register 2026!", "“i-Work register” is among the first"),
        ("ABCD EFGH JKLM NPQR STUV WXYZ 2345 6789 ABCD EFGT", "This is a recovery code"),
    ],
)
def test_what_would_soon_be_tried_is_refused_with_its_reason(passphrase, part):
    said = why_too_weak(passphrase, about=("Nottinghamshire County Council", "i-Work register", "ofc"))
    assert said is None if part is None else part in (said or "")


def test_a_refusal_is_of_the_field_and_never_repeats_what_was_typed():
    with pytest.raises(FieldProblem) as refused:
        refuse_weak("hunter2 hush")
    assert refused.value.field == "passphrase" and "hunter2" not in refused.value.sentence


def test_gaps_and_two_ways_of_one_letter_do_not_count():
    assert as_typed("  teapot   ladder\tviolet ") == "teapot ladder violet"
    assert as_typed("u\u0308ber") == as_typed("über")
