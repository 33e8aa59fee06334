"""The review as a table and as a workbook, with a column to be filled in, and read back from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from engagement.forums.groups import marked
from engagement.forums.online.matching import Person
from engagement.forums.online.providers_said import held_provider, new_provider, refuse_by_a_slip
from engagement.forums.online.review import Line, Review, likely_newcomer
from engagement.forums.online.whom import Choice, LeftOut, Matched, NewPerson, SameAs, matched
from engagement.register.names import folded
from resources.files.headers import FieldSpec, HeaderFound, find_header
from resources.files.names import name_of
from resources.files.reading import Row, read_sheets
from resources.files.writing import save_xlsx
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list
from resources.words import plain

REVIEW_COLUMNS = (
    Column("number", "No.", ColumnKind.NUMBER, 48),
    Column("shown", "Shown as", width=200),
    Column("minutes", "Minutes", ColumnKind.NUMBER, 80),
    Column("joins", "Joins", ColumnKind.NUMBER, 60),
    Column("said", "Matched to", width=280),
    Column("score", "Score", ColumnKind.NUMBER, 64),
    Column("grade", "Grade", ColumnKind.STATUS, 104),
    Column("standing", "Decision", ColumnKind.STATUS, 128),
    Column("email", "E-mail in the file", width=210),
    Column("reasons", "Why", width=420),
)


def line_cells(line: Line) -> tuple[Cell, ...]:
    """A line under the columns of the review."""
    return (
        int(line.key),
        line.person.shown_words,
        line.seconds // 60 if line.person.spans or line.person.seconds else None,
        line.person.joins,
        line.said,
        line.match.score or None,
        line.match.grade.label,
        line.standing.label,
        line.person.email,
        " ".join((*line.reasons, *line.person.remarks)),
    )


def review_table(review: Review) -> Table:
    """Every line of the review, and beneath it how the file was read and what would be written."""
    notes = (
        *(one.sentence for one in review.obstacles),
        *((review.found.shift_sentence,) if review.found.shift_sentence else ()),
        *review.found.notes,
        review.summary,
    )
    table = Table(
        f"Online attendance of {review.event.title}",
        REVIEW_COLUMNS,
        [line_cells(line) for line in review.lines],
        source=review.found.file.name,
        notes=notes,
    )
    return marked(table, review.event.openness)


# --- the workbook -----------------------------------------------------------------------------------------

NEW_PROVIDER = "New provider"
CONFIRM, NEW, COUNCIL, LEAVE_OUT, SAME = "Confirm", "New contact", "Council staff", "Leave out", "Same as"
_WAYS = (
    f"Write into “Your decision”: {CONFIRM}; {NEW} (with the provider beside it, or under “{NEW_PROVIDER}” one that "
    f"the register lacks); {COUNCIL}; {LEAVE_OUT}; {SAME} 3 "
    "(the person of line 3); or the name of another contact, with the provider beside it where two have the name.",
    "Write Yes into “Count although short” for somebody who counts although the time was short, or was only booked.",
    "Lines that are sure need nothing; a line with nothing written stays as it is.",
)
_ASKED = (
    Column("decision", "Your decision", width=170),
    Column("provider", "Provider", width=200),
    Column("new_provider", NEW_PROVIDER, width=170),
    Column("count", "Count although short", width=110),
)


def save_review(review: Review, path: Path) -> None:
    """A workbook to be filled in and read again."""
    table = review_table(review)
    columns = (*REVIEW_COLUMNS[:2], *_ASKED, *REVIEW_COLUMNS[2:])
    rows = [(*line_cells(line)[:2], *_said(review, line), *line_cells(line)[2:]) for line in review.lines]
    save_xlsx([replace(table, columns=columns, rows=rows, notes=(*_WAYS, *table.notes))], path)


def _said(review: Review, line: Line) -> tuple[Cell, ...]:
    choice, counts = line.choice, "Yes" if line.key in review.counted else ""
    home = review.found.known.by_id.get(line.match.fits[0].person.id) if line.match.fits else None
    if isinstance(choice, Matched):
        offered = home is not None and home.id == choice.contact_id
        return (CONFIRM if offered else choice.name), ("" if offered else choice.home), "", counts
    if isinstance(choice, NewPerson):
        return (
            (COUNCIL, "", "", counts) if choice.council else (NEW, choice.home, choice.new_provider, counts)
        )
    if isinstance(choice, SameAs):
        return f"{SAME} {choice.key}", "", "", counts
    return (LEAVE_OUT if isinstance(choice, LeftOut) else ""), "", "", counts


_FIELDS = (
    FieldSpec("number", ("No.",), required=True),
    FieldSpec("shown", ("Shown as",), required=True),
    FieldSpec("decision", ("Your decision",), required=True),
    FieldSpec("provider", ("Provider",)),
    FieldSpec("new_provider", (NEW_PROVIDER,)),
    FieldSpec("count", ("Count although short",)),
)


def read_decisions(review: Review, path: Path) -> Review:
    """The review with what was filled into its workbook. A workbook of another file's review is refused."""
    header, rows = _rows(path)
    for row in rows:
        said = {name: " ".join(text.split()) for name, text in header.values(row).items()}
        if not said["number"].isdecimal():
            continue  # the lines beneath the table
        line = _line(review, path, row, said)
        if plain(said.get("count", "")) in ("yes", "y", "1", "true"):
            review = review.count(line.key)
        if said["decision"]:
            review = _decided(review, line, said, f"Line {row.line} of “{name_of(path)}”")
    return review


def _rows(path: Path) -> tuple[HeaderFound, list[Row]]:
    for sheet in read_sheets(path):
        header = find_header(sheet.head(), _FIELDS)
        if header is not None and not header.missing:
            return header, list(header.below(sheet.rows))
    raise Problem(
        f"“{name_of(path)}” is no review: columns “No.”, “Shown as” and “Your decision” were expected. Save the review "
        "as a workbook first, fill that in, and give it here."
    )


def _line(review: Review, path: Path, row: Row, said: Mapping[str, str]) -> Line:
    key = str(int(said["number"]))
    found = next((line for line in review.lines if line.key == key), None)
    if found is None or folded(said["shown"]) not in (
        folded(found.person.shown), folded(found.person.shown_words),
    ):  # fmt: skip
        raise Problem(
            f"“{name_of(path)}” is the review of another file: its line {row.line} is about “{said['shown']}”, who is "
            f"not number {key} of “{review.found.file.name}”. Save the review of this file and fill that in."
        )
    return found


def _decided(review: Review, line: Line, said: Mapping[str, str], where: str) -> Review:
    words, provider = plain(said["decision"]), said.get("provider", "")
    if words in (plain(CONFIRM), "confirmed", "yes", "y"):
        return _in_place(lambda: review.confirm(line.key), where)
    if made := said.get("new_provider", ""):
        choice: Choice = _at_a_new_one(review, line, said, made, where)
    else:
        choice = _choice(review, line, said["decision"], provider, where)
    return _in_place(lambda: review.choose(line.key, choice), where)


def _in_place(do: Callable[[], Review], where: str) -> Review:
    try:
        return do()
    except Problem as problem:
        raise Problem(f"{where}: {problem.sentence}") from None


def _choice(review: Review, line: Line, text: str, provider: str, where: str) -> Choice:
    words = plain(text)
    if words in (plain(LEAVE_OUT), "left out"):
        return LeftOut()
    if words in (plain(COUNCIL), "council"):
        return replace(
            likely_newcomer(line, review.found.known),
            provider_id=None,
            new_provider="",
            council=True,
            home="",
        )
    if words in (plain(NEW), "new"):
        return newcomer(review, line, provider, where)
    if words.startswith(plain(SAME)) and (number := words.removeprefix(plain(SAME)).strip()).isdecimal():
        return SameAs(str(int(number)))
    return matched(_contact(review, text, provider, where))


def newcomer(review: Review, line: Line, provider: str, where: str) -> NewPerson:
    """Somebody new at a provider of the register, or at a new one; without a name where the file says they are from."""
    begun = likely_newcomer(line, review.found.known)
    if not provider:
        if begun.new_provider:
            refuse_by_a_slip(review.found.known, begun.new_provider, where, NEW_PROVIDER)
        if begun.provider_id or begun.new_provider:
            return begun
        raise Problem(
            f"{where}: where {begun.name} is from is not said. Write the provider’s name beside it."
        )
    known = held_provider(review.found.known, provider, where, NEW_PROVIDER)
    return replace(begun, provider_id=known, new_provider="", home=provider)


def _at_a_new_one(review: Review, line: Line, said: Mapping[str, str], made: str, where: str) -> NewPerson:
    """Somebody new at a provider that the register lacks."""
    if plain(said["decision"]) not in (plain(NEW), "new") or said.get("provider"):
        raise Problem(
            f"{where}: “{made}” stands under “{NEW_PROVIDER}”. Write “{NEW}” as the decision and leave “Provider” "
            f"empty, or take “{made}” out."
        )
    begun = likely_newcomer(line, review.found.known)
    return replace(
        begun, provider_id=None, new_provider=new_provider(review.found.known, made, where), home=""
    )


def _contact(review: Review, text: str, provider: str, where: str) -> Person:
    """The one contact with the key or name."""
    known = review.found.known
    if text in known.by_id:
        return known.by_id[text]
    named = [one for one in known.people if folded(one.name) == folded(text)]
    fitting = [
        one
        for one in named
        if not provider or folded(provider) in (folded(one.provider), folded(one.service))
    ]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Problem(
            f"{where}: “{text}” is no contact of the register{f' at {provider}' if provider else ''} and no decision. "
            f"Write {and_list([CONFIRM, NEW, COUNCIL, LEAVE_OUT, f'{SAME} 3'], 'or')}, or a contact’s name."
        )
    homes = and_list([one.home for one in fitting[:6]])
    raise Problem(
        f"{where}: {text} may be {len(fitting):,} contacts, of {homes}. Write the provider beside the name."
    )
