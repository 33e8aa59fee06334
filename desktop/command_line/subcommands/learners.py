"""Learners and where they work, without a window."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_word, add_out, filtered
from desktop.command_line.session import Session
from engagement.register.names import name_of
from resources.database import Database
from resources.problem import Problem
from workforce.training import learners
from workforce.training.learners import Learner, NewLearner, Post, PostFacts
from workforce.training.same_learner import FACTS, likely_same, merge_learners
from workforce.training.tables import learner_sessions_table, learners_table, likely_same_table, posts_table
from workforce.training.vocabulary import Employment, JobRole

_INSURED = {"yes": True, "no": False, "not_asked": None}


def add_commands(commands: Any) -> None:
    """Learners, their posts, and those who are one."""
    listed = commands.add_parser("training-learners", help="people who learn, with where they work")
    listed.add_argument("--text", default="", metavar="WORDS", help="only those that hold these words")
    listed.add_argument("--twice", action="store_true", help="pairs that may be one person entered twice")
    add_out(listed)
    listed.set_defaults(run=_learners)
    _add_learner(commands)
    _add_post(commands)
    merge = commands.add_parser("training-merge-learners", help="make one learner of two who are one person")
    merge.add_argument("keep", metavar="KEEP", help="the key, ULN or words of the name of the one that stays")
    merge.add_argument("remove", metavar="REMOVE", help="the same of the other")
    merge.add_argument("--take", action="append", default=[], choices=FACTS, metavar="FACT",
                       help=f"take this of the other: {', '.join(FACTS)} (may be repeated)")  # fmt: skip
    merge.set_defaults(run=_merge)


def _add_learner(commands: Any) -> None:
    one = commands.add_parser(
        "training-learner", help="show a learner; or add, change, archive or restore one"
    )
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--show", metavar="LEARNER", help="posts and sessions of one, by ULN or words of the name"
    )
    what.add_argument("--add", nargs=2, metavar=("GIVEN", "FAMILY"), help="needs --at")
    what.add_argument("--edit", metavar="LEARNER")
    what.add_argument("--archive", metavar="LEARNER", help="put away; what they learnt stays")
    what.add_argument("--restore", metavar="LEARNER")
    one.add_argument("--given-name", metavar="NAME", help="the new one (with --edit)")
    one.add_argument("--family-name", metavar="NAME", help="the new one (with --edit)")
    one.add_argument("--uln", metavar="NUMBER", help="ten digits; the last one is checked")
    one.add_argument("--ni-number", choices=tuple(_INSURED), metavar="WHETHER", help="yes, no or not_asked")
    one.add_argument("--note", metavar="TEXT")
    _add_post_facts(one)
    add_out(one)
    one.set_defaults(run=_learner)


def _add_post(commands: Any) -> None:
    post = commands.add_parser(
        "training-post", help="add where a learner works, or with --end or --remove close it"
    )
    post.add_argument("learner", metavar="LEARNER", help="words of the name, or the ULN")
    _add_post_facts(post)
    post.add_argument("--end", type=a_day, metavar="DATE", help="their last day there")
    post.add_argument("--remove", action="store_true", help="the post was entered by mistake")
    post.set_defaults(run=_post)


def _add_post_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", metavar="PROVIDER", help="where they work: words of a provider’s name")
    parser.add_argument("--service", metavar="SERVICE", help="at which of its services")
    parser.add_argument("--role", type=a_word(JobRole), metavar="ROLE", help="their job role")
    parser.add_argument(
        "--employment", type=a_word(Employment), metavar="HOW", help="permanent, temporary, pool_bank…"
    )
    parser.add_argument("--since", type=a_day, metavar="DATE", help="the first day of the post")


# --- reading --------------------------------------------------------------------------------------------------


def _learners(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        if asked.twice:
            session.show(likely_same_table(db, likely_same(db), session.today), asked.out, db=db)
        else:
            session.show(filtered(learners_table(db), {}, asked.text), asked.out, db=db)


def _learner(session: Session, asked: argparse.Namespace) -> None:
    if asked.show:
        with session.reading() as db:
            held = choosing.learner(db, asked.show)
            tables = [posts_table(db, held.id), learner_sessions_table(db, held.id)]
            session.show(tables, asked.out, db=db)
        return
    with session.writing() as db:
        said = _changed(db, session, asked)
    session.say(said)


# --- changing -------------------------------------------------------------------------------------------------


def _changed(db: Database, session: Session, asked: argparse.Namespace) -> str:
    if asked.add:
        return f"Added the learner {_added(db, asked).name}."
    if asked.edit:
        before = choosing.learner(db, asked.edit)
        held = learners.edit_learner(
            db, before.id, given_name=before.given_name if asked.given_name is None else asked.given_name,
            family_name=asked.family_name or before.family_name, **_new_facts(asked),
        )  # fmt: skip
        return f"Changed the learner {held.name}."
    if asked.archive:
        held = learners.archive_learner(db, choosing.learner(db, asked.archive).id, today=session.today)
        return f"Archived the learner {held.name}."
    held = learners.restore_learner(db, choosing.learner(db, asked.restore).id)
    return f"Restored the learner {held.name}."


def _added(db: Database, asked: argparse.Namespace) -> Learner:
    if not asked.at:
        raise Problem("Where the learner works is needed. Give --at with words of the provider’s name.")
    provider = choosing.provider(db, asked.at).id
    given, family = asked.add
    return learners.add_learner_with_post(
        db, given, family, provider, facts=_new_facts(asked), post_facts=_post_facts(db, asked)
    )


def _new_facts(asked: argparse.Namespace) -> NewLearner:
    facts = NewLearner()
    if asked.uln is not None:
        facts["uln"] = asked.uln
    if asked.ni_number is not None:
        facts["has_ni_number"] = _INSURED[asked.ni_number]
    if asked.note is not None:
        facts["note"] = asked.note
    return facts


def _post_facts(db: Database, asked: argparse.Namespace) -> PostFacts:
    facts = PostFacts()
    if asked.service:
        facts["service_id"] = choosing.service(db, asked.service).id
    if asked.role is not None:
        facts["job_role"] = asked.role
    if asked.employment is not None:
        facts["employment"] = asked.employment
    if asked.since is not None:
        facts["from_on"] = asked.since
    return facts


def _post(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        who = choosing.learner(db, asked.learner)
        if asked.end or asked.remove:
            said = _closed(db, who, asked)
        elif not asked.at:
            raise Problem("Where they work is needed. Give --at with words of the provider’s name.")
        else:
            made = learners.add_post(db, who.id, choosing.provider(db, asked.at).id, **_post_facts(db, asked))
            said = f"{who.name} works at {name_of(db, 'provider', made.provider_id)}."
    session.say(said)


def _closed(db: Database, who: Learner, asked: argparse.Namespace) -> str:
    held = _one_post(db, who, asked)
    at = name_of(db, "provider", held.provider_id)
    if asked.remove:
        learners.remove_post(db, held.id)
        return f"Removed a post of {who.name} at {at}."
    learners.end_post(db, held.id, on=asked.end)
    return f"{who.name} left {at}."


def _one_post(db: Database, who: Learner, asked: argparse.Namespace) -> Post:
    """The only one that fits; of those that have not ended where there are any."""
    held = learners.posts_of(db, who.id)
    if asked.at:
        provider = choosing.provider(db, asked.at).id
        held = [one for one in held if one.provider_id == provider]
    if asked.service:
        service = choosing.service(db, asked.service).id
        held = [one for one in held if one.service_id == service]
    held = [one for one in held if one.until_on is None] or held
    if len(held) != 1:
        found = "no post" if not held else f"{len(held)} posts"
        raise Problem(
            f"{who.name} has {found} that fit. Name the provider with --at, or the service with --service."
        )
    return held[0]


def _merge(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        keep, remove = choosing.learner(db, asked.keep), choosing.learner(db, asked.remove)
        kept = merge_learners(db, keep.id, remove.id, take=asked.take)
    session.say(f"{remove.name} and {keep.name} are one learner now, {kept.name}.")
