"""The register as names in files are matched with it."""

from engagement.register.name_match import Place, Places
from engagement.register.names import other_names
from resources.database import Database


def places_of(db: Database) -> Places:
    """The care providers and services of the register, archived ones too."""
    services: dict[str, list[str]] = {}
    found: list[Place] = []
    for key, provider, name, also, cqc_id, town, archived, provider_name, postcode in db.rows(
        """select service.id, provider_id, service.name, also_known_as, cqc_location_id, district,
        service.archived_on, provider.name, service.postcode from service join provider on provider.id = provider_id
        order by service.id"""
    ):
        detail = ", ".join(part for part in (provider_name, town) if part)
        also_known = other_names(also)
        found.append(
            Place(
                provider, key, name, detail, also_known, cqc_id or "", archived is not None, postcode=postcode
            )
        )
        if archived is None:
            services.setdefault(provider, []).append(key)
    for key, name, cqc_id, archived in db.rows(
        "select id, name, cqc_provider_id, archived_on from provider where organisation = 'care_provider' order by id"
    ):
        found.append(
            Place(
                key, None, name, "Provider", (), cqc_id or "", archived is not None,
                tuple(services.get(key, ())),
            )
        )  # fmt: skip
    return Places(found)
