"""A page on practices to hand out at a forum: what each is, who tried it, what the survey says. Names nobody."""

from collections.abc import Sequence
from datetime import date

from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Heading, Paragraph, Report
from resources.wording import and_list, capital_first, count_of, percent
from workforce.survey.action_plan.standing import PracticeStanding
from workforce.survey.vocabulary import PracticeTopic
from workforce.survey.waves.waves import Wave

TITLE = "What helps to recruit and keep staff"
_HEADINGS = {PracticeTopic.RECRUIT: "To recruit", PracticeTopic.RETAIN: "To keep staff"}


def practices_paper(chosen: Sequence[PracticeStanding], asked: Sequence[Wave], *, today: date) -> Report:
    """The page; `asked` are the waves in order, of which the last that asked tells how many do it."""
    if not chosen:
        raise Problem("No practice is chosen. Choose one or more in the table.")
    blocks: list[Block] = [Paragraph(_introduction(chosen, asked))]
    for topic, heading in _HEADINGS.items():
        some = [one for one in chosen if one.practice.topic is topic]
        if some:
            blocks += [Heading(heading), Bullets(tuple(practice_words(one, asked) for one in some))]
    blocks.append(
        Paragraph(
            "Which of these do you do? What happened when you tried? Tell us, and others can try it too."
        )
    )
    return Report(TITLE, "For providers of care", today, tuple(blocks))


def practice_words(one: PracticeStanding, asked: Sequence[Wave]) -> str:
    """Taster days: applicants see the work. Tried by 3 providers: works in 2, too early to say in 1. 45% do it."""
    parts = [f"{one.practice.name}.", one.practice.description, _tried(one), _survey(one, asked)]
    return " ".join(part for part in parts if part)


def _introduction(chosen: Sequence[PracticeStanding], asked: Sequence[Wave]) -> str:
    many = count_of(len(chosen), "practice")
    last = _last(chosen, asked)
    surveyed = f", and what the survey “{last.name}” found" if last else ""
    tried = sum(bool(one.uses) for one in chosen)
    verb = "was" if tried == 1 else "were"
    told = f"{tried:,} of them {verb} tried by providers who told us how it went. " if tried else ""
    sources = dict.fromkeys(one.practice.source for one in chosen if one.practice.source and not one.uses)
    of = f" Source of what nobody here has told us about: {and_list([*sources])}." if sources else ""
    return f"Here are {many} that may help{surveyed}. {told}Nobody is named.{of}"


def _last(chosen: Sequence[PracticeStanding], asked: Sequence[Wave]) -> Wave | None:
    return next((wave for wave in reversed(asked) if any(wave.id in one.does for one in chosen)), None)


def _tried(one: PracticeStanding) -> str:
    if not one.uses:
        return ""
    return f"Tried by {count_of(one.tried_by, 'provider')}, in {one.works_words}."


def _survey(one: PracticeStanding, asked: Sequence[Wave]) -> str:
    last = _last([one], asked)
    if last is None or one.does[last.id].shown is None:
        return ""
    does = one.does[last.id]
    said = f"{percent(does.percent or 0)} of {does.base:,} who answered do this"
    best = one.best.get(last.id)
    if best is not None and best.shown is not None:
        said += f", and {percent(best.shown)} of {best.base:,} say it works best"
    return capital_first(f"{said}.")
