"""The Workforce Development Fund."""

from workforce.funding.rulebook.known_funds.wdf import WDF


def test_each_year_has_rules_of_its_own() -> None:
    assert [one.key for one in WDF] == ["wdf-2019-20", "wdf-2018-19", "wdf-2017-18", "wdf-2023-25"]
    completed = {
        one.key: [rule.value for rule in one.rules if rule.fact == "completed_on"] for one in WDF if one.rules
    }
    assert completed["wdf-2019-20"] == ["2019-01-01", "2020-03-31"]
    assert completed["wdf-2018-19"] == ["2018-01-01", "2019-03-31"]
    assert completed["wdf-2023-25"] == ["2025-03-31"]
