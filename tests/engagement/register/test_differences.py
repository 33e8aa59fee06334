from engagement.register.contacts import add_contact
from engagement.register.differences import NOTHING, cell_words, names_in
from engagement.register.providers import add_provider
from resources.database import Database, history


def test_a_cell_reads_in_plain_words(db: Database) -> None:
    assert cell_words("service", "kind", "nursing_home") == "Nursing home"
    assert cell_words("service", "registered_on", "2019-12-09") == "9 December 2019"
    assert cell_words("service", "dormant", 1) == "Yes"
    assert cell_words("service", "beds", None) == NOTHING
    assert cell_words("service", "beds", 12) == "12"
    firm = add_provider(db, name="Invented Care").id
    assert cell_words("contact", "provider_id", firm) == "another one"
    assert cell_words("contact", "provider_id", firm, names_in(db)) == "Invented Care"


def test_what_is_gone_has_its_last_name(db: Database) -> None:
    firm = add_provider(db, name="Invented Care").id
    ann = add_contact(db, firm, name="Ann").id
    history.undo(db)
    assert names_in(db)("contact", ann) == "Ann"
    assert names_in(db)("contact", "no such key") == "one that is gone"
