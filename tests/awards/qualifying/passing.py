"""Making a nominee of the small round ready for the judges."""

from datetime import date

from awards.qualifying.checks import answer_open_checks
from awards.qualifying.employment import record_employed
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from tests.awards.gala import TODAY, Gala


def make_ready(gala: Gala, key: str) -> None:
    """Everything looked at, and still employed."""
    answer_open_checks(gala.db, key, by="Ada Officer", on=TODAY)
    record_employed(gala.db, key, True, asked_on=TODAY, asked_of="Max Manager", today=TODAY)


def suspend(
    gala: Gala, service: str, from_on: date, status: ContractStatus = ContractStatus.SUSPENDED
) -> None:
    """The council's contract with it has this status from a day on, as it is recorded much later."""
    set_contract_status(gala.db, service, status, from_on, today=date(2027, 1, 1))
