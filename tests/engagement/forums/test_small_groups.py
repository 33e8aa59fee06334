"""Where nobody is named, no row of the figures tells of an organisation, not by subtraction either."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.attendance import Attendee, Outcome, attendance
from engagement.forums.sections import forum_report
from engagement.forums.small_groups import ORGANISATIONS, OTHER, PEOPLE, large_groups
from engagement.forums.vocabulary import Confidentiality, EventKind
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.report.blocks import TableBlock, public_part
from tests.engagement.forums.held_forum import AFTER, DOORS, Add, Invite


@dataclass(frozen=True)
class Somebody:
    """What the rule asks of a participant."""

    provider_id: str
    service_id: str = "service"
    was_invited: bool = True


people = st.builds(
    lambda provider, invited, outcome: Attendee(Somebody(provider, was_invited=invited), outcome, ""),  # type: ignore[arg-type]
    st.sampled_from("abcdefgh"),
    st.booleans(),
    st.sampled_from([Outcome.CAME, Outcome.CAME, Outcome.CAME, Outcome.ABSENT]),
)


@given(st.dictionaries(st.sampled_from("KLMNO"), st.lists(people, min_size=1, max_size=15), max_size=5))
def test_every_row_is_large_and_nobody_is_lost(groups: dict[str, list[Attendee]]) -> None:
    shown = large_groups(groups)
    for some in shown.values():
        came = [one.person for one in some if one.outcome is Outcome.CAME]
        assert len(came) >= PEOPLE and len({one.provider_id for one in came}) >= ORGANISATIONS
    if shown:
        assert sum(map(len, shown.values())) == sum(map(len, groups.values()))
    assert not shown or set(shown) - {OTHER}


def test_the_only_shared_lives_scheme_is_not_told_by_its_row(
    db: Database, forum: Add, person: Add, invited: Invite, home: Add
) -> None:
    from engagement.forums.at_the_door import door

    event = forum("Managers network", kind=EventKind.MANAGERS_NETWORK)
    home("Only Scheme", kind=ServiceKind.SHARED_LIVES, district="Rushcliffe")
    for kind in (ServiceKind.NURSING_HOME, ServiceKind.HOME_CARE):
        for number in range(8):
            home(f"{kind.label} {number}", kind=kind)
    at = [
        "Only Scheme",
        *(f"{kind} {number}" for kind in ("Nursing home", "Home care") for number in range(8)),
    ]
    keys = [person(f"Ada Example{number}", place) for number, place in enumerate(at)]
    for key in invited(event, keys):
        door.check_in(db, event, key, now=DOORS, device="Laptop 1", nonce=key)
    public = public_part(forum_report(db, event, now=AFTER))
    tables = {one.table.title: one.table.rows for one in public.blocks if isinstance(one, TableBlock)}
    rows = {row[0]: row[3] for row in tables["Attendance by kind of service"]}
    assert rows == {"Home care": 8, OTHER: 9} or rows == {"Nursing home": 8, OTHER: 9}
    assert "Attendance by district" not in tables
    assert "Rushcliffe" not in repr(public) and "Shared Lives" not in repr(public)
    assert attendance(db, event).event.openness is Confidentiality.NAMES_WITHHELD
