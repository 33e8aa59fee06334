"""The best assignment and what employers could be asked, as tables, for the screen and the command line alike."""

from collections.abc import Mapping, Sequence

from resources.tables import Cell, Column, ColumnKind, Table
from resources.words import Word
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.assigning.explaining import Unplaced, Why, named
from workforce.iwork.matching.assigning.planning import Plan, Suggested
from workforce.iwork.matching.assigning.what_if import Gain, Opened
from workforce.iwork.matching.facts import MatchPerson, out_of_100
from workforce.iwork.matching.ranking import SUGGESTION
from workforce.iwork.matching.tables import told_post


class Given(Word):
    """What the best assignment has for somebody."""

    SUGGESTED = "suggested", "Suggested"
    TIE = "tie", "Suggested, a tie"
    PINNED = "pinned", "Pinned together"
    TAKEN = "taken", "Every place taken"
    NOTHING = "nothing", "No post fits"
    CONSENT = "consent", "No consent to match"


_WHY = {Why.ALL_TAKEN: Given.TAKEN, Why.NOTHING_FITS: Given.NOTHING, Why.CONSENT: Given.CONSENT}

PLAN_COLUMNS = (
    Column("who", "Person", width=104),
    Column("given", "Best assignment", ColumnKind.STATUS, width=158),
    Column("post", "Post", width=192),
    Column("words", "Ties, or why not", width=278),
    Column("score", "Score", ColumnKind.NUMBER, width=64),
    Column("employer", "Employer", width=160),
)
WHAT_IF_COLUMNS = (
    Column("asked", "What is asked of the employer", width=300),
    Column("where", "Posts", width=112),
    Column("placed", "More placed", ColumnKind.NUMBER, width=76),
    Column("fit", "More who would fit", ColumnKind.NUMBER, width=88),
    Column("who", "Who", width=150),
    Column("kind", "About", width=120),
)
HOW = (
    "As many people as can be are placed; of all ways to do so this has the highest scores together. For one person "
    "another post may suit better."
)


# --- the best assignment ----------------------------------------------------------------------------------------


def given_of(one: Suggested | Unplaced) -> Given:
    """In one word."""
    if isinstance(one, Unplaced):
        return _WHY[one.why]
    if one.pinned:
        return Given.PINNED
    return Given.TIE if one.is_tie else Given.SUGGESTED


def plan_row(one: Suggested | Unplaced, told: Mapping[str, str]) -> tuple[Cell, ...]:
    """Somebody with a post, or without one and why."""
    who = told.get(one.person.key, one.person.reference)
    if isinstance(one, Unplaced):
        return who, given_of(one).label, "", one.sentence, None, ""
    return (
        who,
        given_of(one).label,
        told_post(one.post),
        one.tie,
        out_of_100(one.score),
        one.post.employer_name,
    )


def plan_notes(held: Plan) -> tuple[str, ...]:
    """What is to be said beside the rows."""
    return (SUGGESTION, HOW, *held.troubles, *(one.sentence for one in held.left))


def plan_table(held: Plan, told: Mapping[str, str]) -> Table:
    """Everybody who looks for a post: those with one first."""
    rows = [plan_row(one, told) for one in held.people]
    return Table(
        "Best assignment", PLAN_COLUMNS, rows, base=held.sentence, notes=plan_notes(held), exempt=IDENTITY
    )


# --- what if ----------------------------------------------------------------------------------------------------


def opened_row(one: Opened, told: Mapping[str, str]) -> tuple[Cell, ...]:
    """One thing asked for one post."""
    asked, kind = one.step.for_team, one.step.kind.value
    return asked, one.post.reference, None, len(one.people), _who(one.people, told), kind


def gain_row(one: Gain, told: Mapping[str, str]) -> tuple[Cell, ...]:
    """One thing asked of employers, for the whole register."""
    where = named([post.reference for post in one.posts])
    return one.step.for_team, where, one.more_placed, len(one.opened), _who_of(one, told), one.step.kind.value


def _who_of(one: Gain, told: Mapping[str, str]) -> str:
    """Whom it would fit then, and, where they are not the same, who would be placed."""
    fit = _who(one.opened, told)
    if not one.newly_placed or set(one.newly_placed) == set(one.opened):
        return fit
    return f"Would fit: {fit}. Would be placed: {_who(one.newly_placed, told)}"


def _who(people: tuple[MatchPerson, ...], told: Mapping[str, str]) -> str:
    return named([told.get(one.key, one.reference) for one in people])


def what_if_table(found: Sequence[Opened | Gain], told: Mapping[str, str], title: str) -> Table:
    """All of them in order."""
    rows = [opened_row(one, told) if isinstance(one, Opened) else gain_row(one, told) for one in found]
    return Table(title, WHAT_IF_COLUMNS, rows, notes=(SUGGESTION,), exempt=IDENTITY)
