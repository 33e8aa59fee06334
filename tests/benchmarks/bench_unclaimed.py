"""Who has not claimed: 60,000 services held against a fund’s rules, with every line of the list and its sums."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.register.vocabulary import GRADES, ServiceKind
from resources.database import Database, change, new_keys, open_file
from tests.benchmarks.measure import Figure, milliseconds
from workforce.funding.funds.funds import add_fund
from workforce.funding.funds.items import add_item
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.unclaimed.tables import sums_table, unclaimed_table
from workforce.funding.unclaimed.unclaimed import Found, find_unclaimed
from workforce.funding.vocabulary import FundKind, FundStatus, Operator

TODAY = date(2019, 12, 9)
_KINDS = [kind.value for kind in ServiceKind]
_DISTRICTS = (
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Rushcliffe",
)
_ASKED = (
    ("kind", Operator.NONE_OF, "day_care;micro_provider"), ("rating", Operator.IS_NOT, "inadequate"),
    ("contract_status", Operator.NONE_OF, "suspended;terminated"), ("ascwds_eligible", Operator.IS, "yes"),
    ("claims_this_year", Operator.LESS_THAN, "12"), ("district", Operator.ONE_OF, ";".join(_DISTRICTS)),
)  # fmt: skip


@contextmanager
def _county(services: int) -> Iterator[tuple[Database, str]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        _fill_register(file.db, services, random.Random(1))
        yield file.db, _add_fund(file.db)
        file.close()


def _fill_register(db: Database, services: int, chance: random.Random) -> None:
    owners, keys = new_keys(max(services // 3, 1)), new_keys(services)
    with change(db, "Filled the register"):
        db.insert_rows(
            "provider", ("id", "name"), [(key, f"Example Care {at}") for at, key in enumerate(owners)]
        )
        db.insert_rows(
            "service",
            ("id", "provider_id", "name", "kind", "district", "authority", "registered_on"),
            [
                (key, chance.choice(owners), f"Example House {at}", chance.choice(_KINDS), chance.choice(_DISTRICTS),
                 "Nottinghamshire", "2015-01-01")
                for at, key in enumerate(keys)
            ],
        )  # fmt: skip
        db.insert_rows(
            "rating",
            ("id", "service_id", "key_question", "rating", "published_on", "source"),
            [
                (one, key, "overall", chance.choice(GRADES).value, "2019-02-01", "benchmark")
                for one, key in zip(new_keys(services), keys, strict=True)
            ],
        )
        db.insert_rows(
            "contact",
            ("id", "provider_id", "service_id", "name", "role", "phone", "consent"),
            [
                (one, key, None, f"Example Person {at}", "registered_manager", "01632 960000", "email_opt_in")
                for at, (one, key) in enumerate(zip(new_keys(len(owners)), owners, strict=True))
            ],
        )


def _add_fund(db: Database) -> str:
    fund = add_fund(
        db, "Example Fund", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31),
        status=FundStatus.OPEN,
    )  # fmt: skip
    add_item(db, fund.id, "Level 2 Example Certificate", most_pence=154_000)
    for fact, operator, value in _ASKED:
        add_rule(db, fund.id, RuleDraft(f"About {fact}.", fact, operator, value))
    return fund.id


def bench_unclaimed(smoke: bool) -> list[Figure]:
    """Everything that the side shows of it."""
    services = 600 if smoke else 60_000
    with _county(services) as (db, fund):
        found: list[Found] = []
        whole = milliseconds(lambda: found.append(find_unclaimed(db, on=TODAY)))
        facts = milliseconds(lambda: facts_of_services(db, fund_id=fund, on=TODAY))
        rows = found[0].rows
        table = milliseconds(lambda: unclaimed_table(rows, TODAY))
        sums = milliseconds(lambda: sums_table(rows, "district", TODAY))
    told = f"{services:,} services"
    return [
        Figure(
            f"who has not claimed, of {told} ({len(rows):,} lines)", whole, budget=None if smoke else 6_000
        ),
        Figure(f"the facts of {told}", facts, budget=None if smoke else 3_000),
        Figure("its table", table),
        Figure("its sums by district", sums),
    ]
