"""A scoring workbook held against what its judge was given: new, changed and the same, and what is refused and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from awards.judging.conflict_reading import conflicts_in
from awards.judging.panel import Member, member, member_names, members
from awards.judging.scores import (
    Given,
    allowed_words,
    conflict_words,
    fault_of,
    given_to,
    may_score,
    scores_of,
)
from awards.judging.workbook import is_of, scale_code
from awards.judging.workbook_in.reading import Cover, ReadRow, ScoreFile, plain_heading
from awards.points import read_points
from awards.rounds.criteria import Criterion, criteria, criteria_of
from awards.rounds.rounds import AwardRound, award_round, rounds
from awards.vocabulary import AssignmentStatus
from engagement.register.names import folded, name_key
from resources.database import Database
from resources.database.history import earlier_values, history_position
from resources.files.refused import RefusedRow
from resources.problem import Problem
from resources.wording import and_list


@dataclass(frozen=True)
class FoundRow:
    """What a row brings of one nominee. A criterion that is not in `points` stays as it is; empty is not 0."""

    line: int
    given: Given
    criteria: tuple[Criterion, ...]
    points: Mapping[str, int]
    before: Mapping[str, int]
    abstain: str
    comment: str

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return not self.points and not self.abstain

    @property
    def is_comment(self) -> bool:
        """Whether it brings a comment and nothing else."""
        abstained = self.given.status is AssignmentStatus.ABSTAINED
        return self.is_empty and not abstained and self.comment not in ("", self.given.comment)

    @property
    def brings(self) -> bool:
        """Whether anything of it is new."""
        return self.is_comment or not (self.is_empty or self.is_same)

    @property
    def is_same(self) -> bool:
        """Whether all of it is held already."""
        if self.comment and self.comment != self.given.comment:
            return False
        if self.abstain:
            return self.given.status is AssignmentStatus.ABSTAINED and self.given.reason == self.abstain
        return all(self.before.get(key) == points for key, points in self.points.items())

    @property
    def is_new(self) -> bool:
        """Whether nothing was held of the nominee so far."""
        return not self.before and self.given.status is not AssignmentStatus.ABSTAINED

    @property
    def left_empty(self) -> int:
        """How many cells are empty of what is held; it stays."""
        return 0 if self.abstain else len(self.before.keys() - self.points.keys())


@dataclass(frozen=True)
class CheckedScores:
    """What taking it in would do. `missing` are nominees given to the judge whom the file does not list."""

    file: ScoreFile
    round: AwardRound
    member: Member
    judge: str
    rows: tuple[FoundRow, ...]
    missing: tuple[Given, ...]
    refused: tuple[RefusedRow, ...]
    unread: tuple[str, ...]
    position: int

    @property
    def to_keep(self) -> tuple[FoundRow, ...]:
        """Those that bring something."""
        return tuple(one for one in self.rows if one.brings)


class NeedsJudge(Problem):
    """The file does not say whose it is, and nobody has said."""


class _Refusal(Problem):
    """Why a row is refused; `repair` is what is to be mended, by which the preview gathers rows."""

    def __init__(self, repair: str, sentence: str) -> None:
        super().__init__(sentence)
        self.repair = repair


def check_scores(
    db: Database, file: ScoreFile, round_id: str, *, member_id: str | None = None
) -> CheckedScores:
    """What taking the file in would do; `member_id` is whose a person says it is. Writes nothing."""
    whose = _whose(db, file, award_round(db, round_id), member_id)
    given = {one.reference: one for one in given_to(db, whose.id)}
    _refuse_other_scale(db, file, given)
    reader = _Rows(db, file, round_id, given)
    for row in file.rows:
        reader.read(row)
    missing = tuple(one for reference, one in given.items() if reference not in reader.listed)
    known = {plain_heading(one.name) for one in criteria(db, round_id)}
    return CheckedScores(
        file, award_round(db, round_id), whose, member_names(db, round_id)[whose.id], tuple(reader.found), missing,
        tuple(reader.refused), tuple(one for one in file.scored if plain_heading(one) not in known),
        history_position(db),
    )  # fmt: skip


# --- whose it is ----------------------------------------------------------------------------------------------


def _whose(db: Database, file: ScoreFile, held: AwardRound, chosen: str | None) -> Member:
    if not file.cover.is_said:
        if chosen is None:
            raise NeedsJudge(
                f"“{file.name}” does not say whose scores it holds: its sheet “About” is gone. Choose the judge, or "
                "ask for the workbook as it was sent."
            )
        return member(db, chosen)
    found = next((one for one in members(db, held.id) if is_of(file.cover.code, held.id, one)), None)
    if found is None:
        raise Problem(_not_ours(db, file, held))
    names = member_names(db, held.id)
    _refuse_contradiction(db, file, found, names[found.id])
    if chosen is not None and chosen != found.id:
        raise Problem(
            f"“{file.name}” is the workbook of {names[found.id]} (judge {found.number}), and {names[chosen]} was "
            "chosen. Choose the judge whose it is, or another file."
        )
    return found


def _not_ours(db: Database, file: ScoreFile, held: AwardRound) -> str:
    for other in rounds(db, archived=True):
        if other.id != held.id and any(
            is_of(file.cover.code, other.id, one) for one in members(db, other.id)
        ):
            return (
                f"“{file.name}” is a workbook of {other.name}, and scores of {held.name} were asked for. Choose this "
                "round’s file, or the other round."
            )
    if file.cover.round and folded(file.cover.round) != folded(held.name):
        return (
            f"“{file.name}” says that it is of “{file.cover.round}”, and scores of {held.name} were asked for. Choose "
            "this round’s file."
        )
    code = f"the check code “{file.cover.code}”" if file.cover.code else "no check code"
    return (
        f"“{file.name}” has {code}, which is that of no judge of {held.name}. Save the judge’s workbook again, and "
        "have the scores entered there."
    )


def _refuse_contradiction(db: Database, file: ScoreFile, found: Member, called: str) -> None:
    """A name that the judge bore when the workbook was saved is no contradiction."""
    cover: Cover = file.cover
    borne = {name_key(found.name)} | {
        name_key(str(name)) for _, name in earlier_values(db, "panel_member", [found.id], ("name",)) if name
    }
    other_name = cover.judge and name_key(cover.judge) not in borne
    other_number = cover.number.isdigit() and int(cover.number) != found.number
    if other_name or other_number:
        said = f"judge {cover.number}, {cover.judge}" if cover.number else cover.judge
        raise Problem(
            f"“{file.name}” was saved for {called} (judge {found.number}), and its sheet “About” now says {said}. "
            "Put the name and number on that sheet right, or save a new workbook and have the scores copied there."
        )


def _refuse_other_scale(db: Database, file: ScoreFile, given: Mapping[str, Given]) -> None:
    """A 4 of 5 is no 4 of 10: scores count only by the scales that stood in the workbook when it left."""
    if not file.cover.is_said:
        return
    codes = set(file.cover.scales.upper().split())
    in_use: dict[str, Criterion] = {}
    for category_id in {given[row.reference].category_id for row in file.rows if row.reference in given}:
        in_use |= {one.id: one for one in criteria_of(db, category_id)}
    told = {heading for row in file.rows for heading, _ in row.points}
    other = [
        one.name
        for one in in_use.values()
        if plain_heading(one.name) in told and scale_code(one) not in codes
    ]
    if other:
        names = and_list([f"“{name}”" for name in dict.fromkeys(other)])
        raise Problem(
            f"“{file.name}” was made before {names} {'was' if len(other) == 1 else 'were'} changed, so its scores are "
            "on another scale. Save the judge’s workbook again, and have the scores entered there."
        )


# --- one row --------------------------------------------------------------------------------------------------


class _Rows:
    """Reads row after row."""

    def __init__(self, db: Database, file: ScoreFile, round_id: str, given: Mapping[str, Given]) -> None:
        self._db, self._file, self._given = db, file, given
        self._year = award_round(db, round_id).year
        self._times = Counter(row.reference for row in file.rows)
        self._criteria: dict[str, tuple[Criterion, ...]] = {}
        self._conflicts = conflicts_in(db, round_id, entry_ids=[one.entry_id for one in given.values()])
        self._everywhere = {plain_heading(one.name) for one in criteria(db, round_id)}
        self.found: list[FoundRow] = []
        self.refused: list[RefusedRow] = []
        self.listed: set[str] = set()

    def read(self, row: ReadRow) -> None:
        """Keep what it brings, or why it is refused."""
        self.listed.add(row.reference)
        try:
            self.found.append(self._row(row))
        except _Refusal as problem:
            self.refused.append(
                RefusedRow(row.line, self._file.sheet, row.cells, problem.sentence, repair=problem.repair)
            )

    def _row(self, row: ReadRow) -> FoundRow:
        held = self._nominee(row)
        if held.category_id not in self._criteria:
            self._criteria[held.category_id] = tuple(criteria_of(self._db, held.category_id))
        scored = self._criteria[held.category_id]
        before = {one.criterion_id: one.points for one in scores_of(self._db, held.id)}
        found = FoundRow(row.line, held, scored, self._points(row, scored), before, row.abstain, row.comment)
        if found.abstain and found.points:
            raise _Refusal(
                "scores and an abstention in one row",
                "The row holds scores and an abstention. Take the scores out, or leave “Abstain: why” empty.",
            )
        refusal = may_score(held) or (self._conflict(held) if found.points else None)
        if refusal is not None and found.brings:
            raise _Refusal("cannot be scored now", refusal)
        return found

    def _conflict(self, held: Given) -> str | None:
        conflicts = self._conflicts.get((held.member_id, held.entry_id))
        return conflict_words(held, conflicts) if conflicts else None

    def _nominee(self, row: ReadRow) -> Given:
        if not row.reference:
            raise _Refusal(
                "no reference",
                "The row has no reference, so it says of nobody whose scores it holds. Write the reference.",
            )
        if self._times[row.reference] > 1:
            raise _Refusal(
                "a reference that stands twice",
                f"{row.reference} stands in the file more than once. Leave the row that holds.",
            )
        held = self._given.get(row.reference)
        if held is None:
            raise self._unknown(row.reference)
        return held

    def _unknown(self, reference: str) -> _Refusal:
        year = reference.partition("-")[0]
        if year.isdecimal() and len(year) == 4 and int(year) != self._year:
            return _Refusal(
                "a reference of another year",
                f"“{reference}” is a reference of {year}, and those of this round begin with {self._year}. Look up the "
                "reference in the pack.",
            )
        return _Refusal(
            "a reference that the judge was not given",
            f"“{reference}” is no nominee that this judge was given. Look up the reference in the pack.",
        )

    def _points(self, row: ReadRow, scored: tuple[Criterion, ...]) -> dict[str, int]:
        by_name = {plain_heading(one.name): one for one in scored}
        found: dict[str, int] = {}
        for heading, cell in row.points:
            one = by_name.get(heading)
            if one is None and heading not in self._everywhere:
                continue  # a column that somebody added
            if one is None:
                raise _Refusal(
                    "a criterion of another category",
                    f"“{cell}” stands under a criterion that is not one of the nominee’s category. Empty that cell.",
                )
            if one.id in found:
                raise _Refusal(
                    "a criterion scored twice",
                    f"{one.name} is scored twice in the row. Leave one of the two cells empty.",
                )
            found[one.id] = _figure(one, cell)
        return found


def _figure(one: Criterion, cell: str) -> int:
    abstain = " To abstain, say why under “Abstain: why”."
    try:
        points = read_points(cell.replace(",", "."))
    except Problem:
        raise _Refusal(
            "no figure", f"{one.name}: “{cell.strip()}” is not points. Give {allowed_words(one)}.{abstain}"
        ) from None
    fault = fault_of(one, points)
    if fault is not None:
        beyond = not one.least <= points <= one.most
        what = "points outside the scale" if beyond else "points between the steps of the scale"
        raise _Refusal(what, f"{fault}{abstain if points == 0 else ''}")
    return points
