"""Every name by which a provider may be meant."""

from awards.judging.provider_names import names_of_providers
from awards.merging import MERGE_RULES
from engagement.register.duplicates.merging import merge_providers
from engagement.register.providers import edit_provider
from engagement.register.services import edit_service
from resources.database import Database
from tests.awards.gala import NOW, Gala


def test_names_now_and_before_and_of_what_was_merged(db: Database) -> None:
    gala = Gala(db)
    edit_provider(db, gala.rosewood, name="Rosewood Homes")
    edit_service(db, gala.lodge, name="Rosewood Court")
    assert names_of_providers(db, [gala.rosewood]) == {
        gala.rosewood: (
            "Rosewood Homes", "Rosewood Court", "Rosewood House", "Rosewood Lodge", "Rosewood Example Homes",
        )
    }  # fmt: skip
    merge_providers(db, gala.rosewood, gala.hazel, rules=MERGE_RULES, now=NOW)
    names = names_of_providers(db, [gala.rosewood])[gala.rosewood]
    assert {"Hazel Example Care", "Hazel Home Care"} <= set(names)
    assert names_of_providers(db, []) == {}
