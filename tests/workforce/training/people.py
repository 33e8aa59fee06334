"""What tests of training begin with: a service of a provider, a course, somebody who learns."""

from engagement.register import services
from engagement.register.providers import add_provider
from engagement.register.services import Service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key


def a_service(
    db: Database,
    name: str = "Rosewood House",
    kind: ServiceKind = ServiceKind.RESIDENTIAL_HOME,
    provider: str = "",
) -> Service:
    """A service, of a provider of its own unless one is given by its key."""
    owner = provider or add_provider(db, name=f"{name} Ltd").id
    return services.add_service(db, owner, name=name, kind=kind)


def a_course(db: Database, name: str = "Moving and Handling", valid_months: int | None = 12) -> str:
    """A course by its key."""
    key = new_key()
    with change(db, f"Added {name}"):
        db.insert_row("course", {"id": key, "name": name, "kind": "course", "valid_months": valid_months})
    return key


def a_learner(db: Database, given: str = "Ada", family: str = "Example") -> str:
    """Somebody who learns, by their key."""
    key = new_key()
    with change(db, f"Added {given} {family}"):
        db.insert_row("learner", {"id": key, "given_name": given, "family_name": family})
    return key


def a_post(db: Database, learner: str, service: Service, job_role: str = "care_worker") -> None:
    """Where they work."""
    with change(db, "Added a post"):
        db.insert_row(
            "learner_post",
            {"id": new_key(), "learner_id": learner, "provider_id": service.provider_id, "service_id": service.id,
             "job_role": job_role, "employment": "permanent"},
        )  # fmt: skip
