"""The tables of ASC-WDS allow exactly the words of its vocabulary."""

from resources.database import Database
from tests.schema_words import check_words, words_allowed
from workforce.ascwds.vocabulary import FileKind, TiedBy


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(db, {("ascwds_file", "kind"): FileKind})
    assert words_allowed(db, "workplace", "tied_by") == ["", *(word.value for word in TiedBy)]
