"""The shortlist of a post: who fits and why, who could and what for, by reference alone."""

from collections.abc import Sequence

from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.arithmetic import needed_minutes
from workforce.iwork.matching.changes import Change
from workforce.iwork.matching.facts import MatchPost, out_of_100
from workforce.iwork.matching.must_haves import times_said
from workforce.iwork.matching.ranking import SUGGESTION, Match, Standing, people_for
from workforce.iwork.matching.reading import Pool
from workforce.iwork.times import hours_said

_HOW = (
    "A person fits where nothing that must hold is known to stand in the way. What is not known yet is listed to be "
    "asked. The score, out of 100, says how well the post suits the person; it says nothing of how good they are."
)
_MANY = 3
"""How many ways to a yes are written of one person."""


def shortlist_name(post: MatchPost) -> str:
    """What it is called as a file: a reference, and no person."""
    return f"Shortlist {post.reference} - EXEMPT"


def shortlisted(pool: Pool, post: MatchPost) -> tuple[str, ...]:
    """The keys of those of whom the paper tells something."""
    told = (one for one in _found(pool, post) if one.fit.fits or one.standing is Standing.COULD_FIT)
    return tuple(one.person.key for one in told)


def _found(pool: Pool, post: MatchPost) -> Sequence[Match]:
    current = Pool(tuple(one for one in pool.people if one.current), (post,), pool.rules)
    return people_for(current, post)


def shortlist_report(pool: Pool, post: MatchPost) -> Report:
    """People whom the team works with and who are looking."""
    found = _found(pool, post)
    fit = [one for one in found if one.fit.fits]
    could = [one for one in found if one.standing is Standing.COULD_FIT]
    asked = sum(1 for one in found if one.standing is Standing.CONSENT_FIRST)
    begun = sum(1 for one in found if one.standing is Standing.PROFILE_FIRST)
    rest = len(found) - len(fit) - len(could) - asked - begun
    blocks: list[Block] = [
        Paragraph(SUGGESTION),
        FactList(_facts(pool, post)),
        Paragraph(_HOW),
        Heading("Who fits"),
        *(_fit(fit) if fit else [Paragraph("Nobody fits as the post and the people stand now.")]),
        Heading("Who could fit, and what it would take"),
        *(block for one in could for block in _could(one)),
        *([] if could else [Paragraph("There is nobody for whom we would ask for a change.")]),
    ]
    if rest:
        blocks.append(
            Paragraph(f"For {count_of(rest, 'other person', 'other people')} this post is not right now.")
        )
    if begun:
        blocks.append(
            Paragraph(f"Of {count_of(begun, 'other person', 'other people')} too little is known yet to say.")
        )
    if asked:
        blocks.append(
            Paragraph(
                f"{count_of(asked, 'person has', 'people have')} not agreed to be matched to posts, and "
                f"{'is' if asked == 1 else 'are'} not listed here. They are asked first."
            )
        )
    return Report(
        f"Shortlist for {post.reference}",
        f"{post.title}, {post.employer_name}",
        pool.rules.today,
        tuple(blocks),
        marking=(IDENTITY,),
    )


def _facts(pool: Pool, post: MatchPost) -> tuple[tuple[str, str], ...]:
    said = (
        ("Places free", str(post.places)),
        ("Hours a week", hours_said(needed_minutes(post))),
        ("Days and times", times_said(post.shifts)),
        ("Tasks", ", ".join(pool.rules.tasks.get(one.task_id, "") for one in post.tasks)),
        ("Starts", "" if post.start_on is None else date_words(post.start_on)),
    )
    return tuple((name, text) for name, text in said if text)


def _fit(found: list[Match]) -> list[Block]:
    table = Table(
        "Who fits",
        (
            Column("who", "Person", width=70),
            Column("score", "Score", ColumnKind.NUMBER, 56),
            Column("why", "Why", width=330),
            Column("ask", "Still to ask", width=170),
        ),
        [
            (one.person.reference, out_of_100(one.fit.score), _why(one), one.to_ask or "Nothing")
            for one in found
        ],
        base=count_of(len(found), "person fits", "people fit"),
        exempt=IDENTITY,
    )
    return [
        TableBlock(
            table, "For each person who fits the post the score, why they fit and what is still to ask."
        )
    ]


def _why(one: Match) -> str:
    pinned = "Pinned to this post by hand. " if one.fit.pinned else ""
    return pinned + " ".join(factor.for_team for factor in one.fit.factors if factor.known)


def _asks(way: Change) -> tuple[str, ...]:
    """A line for each thing that is asked, with whom."""
    return tuple(f"{step.side.value}: {step.for_team}" for step in way.steps)


def _could(one: Match) -> list[Block]:
    shown, more = one.changes[:_MANY], len(one.changes) - _MANY
    blocks: list[Block] = [
        Heading(f"{one.person.reference}, score {out_of_100(one.fit.score)}", 2),
        Paragraph(f"In the way: {one.in_the_way}", leads=True),
    ]
    if all(len(change.steps) == 1 for change in shown):
        lead = "This makes it a yes:" if len(one.changes) == 1 else "Any one of these makes it a yes:"
        blocks += [
            Paragraph(lead, leads=True),
            Bullets(tuple(asked for way in shown for asked in _asks(way))),
        ]
    else:
        for at, way in enumerate(shown, 1):
            which = f"Way {at} to a yes" if len(one.changes) > 1 else "This makes it a yes"
            together = ", all of it together" if len(way.steps) > 1 else ""
            blocks += [Paragraph(f"{which}{together}:", leads=True), Bullets(_asks(way))]
    return (
        [*blocks, Paragraph(f"There are {count_of(more, 'other way')}.")]
        if more > 1
        else ([*blocks, Paragraph("There is 1 other way.")] if more == 1 else blocks)
    )
