"""Everything that stops a report, in one list."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.committee import checking, gate
from desktop.committee.checking import check_report, write_both
from desktop.committee.known import LOCKED, known
from desktop.committee.making import make_report
from desktop.committee.not_seen import not_seen
from engagement.committee.items import add_paragraph, items_of, set_exempt
from engagement.committee.outlines import outline
from engagement.committee.plain_words import set_known_initials, set_reading_age
from engagement.committee.reports import CommitteeReport
from engagement.register.contacts import add_contact
from resources.database import Database
from resources.database.copying import file_of
from resources.database.locked.places import places_of
from resources.report.committee.outline import Item, ItemKind
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.document_text import passages
from resources.report.exemption import Exemption
from resources.report.found import Found
from resources.report.gate.known import Known

TODAY = date(2020, 1, 6)


def stops(db: Database, begun: CommitteeReport) -> list[ToMend]:
    found = check_report(db, None, make_report(db, None, begun.id, today=TODAY))
    return [one for one in found if one.weight is Weight.STOPS]


def test_a_whole_report_has_nothing_that_stops_it(db: Database, begun: CommitteeReport) -> None:
    assert stops(db, begun) == []


def test_an_exempt_name_in_typed_words_stops_it_and_says_where(db: Database, begun: CommitteeReport) -> None:
    add_paragraph(db, begun.id, "Quillaafeather Court was suspended.")
    found = stops(db, begun)
    assert found and all("Quillaafeather" in one.words and one.where for one in found)


def test_what_was_not_searched_and_whom_somebody_may_mean_is_to_be_looked_at(
    db: Database, begun: CommitteeReport, homes: list[str]
) -> None:
    provider = str(db.value("select provider_id from service where id = ?", (homes[1],)))
    add_contact(db, provider, name="Bo Smith")
    add_paragraph(db, begun.id, "Mrs Smith came.")
    picture = Item("p", ItemKind.PICTURE, text="A forum", alt="A room", file="x")
    found = check_report(db, None, make_report(db, None, begun.id, today=TODAY))
    looks = [one.words for one in found if one.weight is Weight.LOOK]
    assert LOCKED not in looks
    assert any("Bo Smith" in words for words in looks)
    shown = list(not_seen(db, None, replace(outline(db, begun.id), items=(picture,))))
    assert [(one.where, one.item) for one in shown] == [("line 1 of the outline", "p")]


def test_a_locked_register_of_i_work_is_to_be_looked_at_where_there_is_one(
    db: Database, begun: CommitteeReport
) -> None:
    places = places_of(file_of(db))
    places.folder.mkdir(parents=True)
    places.register.write_bytes(b"locked")
    found = check_report(db, None, make_report(db, None, begun.id, today=TODAY))
    assert LOCKED in [one.words for one in found if one.weight is Weight.LOOK]


def test_what_stops_it_comes_first(db: Database, begun: CommitteeReport) -> None:
    set_exempt(db, items_of(db, begun.id)[0].id, Exemption(3, "It names providers."))
    weights = [one.weight for one in check_report(db, None, make_report(db, None, begun.id, today=TODAY))]
    assert weights[0] is Weight.STOPS and weights == sorted(weights, key=lambda one: one is not Weight.STOPS)


def test_each_check_is_asked_and_nothing_is_listed_twice(
    db: Database, begun: CommitteeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = ToMend(Weight.LOOK, "A thing.")
    monkeypatch.setattr(checking, "CHECKS", (lambda *_: [one], lambda *_: [one]))
    assert check_report(db, None, make_report(db, None, begun.id, today=TODAY)) == (one,)


def test_what_is_known_is_gathered_once(
    db: Database, begun: CommitteeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered = []

    def counted(*given: Any, **more: Any) -> Known:
        gathered.append(given)
        return known(*given, **more)

    monkeypatch.setattr(gate, "known", counted)
    check_report(db, None, make_report(db, None, begun.id, today=TODAY))
    assert len(gathered) == 1


def test_both_documents_are_made_without_anything_exempt_in_the_public_one(
    db: Database, begun: CommitteeReport
) -> None:
    written = write_both(make_report(db, None, begun.id, today=TODAY))
    assert written.exempt is not None
    assert "Quillaafeather Court" in " ".join(one.text for one in passages(written.exempt))
    assert "Quillaafeather Court" not in " ".join(one.text for one in passages(written.public))
    again = write_both(make_report(db, None, begun.id, today=TODAY))
    assert (written.public, written.exempt) == (again.public, again.exempt)


def test_what_is_hard_to_read_is_told_and_leads_to_its_line(db: Database, begun: CommitteeReport) -> None:
    add_paragraph(db, begun.id, "Click here, in order to utilise the ZQXB.")
    found = check_report(db, None, make_report(db, None, begun.id, today=TODAY))
    typed = items_of(db, begun.id)[-1].id
    told = " ".join(one.words for one in found if one.item == typed and one.where.startswith("paragraph"))
    for words in ("does not say where a link leads", "“in order to”", "“utilise”", "“ZQXB” is not explained"):
        assert words in told


def test_initials_and_a_reading_age_that_were_set_are_kept_to(db: Database, begun: CommitteeReport) -> None:
    add_paragraph(
        db, begun.id, "The ZQXB met. " + "Organisational accountability necessitates documentation. " * 30
    )
    set_known_initials(db, "ZQXB")
    set_reading_age(db, 9)
    told = " ".join(one.words for one in check_report(db, None, make_report(db, None, begun.id, today=TODAY)))
    assert "ZQXB" not in told
    assert "; 9 is what you set" in told


def test_a_finished_file_that_some_cannot_read_stops_it(
    db: Database, begun: CommitteeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (Found("The table has no header row.", weight=Weight.STOPS, where="table 1"),)
    monkeypatch.setattr(checking, "check_file", lambda document, exempt=False: broken)
    first = stops(db, begun)[0]
    assert (first.where, first.words) == ("table 1", "The table has no header row.")
