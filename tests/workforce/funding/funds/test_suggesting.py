"""A variation suggested in the middle of a year."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workforce.funding.funds.balance import Balance, Pot
from workforce.funding.funds.runway import Movement
from workforce.funding.funds.suggesting import LEAST, STEP, Suggestion, outlook, suggested

TODAY = date(2019, 9, 30)  # half the year is over, 183 days are to come
OPENED, CLOSES = date(2019, 4, 1), date(2020, 3, 31)
A, B, NEXT = Pot(2019, "Mentoring"), Pot(2019, "Travel"), Pot(2020, "Mentoring")


def _movements(**pence: int) -> list[Movement]:
    pots = {"a": A, "b": B}
    return [Movement(date(2019, 8, 1), pots[name], amount) for name, amount in pence.items()]


def _suggested(
    pots: dict[Pot, Balance], movements: list[Movement], *, closes: date | None = CLOSES, today: date = TODAY
) -> list[Suggestion]:
    return suggested(pots, movements, today=today, opened=OPENED, closes=closes)


def test_money_goes_from_where_it_will_be_left_to_where_it_will_be_short() -> None:
    pots = {A: Balance(1_000_00, paid=91_00), B: Balance(200_00, committed=182_00)}
    found = _suggested(pots, _movements(a=91_00, b=182_00))
    assert found[0] == Suggestion(
        350_00, A, B,
        "Mentoring in 2019/20: £91 of £1,000 is used, at £7 a week; £726 left on 31 March 2020. "
        "Travel in 2019/20: £182 of £200 is used, at £14 a week; £348 short on 31 March 2020.",
    )  # fmt: skip
    assert [(one.pence, one.from_, one.to) for one in found[1:]] == [(370_00, A, None)]
    assert "tell the funder early" in found[1].reason


def test_what_is_left_goes_into_the_next_year_where_the_fund_goes_on() -> None:
    found = _suggested({A: Balance(1_000_00)}, [], closes=date(2021, 3, 31))
    assert [(one.pence, one.from_, one.to) for one in found] == [(1_000_00, A, NEXT)]
    assert "The fund goes on in 2020/21" in found[0].reason


def test_what_an_earlier_year_left_is_asked_for() -> None:
    pots = {A: Balance(1_000_00, paid=400_00), NEXT: Balance(100_00, paid=100_00)}
    found = _suggested(pots, [], today=date(2020, 5, 15), closes=date(2021, 3, 31))
    assert [(one.pence, one.from_, one.to) for one in found] == [(600_00, A, NEXT)]
    assert found[0].reason == (
        "£600 of Mentoring in 2019/20 was not used, and that year is over. Ask the funder whether it may be "
        "carried over."
    )


def test_what_stays_short_is_the_funders() -> None:
    found = _suggested({B: Balance(200_00, paid=200_00)}, _movements(b=182_00))
    assert [(one.pence, one.from_, one.to) for one in found] == [(370_00, None, B)]


def test_nothing_is_suggested_too_early_too_late_or_for_small_sums() -> None:
    pots = {A: Balance(1_000_00)}
    assert _suggested(pots, [], today=date(2019, 4, 28)) == []
    assert _suggested(pots, [], today=date(2019, 4, 29)) != []
    assert _suggested(pots, [], today=date(2019, 3, 31)) == []
    assert _suggested(pots, [], today=date(2020, 4, 1)) == []
    assert _suggested({A: Balance(49_99)}, []) == []


_PENCE = st.integers(0, 5_000_00)


@given(st.tuples(_PENCE, _PENCE, _PENCE, _PENCE), st.tuples(_PENCE, _PENCE))
def test_nothing_is_moved_that_is_not_free(money: tuple[int, int, int, int], going: tuple[int, int]) -> None:
    pots = {A: Balance(money[0], paid=money[1]), B: Balance(money[2], committed=money[3])}
    movements = _movements(a=going[0], b=going[1])
    found = _suggested(pots, movements)
    looked = {one.pot: one for one in outlook(pots, movements, today=TODAY, opened=OPENED, closes=CLOSES)}
    for pot in (A, B):
        taken = sum(one.pence for one in found if one.from_ == pot)
        assert taken <= max(min(pots[pot].free, looked[pot].spare), 0)
    assert all(one.pence >= LEAST and one.pence % STEP == 0 for one in found)
