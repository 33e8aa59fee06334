"""Whom nobody nominates, and who nominates nobody."""

from awards.figures.never_nominated import DistrictShare, last_rounds, never_nominated
from awards.rounds.rounds import archive_round
from awards.vocabulary import NominatorKind
from engagement.register.services import archive_service
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_services_without_a_nominee_by_district(db: Database) -> None:
    gala = Gala(db)
    gala.nominate()
    found = never_nominated(db, [gala.round], today=TODAY)
    assert [(one.service, one.provider) for one in found.without] == [
        ("Hazel Home Care", "Hazel Example Care"),
        ("Rosewood Lodge", "Rosewood Example Homes"),
    ]
    assert found.districts == (
        DistrictShare("Ashfield", 1, 0), DistrictShare("Gedling", 1, 1), DistrictShare("Mansfield", 1, 1)
    )  # fmt: skip
    assert [one.nominated for one in found.districts] == [1, 0, 0] and found.services == 3
    archive_service(db, gala.lodge, today=TODAY)
    assert [one.service for one in never_nominated(db, [gala.round], today=TODAY).without] == [
        "Hazel Home Care"
    ]


def test_a_draft_nominates_nobody(db: Database) -> None:
    gala = Gala(db)
    gala.nominate(as_draft=True)
    found = never_nominated(db, [gala.round], today=TODAY)
    assert len(found.without) == 3 and len(found.silent) == 2


def test_providers_that_nominate_nobody_though_others_nominate_there(db: Database) -> None:
    gala = Gala(db)
    gala.nominate(nominator_kind=NominatorKind.FAMILY)
    gala.nominate("Bo Example", service_id=gala.lodge, nominator_kind=NominatorKind.PROFESSIONAL)
    found = never_nominated(db, [gala.round], today=TODAY)
    assert [(one.provider, one.services, one.nominees, one.districts) for one in found.silent] == [
        ("Rosewood Example Homes", 2, 2, ("Ashfield", "Gedling")),
        ("Hazel Example Care", 1, 0, ("Mansfield",)),
    ]
    gala.nominate("Cy Example", nominator_provider_id=gala.hazel, nominator_kind=NominatorKind.PROVIDER)
    (left,) = never_nominated(db, [gala.round], today=TODAY).silent
    assert left.provider == "Rosewood Example Homes" and found.providers == 2
    gala.nominate("Di Example")
    assert never_nominated(db, [gala.round], today=TODAY).silent == ()


def test_the_last_rounds_up_to_one(db: Database) -> None:
    new, old = Gala(db), Gala(db, "Proud to Care 2025", year=2025)
    oldest = Gala(db, "Proud to Care 2024", year=2024)
    archive_round(db, old.round_id, today=TODAY)
    assert [one.year for one in last_rounds(db, 2)] == [2026, 2025]
    assert [one.year for one in last_rounds(db, 9, upto=old.round)] == [2025, 2024]
    assert new.round_id != oldest.round_id
