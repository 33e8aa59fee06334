from datetime import date, time

import pytest

from desktop.widgets.forms.reading import read_date, read_money, read_time, read_whole
from resources.problem import Problem


@pytest.mark.parametrize(
    "text",
    ["9 Dec 2019", "9 december 2019", "9/12/2019", "09.12.19", "2019-12-09", "Mon 9th Dec 2019", "9-12-2019"],
)
def test_dates_are_read_day_first(text: str) -> None:
    assert read_date(text) == date(2019, 12, 9)


@pytest.mark.parametrize(
    "text", ["soon", "31/2/2019", "13/13/2019", "9 Foo 2019", "9", "12/2019", "99/99/99"]
)
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="Write a date as 9 Dec 2019 or 9/12/2019"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10am", time(10)),
        ("2:30 pm", time(14, 30)),
        ("14.30", time(14, 30)),
        ("12am", time(0)),
        ("midday", time(12)),
        ("midnight", time(0)),
    ],
)
def test_times_are_read(text: str, read: time) -> None:
    assert read_time(text) == read


@pytest.mark.parametrize("text", ["25:00", "13pm", "0am", "half ten", "10:75"])
def test_what_is_no_time_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="Write a time as"):
        read_time(text)


def test_numbers_are_read_or_refused() -> None:
    assert read_whole("1,200", least=0, most=2000) == 1200
    for text in ("-1", "many", "2001", "1.5"):
        with pytest.raises(Problem, match="from 0 to 2,000"):
            read_whole(text, least=0, most=2000)


@pytest.mark.parametrize(
    ("text", "pence"),
    [("£1,250", 125_000), ("1,250.00", 125_000), ("1250.5", 125_050), ("75p", 75), ("0", 0)],
)
def test_money_is_read_as_pence(text: str, pence: int) -> None:
    assert read_money(text) == pence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.250,00", "“1.250,00” has a comma where pence begin: write 1,250.00."),
        ("-5", "“-5” is below nothing. Write an amount as £1,250 or 1,250.00."),
        ("some", "“some” is not an amount of money. Write an amount as £1,250 or 1,250.00."),
        (
            "1.234",
            "“1.234” has three figures after the point: write it with a comma for thousands, or with pence.",
        ),
        ("  ", "Nothing is written. Write an amount as £1,250 or 1,250.00."),
    ],
)
def test_what_is_no_sum_of_money_is_refused_in_words(text: str, sentence: str) -> None:
    with pytest.raises(Problem) as refusal:
        read_money(text)
    assert refusal.value.sentence == sentence
