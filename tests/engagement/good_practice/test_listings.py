from engagement.good_practice.listings import PRACTICES
from engagement.good_practice.practices import archive_practice
from engagement.register.providers import edit_provider
from resources.database import Database, Query, history
from tests.engagement.good_practice.conftest import TODAY, Home, Share


def lines(db: Database, text: str = "") -> list[tuple]:
    return [row[1:6] for row in PRACTICES.page(db, Query(text), offset=0, limit=10)]


def test_a_line_follows_its_practice_and_its_provider(db: Database, home: Home, share: Share) -> None:
    of = home("Larkmeadow House")
    made = share(of, "Milkshakes in the afternoon.", theme="Nutrition")
    assert lines(db) == [
        ("Milkshakes in the afternoon.", "Nutrition", "Not asked", "Larkmeadow House Ltd", "Larkmeadow House")
    ]
    edit_provider(db, of.provider_id, name="Quillmere Ltd")
    assert lines(db, "quill milk")[0][3] == "Quillmere Ltd"
    archive_practice(db, made.id, today=TODAY)
    state = PRACTICES.choices(db, "state")
    history.undo(db)
    assert (state, PRACTICES.choices(db, "state")) == (["Archived"], ["Current"])
