"""What taking in a file of nominations would do, and what a person decided of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from awards.nominations.files.fields import NominationField
from awards.nominations.files.mapping import Uses, columns_of
from awards.nominations.files.matching import PlaceDecision, Tied
from awards.nominations.files.several import Several
from awards.nominations.nominations import NominationDraft, NominationFacts
from awards.rounds.categories import Category
from awards.rounds.rounds import AwardRound
from resources.files.forms.forms_file import FormResponse, FormsFile
from resources.files.refused import RefusedRow
from resources.wording import count_of


class FlagKind(Enum):
    """What is to be looked at in a nomination that comes in all the same; the value heads its group."""

    EARLY = "Before nominations opened"
    LATE = "Late"
    OVER_LIMIT = "Over the limit"
    ATTACHED = "Only in an attachment"
    CUT_OFF = "Cut off by Excel"
    DRAFT = "Kept as drafts"
    SEVERAL = "One of several"
    NOT_TIED = "Not tied"
    AGAIN = "The same voice again"
    SAME_WORDS = "The same words"
    OUT_BEFORE = "Ruled out before"
    MAY_BE = "Nominated already?"
    SELF = "Nominates themself"
    CONSENT = "Consent in doubt"
    ADDRESS = "No whole address"
    NOBODY = "No nominator"


@dataclass(frozen=True)
class Flag:
    """Something to look at, as a sentence."""

    kind: FlagKind
    words: str


@dataclass(frozen=True)
class Choices:
    """What a person decided. Keys are what is told: of a category, of a place, of nominees, of a pair of nominees.

    `several` says whether an answer names several, `joins` whether two nominees are one, `leave` which rows stay out.
    """

    category_id: str = ""
    categories: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, PlaceDecision] = field(default_factory=dict)
    several: Mapping[str, bool] = field(default_factory=dict)
    joins: Mapping[str, bool] = field(default_factory=dict)
    late_reason: str = ""
    take_changed: bool = False
    as_drafts: bool = False
    leave: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FileNomination:
    """A nomination to be taken in. `join` is the entry that it is another voice for, or the first of the file of those.

    `late` says why it is outside the time of nominating, '' where it is within it; `early` where it came before.
    """

    line: int
    row_key: str
    draft: NominationDraft
    category: Category
    received_on: date
    tied: Tied
    words: int
    late: str = ""
    early: bool = False
    as_draft: bool = False
    join: str = ""
    flags: tuple[Flag, ...] = ()

    def flagged(self, kind: FlagKind, words: str) -> "FileNomination":
        """The same with one more thing to look at."""
        return replace(self, flags=(*self.flags, Flag(kind, words)))


@dataclass(frozen=True)
class AskedSeveral:
    """An answer that may name several nominees: as one and apart, and what is taken unless somebody decides."""

    key: str
    line: int
    said: str
    found: Several
    apart: bool


@dataclass(frozen=True)
class AskedJoin:
    """Two nominees of one name in one category: the same, or two people? `same` unless somebody decides."""

    key: str
    line: int
    nominee: str
    other: str
    reason: str
    same: bool


@dataclass(frozen=True)
class ChangedAnswer:
    """A nomination taken in before, of which the file now says something else: `what`, and the `facts` of it.

    `refused` says why it stays. What is taken over `always` is for nobody to decide: a consent that was withdrawn.
    """

    line: int
    nomination_id: str
    nominee: str
    held: str
    told: str
    refused: str = ""
    what: str = "Statement"
    facts: NominationFacts = field(default_factory=NominationFacts)
    always: bool = False

    @property
    def is_choice(self) -> bool:
        """Whether a person decides if it is taken over."""
        return not self.refused and not self.always


@dataclass(frozen=True)
class Asked:
    """What a person is asked, decided or not. `categories` are unknown words, with the keys of those they are like."""

    categories: Mapping[str, tuple[str, ...]]
    several: tuple[AskedSeveral, ...]
    places: tuple[Tied, ...]
    joins: tuple[AskedJoin, ...]
    late: int = 0
    without_statement: int = 0
    changed: int = 0
    early: int = 0
    """How many of those that are late came before nominations opened."""

    @property
    def late_words(self) -> str:
        """How many came outside the time of nominating, and on which side of it."""
        after = self.late - self.early
        late = f"{count_of(after, 'nomination')} came late" if after else ""
        if not self.early:
            return late
        early = f"{count_of(self.early, 'nomination')} came before nominations opened"
        return f"{early}, {after:,} came late" if late else early

    @property
    def is_any(self) -> bool:
        """Whether there is anything to decide."""
        return bool(
            self.categories or self.several or self.places or self.joins or self.late or self.without_statement
            or self.changed
        )  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """What taking a file in would do. `position` is that of the history: a later change makes it out of date.

    `held_back` are late ones, which come in only with a reason; `left` those that a person leaves out.
    """

    round: AwardRound
    file: FormsFile
    uses: Uses
    choices: Choices
    new: tuple[FileNomination, ...]
    already: tuple[FormResponse, ...]
    changed: tuple[ChangedAnswer, ...]
    held_back: tuple[FileNomination, ...]
    left: tuple[FormResponse, ...]
    blank: tuple[FormResponse, ...]
    refused: tuple[RefusedRow, ...]
    asked: Asked
    warnings: tuple[str, ...]
    position: int

    @property
    def nominees(self) -> int:
        """How many would be nominated who are not yet."""
        return sum(not one.join for one in self.new)

    @property
    def edits(self) -> tuple[ChangedAnswer, ...]:
        """What is new of nominations held, where it is to be taken."""
        taken = self.choices.take_changed
        return tuple(one for one in self.changed if one.always or (taken and not one.refused))

    @property
    def edited(self) -> int:
        """Of how many nominations held something new is taken."""
        return len({one.nomination_id for one in self.edits})

    @property
    def left_out(self) -> list[str]:
        """The headings of the columns that are left out."""
        return [
            one.heading
            for one in columns_of(self.file)
            if self.uses[one.key].field is NominationField.LEFT_OUT
        ]

    def flagged(self, kind: FlagKind) -> list[tuple[FileNomination, str]]:
        """The nominations with something to look at, and its sentence."""
        return [(one, flag.words) for one in self.new for flag in one.flags if flag.kind is kind]
