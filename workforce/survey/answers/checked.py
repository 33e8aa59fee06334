"""What taking an answers file in would do, as it is shown before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from engagement.register.name_match import NameMatch
from resources.files.forms.forms_file import FormResponse, FormsFile
from resources.files.refused import RefusedRow
from workforce.survey.answers.checks.earlier import EarlierResponse
from workforce.survey.answers.decisions import Decisions, WordsDecision
from workforce.survey.answers.mapping import Uses
from workforce.survey.answers.responses import Answer
from workforce.survey.answers.who_answered import NOBODYS, Whose
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.vocabulary import ColumnUse, QuoteConsent
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.waves import Wave


@dataclass(frozen=True)
class NewResponse:
    """A response to be kept, with its answers by column."""

    line: int
    row_key: str
    answers: Mapping[str, Answer]
    whose: Whose = NOBODYS
    received_on: date | None = None
    language: str = ""
    quote_consent: QuoteConsent = QuoteConsent.NOT_ASKED


@dataclass(frozen=True)
class Difference:
    """One answer of a response taken in before that says something else now; None where it is not answered.

    With `waits` it is not decided what the new one says, so that it stands only once that is.
    """

    column_key: str
    before: Answer | None
    after: Answer | None
    waits: bool = False


@dataclass(frozen=True)
class FactDifference:
    """One thing beside the answers that a response says otherwise now, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class NewFacts:
    """What a response says otherwise beside its answers; None where it says the same. `words` are for the preview.

    A new day alone is no difference: a response that is edited is sent anew.
    """

    consent: QuoteConsent | None = None
    whose: Whose | None = None
    language: str | None = None
    received_on: date | None = None
    words: tuple[FactDifference, ...] = ()


@dataclass(frozen=True)
class DoubtfulRow:
    """A row of which it cannot be told whether it is a response held already, or whose rows are one response.

    `handle` is that by which it is decided, `number` that of the response it may be, where it is one.
    """

    line: int
    handle: str
    reason: str
    response_id: str = ""
    number: int | None = None


@dataclass(frozen=True)
class ChangedResponse:
    """A response taken in before that the file has with other answers; `chosen` where they are to stand.

    `withdrawn`: it may not be quoted any more, which holds whether or not the rest is chosen.
    """

    line: int
    row_key: str
    response_id: str
    number: int
    differences: tuple[Difference, ...]
    chosen: bool = False
    facts: NewFacts = NewFacts()

    @property
    def withdrawn(self) -> bool:
        """Whether it says now that it is not to be quoted."""
        return self.facts.consent is QuoteConsent.NO

    @property
    def can_stand(self) -> tuple[Difference, ...]:
        """The answers of which it is clear what they say."""
        return tuple(one for one in self.differences if not one.waits)


@dataclass(frozen=True)
class UnknownWords:
    """Words that are no option of their question, or no figure: once each, with how often.

    `decision` is what was decided of them, `remembered` where that was at an earlier file; `suggested` the likeliest,
    with why. `problem` says why rows with them are refused while nothing is decided; '' where they are kept as
    they stand.
    """

    column_key: str
    said_key: str
    said: str
    times: int
    lines: tuple[int, ...]
    suggested: WordsDecision | None = None
    likeness: int = 0
    reason: str = ""
    decision: WordsDecision | None = None
    remembered: bool = False
    problem: str = ""


@dataclass(frozen=True)
class NameInFile:
    """A name in the file, once, with the lines it stands in and whom it may mean."""

    said_key: str
    said: str
    lines: tuple[int, ...]
    match: NameMatch

    @property
    def times(self) -> int:
        """How many responses have it."""
        return len(self.lines)


@dataclass(frozen=True)
class SharesToDecide:
    """A column of percentages where 0.5 may be a half or half of one per cent."""

    column_key: str
    said: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Checked:
    """What taking a file in would do. `position` is that of the history: a later change makes it out of date.

    `asked` is the question each used column answers. Those of columns that become new questions are made of `drafts`
    and have keys of their own until they are taken in.
    """

    wave: Wave
    file: FormsFile
    uses: Uses
    decisions: Decisions
    asked: Mapping[str, Asked]
    drafts: Mapping[str, QuestionDraft]
    new: tuple[NewResponse, ...]
    changed: tuple[ChangedResponse, ...]
    already: tuple[FormResponse, ...]
    blank: tuple[FormResponse, ...]
    held_back: tuple[FormResponse, ...]
    refused: tuple[RefusedRow, ...]
    unknown: tuple[UnknownWords, ...]
    names: tuple[NameInFile, ...]
    shares: tuple[SharesToDecide, ...]
    warnings: tuple[str, ...]
    position: int
    notes: tuple[str, ...] = ()
    doubtful: tuple[DoubtfulRow, ...] = ()
    """Rows to be decided; until then they are neither added nor changed."""
    left_rows: tuple[FormResponse, ...] = ()
    """Rows that were said to be left out, those not completed among them."""
    parts: Mapping[str, Mapping[str, WordsDecision]] = field(default_factory=dict)
    """By column and key, what figures between 0 and 1 are read as in columns of percentages."""
    earlier: tuple[EarlierResponse, ...] = ()
    """Those taken in before that are nobody's, and gave a name decided now."""

    @property
    def left_out(self) -> list[str]:
        """The headings of the columns that are left out."""
        return [one.heading for one in self.file.columns if self.uses[one.key].use is ColumnUse.LEFT_OUT]

    @property
    def undecided(self) -> list[UnknownWords]:
        """The words of which nothing is decided yet."""
        return [one for one in self.unknown if one.decision is None]

    @property
    def names_to_look_at(self) -> list[NameInFile]:
        """The names that are not sure."""
        return [one for one in self.names if not one.match.is_sure]

    @property
    def brings_something(self) -> bool:
        """Whether taking it in would change anything."""
        return bool(self.new or self.changed_chosen or self.withdrawn)

    @property
    def withdrawn(self) -> list[ChangedResponse]:
        """The responses that may not be quoted any more."""
        return [one for one in self.changed if one.withdrawn]

    @property
    def changed_chosen(self) -> list[ChangedResponse]:
        """The responses whose new answers are to stand."""
        return [one for one in self.changed if one.chosen and (one.can_stand or one.facts.words)]

    @property
    def changed_left(self) -> list[ChangedResponse]:
        """The responses whose new answers could stand and are not chosen."""
        return [one for one in self.changed if not one.chosen and (one.can_stand or one.facts.words)]

    @property
    def earlier_chosen(self) -> tuple[EarlierResponse, ...]:
        """The responses taken in before that are tied too."""
        return self.earlier if self.decisions.tie_earlier else ()
