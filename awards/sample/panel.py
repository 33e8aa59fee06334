"""Who judges in the sample county: interests declared and found, and the nominees given out. All of them invented."""

from dataclasses import dataclass
from datetime import date, time

from awards.judging.interests import declare_interest, declare_none
from awards.judging.panel import Member, add_member
from awards.judging.planning import assign_panel, nominees_of
from awards.rounds.moving_on import move_phase, phase_standing
from awards.rounds.phase_plan import planned_phase
from awards.rounds.phases import in_the_way
from awards.rounds.rounds import AwardRound, rounds
from awards.vocabulary import InterestKind, PanelRole, RoundPhase
from engagement.register.services import portfolio_officers
from resources.database import Database, change
from resources.wording import from_london

CHAIR = "Ines Placeholder"
_COUNCIL = "The Council"


@dataclass(frozen=True)
class _Seat:
    """Somebody of a panel. `employer` takes the provider of a nominee, `officer` the name of an officer."""

    name: str
    organisation: str
    email: str
    role: PanelRole = PanelRole.JUDGE
    employer: bool = False
    officer: bool = False
    relative: bool = False
    friend: bool = False


_PANEL = (
    _Seat(CHAIR, _COUNCIL, "ines.placeholder@example.gov.uk", PanelRole.CHAIR),
    _Seat("J. Smith", "", "j.smith@care.example.org", employer=True),
    _Seat("J. Smith", "Example University", "j.smith@example.ac.uk"),
    _Seat("", _COUNCIL, "", officer=True),
    _Seat("Odile Madeup", "Expert by experience", "odile.madeup@example.org", relative=True, friend=True),
    _Seat("Bram Nonesuch", "Skills Example", "bram.nonesuch@example.org"),
)


def add_panels(db: Database, *, today: date) -> None:
    """The panel of each round, and the nominees given to it; a round whose nominees are with the judges moves on."""
    for held in reversed(rounds(db)):
        with change(db, f"Made the sample county: the panel of {held.name}"):
            _add_panel(db, held, _PANEL if held.id == rounds(db)[0].id else _PANEL[:5], today)


def _add_panel(db: Database, held: AwardRound, seats: tuple[_Seat, ...], today: date) -> None:
    asked = min(planned_phase(db, held.id, RoundPhase.QUALIFY).from_on or today, today)
    begins = min(planned_phase(db, held.id, RoundPhase.SCORE).from_on or today, today)
    for seat in seats:
        _declare(db, held, seat, _add(db, held, seat), asked)
    if not nominees_of(db, held.id):
        return
    assign_panel(db, held.id, today=begins)
    ready = held.phase is RoundPhase.QUALIFY and not in_the_way(RoundPhase.SCORE, phase_standing(db, held.id))
    if ready:
        move_phase(db, held.id, RoundPhase.SCORE, now=from_london(begins, time(9)))


def _add(db: Database, held: AwardRound, seat: _Seat) -> Member:
    return add_member(
        db, held.id, seat.name or _an_officer(db), role=seat.role, organisation=seat.organisation, email=seat.email,
        provider_id=_provider_of_most(db, held) if seat.employer else None,
    )  # fmt: skip


def _provider_of_most(db: Database, held: AwardRound) -> str | None:
    """The provider with the most nominees before the judges."""
    found = db.value(
        """select service.provider_id from award_entry join service on service.id = service_id
        where round_id = ? and status = 'judging' group by 1 order by count(*) desc, min(number) limit 1""",
        (held.id,),
    )
    return str(found) if found else None


def _an_officer(db: Database) -> str:
    officers = portfolio_officers(db) or ["Ada Sample"]
    return officers[0].partition(" (")[0]


def _declare(db: Database, held: AwardRound, seat: _Seat, judge: Member, on: date) -> None:
    if seat.employer and judge.provider_id:
        declare_interest(db, judge.id, on=on, kind=InterestKind.EMPLOYER, provider_id=judge.provider_id)
    service, entry = _of_nominee(db, held, "service.id", 3), _of_nominee(db, held, "award_entry.id", 6)
    if seat.relative and service:
        declare_interest(
            db,
            judge.id,
            on=on,
            kind=InterestKind.RECEIVES_CARE,
            service_id=service,
            words="an aunt lives there",
        )
    if seat.friend and entry:
        declare_interest(
            db, judge.id, on=on, kind=InterestKind.FRIEND, entry_id=entry, words="from the same choir"
        )
    if not (seat.employer or seat.relative or seat.friend):
        declare_none(db, judge.id, on=on)


def _of_nominee(db: Database, held: AwardRound, what: str, place: int) -> str | None:
    """Something of a nominee with the judges whose service is known: of the first, or of one further on."""
    found = db.value(
        f"""select {what} from award_entry join service on service.id = service_id
        where round_id = ? and status = 'judging' order by number limit 1 offset ?""",
        (held.id, place),
    )
    return str(found) if found else None
