import pytest

from resources.report.lint.initials import Unexplained, unexplained


@pytest.mark.parametrize(
    "text",
    [
        "The Care Quality Commission (CQC) inspects. The CQC then rates; CQC’s ratings are public.",
        "The CQC (Care Quality Commission) inspects.",
        "The Association of Directors of Adult Social Services (ADASS) met.",
        "Clinical Commissioning Groups (CCGs) came, and each CCG spoke.",
        "The NHS, the UK and GPs are known.",
        "Part IV, postcode NG18 1AA, on YouTube, by Ada McExample.",
        "REPORT OF THE SERVICE DIRECTOR",
    ],
)
def test_what_is_explained_or_known_is_not_told(text: str) -> None:
    assert unexplained([text]) == []


def test_what_is_never_explained_is_told_once_where_it_is_first_used() -> None:
    assert unexplained(["Nothing here.", "The DSPT is due.", "DSPT again."]) == [
        Unexplained("DSPT", 1, False)
    ]


def test_what_is_explained_too_late_is_told() -> None:
    assert unexplained(["The CQC came.", "The Care Quality Commission (CQC) came."]) == [
        Unexplained("CQC", 0, True)
    ]


def test_brackets_that_hold_something_else_explain_nothing() -> None:
    assert unexplained(["The report (DSPT) is here."]) == [Unexplained("DSPT", 0, False)]


def test_more_can_be_known() -> None:
    assert unexplained(["The QMMT visits."], known=["QMMT"]) == []
