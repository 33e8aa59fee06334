"""What an easy-read profile says: short sentences in the first person, and no more than one page holds.

It says what somebody can and wants to do and what helps, never why: a sentence that names a diagnosis is left out, and
so is what has no room. Whatever is left out is said to whoever makes the page.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resources.report.word.pages import Paper, lines_taken
from resources.wording import and_list, capital_first, count_of, lower_first
from workforce.iwork.papers.easy_icons import Icon
from workforce.iwork.profile.whole import WholeProfile
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import BuddyNeed, Level, Need, Sense, TaskWish, TravelMode
from workforce.iwork.weeks import week_easy

PAPER = Paper(top=13, bottom=17, left=15, right=15)
SIZES = (18.0, 17.0, 16.0, 15.0, 14.0)
"""Points of the sentences, the largest first; smaller than the last is no easy read."""
_INDENT = 1134
_TITLE = 28.0
_FOOT = 11.0
_LEADING = 1.17
_SPARE = 16.0
_TASKS_SAID = 5

_GO_FIRST = (Icon.CASE, Icon.HEART, Icon.STAR, Icon.BELL, Icon.TICK, Icon.HANDS, Icon.SPEECH)

_DIAGNOSIS = re.compile(
    r"\b(autis\w*|asperger\w*|adhd|add|down.?s? syndrome|learning disabilit\w*|learning difficult\w*|epilep\w*|"
    r"dyslex\w*|dysprax\w*|schizo\w*|bipolar|depress\w*|anxiety disorder|diagnos\w*|syndrome|cerebral palsy|"
    r"tourette\w*|ocd|psychos\w*|dementia|medication)\b",
    re.IGNORECASE,
)
_LOW = {
    Sense.NOISE: "I work best where it is quiet.",
    Sense.HEAT: "I do not like it hot.",
    Sense.PEOPLE: "I like to have few people around me.",
    Sense.SMELLS: "Strong smells are hard for me.",
}
_SOME = {
    Sense.NOISE: "Some noise is fine. Loud is not.",
    Sense.HEAT: "Some heat is fine. Very hot is not.",
    Sense.PEOPLE: "Some people around me is fine. A crowd is not.",
    Sense.SMELLS: "Some smells are fine. Strong smells are not.",
}
_HIGH = {Sense.NOISE: "noise", Sense.HEAT: "heat", Sense.PEOPLE: "a lot of people", Sense.SMELLS: "smells"}
_BY = {
    TravelMode.WALK: "I can walk to work", TravelMode.CYCLE: "I can cycle to work",
    TravelMode.BUS: "I can take the bus", TravelMode.TRAIN: "I can take the train or tram",
    TravelMode.DRIVE: "I can drive to work", TravelMode.LIFT: "I can get a lift",
    TravelMode.TAXI: "I can take a taxi",
}  # fmt: skip


@dataclass(frozen=True)
class EasyPart:
    """A heading with its picture, and sentences. The first `firm` of them are never left out for want of room."""

    icon: Icon
    heading: str
    lines: tuple[str, ...]
    firm: int = 0

    @property
    def loose(self) -> int:
        """How many may be left out."""
        return max(len(self.lines) - self.firm, 0)


@dataclass(frozen=True)
class EasyPage:
    """A page: `left_out` says to whoever makes it what does not stand on it."""

    title: str
    parts: tuple[EasyPart, ...]
    foot: str
    size: float = SIZES[0]
    left_out: tuple[str, ...] = ()


def easy_page(whole: WholeProfile, *, called: str, foot: str) -> EasyPage:
    """The page of a profile. `called` is the name that may stand on it, empty for none."""
    held, left = whole.profile, list[str]()
    avoided, when = _avoided(whole), _when(whole)
    must, ways = _must(whole), _travel(whole)
    parts = (
        EasyPart(Icon.STAR, "What I am good at", _sentences(held.strengths, "Strengths", left)),
        EasyPart(Icon.HEART, "What I like and hope for", _likes(whole, left)),
        EasyPart(Icon.CASE, "What I have done", _done(whole, left)),
        EasyPart(Icon.TICK, "Work I want to do", _wanted(whole, left), firm=1),
        EasyPart(Icon.CROSS, "Work I do not want to do", avoided, firm=len(avoided)),
        EasyPart(Icon.BELL, "Places that suit me", _places(whole), firm=len(_limits(whole))),
        EasyPart(Icon.CLOCK, "When I can work", when, firm=len(when)),
        EasyPart(Icon.BUS, "How I get to work", ways, firm=len(ways)),
        EasyPart(Icon.HANDS, "What helps me at work", (*must, *_helps(whole, left)), firm=len(must)),
        EasyPart(Icon.SPEECH, "How to talk with me", _sentences(held.communication, "Communication", left)),
    )
    title = f"About {called}" if called else "About me"
    page = EasyPage(title, tuple(part for part in parts if part.lines), foot, left_out=tuple(left))
    return fitted(page)


# --- what it says -------------------------------------------------------------------------------------------------


def _sentences(text: str, called: str, left: list[str]) -> tuple[str, ...]:
    """The sentences of what was typed, without those that name a diagnosis."""
    every = [one.strip() for one in re.split(r"(?<=[.!?;])\s+|\n+", text) if one.strip()]
    kept = [one for one in every if not _DIAGNOSIS.search(one)]
    if len(kept) < len(every):
        number = count_of(len(every) - len(kept), "sentence")
        left.append(f"{number} of “{called}” seems to name a diagnosis or medicine and was left out.")
    return tuple(_ended(capital_first(one.rstrip(";"))) for one in kept)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _likes(whole: WholeProfile, left: list[str]) -> tuple[str, ...]:
    held = whole.profile
    return (
        *_sentences(held.interests, "Interests", left), *_sentences(held.wishes, "What they hope for", left),
    )  # fmt: skip


def _named(names: Iterable[str]) -> str:
    return and_list([lower_first(one) for one in names])


def _tasks(whole: WholeProfile, wish: TaskWish) -> list[str]:
    torn = {one.task.id for one in whole.wished(TaskWish.AVOID)} if wish is not TaskWish.AVOID else set()
    return [one.task.easy_words for one in whole.wished(wish) if one.task.id not in torn]


def _wanted(whole: WholeProfile, left: list[str]) -> tuple[str, ...]:
    liked, tried = _tasks(whole, TaskWish.LIKES), _tasks(whole, TaskWish.WOULD_TRY)
    found = [f"I like {_named(liked[:_TASKS_SAID])}."] if liked else []
    if tried:
        found.append(f"I would try {_named(tried[:_TASKS_SAID])}.")
    more = max(len(liked) - _TASKS_SAID, 0) + max(len(tried) - _TASKS_SAID, 0)
    if more:
        left.append(f"{count_of(more, 'task')} they like or would try: a sentence holds {_TASKS_SAID}.")
    return tuple(found)


def _avoided(whole: WholeProfile) -> tuple[str, ...]:
    """All of them: what somebody does not want is never left out for room."""
    avoided = _tasks(whole, TaskWish.AVOID)
    some = [avoided[at : at + _TASKS_SAID] for at in range(0, len(avoided), _TASKS_SAID)]
    return tuple(f"I do not want to do: {_named(few)}." for few in some)


def _done(whole: WholeProfile, left: list[str]) -> tuple[str, ...]:
    done = list(dict.fromkeys(one.task.easy_words for one in whole.tasks if one.done_before))
    found = [f"I have done this before: {_named(done[:_TASKS_SAID])}."] if done else []
    return (*_sentences(whole.profile.experience, "Experience", left), *found)


def _places(whole: WholeProfile) -> tuple[str, ...]:
    """Every limit, the hard ones first. What they do not mind comes last: it alone may go for want of room."""
    level = whole.profile.level
    high = [_HIGH[sense] for sense in Sense if level(sense) is Level.HIGH]
    return (*_limits(whole), *([f"I do not mind {and_list(high, 'or')}."] if high else []))


def _limits(whole: WholeProfile) -> tuple[str, ...]:
    level = whole.profile.level
    low = [_LOW[sense] for sense in Sense if level(sense) is Level.LOW]
    return (*low, *(_SOME[sense] for sense in Sense if level(sense) is Level.MEDIUM))


def _when(whole: WholeProfile) -> tuple[str, ...]:
    wanted, most = whole.profile.minutes_wanted, whole.profile.minutes_most
    found = []
    if wanted:
        at_most = f", {hours_said(most)} at most" if most and most > wanted else ""
        found.append(f"I want to work {hours_said(wanted)} hours a week{at_most}.")
    elif most:
        found.append(f"I can work {hours_said(most)} hours a week at most.")
    return (*found, *(f"I can work on {line}." for line in week_easy(whole.week)))


def _travel(whole: WholeProfile) -> tuple[str, ...]:
    return tuple(f"{_BY[way.mode]}{f', {way.most_said}' if way.most_said else ''}." for way in whole.ways)


def _must(whole: WholeProfile) -> tuple[str, ...]:
    buddy = ("I need a colleague beside me.",) if whole.profile.buddy is BuddyNeed.MUST else ()
    return (*buddy, *(_ended(one.adjustment.easy_words) for one in whole.needed(Need.MUST)))


def _helps(whole: WholeProfile, left: list[str]) -> tuple[str, ...]:
    helps = whole.profile.buddy is BuddyNeed.HELPS
    return (
        *(("It helps me to have a colleague beside me.",) if helps else ()),
        *(_ended(one.adjustment.easy_words) for one in whole.needed(Need.HELPS)),
        *_sentences(whole.profile.support_at_work, "Support at work", left),
    )


# --- one page -----------------------------------------------------------------------------------------------------


def fitted(page: EasyPage) -> EasyPage:
    """The page in the largest letters in which it fits; if it does not fit in the smallest, with less on it."""
    for size in SIZES:
        if height_of(page, size) <= _room():
            return replace(page, size=size)
    cut = replace(page, size=SIZES[-1])
    while height_of(cut, cut.size) > _room() and (shorter := _shorter(cut)) is not None:
        cut = shorter
    return cut


def _shorter(page: EasyPage) -> EasyPage | None:
    """One sentence less: of the part that has most that may go, of those alike the least needed; then of any."""
    loose = [part for part in page.parts if part.loose and len(part.lines) > 1]
    if loose:
        return _without(page, min(loose, key=lambda part: (-part.loose, _needed(part))))
    single = [part for part in page.parts if part.loose]
    if single:
        return _without(page, min(single, key=_needed))
    return _without(page, max(page.parts, key=lambda part: len(part.lines))) if page.parts else None


def _needed(part: EasyPart) -> int:
    """How much an employer needs it: what was done and liked goes before how to talk with somebody."""
    return _GO_FIRST.index(part.icon) if part.icon in _GO_FIRST else len(_GO_FIRST)


def _without(page: EasyPage, part: EasyPart) -> EasyPage:
    fewer = replace(part, lines=part.lines[:-1])
    parts = tuple(fewer if one is part else one for one in page.parts)
    said = f"There was no room under “{part.heading}” for: {part.lines[-1]}"
    return replace(page, parts=tuple(one for one in parts if one.lines), left_out=(*page.left_out, said))


def _room() -> float:
    """Points between the margins."""
    return (PAPER.height - PAPER.top - PAPER.bottom) * 72 / 25.4


def height_of(page: EasyPage, size: float) -> float:
    """How high it stands in letters of a size, in points; a little more than less."""
    wide = PAPER.text_width - _INDENT
    total = _SPARE + lines_taken(page.title, PAPER.text_width, _TITLE, bold=True) * _TITLE * _LEADING
    total += lines_taken(page.foot, PAPER.text_width, _FOOT) * _FOOT * _LEADING + 8
    for part in page.parts:
        total += (size + 4) * 1.24 + 7
        total += sum(lines_taken(line, wide, size) for line in part.lines) * size * _LEADING
    return total


def telling(left_out: Sequence[str]) -> tuple[str, ...]:
    """What to say of what was left out; nothing where all stands on the page."""
    if not left_out:
        return ()
    return (f"{count_of(len(left_out), 'thing')} did not go on the page:", *left_out)
