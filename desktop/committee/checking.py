"""Everything that stops a report from being saved, or is to be looked at before, in one list."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.committee.gate import doubts, known, looked_at, reports_before, what_leaks
from desktop.committee.making import Made
from desktop.committee.not_seen import not_seen
from engagement.committee.plain_words import known_initials, reading_age
from resources.database import Database
from resources.report.accessible import check_file
from resources.report.accessible_blocks import check_blocks
from resources.report.blocks import Report, exempt_part, public_part
from resources.report.committee.composing import SentenceState
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.found import Found, to_mend
from resources.report.gate.checks import DOUBTS_OF_NAMES, leaks_of
from resources.report.lint.lint import lint


@dataclass(frozen=True)
class Written:
    """A report with both documents as they would be saved; `exempt` is None where all of it is public.

    `file_name` is what the public document is to be called, "" while nobody has said.
    """

    made: Made
    public: bytes
    exempt: bytes | None
    file_name: str = ""


Check = Callable[[Database, Database | None, Written], Iterable[ToMend]]


def check_report(db: Database, vault: Database | None, made: Made) -> tuple[ToMend, ...]:
    """What stops it first, then what is to be looked at; each in the order of the report."""
    return check_written(db, vault, write_both(made))


def check_written(db: Database, vault: Database | None, written: Written) -> tuple[ToMend, ...]:
    """The same of documents that are at hand."""
    found = dict.fromkeys(one for check in CHECKS for one in check(db, vault, written))
    return tuple(sorted(found, key=lambda one: one.weight is not Weight.STOPS))


def write_both(made: Made, file_name: str = "") -> Written:
    """Both documents, in memory: nothing is kept before it was looked at."""
    appendix = exempt_part(made.composed.report)
    return Written(
        made,
        document_bytes(public_part(made.composed.report)),
        None if appendix is None else document_bytes(appendix),
        file_name,
    )


def document_bytes(report: Report) -> bytes:
    """A report as a Word file; the same bytes each time."""
    from resources.report.word import save_word  # loaded when first used

    with tempfile.TemporaryDirectory(prefix="Report ") as folder:
        file = Path(folder) / "report.docx"
        save_word(report, file, exempt_terms=())
        return file.read_bytes()


def _of_composing(_db: Database, _vault: Database | None, written: Written) -> Iterable[ToMend]:
    return written.made.composed.to_mend


def _of_the_gate(db: Database, vault: Database | None, written: Written) -> Iterable[ToMend]:
    composed = written.made.composed
    leaks = what_leaks(db, vault, written.made, written.public, file_name=written.file_name)
    found = (Found(leak.words, leak.block, Weight.STOPS, leak.where) for leak in leaks)
    yield from to_mend(found, composed.report, composed.origins)


def _of_names(db: Database, vault: Database | None, written: Written) -> Iterable[ToMend]:
    """Names that may be of somebody else, and what the search did not see."""
    made, composed = written.made, written.made.composed
    looked = looked_at(composed, written.public, written.file_name)
    found = leaks_of(looked, known(db, vault, made.outline), DOUBTS_OF_NAMES)
    yield from to_mend(
        (Found(one.words, one.block, Weight.LOOK, one.where) for one in found),
        composed.report,
        composed.origins,
    )
    yield from not_seen(db, vault, made.outline)


def _of_doubts(db: Database, _vault: Database | None, written: Written) -> Iterable[ToMend]:
    """What may tell something of what is exempt, and what could not be compared."""
    composed = written.made.composed
    leaks = doubts(db, written.made, written.public)
    found = (Found(one.words, one.block, Weight.LOOK, one.where) for one in leaks)
    yield from to_mend(found, composed.report, composed.origins)
    for one in reports_before(db, written.made).unread:
        yield ToMend(
            Weight.LOOK,
            f"{one.words}, cannot be read by this version of the program, so nobody looked whether a name that stood "
            "in it is left out of this one. Lay both side by side.",
        )


def _of_access(_db: Database, _vault: Database | None, written: Written) -> Iterable[ToMend]:
    """Of the blocks, which a person can mend, and of both finished files, which prove it."""
    composed = written.made.composed
    drawn = {place for place, origin in enumerate(composed.origins) if origin.section}
    yield from to_mend(check_blocks(composed.report, drawn=drawn), composed.report, composed.origins)
    yield from to_mend(check_file(written.public), composed.report, composed.origins)
    if written.exempt is not None:
        found = check_file(written.exempt, exempt=True)
        yield from to_mend(found, composed.report, composed.origins, appendix=True)


def _of_plain_words(db: Database, _vault: Database | None, written: Written) -> Iterable[ToMend]:
    composed = written.made.composed
    formulas = {
        place
        for place, origin in enumerate(composed.origins)
        if origin.part is not None and origin.state is SentenceState.AS_MADE
    }
    found = lint(composed.report, reading_age=reading_age(db), known=known_initials(db), let_be=formulas)
    yield from to_mend(found, composed.report, composed.origins)


CHECKS: tuple[Check, ...] = (_of_composing, _of_the_gate, _of_names, _of_doubts, _of_access, _of_plain_words)
"""In the order in which what they find is listed."""
