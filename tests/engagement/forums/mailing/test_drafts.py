"""E-mail drafts, read back as a mail program reads them."""

import zipfile
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.forums.at_the_door import door
from engagement.forums.mailing.drafts import drafts, save_drafts_as_zip, save_drafts_in_folder
from engagement.forums.mailing.recipients import Correspondent, choose, correspondents
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.mailing.words import wording_for
from engagement.register import contacts
from resources.database import Database
from resources.problem import Problem
from resources.wordings import Wording
from tests.engagement.forums.conftest import NOW, STARTS
from tests.engagement.forums.held_forum import AFTER
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]
WORDING = Wording("Zoë’s {event}", "Dear {first name}\n\nGrüße – “Ω”.\n.\nFrom here on")


def people(db: Database, event: str) -> list[Correspondent]:
    return list(choose(db, event, Purpose.INVITATION, Way.EMAIL_DRAFT).people)


def made(db: Database, event: str, **more: object) -> dict[str, bytes]:
    wording = more.pop("wording", WORDING)
    return drafts(db, event, people(db, event), wording, now=NOW, purpose=Purpose.INVITATION, **more)  # type: ignore[arg-type]


def read_draft(data: bytes) -> EmailMessage:
    """A draft as a mail program reads it."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_opens_unsent_to_one_person_without_date_or_sender(db: Database, asked: Asked) -> None:
    event, _ = asked
    found = made(db, event)
    assert list(found) == ["Cy Moss, Ash Court.eml", "Ada Example, Rosewood House.eml"]
    data = found["Ada Example, Rosewood House.eml"]
    assert all(byte < 128 for byte in data) and b"\r\n" in data and b"\n" not in data.replace(b"\r\n", b"")
    message = read_draft(data)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Ada Example <ada@example.org>"
    assert message["Subject"] == "Zoë’s Provider forum, December 2019"
    assert message["From"] is None and message["Date"] is None and message["Bcc"] is None
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == ["Dear Ada", "", "Grüße – “Ω”.", ".", "From here on"]
    assert body.get_content_charset() == "utf-8"


def test_the_calendar_file_goes_with_it(db: Database, asked: Asked) -> None:
    event, _ = asked
    message = read_draft(next(iter(made(db, event).values())))
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    assert attached.get_param("method") == "PUBLISH"
    assert attached.get_filename() == "Provider forum, December 2019.ics"
    calendar = icalendar.Calendar.from_ical(attached.get_payload(decode=True))
    assert calendar.walk("VEVENT")[0]["SUMMARY"] == "Provider forum, December 2019"


def test_the_officers_own_address_stands_as_sender(db: Database, asked: Asked) -> None:
    event, _ = asked
    message = read_draft(next(iter(made(db, event, sender="me@example.gov.uk").values())))
    assert message["From"] == "Engagement Team <me@example.gov.uk>"
    with pytest.raises(Problem, match="“me” is not an e-mail address"):
        made(db, event, sender="me")


def test_thanks_bring_the_persons_own_certificate(db: Database, asked: Asked) -> None:
    event, keys = asked
    door.check_in(db, event, keys["Ada Example"], now=STARTS, device="Laptop", nonce="a")
    wording = wording_for(db, Purpose.THANKS, None).wording
    everybody = correspondents(db, event)
    found = drafts(db, event, everybody, wording, now=AFTER, purpose=Purpose.THANKS)
    attached = {name: list(read_draft(data).iter_attachments()) for name, data in found.items()}
    (certificate,) = attached.pop("Ada Example, Rosewood House.eml")
    assert certificate.get_filename() == "Certificate of attendance.docx"
    assert certificate.get_payload(decode=True)[:2] == b"PK"
    assert not any(attached.values())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(min_size=1, max_size=60), subject=st.text(min_size=1, max_size=60))
def test_no_name_or_subject_adds_a_header_or_a_person(
    db: Database, asked: Asked, name: str, subject: str
) -> None:

    event, _ = asked
    one = people(db, event)[1]
    one = replace(one, person=replace(one.person, name=name))
    plain = subject.replace("{", "").replace("}", "").strip()
    if not plain or any("\ud800" <= letter <= "\udfff" for letter in name + subject):
        return
    found = drafts(db, event, [one], Wording(plain, "Text"), now=NOW, purpose=Purpose.INVITATION)
    message = read_draft(next(iter(found.values())))
    assert set(message.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert [address.addr_spec for address in message["To"].addresses] == ["ada@example.org"]
    body = message.get_body(("plain",))
    assert body is not None and body.get_content().splitlines() == ["Text"]


def test_a_folder_that_holds_drafts_is_refused(db: Database, asked: Asked, tmp_path: Path) -> None:
    event, _ = asked
    folder = tmp_path / "drafts"
    with pytest.raises(Problem, match="is not there"):
        save_drafts_in_folder(made(db, event), folder)
    folder.mkdir()
    save_drafts_in_folder(made(db, event), folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "Ada Example, Rosewood House.eml",
        "Cy Moss, Ash Court.eml",
    ]
    with pytest.raises(Problem, match="holds e-mail drafts already"):
        save_drafts_in_folder(made(db, event), folder)


def test_a_draft_that_cannot_be_saved_leaves_none_behind(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "b.eml.d").mkdir()
    with pytest.raises(Problem):
        save_drafts_in_folder({"a.eml": b"x", "b.eml.d": b"y"}, folder)
    assert not (folder / "a.eml").exists()


def test_all_of_them_stand_in_one_file(db: Database, asked: Asked, tmp_path: Path) -> None:
    event, _ = asked
    found = made(db, event)
    save_drafts_as_zip(found, tmp_path / "d.zip")
    with zipfile.ZipFile(tmp_path / "d.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == found


def test_two_people_of_one_name_at_one_home_have_a_draft_each(db: Database, asked: Asked) -> None:
    event, keys = asked
    contact = db.value("select contact_id from participant where id = ?", (keys["Cy Moss"],))
    contacts.edit_contact(db, contact, name="Ada Example")
    one = people(db, event)

    same = [replace(each, person=replace(each.person, service="Rosewood House")) for each in one]
    found = drafts(db, event, same, WORDING, now=NOW, purpose=Purpose.INVITATION)
    assert sorted(found) == ["Ada Example, Rosewood House (2).eml", "Ada Example, Rosewood House.eml"]
