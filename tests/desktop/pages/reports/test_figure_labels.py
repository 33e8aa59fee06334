"""What the figures of a sentence are called in the pane."""

import pytest

from desktop.pages.reports.block_detail import _label_of
from resources.report.told import Figure

KEY = "01a20617-8e8c-7514-b673-1c5214083da3"


@pytest.mark.parametrize(
    ("name", "base", "label"),
    [
        ("requires_improvement.number", 1048, "Requires improvement, of 1,048"),
        ("held.events", None, "Events"),
        (f"{KEY}.paid", None, "Paid"),
        ("nursing.share", 12, "Nursing, share, of 12"),
        ("number", None, "Number"),
    ],
)
def test_each_is_told_from_the_others_of_its_sentence(name: str, base: int | None, label: str) -> None:
    assert _label_of(Figure(name, "12", 12, base), "held") == label
