"""E-mail drafts: a file for each person, which Outlook opens ready to send. The program sends nothing."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from engagement.forums.mailing.calendar_file import event_calendar
from engagement.forums.mailing.filling import Occasion, filled_for, occasion
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.mailing.words import check
from engagement.register.letterhead import is_address
from resources.database import Database
from resources.files.names import name_of
from resources.files.replacing import safe_write_bytes
from resources.files.safe_names import safe_name, unique_names
from resources.problem import Problem
from resources.wordings import Wording

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_WORD_FILE = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True)
class Enclosed:
    """What goes with the drafts: the calendar file with all of them, a certificate with the one it is for."""

    calendar: str = ""
    calendar_name: str = "event.ics"
    certificates: Mapping[str, bytes] | None = None


def draft(
    one: Correspondent, wording: Wording, about: Occasion, enclosed: Enclosed, *, sender: str = ""
) -> bytes:
    """The draft for one person. It has no date: that is set when a person sends it."""
    written = filled_for(one, wording, about)
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    if sender:
        message["From"] = _address(about.head.team, sender)
    message["To"] = _address(one.person.name, one.email)
    message["Subject"] = written.subject
    message.set_content(f"{written.body}\n", charset="utf-8", cte="quoted-printable")
    if enclosed.calendar:
        message.add_attachment(
            enclosed.calendar.encode(), maintype="text", subtype="calendar", filename=enclosed.calendar_name,
            params={"charset": "utf-8", "method": "PUBLISH"},
        )  # fmt: skip
    certificate = (enclosed.certificates or {}).get(one.person.id)
    if certificate:
        main, sub = _WORD_FILE
        message.add_attachment(
            certificate, maintype=main, subtype=sub, filename="Certificate of attendance.docx"
        )
    return message.as_bytes()


def _address(name: str, email: str) -> Address:
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    user, _, domain = email.rpartition("@")
    return Address(plain, user, domain)


def drafts(
    db: Database,
    event_id: str,
    people: Sequence[Correspondent],
    wording: Wording,
    *,
    now: datetime,
    purpose: Purpose,
    about: Occasion | None = None,
    sender: str = "",
) -> dict[str, bytes]:
    """Each person's draft by the name of its file, with the calendar file; thanks bring the certificate instead."""
    check(wording)
    if sender and not is_address(sender):
        raise Problem(f"“{sender}” is not an e-mail address. Write your own, or leave it empty.")
    about = about or occasion(db, event_id, now=now)
    enclosed = _enclosed(db, event_id, people, about, purpose=purpose, now=now)
    names = unique_names((f"{one.person.name}, {one.person.home}" for one in people), ".eml")
    return {
        name: draft(one, wording, about, enclosed, sender=sender)
        for name, one in zip(names, people, strict=True)
    }


def _enclosed(
    db: Database,
    event_id: str,
    people: Sequence[Correspondent],
    about: Occasion,
    *,
    purpose: Purpose,
    now: datetime,
) -> Enclosed:
    if purpose is Purpose.THANKS:
        from engagement.forums.mailing.certificates import certificate_files  # loaded when first used

        return Enclosed(certificates=certificate_files(db, event_id, [one.person for one in people], now=now))
    return Enclosed(event_calendar(db, event_id, now=now), f"{safe_name(about.event.title)}.ics")


def save_drafts_in_folder(made: Mapping[str, bytes], folder: Path) -> None:
    """A file for each draft. A folder that holds drafts is refused, so that old and new ones do not mix."""
    if not folder.is_dir():
        raise Problem(f"The folder {folder} is not there, so no draft was saved. Choose another folder.")
    if any(folder.glob("*.eml")):
        raise Problem(
            f"The folder “{name_of(folder)}” holds e-mail drafts already. Choose an empty folder, so that none is "
            "sent twice."
        )
    written: list[Path] = []
    try:
        for name, data in made.items():
            safe_write_bytes(folder / name, data)
            written.append(folder / name)
    except Problem:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def save_drafts_as_zip(made: Mapping[str, bytes], path: Path) -> None:
    """All drafts in one file."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made.items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    safe_write_bytes(path, memory.getvalue())
