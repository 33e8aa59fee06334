"""Two hundred generated statements in a file: none of the names by which they tell who is meant is left."""

import random
import re

from awards.judging.blind.checking import left_in_copy
from awards.judging.blind.copies import blind_copies
from awards.nominations.nominations import NominationDraft, add_nomination
from awards.sample.statements import PlannedNomination, SampleService, plan
from engagement.register.services import add_service, edit_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change
from tests.awards.gala import NOW, Gala

_HOMES = (
    "Teacupmeadow House",
    "Marmaladeglade Manor",
    "Quillbridge Court",
    "Elms Care Home",
    "Hazel Example Lodge",
)
_MONTH = re.compile(r"\b[Ii]n May\b")


def services_of(gala: Gala) -> list[SampleService]:
    """Homes with a manager, a town and a telephone."""
    made = []
    for number, name in enumerate(_HOMES):
        key = add_service(
            gala.db, gala.rosewood, name=name, kind=ServiceKind.RESIDENTIAL_HOME, district="Mansfield"
        ).id
        phone, manager = f"01632 96006{number}", f"Mara Quill{number * 'l'}son"
        edit_service(
            gala.db,
            key,
            phone=phone,
            registered_manager=manager,
            address=f"{number + 1} Sample Road, Mansfield",
        )
        made.append(
            SampleService(key, name, gala.rosewood, "Rosewood Example Homes", "Mansfield", manager, phone)
        )
    return made


def kept(gala: Gala, planned: list[PlannedNomination]) -> dict[str, list[PlannedNomination]]:
    """All of them in the file, by nominee: several voices for one are one nominee."""
    entries: dict[tuple[int, str], str] = {}
    found: dict[str, list[PlannedNomination]] = {}
    with change(gala.db, "Set up"):
        for one in planned:
            draft = NominationDraft(
                gala.category(one.category).id, one.nominee, nominee_kind=one.nominee_kind,
                also_known_as=one.also_known_as, service_id=one.service.id, nominator=one.nominator,
                nominator_kind=one.nominator_kind, statement=one.statement,
            )  # fmt: skip
            known = entries.get((one.person, one.category))
            voice = add_nomination(gala.db, gala.round_id, draft, now=NOW, entry_id=known)
            entries[one.person, one.category] = voice.entry_id
            found.setdefault(voice.entry_id, []).append(one)
    return found


def test_none_of_two_hundred_statements_tells_who_is_meant(db: Database) -> None:
    gala = Gala(db)
    planned = plan(random.Random("two hundred"), services_of(gala), count=200)
    held = kept(gala, planned)
    with change(db, "Set up"):
        db.update_row("award_round", gala.round_id, {"word_limit": 2000})
    copies = blind_copies(db, gala.round_id)
    assert sum(len(copies[key].voices) for key in held) == 200
    for key, voices in held.items():
        blind = _MONTH.sub(
            "", re.sub(r"\[[a-z ]+\]", "", "\n".join(one.hidden.text for one in copies[key].voices))
        )
        told = {name for one in voices for name in one.told}
        assert [name for name in told if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", blind)] == [], blind
        assert left_in_copy(copies[key]) == []
