"""What tells one table of a file from another."""

import pytest

from engagement.forums.online.layouts import TableKind, meta_of, table_of
from resources.files.rows import Row
from tests.engagement.forums.online import online_files


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (("Full Name", "User Action", "Timestamp"), TableKind.EVENTS),
        (online_files.TEAMS_HEADINGS, TableKind.SPANS),
        (online_files.ENGAGEMENT, TableKind.SPANS),
        (online_files.JOIN_HEADINGS, TableKind.JOINS),
        (online_files.ZOOM_HEADINGS, TableKind.JOINS),
        (online_files.ZOOM_MEETING, TableKind.MEETING),
        (online_files.EVENTBRITE, TableKind.TICKETS),
        (("Full Name", "Join Time", "Leave Time", "Duration", "Email", "Participant ID (UPN)"), TableKind.JOINS),
    ],
)  # fmt: skip
def test_each_table_is_known_by_its_headings_in_any_order(headings: tuple[str, ...], kind: TableKind) -> None:
    for order in (headings, tuple(reversed(headings))):
        found = table_of(Row(1, order))
        assert found is not None
        assert found.kind is kind


@pytest.mark.parametrize("cells", [("Name", "Email", "Role"), ("Meeting title", "Forum"), (), ("Name",)])
def test_any_other_row_heads_nothing(cells: tuple[str, ...]) -> None:
    assert table_of(Row(1, cells)) is None


def test_what_only_zoom_and_only_engagement_have() -> None:
    zoom, engagement = table_of(Row(1, online_files.ZOOM_HEADINGS)), table_of(Row(1, online_files.ENGAGEMENT))
    assert zoom is not None
    assert engagement is not None
    assert (zoom.is_zoom, zoom.is_engagement, engagement.is_zoom, engagement.is_engagement) == (
        True,
        False,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("Meeting title", "Forum"), ("title", "Forum")),
        (("Start time", "5/15/2026", "1:00:00 PM"), ("starts", "5/15/2026 1:00:00 PM")),
        (("Meeting End Time:", "14/11/22, 09:50:14"), ("ends", "14/11/22, 09:50:14")),
        (("Attended participants", "7"), ("people", "7")),
        (("Start time", ""), None),
        (("Start time",), None),
    ],
)
def test_the_lines_above_the_tables(cells: tuple[str, ...], said: tuple[str, str] | None) -> None:
    assert meta_of(Row(1, cells)) == said
