"""The words of ASC-WDS files."""

import pytest

from workforce.ascwds.vocabulary import FileKind, RowStatus


@pytest.mark.parametrize(
    ("status", "looked_at"),
    [
        ("NEW", True),
        ("UPDATE", True),
        ("NOCHANGE", True),
        ("CHGSUB", True),
        ("UNCHECKED", False),
        ("DELETE", False),
    ],
)
def test_a_status_says_whether_somebody_looked(status: str, looked_at: bool) -> None:
    found = RowStatus.read(status.lower())
    assert found is not None and found.looked_at is looked_at


def test_a_row_of_each_kind_has_a_name() -> None:
    assert [kind.singular for kind in FileKind] == ["workplace", "worker record", "training record"]
