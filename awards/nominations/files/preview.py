"""What is shown before a file of nominations is taken in: counts, rows, and what is to be looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from awards.category_words import category_column
from awards.exempt import EXEMPTION
from awards.nominations.files.checked import ChangedAnswer, Checked, FileNomination, FlagKind
from awards.nominations.files.fields import NominationField
from awards.nominations.files.mapping import Uses
from awards.nominations.files.told_words import category_key
from resources.files.forms import preview
from resources.files.forms.preview import LINE, PreviewGroup
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, lower_first, shortened

_SHOWN = 90
_COLUMNS = (
    LINE,
    Column("nominee", "Nominee", width=170),
    category_column(width=252),
    Column("place", "Home or service", width=160),
    Column("tied", "In the register", width=160),
    Column("nominator", "Nominator", width=140),
    Column("kind", "From", width=130),
    Column("words", "Words", ColumnKind.NUMBER, 70),
    Column("received_on", "Received", ColumnKind.DATE, 104),
    Column("statement", "Statement", width=300),
)
_FLAGGED = (
    LINE,
    Column("nominee", "Nominee", width=150),
    Column("what", "What is to be looked at", width=420),
)
_CHANGED = (
    LINE,
    Column("nominee", "Nominee", width=150),
    Column("part", "Changed", width=120),
    Column("held", "As it is held", width=240),
    Column("told", "As the file has it", width=240),
    Column("what", "What becomes of it", width=200),
)
_EXPLAINED = {
    FlagKind.EARLY: "They are taken in with the reason that was given, which is kept.",
    FlagKind.LATE: "They are taken in with the reason that was given, which is kept.",
    FlagKind.OVER_LIMIT: "They are taken in whole. What the judges read of them is decided beside each nomination.",
    FlagKind.ATTACHED: "They are taken in without a statement; the judges read only what stands here.",
    FlagKind.CUT_OFF: "A cell of Excel holds no more. Export the form as CSV, or look the end up.",
    FlagKind.DRAFT: "They wait among the drafts until the nominator has said why.",
    FlagKind.SEVERAL: "Each nominee has a nomination of their own with the same words.",
    FlagKind.NOT_TIED: "They are taken in as they are told; the service can be said later.",
    FlagKind.AGAIN: "They are taken in. Mark one of them a duplicate where it is.",
    FlagKind.SAME_WORDS: "They are taken in. Look whether a text was handed round.",
    FlagKind.OUT_BEFORE: "They come in as somebody new.",
    FlagKind.MAY_BE: "They come in as somebody new. Group them later where they are the same person.",
    FlagKind.SELF: "Look whether the names of nominator and nominee were mixed up.",
    FlagKind.CONSENT: "What is agreed to with limits is not published until somebody asks.",
    FlagKind.ADDRESS: "The address is left out; the rest is taken in.",
    FlagKind.NOBODY: "They are taken in without a nominator, whom nobody can ask.",
}


def preview_groups(found: Checked) -> list[PreviewGroup]:
    """New nominees, other voices, what is to be looked at, what waits, and what is refused."""
    return [
        *_nominations("New nominees", [one for one in found.new if not one.join], "They are added."),
        *_nominations(
            "Another voice", [one for one in found.new if one.join],
            "Somebody of that name is nominated in the same category and at the same place: each is judged once, with "
            "all voices.",
        ),
        *_changed(found),
        *_nominations(
            FlagKind.EARLY.value, [one for one in found.held_back if one.early],
            "Not taken in: what came before nominations opened comes in only with a reason.",
        ),
        *_nominations(
            "Late", [one for one in found.held_back if not one.early],
            "Not taken in: what is late comes in only with a reason.",
        ),
        *(group for kind in FlagKind for group in _flagged(found, kind)),
        *preview.held_already(found.already),
        *preview.lines_group("Left out", found.left, "Left out by choice."),
        *preview.nothing_answered(found.blank),
        *map(_marked, preview.refused_groups(found.refused)),
    ]  # fmt: skip


def _nominations(name: str, some: Sequence[FileNomination], words: str) -> list[PreviewGroup]:
    table = Table(name, _COLUMNS, [_row(one) for one in some], exempt=EXEMPTION)
    return [PreviewGroup(name, len(some), table, words)] if some else []


def _row(one: FileNomination) -> tuple[Cell, ...]:
    draft = one.draft
    return (
        one.line, draft.nominee, one.category.name, draft.place_told, one.tied.words, draft.nominator,
        draft.nominator_kind.label, one.words, one.received_on.isoformat(),
        shortened(" ".join(draft.statement.split()), _SHOWN),
    )  # fmt: skip


def _flagged(found: Checked, kind: FlagKind) -> list[PreviewGroup]:
    rows: list[tuple[Cell, ...]] = [
        (one.line, one.draft.nominee, words) for one, words in found.flagged(kind)
    ]
    table = Table(kind.value, _FLAGGED, rows, exempt=EXEMPTION)
    name = f"Look at: {lower_first(kind.value)}"
    return [PreviewGroup(name, len(rows), table, _EXPLAINED[kind])] if rows else []


def _changed(found: Checked) -> list[PreviewGroup]:
    if not found.changed:
        return []
    taken = found.choices.take_changed
    rows: list[tuple[Cell, ...]] = [
        (
            one.line, one.nominee, one.what, shortened(" ".join(one.held.split()), _SHOWN),
            shortened(" ".join(one.told.split()), _SHOWN),
            one.refused or _becomes(one, taken),
        )
        for one in found.changed
    ]  # fmt: skip
    words = "They were taken in before, and the file says something else now. "
    words += "What is new stands." if taken else "What is held stays unless you choose otherwise."
    table = Table("Changed since", _CHANGED, rows, exempt=EXEMPTION)
    return [PreviewGroup("Changed since", len(rows), table, words, to_decide=True)]


def _becomes(one: ChangedAnswer, taken: bool) -> str:
    if one.always:
        return "Taken over: a consent that is withdrawn is withdrawn"
    return "What is new stands" if taken else "What is held stays"


def _marked(group: PreviewGroup) -> PreviewGroup:
    return replace(group, table=replace(group.table, exempt=EXEMPTION))


def preview_notes(found: Checked) -> list[str]:
    """The warnings, what is still to be decided, and what is left out."""
    return [*found.warnings, *_to_decide(found), *preview.left_out_words(found.left_out)]


def _to_decide(found: Checked) -> list[str]:
    asked, notes = found.asked, []
    if asked.categories:
        names = and_list([f"“{shortened(one, 40)}”" for one in list(asked.categories)[:4]])
        decided = all(key in _chosen(found) for key in asked.categories)
        if not decided:
            notes.append(f"No category of the round is called {names}: say which is meant.")
    places = [one for one in asked.places if one.is_asked]
    if places:
        notes.append(
            f"{count_of(len(places), 'home or service', 'homes or services')} may be one of the register."
        )
    together = [one for one in asked.several if not one.apart]
    if together:
        notes.append(
            f"{count_of(len(together), 'answer')} may name several nominees and {_are(together)} taken as one."
        )
    return notes


def _are(some: Sequence[object]) -> str:
    return "is" if len(some) == 1 else "are"


def _chosen(found: Checked) -> Iterable[str]:
    """The unknown words of categories that a person has said something of."""
    return [one for one in found.asked.categories if category_key(one) in found.choices.categories]


def uses_table(uses: Uses, headings: Iterable[tuple[str, str]]) -> Table:
    """What each column is taken for, and why; `headings` are the columns' keys and headings."""

    def taken_for(key: str) -> tuple[str, str]:
        use = uses[key]
        return ("Left out" if use.field is NominationField.LEFT_OUT else use.field.label), use.how.value

    return preview.uses_table(headings, taken_for, "Taken for")
