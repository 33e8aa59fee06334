from pathlib import Path

from docx import Document

from engagement.register.letterhead import Letterhead, letterhead, set_letterhead
from engagement.register.providers import edit_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, county, home, manager, rule, worker
from workforce.funding.unclaimed.approaches import approaches
from workforce.funding.unclaimed.asking import to_write
from workforce.funding.unclaimed.call_list import calls
from workforce.funding.unclaimed.letters import letter_text, note_letters, save_letters, subject_of
from workforce.funding.unclaimed.unclaimed import unclaimed
from workforce.funding.vocabulary import AskedBy, Operator


def test_a_letter_says_what_can_be_claimed_and_where(db: Database) -> None:
    held = county(db)
    manager(db, held.rosewood)
    worker(db, held.rosewood, "Ada")
    set_letterhead(
        db, Letterhead("Example Council", "Market team", "", "team@example.gov.uk", "01632 960 900")
    )
    (one,) = calls(unclaimed(db, on=TODAY))
    text = letter_text(one, letterhead(db), signed_by="Officer Example", today=TODAY)
    assert text.startswith(
        "Dear Mina Example,\n\nOur records show that Rosewood Example Homes may be able to claim"
    )
    for words in (
        "- Level 2 Example Certificate at Rosewood House, up to £1,540 for each learner, by 21 March 2020.",
        "For what is listed here no claim is known to us in 2019/20.",
        "You can claim now, as far as we know:", "Learning Example Fund is claimed here: the example portal.",
        "Reach us on 01632 960 900 or team@example.gov.uk.", "Yours sincerely,\n\nOfficer Example\nMarket team",
    ):  # fmt: skip
        assert words in text
    assert "learner known" not in text  # whom we know of is no matter for a letter
    assert subject_of(one, TODAY) == "Money for training in 2019/20: Rosewood Example Homes"


def test_what_is_missing_is_said_where_something_is(db: Database) -> None:
    held = county(db)
    rule(
        db,
        held.fund,
        "Records are complete",
        "ascwds_eligible",
        Operator.IS,
        "yes",
        to_change="Tell us of ASC-WDS",
    )
    (one,) = calls(unclaimed(db, on=TODAY))
    text = letter_text(one, Letterhead(), signed_by="", today=TODAY)
    assert text.startswith("Dear Rosewood Example Homes,")
    assert "To know whether you can claim, we need to hear from you:" in text
    assert "Tell us:\n\n- what your ASC-WDS account shows:" in text
    assert "Find out" not in text  # that is our own note


def test_a_question_is_put_once_and_what_only_the_team_finds_out_is_not(db: Database) -> None:
    held = county(db)
    for name in ("Court", "Grange"):
        add_service(db, held.rosewood, name=f"Rosewood {name}", kind=ServiceKind.RESIDENTIAL_HOME)
    for fact in ("ascwds_eligible", "ascwds_completed"):
        rule(db, held.fund, "Records are complete", fact, Operator.IS, "yes")
    (one,) = calls(unclaimed(db, on=TODAY))
    assert len(one.rows) == 6
    text = letter_text(one, Letterhead(), signed_by="", today=TODAY)
    assert text.count("ASC-WDS account") == 1
    assert text.count("- Level 2 Example Certificate at") == 1  # for the three services together
    assert "CQC rating" not in text  # not known of Court and Grange, and not theirs to tell


def test_nobody_is_written_to_about_what_only_the_team_can_find_out(db: Database) -> None:
    held = county(db)
    home(db, "Third Example Homes", "Third House")  # without a rating
    rule(db, held.fund, "It has been rated", "rated_on", Operator.ON_OR_AFTER, "2014-04-01")
    rows = [one for one in unclaimed(db, on=TODAY) if one.place.provider != "Rosewood Example Homes"]
    assert rows and {one.unknown for one in rows} == {("rated_on",)}
    assert to_write(rows) == []
    assert {one.place.provider_id for one in to_write(unclaimed(db, on=TODAY))} == {held.rosewood}


def test_many_services_are_counted_rather_than_named(db: Database) -> None:
    held = county(db)
    for name in ("Court", "Grange", "Lodge"):
        add_service(db, held.rosewood, name=f"Rosewood {name}", kind=ServiceKind.RESIDENTIAL_HOME)
    (one,) = calls(unclaimed(db, on=TODAY))
    assert "for 4 services" in letter_text(one, Letterhead(), signed_by="", today=TODAY)


def test_one_document_with_a_section_for_each(db: Database, tmp_path: Path) -> None:
    held = county(db)
    edit_provider(db, held.rosewood, address="1 Example Road, Exampleton", postcode="NG1 1AA")
    home(db, "Third Example Homes", "Third House")
    rows = unclaimed(db, on=TODAY)
    assert save_letters(db, rows, tmp_path / "letters.docx", today=TODAY) == 2
    document = Document(str(tmp_path / "letters.docx"))
    assert len(document.sections) == 2
    texts = [one.text for one in document.paragraphs]
    at = texts.index("Rosewood Example Homes")
    assert texts[at : at + 4] == ["Rosewood Example Homes", "1 Example Road", "Exampleton", "NG1 1AA"]
    assert len(note_letters(db, rows, today=TODAY)) == 2
    assert {one.how for one in approaches(db)} == {AskedBy.LETTER}
