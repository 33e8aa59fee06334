"""What speaks against a step of a placement, in sentences."""

from collections.abc import Mapping
from datetime import date

from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.wording import count_of, lower_first
from workforce.iwork.placements.placements import places_of
from workforce.iwork.placements.steps import StepNeed
from workforce.iwork.placements.whom import agrees, person_words, post_words, took_back
from workforce.iwork.vocabulary import TAKING, ConsentScope, PostStatus, Stage


def person_gone(vault: Database, person_id: str, who: str) -> None:
    """Raises Problem where somebody's record is closed or to be deleted."""
    row = vault.row("select closed_on, purge_asked_at from person where id = ?", (person_id,))
    if row is not None and row[1] is not None:
        raise Problem(f"{who} is to be deleted. Take that back first, under “People”.")
    if row is not None and row[0] is not None:
        raise Problem(f"The record of {who} is closed. Reopen it first, under “People”.")


def off_the_register(vault: Database, person_id: str, who: str) -> None:
    """Raises Problem where somebody took back that they are on the register: nothing more is done for them."""
    if took_back(vault, person_id, ConsentScope.REGISTER):
        raise Problem(
            f"{who} has taken back their agreement to be on the i-Work register. Ask them, and record what they say "
            "under “People”: their agreement, or that the record is closed or deleted."
        )


def match_refused(vault: Database, person_id: str, post_id: str, today: date) -> None:
    """Raises Problem where somebody is not matched to a post: consent, a ban, the post itself."""
    no_consent(vault, person_id, ConsentScope.MATCHING, today)
    _banned(vault, person_id, post_id)
    what = post_words(vault, post_id)
    status = PostStatus(str(vault.value("select status from post where id = ?", (post_id,))))
    if status not in TAKING:
        raise FieldProblem(
            "post_id", f"{what} is “{status.label}”. Choose a post that is open, or open this one first."
        )
    no_place(vault, post_id)
    already = (
        "select exists (select 1 from placement where person_id = ? and post_id = ? and ended_on is null)"
    )
    if vault.value(already, (person_id, post_id)):
        raise FieldProblem(
            "post_id",
            f"{person_words(vault, person_id)} has a placement with {what} already. Go on with that one.",
        )


def _banned(vault: Database, person_id: str, post_id: str) -> None:
    reason = vault.value(
        "select placing_rule.reason from placing_rule where kind = 'ban' and ended_on is null and person_id = ? "
        "and (post_id = ? or employer_id = (select employer_id from post where id = ?)) limit 1",
        (person_id, post_id, post_id),
    )
    if reason is not None:
        raise FieldProblem(
            "post_id",
            f"{person_words(vault, person_id)} is not to be placed at {post_words(vault, post_id)}: {reason} Choose "
            "another post, or end that decision first, under “Matching”.",
        )


def no_place(vault: Database, post_id: str) -> None:
    """Raises FieldProblem where every place is held by somebody in work or with an offer."""
    places = places_of(vault)[post_id]
    if not places.free:
        raise FieldProblem(
            "post_id",
            f"{post_words(vault, post_id)} has {count_of(places.most, 'place')} and none is free: {places.in_work} in "
            f"work there, {places.offered} with an offer. Choose another post.",
        )


def no_consent(vault: Database, person_id: str, scope: ConsentScope, today: date) -> None:
    """Raises Problem where somebody has not agreed."""
    if not agrees(vault, person_id, scope, today):
        raise Problem(
            f"{person_words(vault, person_id)} has not agreed “{lower_first(scope.label)}”, or no longer does. Ask "
            "them, and record their consent under “People” first."
        )


_WANTED = {
    StepNeed.WORDS: (("words", "This step is kept with its reason. Write why."),),
    StepNeed.END_REASON: (("end_reason", "A job ends with a reason. Choose the nearest one."),),
    StepNeed.HOURS: (("minutes_week", "Nobody starts without hours. Give the hours a week."),),
    StepNeed.JOB: (
        ("job_title", "The job was found outside the register. Say what it is, as “Kitchen assistant”."),
        ("employer_name", "The job was found outside the register. Say who employs them."),
    ),
}


def field_lacking(need: StepNeed, to: Stage, given: Mapping[str, object]) -> None:
    """Raises FieldProblem where something that is typed is missing."""
    for field, sentence in _WANTED.get(need, ()):
        if not str(given.get(field) or "").strip():
            raise FieldProblem(field, f"{to.label}: {lower_first(sentence)}")
