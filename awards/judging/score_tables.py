"""What judges gave, as tables: a judge’s nominees, every score of a round, and what was looked at in blind copies."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from awards.category_words import category_column
from awards.exempt import EXEMPTION
from awards.judging.blind.copies import BlindCopy
from awards.judging.panel import member_names
from awards.judging.scheme import judge_mean, scheme_of
from awards.judging.scores import given_in, given_to, points_by_assignment, scores_in
from awards.points import points_words
from awards.rounds.criteria import Criterion, criteria, criteria_by_category
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import instant_text, number

OF_JUDGE = (
    Column("reference", "Reference", width=92),
    category_column(),
    Column("status", "Status", ColumnKind.STATUS, 130),
    Column("mean", "Mean", width=76),
    Column("scores", "Scores", width=240),
    Column("locked", "Locked", ColumnKind.FLAG, 76),
    Column("comment", "Comment", width=200),
)
_ALL = (
    Column("judge", "Judge", width=180),
    Column("reference", "Reference", width=92),
    category_column(),
    Column("criterion", "Criterion", width=180),
    Column("points", "Points", width=76),
    Column("status", "Status", ColumnKind.STATUS, 130),
    Column("at", "Scored", ColumnKind.TIME, 150),
    Column("how", "How", width=130),
    Column("by", "Entered by", width=150),
)
_WORDS = (
    Column("reference", "Reference", width=92),
    Column("statement", "Statement", ColumnKind.NUMBER, 90),
    Column("word", "Word", width=130),
    Column("around", "Where it stands", width=420),
    Column("why", "Why it is asked", width=260),
    Column("hidden", "Hidden", ColumnKind.FLAG, 76),
    Column("decided", "Looked at", ColumnKind.FLAG, 90),
)


def judge_table(db: Database, member_id: str) -> tuple[Table, list[str]]:
    """The nominees of one judge with what they were given, and the keys of the assignments."""
    given = given_to(db, member_id)
    named = _categories(db)
    asked = criteria_by_category(db, given[0].round_id) if given else {}
    scored = points_by_assignment(db, member_id)
    rows: list[tuple[Cell, ...]] = []
    for one in given:
        points, criteria_asked = scored.get(one.id, {}), asked[one.category_id]
        rows.append(
            (
                one.reference, named[one.category_id], one.status.label, mean_words(points, criteria_asked),
                scores_words(points, criteria_asked) or one.reason, int(one.is_locked), one.comment,
            )
        )  # fmt: skip
    return Table("Scores of a judge", OF_JUDGE, rows, exempt=EXEMPTION), [one.id for one in given]


def mean_words(points: Mapping[str, int], asked: Sequence[Criterion]) -> str:
    """The weighted mean of what one judge gave, by criterion; '' until all that is needed was given."""
    mean = judge_mean(scheme_of(asked), points)
    return number(Fraction(mean) / 100, 2) if mean is not None else ""


def scores_words(points: Mapping[str, int], asked: Sequence[Criterion]) -> str:
    """“Kindness 4, Impact 3”; '' where nothing was given."""
    return ", ".join(f"{each.name} {points_words(points[each.id])}" for each in asked if each.id in points)


def scores_table(db: Database, round_id: str, *, member_id: str = "") -> Table:
    """Who scored what when, a row for each score, those too that count no more; of one judge where that is asked."""
    names, named = member_names(db, round_id), _categories(db)
    given = {one.id: one for one in given_in(db, round_id)}
    asked = {one.id: one.name for one in criteria(db, round_id)}
    rows: list[tuple[Cell, ...]] = [
        (
            names[of.member_id], of.reference, named[of.category_id], asked[one.criterion_id],
            points_words(one.points), of.status.label, instant_text(one.scored_at), one.how.label, one.scored_by,
        )
        for one in scores_in(db, round_id)
        for of in (given[one.assignment_id],)
        if member_id in ("", of.member_id)
    ]  # fmt: skip
    rows.sort(key=lambda row: (str(row[0]), str(row[1])))
    return Table("Scores of the judges", _ALL, rows, exempt=EXEMPTION)


def words_table(
    copies: list[BlindCopy], *, only_open: bool = False
) -> tuple[Table, list[tuple[str, str, int]]]:
    """Words of blind copies that may be no names, and for each the statement, the word and which occurrence it is."""
    rows: list[tuple[Cell, ...]] = []
    keys = []
    for copy in copies:
        for number_of, voice in enumerate(copy.voices, 1):
            for one in voice.hidden.doubtful:
                decided = (one.word, one.nth) in voice.decided
                if decided and only_open:
                    continue
                rows.append(
                    (
                        copy.reference,
                        number_of,
                        one.written,
                        voice.hidden.around(one),
                        one.why,
                        int(one.hidden),
                        int(decided),
                    )
                )
                keys.append((voice.nomination_id, one.word, one.nth))
    return Table("Words that may be no names", _WORDS, rows, exempt=EXEMPTION), keys


def _categories(db: Database) -> dict[str, str]:
    return dict(db.rows("select id, name from award_category"))
