"""What a person has said so far about an answers file on its way in. Going back and forth changes nothing of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from resources.files.forms.forms_file import FormsFile
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.decisions import (
    NOTHING_DECIDED,
    Decisions,
    RowMeans,
    WhoDecision,
    WordsDecision,
)
from workforce.survey.answers.mapping import ColumnUseFor


@dataclass(frozen=True)
class ImportDraft:
    """The file, what its columns are taken for, what was decided, and what checking all of that found.

    `suggested` are the uses as they were offered. `found` is of an earlier word where `stale`.
    """

    wave_id: str
    file: FormsFile
    suggested: Mapping[str, ColumnUseFor]
    uses: Mapping[str, ColumnUseFor]
    decisions: Decisions = NOTHING_DECIDED
    found: Checked | None = None
    stale: bool = field(default=True)

    def with_use(self, column_key: str, use: ColumnUseFor) -> "ImportDraft":
        """With one column taken for something else."""
        return replace(self, uses={**self.uses, column_key: use}, stale=True)

    def with_words(self, column_key: str, said_key: str, decision: WordsDecision | None) -> "ImportDraft":
        """With words decided, or no more."""
        words = {key: one for key, one in self.decisions.words.items() if key != (column_key, said_key)}
        if decision is not None:
            words[(column_key, said_key)] = decision
        return self._decided(replace(self.decisions, words=words))

    def with_share(self, column_key: str, shares: bool | None) -> "ImportDraft":
        """With figures up to 1 said to be shares, or not, or nothing said."""
        said = {key: one for key, one in self.decisions.shares.items() if key != column_key}
        if shares is not None:
            said[column_key] = shares
        return self._decided(replace(self.decisions, shares=said))

    def with_who(self, said_key: str, decision: WhoDecision | None) -> "ImportDraft":
        """With a name said to be somebody, or nobody, or nothing said of it."""
        who = {key: one for key, one in self.decisions.who.items() if key != said_key}
        if decision is not None:
            who[said_key] = decision
        return self._decided(replace(self.decisions, who=who))

    def with_as_planned(self, column_key: str, kept: bool) -> "ImportDraft":
        """With the words planned of a question kept, or put right by the file."""
        others = self.decisions.as_planned - {column_key}
        return self._decided(replace(self.decisions, as_planned=others | ({column_key} if kept else set())))

    def with_held_back(self, hold_back: bool) -> "ImportDraft":
        """With responses that are nobody's left out, or taken in untied."""
        return self._decided(replace(self.decisions, hold_back=hold_back))

    def with_changed(self, row_keys: frozenset[str]) -> "ImportDraft":
        """With the responses taken in before whose new answers are to stand."""
        return self._decided(replace(self.decisions, changed=row_keys))

    def with_rows(self, rows: Mapping[str, RowMeans]) -> "ImportDraft":
        """With what doubtful rows were said to be."""
        return self._decided(replace(self.decisions, rows=rows))

    def with_incomplete_left(self, leave: bool) -> "ImportDraft":
        """With responses that were never sent off left out, or taken in."""
        return self._decided(replace(self.decisions, leave_incomplete=leave))

    def with_earlier(self, tie: bool) -> "ImportDraft":
        """With responses taken in before tied too, where they gave a name decided now."""
        return self._decided(replace(self.decisions, tie_earlier=tie))

    def checked(self, found: Checked) -> "ImportDraft":
        """With what checking it found."""
        return replace(self, found=found, stale=False)

    def _decided(self, decisions: Decisions) -> "ImportDraft":
        return replace(self, decisions=decisions, stale=True)
