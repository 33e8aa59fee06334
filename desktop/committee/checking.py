"""Everything that stops a report from being saved, or is to be looked at before, in one list."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.committee.gate import Search, search_of
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
from resources.report.leak_gate import Leak
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


@dataclass(frozen=True)
class Checked:
    """What the checks look at. `search` holds all that is known, which takes its time: it is gathered once."""

    db: Database
    vault: Database | None
    written: Written
    search: Search


Check = Callable[[Checked], Iterable[ToMend]]


def check_report(db: Database, vault: Database | None, made: Made) -> tuple[ToMend, ...]:
    """What stops it first, then what is to be looked at; each in the order of the report."""
    return check_written(db, vault, write_both(made))


def check_written(db: Database, vault: Database | None, written: Written) -> tuple[ToMend, ...]:
    """The same of documents that are at hand."""
    search = search_of(db, vault, written.made, written.public, file_name=written.file_name)
    checked = Checked(db, vault, written, search)
    found = dict.fromkeys(one for check in CHECKS for one in check(checked))
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


def _of_composing(checked: Checked) -> Iterable[ToMend]:
    return checked.written.made.composed.to_mend


def _of_the_gate(checked: Checked) -> Iterable[ToMend]:
    return _told(checked, checked.search.leaks(), Weight.STOPS)


def _of_doubts(checked: Checked) -> Iterable[ToMend]:
    """What may be of somebody else or of what is exempt, and what the search did not see or could not compare."""
    yield from _told(checked, checked.search.doubts(), Weight.LOOK)
    yield from not_seen(checked.db, checked.vault, checked.written.made.outline)
    for one in checked.search.unread:
        yield ToMend(
            Weight.LOOK,
            f"{one.words}, cannot be read by this version of the program, so nobody looked whether a name that stood "
            "in it is left out of this one. Lay both side by side.",
        )


def _told(checked: Checked, leaks: Iterable[Leak], weight: Weight) -> Iterable[ToMend]:
    composed = checked.written.made.composed
    found = (Found(leak.words, leak.block, weight, leak.where) for leak in leaks)
    return to_mend(found, composed.report, composed.origins)


def _of_access(checked: Checked) -> Iterable[ToMend]:
    """Of the blocks, which a person can mend, and of both finished files, which prove it."""
    written, composed = checked.written, checked.written.made.composed
    drawn = {place for place, origin in enumerate(composed.origins) if origin.section}
    yield from to_mend(check_blocks(composed.report, drawn=drawn), composed.report, composed.origins)
    yield from to_mend(check_file(written.public), composed.report, composed.origins)
    if written.exempt is not None:
        found = check_file(written.exempt, exempt=True)
        yield from to_mend(found, composed.report, composed.origins, appendix=True)


def _of_plain_words(checked: Checked) -> Iterable[ToMend]:
    db, composed = checked.db, checked.written.made.composed
    formulas = {
        place
        for place, origin in enumerate(composed.origins)
        if origin.part is not None and origin.state is SentenceState.AS_MADE
    }
    found = lint(composed.report, reading_age=reading_age(db), known=known_initials(db), let_be=formulas)
    yield from to_mend(found, composed.report, composed.origins)


CHECKS: tuple[Check, ...] = (_of_composing, _of_the_gate, _of_doubts, _of_access, _of_plain_words)
"""In the order in which what they find is listed."""
