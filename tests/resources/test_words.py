from resources.database import Database
from resources.words import Word, sql_labels, sql_values


class Tea(Word):
    """Words with an apostrophe."""

    GREEN = "green", "Green"
    BUILDERS = "builder's", "Builder's tea"


def test_a_word_is_read_by_its_value_or_label_whatever_the_capitals_and_spaces() -> None:
    assert Tea.read(" BUILDER S  TEA ") is Tea.BUILDERS
    assert Tea.read("green") is Tea.GREEN
    assert Tea.read("coffee") is None
    assert Tea.values() == ("green", "builder's")


def test_sql_says_labels_and_quotes_apostrophes(db: Database) -> None:
    said = sql_labels("cup", Tea, "Nobody's")
    rows = db.rows(f"select {said} from (select 'builder''s' as cup union all select null)")
    assert rows == [("Builder's tea",), ("Nobody's",)]
    assert db.value(f"select 'builder''s' in ({sql_values(Tea)})") == 1
    assert db.value(f"select {sql_labels('cup', Tea)} from (select 'coffee' as cup)") == ""
