"""What a quarter brought that other journeys bring by the window: a forum, a survey, claims, awards, suspensions.

The county is invented: sixty-six places of three kinds in three districts, in CQC's files of two days.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import Selected
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register import contacts, contracts
from engagement.register.council import set_council
from engagement.register.vocabulary import ConsentBasis, ContactRole, ContractStatus
from resources.database import Database, change
from resources.files.forms.forms_file import read_forms_file
from tests.awards.report.announced import Announced
from tests.journeys.two_months import Place, write_month
from tests.workforce.survey import known_survey
from workforce.funding.claims import approving
from workforce.funding.claims.claims import ClaimDraft, add_claim
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.funds import add_fund
from workforce.funding.vocabulary import FundKind, FundStatus
from workforce.survey.answers.checking import check
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.taking_in import take_in
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.population import invite
from workforce.survey.waves.population_rule import PopulationRule

BEFORE, AFTER = date(2026, 9, 30), date(2026, 12, 31)
NOW = datetime(2027, 1, 6, 9, 30, tzinfo=UTC)
FORUM, FUND = "Winter forum", "Workforce Development Fund"
SUSPENDED = ("Quillbrook Nook", "Tanglemere Croft", "Wherryfield Garth")
"""Their contracts are suspended, which nobody outside may read."""
WHY = "Paid late three times in a row"
MANAGERS = ("Ada Example", "Ben Sample", "Cy Specimen", "Dot Demo")
_PLACES = 66
_KINDS = ("Nursing homes", "Residential homes", "Homecare agencies")
_POSTCODES = ("DN22 6RZ", "NG18 1AA", "NG17 4AA")
_FIRST = ("Aldermere", "Birchmere", "Cedarmere", "Damsonmere", "Eldermere", "Fernmere", "Gorsemere", "Hazelmere",
          "Ivymere", "Juniper", "Knotmere", "Larchmere", "Maplemere", "Nettlemere", "Oakmere", "Pinemere", "Quincemere",
          "Rowanmere", "Sorrelmere", "Teaselmere", "Umbermere", "Vetchmere")  # fmt: skip
_LAST = ("House", "Lodge", "Court")


def places() -> list[Place]:
    """As CQC lists them before the quarter."""
    named = [f"{first} {last}" for first in _FIRST for last in _LAST]
    named[6], named[25], named[44] = SUSPENDED
    ratings = ("Good", "Good", "Good", "Requires improvement", "Good", "Outstanding", "Good", "Inadequate")
    return [
        Place(at + 1, name, _KINDS[at % 3], ratings[at % 8], postcode=_POSTCODES[at // 3 % 3])
        for at, name in enumerate(named[:_PLACES])
    ]


def places_after() -> list[Place]:
    """At its end: four were looked at again, two of them found better and one worse."""
    held = {place.number: place for place in places()}
    seen = {"published": "20/11/2026", "checked": "18/10/2026 - 00:00"}
    for number, rating in (
        (4, "Good"),
        (8, "Requires improvement"),
        (1, "Requires improvement"),
        (2, "Good"),
    ):
        held[number] = replace(held[number], rating=rating, **seen)
    return list(held.values())


def write_files(folder: Path) -> tuple[str, str]:
    """CQC's files of both days, as their names are written in a dialog."""
    folder.mkdir()
    write_month(folder, BEFORE, places())
    write_month(folder, AFTER, places_after())
    named = [sorted(folder.glob(f"*_{day}_*")) for day in (BEFORE, AFTER)]
    return tuple(" ".join(f'"{path}"' for path in paths) for paths in named)  # type: ignore[return-value]


def service_named(db: Database, name: str) -> tuple[str, str]:
    """Its key and its provider's."""
    row = db.row("select id, provider_id from service where name = ?", (name,))
    assert row is not None, name
    return str(row[0]), str(row[1])


def bring_contracts(db: Database) -> None:
    """All have one; three are suspended."""
    today = NOW.date()
    with change(db, "Recorded the contracts"):
        for place in places():
            service, _ = service_named(db, place.name)
            contracts.set_contract_status(db, service, ContractStatus.ACTIVE, date(2020, 4, 1), today=today)
    for at, name in enumerate(SUSPENDED):
        suspend(db, name, date(2026, 11, 3 + at))


def suspend(db: Database, name: str, on: date) -> None:
    service, _ = service_named(db, name)
    contracts.set_contract_status(db, service, ContractStatus.SUSPENDED, on, WHY, today=NOW.date())


def bring_forum(db: Database) -> str:
    """Four managers were asked, three said yes, and two were checked in at the door."""
    starts = datetime(2026, 12, 8, 10, tzinfo=UTC)
    event = events.plan_event(db, EventDraft(
        kind=EventKind.PROVIDER_FORUM, title=FORUM, starts=starts, ends=starts + timedelta(hours=2),
        place="Mansfield Civic Centre",
    ))  # fmt: skip
    asked = [_manager(db, name, place) for name, place in zip(MANAGERS, places(), strict=False)]
    sent = datetime(2026, 11, 20, 9, tzinfo=UTC)
    people = list(invitations.invite(db, event, asked, now=sent).participants)
    invitations.record_reply(db, people[:3], ParticipantStatus.ACCEPTED, now=sent)
    for at, one in enumerate(people[:2]):
        door.check_in(
            db, event, one, now=starts + timedelta(minutes=at), device="laptop", nonce=f"nonce {at}"
        )
    door.close_event(db, event, now=starts + timedelta(hours=3))
    return event


def _manager(db: Database, name: str, place: Place) -> Selected:
    service, provider = service_named(db, place.name)
    role = ContactRole.REGISTERED_MANAGER
    made = contacts.add_contact(
        db, provider, service_id=service, name=name, role=role, consent=ConsentBasis.EMAIL_OPT_IN
    )
    return Selected(made.id, name, role, service, place.name, provider, "", ("Chosen by hand",))


def bring_survey(db: Database, folder: Path) -> None:
    """A wave, and the answers of sixty places from a forms file."""
    wave = plan_wave(
        db, start_survey(db).id,
        WaveDraft("Autumn 2026", WaveKind.BASELINE, date(2026, 10, 1), date(2026, 10, 30)),
    )  # fmt: skip
    invite(db, wave.id, PopulationRule())
    path = folder / "answers.xlsx"
    answered = [f"1-{place.number:03}" for place in places()][: known_survey.RESPONSES]
    known_survey.save_microsoft_forms(path, known_survey.responses(answered))
    file = read_forms_file(path)
    checked = check(db, wave.id, file, suggest(db, wave.id, file))
    assert (checked.refused, checked.undecided, len(checked.new)) == ((), [], known_survey.RESPONSES)
    take_in(db, checked, now=NOW)


def bring_claims(db: Database, *, money: Iterable[int] = (690_00, 870_00, 540_00, 690_00, 910_00)) -> None:
    """A fund with claims, each approved by two people and paid."""
    fund = add_fund(
        db, FUND, FundKind.HELD, opens_on=date(2026, 4, 1), closes_on=date(2027, 3, 31),
        funder="Skills for Care", bid_pence=112_000_00, status=FundStatus.OPEN,
    )  # fmt: skip
    set_allocation(db, fund.id, 2026, "", 112_000_00)
    for pence, place in zip(money, places()[9:], strict=False):
        _claim(db, fund.id, pence, place)


def _claim(db: Database, fund: str, pence: int, place: Place) -> None:
    service, provider = service_named(db, place.name)
    draft = ClaimDraft(fund, provider, pence, what="Level 2 diploma", service_id=service, year=2026,
                       submitted_on=date(2026, 11, 2))  # fmt: skip
    then = datetime(2026, 11, 25, 9, tzinfo=UTC)
    key = add_claim(db, draft, today=NOW.date()).id
    approving.submit(db, key, now=then, despite="Seen by an officer")
    approving.approve(db, key, now=then, approved_pence=pence, despite="Seen by an officer")
    officer, db.who = db.who, "Fay Finance"
    approving.approve(db, key, now=then)
    approving.pay(db, key, now=then, paid_on=then.date())
    db.who = officer


def bring_awards(db: Database) -> None:
    """A round, announced in December."""
    Announced(db).announce()


def bring_it_all(db: Database, folder: Path) -> None:
    """All of it, over the register that CQC's files made."""
    set_council(db, "Nottinghamshire")
    bring_contracts(db)
    bring_forum(db)
    bring_survey(db, folder)
    bring_claims(db)
    bring_awards(db)
