from pathlib import Path

import pytest

from awards.nominations.entries import edit_entry
from awards.nominations.moving import move_entry
from awards.results.answer import HELD_BACK, answer_report
from awards.results.deciding.announcing import announce
from awards.results.deciding.deciding import decide
from awards.vocabulary import Consent, EntryStatus, Outcome
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.report.word import save_word
from tests.awards.gala import NOW, TODAY
from tests.awards.results.scored import Scored
from tests.resources.report.word.test_validity import errors_in


def _words(report: Report) -> str:
    said: list[str] = [report.title]
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                said.append(block.text)
            case Bullets():
                said += block.items
            case FactList():
                said += [" ".join(one) for one in block.items]
            case TableBlock():
                said += [str(cell) for row in block.table.rows for cell in row]
    return "\n".join(said)


def _announced(db: Database) -> Scored:
    made = Scored(db)
    for category in made.gala.categories[1:]:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody was nominated", now=NOW)
    decide(
        db, made.category_id, made.entry["ada"], Outcome.WINNER, "Jo Judge and Ben Specimen said so", now=NOW
    )
    announce(db, made.gala.round_id, now=NOW)
    return made


def test_not_before_the_announcement(db: Database) -> None:
    made = Scored(db)
    with pytest.raises(Problem, match="not all announced yet"):
        answer_report(db, made.entry["ada"], today=TODAY)


def test_why_somebody_did_not_win(db: Database) -> None:
    made = _announced(db)
    move_entry(
        db, made.entry["ben"], EntryStatus.NOT_SHORTLISTED, now=NOW, reason="Kim Judge preferred Ada Example"
    )
    report = answer_report(db, made.entry["ben"], today=TODAY)
    said = _words(report)
    assert report.is_exempt
    assert (
        "3 judges scored the nominee. The mean is 3.67 and the median 4.00, on a scale from 1.00 to 5.00."
        in said
    )
    assert "By the mean that is place 2 of 3 nominees." in said
    assert "The panel decided on no honour for this nominee." in said
    assert "Reason: [a person] preferred [a person]" in said
    assert "The category was won by somebody who has not agreed to be named." in said
    for name in ("Judge preferred", "Jo ", "Kim", "Lou", "Ada", "Cal"):
        assert name not in said


def test_a_winner_who_agreed_is_named(db: Database) -> None:
    made = _announced(db)
    edit_entry(db, made.entry["ada"], publish_name=Consent.YES)
    assert "The category was won by Ada Example." in _words(answer_report(db, made.entry["ben"], today=TODAY))
    own = _words(answer_report(db, made.entry["ada"], today=TODAY))
    assert "Winner. The panel’s reason: [a person] and [a person] said so" in own


def test_somebody_never_judged_has_a_record_too(db: Database) -> None:
    made = _announced(db)
    made.gala.stands(made.entry["cal"], EntryStatus.INELIGIBLE)
    said = _words(answer_report(db, made.entry["cal"], today=TODAY))
    assert "The judges gave no scores that count." in said
    dot = made.add("Dot Sample", category="Team")
    assert "The category was not awarded." in _words(answer_report(db, dot, today=TODAY))


def test_the_office_validator_finds_nothing(db: Database, tmp_path: Path) -> None:
    made = _announced(db)
    for name in ("ada", "ben"):
        path = tmp_path / f"{name}.docx"
        save_word(answer_report(db, made.entry[name], today=TODAY), path, exempt_terms=())
        assert errors_in(path) == []


def test_a_reason_names_no_nominator_and_speaks_of_no_contract(db: Database) -> None:
    made = _announced(db)
    set_contract_status(db, made.gala.hazel_care, ContractStatus.SUSPENDED, from_on=TODAY, today=TODAY)
    reasons = (
        "Wren Specimen, who nominated, agreed with Benny",
        "Passed although their service is suspended since August",
        "Somebody of Hazel Home Care rang about it",
    )
    for place, reason in enumerate(reasons):
        to = EntryStatus.NOT_SHORTLISTED if place % 2 == 0 else EntryStatus.JUDGING
        move_entry(db, made.entry["cal"], to, now=NOW, reason=reason)
    said = _words(answer_report(db, made.entry["cal"], today=TODAY))
    assert said.count(HELD_BACK) == 2
    assert "who nominated, agreed" in said
    for word in ("Wren", "suspended", "August", "Hazel"):
        assert word not in said


def test_the_mean_of_all_is_left_out_where_it_would_tell_of_one(db: Database) -> None:
    made = _announced(db)
    (table,) = [
        one.table
        for one in answer_report(db, made.entry["ben"], today=TODAY).blocks
        if isinstance(one, TableBlock)
    ]
    assert [one.heading for one in table.columns] == ["Criterion", "Mean"]
    for name in ("Di Trial", "Eve Model", "Fay Pattern"):
        made.add(name, 3, 3, 3)
    (table,) = [
        one.table
        for one in answer_report(db, made.entry["ben"], today=TODAY).blocks
        if isinstance(one, TableBlock)
    ]
    assert [one.heading for one in table.columns][-1] == "All nominees"
