"""From the plan to the database: the key under which each planned provider and service is kept."""

from engagement.register.providers import provider_by_cqc_id
from engagement.register.services import service_by_cqc_id
from engagement.sample.county import PlannedProvider, PlannedService
from resources.database import Database


class Keys:
    """What CQC numbers is found by its number; what it does not is told by whoever adds it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._providers: dict[str, str] = {}
        self._services: dict[str, str] = {}

    def tell_provider(self, planned: PlannedProvider, key: str) -> None:
        """One that has been added by hand."""
        self._providers[planned.name] = key

    def tell_service(self, planned: PlannedService, key: str) -> None:
        """One that has been added by hand."""
        self._services[planned.location_id] = key

    def provider(self, planned: PlannedProvider) -> str:
        """The key of a provider."""
        if planned.name not in self._providers:
            found = provider_by_cqc_id(self._db, planned.cqc_id)
            assert found is not None, planned
            self._providers[planned.name] = found.id
        return self._providers[planned.name]

    def service(self, planned: PlannedService) -> str:
        """The key of a service."""
        if planned.location_id not in self._services:
            found = service_by_cqc_id(self._db, planned.location_id)
            assert found is not None, planned
            self._services[planned.location_id] = found.id
        return self._services[planned.location_id]
