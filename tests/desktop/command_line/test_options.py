import argparse

import pytest

from desktop.command_line.options import a_market_kind, a_service_kind, a_year, an_amount
from engagement.register.vocabulary import MarketKind, ServiceKind
from tests.desktop.command_line.conftest import Clerk

KINDS = ("nursing", "nursing home", "Nursing home", "nursing homes", "nursing_home")


@pytest.mark.parametrize("text", KINDS)
def test_a_nursing_home_by_any_of_its_names(text: str) -> None:
    assert (a_service_kind(text), a_market_kind(text)) == (ServiceKind.NURSING_HOME, MarketKind.NURSING)


@pytest.mark.parametrize(
    "text", ["home care", "Home care", "domiciliary", "Home care agencies", "domiciliary care"]
)
def test_home_care_by_any_of_its_names(text: str) -> None:
    assert (a_service_kind(text), a_market_kind(text)) == (ServiceKind.HOME_CARE, MarketKind.DOMICILIARY)


def test_kinds_outside_the_market_are_no_kind_of_it() -> None:
    assert a_service_kind("supported living") is ServiceKind.SUPPORTED_LIVING
    with pytest.raises(argparse.ArgumentTypeError, match="none of Nursing homes"):
        a_market_kind("supported living")


def test_an_option_that_is_wrong_says_how_to_write_it(clerk: Clerk) -> None:
    told = clerk("market", "--as-at", "yesterday").err
    assert "“yesterday” is not a date. Write a date as 9 Dec 2019 or 9/12/2019." in told


def test_an_amount_is_read_as_pence_or_refused_in_a_sentence() -> None:
    assert an_amount("£1,250.50") == 125_050
    with pytest.raises(argparse.ArgumentTypeError, match=r"write 1,250.00"):
        an_amount("1.250,00")


def test_a_funding_year_is_read_or_refused_in_a_sentence() -> None:
    assert a_year("2019/20") == 2019
    with pytest.raises(argparse.ArgumentTypeError, match="Write it as 2019/20"):
        a_year("last year")
