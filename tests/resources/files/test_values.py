import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.files.values import (
    MOST_PENCE,
    clean_text,
    phone,
    postcode,
    read_flag,
    read_pence,
    read_whole_number,
    split_list,
)


def test_lists_keep_their_order_without_repeats_and_blanks() -> None:
    assert split_list("Dementia|Adults | |Dementia|") == ("Dementia", "Adults")
    assert split_list("1|2|1") == ("1", "2")
    assert split_list("  ") == ()
    assert split_list("Dementia") == ("Dementia",)


@pytest.mark.parametrize(
    ("text", "number"), [("1,250", 1250), (" 7 ", 7), ("-3", -3), ("12.0", 12), ("", None)]
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert read_whole_number(text) == (number, "")


@pytest.mark.parametrize("text", ["1.5", "1,25", "twelve", "1e5", "1 2", "٣ beds", "٣٤", "1,٢50"])
def test_other_numbers_are_refused_with_the_reason(text: str) -> None:
    assert read_whole_number(text) == (None, f"“{text}” is not a whole number")


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£1,250.00", 125000),
        ("1250", 125000),
        ("1250.5", 125050),
        ("-£5", -500),
        ("£-5", -500),
        ("(£5.25)", -525),
        ("75p", 75),
        ("1250.5000", 125050),
        ("GBP 10", 1000),
        ("0.10", 10),
        ("", None),
    ],
)
def test_money(text: str, pence: int | None) -> None:
    assert read_pence(text) == (pence, "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.250,00", "“1.250,00” has a comma where pence begin: write 1,250.00"),
        ("12,50", "“12,50” has a comma where pence begin: write 1,250.00"),
        ("€5", "“€5” is not in pounds"),
        ("1.2555", "“1.2555” has parts of a penny"),
        (
            "1.250",
            "“1.250” has three figures after the point: write it with a comma for thousands, or with pence",
        ),
        ("about £5", "“about £5” is not an amount of money"),
    ],
)
def test_other_money_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert read_pence(text) == (None, reason)


@given(st.integers(-MOST_PENCE, MOST_PENCE))
def test_money_as_it_is_printed_reads_back(pence: int) -> None:
    sign = "-" if pence < 0 else ""
    whole, rest = divmod(abs(pence), 100)
    assert read_pence(f"{sign}£{whole:,}.{rest:02}").value == pence
    assert read_pence(f"{sign}{whole}.{rest:02}").value == pence


@given(st.integers(-(10**15), 10**15))
def test_numbers_as_they_are_printed_read_back(number: int) -> None:
    assert read_whole_number(str(number)).value == read_whole_number(f"{number:,}").value == number


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    for read in (read_whole_number, read_pence, read_flag):
        value, reason = read(text)
        assert (value is not None) + bool(reason) == bool(clean_text(text))


def test_flags() -> None:
    assert [read_flag(text).value for text in ("Y", "yes", "TRUE", "1", "N", "no", "False", "0", " ")] == [
        *[True] * 4,
        *[False] * 4,
        None,
    ]
    assert read_flag("maybe") == (None, "“maybe” is neither Yes nor No")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ng182at", "NG18 2AT"),
        (" NG18  2AT ", "NG18 2AT"),
        ("m1 1ae", "M1 1AE"),
        ("EC1A1BB", "EC1A 1BB"),
        ("W1A 0AX", "W1A 0AX"),
        ("DN55 1PT", "DN55 1PT"),
        ("gir0aa", "GIR 0AA"),
        ("NG18", None),
        ("NG18 2A", None),
        ("Nottingham", None),
        ("", None),
        ("NG18 2AT x", None),
    ],
)
def test_postcodes(text: str, expected: str | None) -> None:
    assert postcode(text) == expected


@given(st.from_regex(r"[A-PR-UWYZ][A-HK-Y]?\d\d? \d[ABD-HJLNP-UW-Z]{2}", fullmatch=True))
def test_postcodes_as_written_stay_as_they_are(text: str) -> None:
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    assert postcode(plain) == plain == postcode(plain.replace(" ", "").lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1616275874", "01616275874"),
        ("169772345", "0169772345"),
        ("01616275874", "01616275874"),
        ("+44 161 627 5874", "+44 161 627 5874"),
        ("1616 275874", "01616 275874"),
        ("999", "999"),
        ("ask at the desk", "ask at the desk"),
        ("", ""),
    ],
)
def test_phone_numbers_get_their_nought_back(text: str, expected: str) -> None:
    assert phone(text) == expected


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert phone(phone(text)) == phone(text)
    assert not re.search(r"\s\s", clean_text(text))


@pytest.mark.parametrize("text", ["99,999,999,999,999,999,999", "1000000000.01", "999999999999p", "9" * 39])
def test_an_amount_that_nobody_has_is_refused(text: str) -> None:
    assert read_pence(text) == (None, f"“{text}” is more than £1,000,000,000: check its noughts")


@pytest.mark.parametrize("text", ["\u0663\u0664", "£\u0663\u0664", "\u0663p"])
def test_figures_of_another_script_are_no_money(text: str) -> None:
    assert read_pence(text) == (None, f"“{text}” is not an amount of money")
