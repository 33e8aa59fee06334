from engagement.register import vocabulary
from resources.words import Word, sql_values


def test_the_tables_allow_exactly_the_vocabulary(db):
    columns = {
        ("service", "kind"): vocabulary.ServiceKind,
        ("service_period", "kind"): vocabulary.ServiceKind,
        ("rating", "key_question"): vocabulary.KeyQuestion,
        ("rating", "rating"): vocabulary.Rating,
    }
    told = {}
    for table, column in columns:
        sql = " ".join(str(db.value("select sql from sqlite_schema where name = ?", (table,))).split())
        told[table, column] = sql.partition(f"check ({column} in (")[2].partition("))")[0].strip()
    assert told == {place: in_order(words, told[place]) for place, words in columns.items()}


def in_order(words: type[Word], told: str) -> str:
    """The words as SQL has them, in the order in which the table names them."""
    return ", ".join(sorted(sql_values(words).split(", "), key=told.index))
