"""The training and grants of the sample county, in the order in which one thing needs another."""

from datetime import date

from resources.database import Database
from workforce.sample.approaches import add_approaches
from workforce.sample.ascwds import add_ascwds
from workforce.sample.claims import add_claims
from workforce.sample.funds import add_funds
from workforce.sample.learning import add_learning
from workforce.sample.packages import add_packages
from workforce.sample.projects import add_projects
from workforce.sample.rules import add_rules
from workforce.sample.training_records import add_training_records


def add_training_and_grants(db: Database, *, today: date) -> None:
    """All of it; a register without a service has nobody to pay or to train."""
    if not db.value("select exists (select 1 from service)"):
        return
    add_learning(db, today=today)
    add_ascwds(db, today=today)
    add_funds(db, today=today)
    add_rules(db, today=today)
    add_claims(db, today=today)
    add_training_records(db, today=today)
    add_packages(db, today=today)
    add_projects(db, today=today)
    add_approaches(db, today=today)  # last: it tells of what the others made
