"""The sample county's reports to its committee: last quarter's as it was saved, and a draft that could be saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from desktop.committee.checking import Written, write_both
from desktop.committee.making import Made, SectionCache, ask_of, make_report
from desktop.committee.manifest import SavedFile, manifest_of
from desktop.committee.saving import APPENDIX, PUBLIC
from desktop.committee.sections import section_of
from desktop.documents import exempt_name
from engagement.committee.edits import edit_sentence
from engagement.committee.issues import keep_issue
from engagement.committee.sample import add_reports, decide_last, keep_back
from resources.database import Database, change
from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.report.blocks import Paragraph, exemptions_of
from resources.report.committee.outline import Outline
from resources.report.committee.section import Section
from resources.report.exemption import Exemption
from resources.spans import Span
from resources.wording import from_london

SAVED_BEFORE, SAVED_AT = timedelta(days=10), time(15, 20)
READ_BEFORE = timedelta(days=21)
"""So long before the end of the quarter a sentence was read and edited: what it says has changed since."""
CHANGED = ("inspections", "moved", "The team visits every service whose rating went down.")
FOLLOWS = ("forums", "people", "Those who could not come were sent the papers.")
"""Sections, their sentences, and what somebody wrote behind them."""


def add_sample_reports(db: Database, *, today: date) -> None:
    """Both, composed of every section; for a county that is there already."""
    cache = SectionCache()
    keys = add_reports(db, today=today)
    last = _kept_back(db, keys.last, today, cache)
    _issue(db, last)
    decide_last(db, keys.last, today=today)
    draft = _kept_back(db, keys.draft, today, cache)
    with change(db, "Made the sample county: sentences of the draft in other words"):
        _edit(db, draft, *FOLLOWS, of=draft.outline)
        read = draft.outline.span.last - READ_BEFORE
        _edit(db, draft, *CHANGED, of=_ending(draft.outline, read))


def _kept_back(db: Database, report_id: str, today: date, cache: SectionCache) -> Made:
    """The report, once it is said of all that is exempt why it is kept back."""
    made = make_report(db, None, report_id, today=today, kept=cache)
    with change(db, "Made the sample county: why some of a report is not for publication"):
        keep_back(db, report_id, _exempt(made), meets_on=made.outline.meets_on)
    return make_report(db, None, report_id, today=today, kept=cache)


def _exempt(made: Made) -> Iterator[tuple[str, Exemption]]:
    for key, section in made.sections.items():
        if isinstance(section, Section):
            found = next((one for one in exemptions_of(section.blocks) if one is not None), None)
            if found is not None:
                yield key, found


def _issue(db: Database, made: Made) -> None:
    """As it was saved some days before its meeting; its files went to the committee, and are not here."""
    moment = from_london(made.outline.meets_on - SAVED_BEFORE, SAVED_AT)
    name = Path(f"Progress report {made.outline.meets_on:%Y-%m-%d}.docx")
    written = write_both(made, name.name)
    files = tuple(_files(written, name))
    keep_issue(
        db,
        made.report_id,
        made.composed,
        now=moment,
        as_at=made.outline.span.last,
        file_name=name.name,
        public_sha256=sha256_of_bytes(files[0].data),
        exempt_sha256=sha256_of_bytes(files[1].data) if len(files) > 1 else "",
        manifest=manifest_of(made, files, vault=None, now=moment, to_look_at=()),
        note="Sent to Democratic Services.",
    )


def _files(written: Written, name: Path) -> Iterator[SavedFile]:
    yield SavedFile(name, PUBLIC, written.public)
    if written.exempt is not None:
        yield SavedFile(exempt_name(name), APPENDIX, written.exempt)


def _edit(db: Database, draft: Made, section: str, sentence: str, behind: str, *, of: Outline) -> None:
    """Put words behind a sentence as it stood in an outline; it is left where the section has nothing to tell."""
    generated = _sentence(db, of, section, sentence, draft.today)
    if generated:
        edited = f"{generated} {behind}"
        edit_sentence(db, draft.report_id, section, sentence, generated=generated, edited=edited)


def _sentence(db: Database, outline: Outline, section: str, sentence: str, today: date) -> str:
    record = section_of(section)
    item = next((one for one in outline.items if one.section == section), None)
    if record is None or item is None:
        return ""
    try:
        blocks = record.make(ask_of(db, None, outline, item, today)).blocks
    except Problem:
        return ""
    told = (one.text for one in blocks if isinstance(one, Paragraph) and one.key == sentence)
    return next(told, "")


def _ending(outline: Outline, last: date) -> Outline:
    return replace(outline, span=Span(outline.span.first, last))
