"""Matches, reasons, pins and bans, weights and speeds as tables, for the screen and the command line alike.

All of them are about people on the register: by reference and initials, and for nobody outside.
"""

from collections.abc import Mapping, Sequence

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, lower_first
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.facts import Finding, Fit, MatchPost, out_of_100
from workforce.iwork.matching.ranking import HOW_ORDERED, SUGGESTION, Match, Standing
from workforce.iwork.matching.rules_by_hand import PlacingRule, placing_rules
from workforce.iwork.matching.weights import MEANING, speeds, weights
from workforce.iwork.placements.whom import person_with_initials, post_words
from workforce.iwork.references import initials, person_reference, post_reference
from workforce.iwork.vocabulary import Factor

MET: Mapping[bool | None, str] = {True: "Met", False: "In the way", None: "To ask"}


def told_people(vault: Database) -> dict[str, str]:
    """How everybody is told, by their key: “IW-014 A.E.”."""
    return {
        str(key): f"{person_reference(number)} {initials(given, family)}"
        for key, number, given, family in vault.rows("select id, number, given_name, family_name from person")
    }


def told_post(post: MatchPost) -> str:
    """P-007 Lunch service assistant."""
    return f"{post.reference} {post.title}"


# --- matches ----------------------------------------------------------------------------------------------------


def match_columns(*, of_post: bool) -> tuple[Column, ...]:
    """People for a post, or posts for somebody."""
    first = (
        (Column("who", "Person", width=104),)
        if of_post
        else (Column("post", "Post", width=180), Column("employer", "Employer", width=140))
    )
    return (
        *first,
        Column("standing", "Fit", ColumnKind.STATUS, 132),
        Column("score", "Score", ColumnKind.NUMBER, 62),
        Column("yes", "What would make it a yes", width=300),
        Column("ask", "To ask", width=170),
        Column("way", "What is in the way", width=330),
        *(
            Column(f"factor_{one}", f"Score: {lower_first(one.label)}", ColumnKind.NUMBER, 132)
            for one in Factor
        ),
    )


def match_row(one: Match, told: Mapping[str, str], *, of_post: bool) -> tuple[Cell, ...]:
    """One match; scores are said out of 100."""
    first = (
        (told.get(one.person.key, one.person.reference),)
        if of_post
        else (told_post(one.post), one.post.employer_name)
    )
    said = f"{one.standing.label}{', pinned' if one.fit.pinned else ''}"
    return (
        *first,
        said,
        one.score,
        one.easiest,
        one.to_ask,
        one.in_the_way,
        *(None if one.score is None else out_of_100(factor.points) for factor in one.fit.factors),
    )


def matches_table(vault: Database, found: Sequence[Match], title: str, *, of_post: bool) -> Table:
    """All of them in order."""
    told = told_people(vault)
    return Table(
        title,
        match_columns(of_post=of_post),
        [match_row(one, told, of_post=of_post) for one in found],
        notes=(SUGGESTION, HOW_ORDERED, "Scores are out of 100; 50 is given where something is not known."),
        exempt=IDENTITY,
    )


# --- one pair ---------------------------------------------------------------------------------------------------


def findings_table(findings: Sequence[Finding]) -> Table:
    """Each must-have of a pair, for the team and in easy words."""
    return Table(
        "Must-haves",
        (
            Column("kind", "Must-have", width=130),
            Column("met", "Met", ColumnKind.STATUS, 110),
            Column("team", "For the team", width=300),
            Column("person", "In easy words", width=300),
        ),
        [(one.kind.value, MET[one.met], one.for_team, one.for_person) for one in findings],
        exempt=IDENTITY,
    )


def factors_table(fit: Fit, of: Mapping[Factor, int]) -> Table:
    """What a score is made of."""
    return Table(
        f"Score {out_of_100(fit.score)} of 100",
        (
            Column("factor", "Factor", width=130),
            Column("points", "Of 100", ColumnKind.NUMBER, 60),
            Column("weight", "Weight", ColumnKind.NUMBER, 66),
            Column("why", "Why", width=260),
        ),
        [(one.factor.label, out_of_100(one.points), of[one.factor], one.for_team) for one in fit.factors],
        exempt=IDENTITY,
    )


def changes_table(one: Match) -> Table:
    """Each way in which a no becomes a yes, and who would have to do something."""
    return Table(
        "What would make this a yes",
        (
            Column("way", "Way", ColumnKind.NUMBER, 56),
            Column("side", "Who", width=110),
            Column("team", "For the team", width=320),
            Column("person", "In easy words", width=320),
        ),
        [
            (number, step.side.value, step.for_team, step.for_person)
            for number, change in enumerate(one.changes, 1)
            for step in change.steps
        ],
        exempt=IDENTITY,
    )


# --- pins, bans, weights, speeds --------------------------------------------------------------------------------

RULE_COLUMNS = (
    Column("who", "Person", width=104),
    Column("kind", "What", ColumnKind.STATUS, 134),
    Column("where", "Post or employer", width=206),
    Column("reason", "Why", width=240),
    Column("made_on", "Made", ColumnKind.DATE, 100),
    Column("made_by", "By", width=130),
    Column("ended_on", "Ended", ColumnKind.DATE, 100),
    Column("ended_reason", "Why it ended", width=200),
)


def rule_row(vault: Database, one: PlacingRule) -> tuple[Cell, ...]:
    """One pin or ban."""
    where = (
        post_words(vault, one.post_id)
        if one.post_id is not None
        else f"All posts of {vault.value('select name from employer where id = ?', (one.employer_id,))}"
    )
    return (
        person_with_initials(vault, one.person_id),
        one.kind.label,
        where,
        one.reason,
        one.made_on.isoformat(),
        one.made_by,
        None if one.ended_on is None else one.ended_on.isoformat(),
        one.ended_reason,
    )


def rules_table(vault: Database, *, ended: bool = False) -> Table:
    """Pins and bans that stand; with `ended` all that ever were."""
    held = placing_rules(vault, ended=ended)
    return Table("Pins and bans", RULE_COLUMNS, [rule_row(vault, one) for one in held], exempt=IDENTITY)


def weights_table(vault: Database) -> Table:
    """What a match is weighed by."""
    return Table(
        "Weights of matching",
        (
            Column("factor", "Factor", width=170),
            Column("weight", "Weight, 0 to 10", ColumnKind.NUMBER, 90),
            Column("meaning", "What it means", width=480),
        ),
        [(one.label, weight, MEANING[one]) for one, weight in weights(vault).items()],
    )


def speeds_table(vault: Database) -> Table:
    """How long a way is reckoned to take."""
    return Table(
        "How ways to work are reckoned",
        (
            Column("mode", "How", width=130),
            Column("speed", "Miles an hour", ColumnKind.NUMBER, 90),
            Column("wait", "Minutes of waiting or parking", ColumnKind.NUMBER, 120),
            Column("detour", "Longer than the straight line", ColumnKind.PERCENT, 120),
        ),
        [
            (mode.label, speed.tenths_an_hour / 10, speed.wait_minutes, speed.detour_percent)
            for mode, speed in speeds(vault).items()
        ],
        notes=(
            "Reckoned from the straight line between two postcodes: times are a guide, and are to be tried.",
        ),
    )


def headline(found: Sequence[Match], post: MatchPost) -> str:
    """How many people fit a post, in a sentence."""
    fit = sum(1 for one in found if one.fit.fits)
    could = sum(1 for one in found if one.standing is Standing.COULD_FIT)
    people = count_of(fit, "person fits", "people fit") if fit else "Nobody fits"
    asked = sum(1 for one in found if one.standing is Standing.CONSENT_FIRST)
    first = f" {count_of(asked, 'person is', 'people are')} to be asked for consent first." if asked else ""
    return (
        f"{people} {post_reference(post.number)} as it stands; {could} {'more ' if fit else ''}could.{first}"
    )
