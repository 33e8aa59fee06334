"""What was being typed is kept in the register alone, and nothing of it stays when it is thrown away."""

from datetime import UTC, datetime, timedelta

from resources.database import Database, history
from workforce.iwork.drafts import drafts, keep_draft, throw_away

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_it_comes_back_as_it_was(vault: Database) -> None:
    kept = keep_draft(
        vault, "Edit IW-014", {"name": "Ada", "own": True, "days": {"Monday": "9:30"}, "nothing": None},
        told=[("Name", "Ada")], about="p1", now=NOW,
    )  # fmt: skip
    assert drafts(vault) == [kept]


def test_the_same_dialog_about_the_same_row_is_kept_once(vault: Database) -> None:
    keep_draft(vault, "Edit", {"name": "Ada"}, about="p1", now=NOW)
    keep_draft(vault, "Edit", {"name": "Wren"}, about="p2", now=NOW)
    keep_draft(vault, "Edit", {"name": "Ada Example"}, about="p1", now=NOW + timedelta(hours=1))
    assert [one.fields["name"] for one in drafts(vault)] == ["Ada Example", "Wren"]


def test_it_leaves_no_history_and_nothing_to_undo(vault: Database) -> None:
    kept = keep_draft(vault, "Edit", {"name": "Ada"}, now=NOW)
    throw_away(vault, kept.id)
    assert (drafts(vault), history.next_undo(vault), history.entries(vault, limit=5)) == ([], None, [])
