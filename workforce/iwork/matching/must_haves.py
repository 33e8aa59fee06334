"""What has to hold for somebody to fit a post. Each finding is said for the team, and in easy words for the person."""

from collections.abc import Iterable
from datetime import date

from resources.wording import and_list, count_of, date_words, lower_first
from workforce.iwork.matching import arithmetic
from workforce.iwork.matching.facts import (
    LEVEL_NUMBERS,
    SENSES,
    Finding,
    Hours,
    MatchPerson,
    MatchPost,
    MustHave,
    NeededCheck,
    Rules,
)
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import (
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    Offer,
    Sense,
    ShiftPattern,
    TravelMode,
    WhenNeeded,
)
from workforce.iwork.weeks import week_easy

BY_WAY = {
    TravelMode.WALK: "on foot",
    TravelMode.CYCLE: "by bicycle",
    TravelMode.BUS: "by bus",
    TravelMode.TRAIN: "by train or tram",
    TravelMode.DRIVE: "by car",
    TravelMode.LIFT: "with a lift",
    TravelMode.TAXI: "by taxi",
}
EASY_CHECKS = {
    CheckKind.DBS_BASIC: "a DBS check",
    CheckKind.DBS_STANDARD: "a DBS check",
    CheckKind.DBS_ENHANCED: "a DBS check",
    CheckKind.DBS_ENHANCED_BARRED: "a DBS check",
    CheckKind.RIGHT_TO_WORK: "papers that show you may work here",
    CheckKind.FOOD_HYGIENE: "a food hygiene certificate",
    CheckKind.DRIVING_LICENCE: "a driving licence",
}
SENSE_WORDS = {
    Sense.NOISE: ("a little noise", "some noise", "a lot of noise"),
    Sense.HEAT: ("a little heat", "some heat", "a lot of heat"),
    Sense.PEOPLE: ("a few people around", "some people around", "many people around"),
    Sense.SMELLS: ("a few smells", "some smells", "strong smells"),
}
"""Low, medium and high."""
_LEVELS = {number: level.label.lower() for level, number in LEVEL_NUMBERS.items()}


def check_name(kind: CheckKind) -> str:
    """As it stands within a sentence."""
    return kind.label if kind.label.startswith("DBS") else lower_first(kind.label)


def find(person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Finding, ...]:
    """Every must-have of a pair, in the order in which they are told."""
    return (
        _open(person, post),
        *_ban(person, post, rules),
        _consent(person),
        *_profile(person),
        *_start(person, post, rules),
        *(_check(one, person, rules.begins(post)) for one in post.checks),
        _hours(person, post),
        _shifts(person, post),
        _travel(person, post, rules),
        *_tasks(person, post, rules),
        *_setting(person, post),
        *_buddy(person, post),
        *_adjustments(person, post, rules),
    )


def _open(person: MatchPerson, post: MatchPost) -> Finding:
    if not person.current:
        return Finding(MustHave.OPEN, False, "The record is closed.", "Your record with us is closed.")
    if not post.open:
        return Finding(
            MustHave.OPEN,
            False,
            "The post is not open, or has no free place.",
            "This job has been taken or is closed.",
        )
    return Finding(MustHave.OPEN, True, "The post is open and has a free place.", "This job is free.")


def _ban(person: MatchPerson, post: MatchPost, rules: Rules) -> Iterable[Finding]:
    if rules.banned(person, post):
        yield Finding(
            MustHave.BAN,
            False,
            "Somebody decided that they are not placed here. That stands until the ban is ended.",
            "Your job coach decided with you that this job is not for you.",
        )


def _consent(person: MatchPerson) -> Finding:
    if person.consents:
        return Finding(
            MustHave.CONSENT,
            True,
            "They agreed to be matched to posts.",
            "You said we may look for jobs for you.",
        )
    return Finding(
        MustHave.CONSENT,
        False,
        "They have not agreed to be matched to posts, or no longer do.",
        "We do not have your yes to look for jobs for you.",
    )


def _profile(person: MatchPerson) -> Iterable[Finding]:
    if not person.profiled:
        yield Finding(
            MustHave.PROFILE,
            False,
            "Nothing of the days, hours, tasks or ways to work that suit them is known yet.",
            "We have not talked yet about what you want and can do.",
        )


def _start(person: MatchPerson, post: MatchPost, rules: Rules) -> Iterable[Finding]:
    ready, ends = person.ready_from, post.until_on
    first = rules.begins(post)
    if ends is not None and ends < max(first, ready or first):
        yield Finding(
            MustHave.START,
            False,
            f"The post ends on {date_words(ends)}, before they could start.",
            f"This job ends on {date_words(ends)}. That is before you can start.",
        )
    elif ready is None:
        yield Finding(
            MustHave.START,
            None,
            "When they are ready to start is not known.",
            "We have not asked when you can start.",
        )
    elif post.start_on is not None and ready > first:
        yield Finding(
            MustHave.START,
            False,
            f"The post starts on {date_words(post.start_on)}; they are ready from {date_words(ready)}.",
            f"This job starts on {date_words(post.start_on)}. You said you can start on {date_words(ready)}.",
        )
    else:
        yield Finding(
            MustHave.START,
            True,
            f"They are ready from {date_words(ready)}.",
            "The job can start when you are ready.",
        )


def _check(needed: NeededCheck, person: MatchPerson, begins: date) -> Finding:
    kind, name, easy = needed.kind, check_name(needed.kind), EASY_CHECKS[needed.kind]
    if arithmetic.holds(person, needed, begins):
        return Finding(
            MustHave.CHECK,
            True,
            f"Needed: {name}. They hold it.",
            f"You need {easy}. You have that.",
            kind,
        )
    if needed.needed is WhenNeeded.AFTER_START:
        return Finding(
            MustHave.CHECK,
            True,
            f"Needed: {name}. It may follow after the start.",
            f"You need {easy}. You can get that after you start.",
            kind,
        )
    mine = [one for one in person.checks if arithmetic.includes(one.kind, kind)]
    if any(one.state is CheckState.APPLIED for one in mine):
        said = "It is applied for and has not come."
        easily = "You asked for that. It has not come yet."
    elif mine:
        said = f"Theirs runs out before {date_words(begins)}."
        easily = "Yours is too old by then."
    else:
        said, easily = "They are not known to hold it.", "We do not know that you have that."
    return Finding(
        MustHave.CHECK, False, f"Needed before the start: {name}. {said}", f"You need {easy}. {easily}", kind
    )


def hours_words(minutes: int) -> str:
    """7.5 hours, 1 hour."""
    return f"{hours_said(minutes)} {'hour' if minutes == 60 else 'hours'}"


def _hours(person: MatchPerson, post: MatchPost) -> Finding:
    needed, room = arithmetic.needed_minutes(post), person.room
    if needed is None:
        return Finding(
            MustHave.HOURS,
            None,
            "The hours of the post are not known.",
            "We do not know the hours of this job yet.",
        )
    if room is None or person.minutes_most is None:
        return Finding(
            MustHave.HOURS,
            None,
            "The most hours they want has not been asked.",
            "We have not asked how many hours you want at most.",
        )
    besides = f", and already work {hours_said(person.minutes_worked)}" if person.minutes_worked else ""
    easily = f" You work {hours_words(person.minutes_worked)} now." if person.minutes_worked else ""
    most, least = hours_words(person.minutes_most), hours_words(needed)
    or_more = " or more" if (post.minutes_most or needed) > needed else ""
    return Finding(
        MustHave.HOURS,
        needed <= room,
        f"{least} a week{or_more}; they want {hours_said(person.minutes_most)} at most{besides}.",
        f"This job is {least} a week{or_more}. You said {most} at most.{easily}",
    )


def times_said(times: Iterable[Hours]) -> str:
    """Monday and Wednesday, 9:30am to 2pm; Friday, 9am to midday."""
    return "; ".join(week_easy(times))


def _shifts(person: MatchPerson, post: MatchPost) -> Finding:
    if not post.shifts:
        return Finding(
            MustHave.SHIFTS,
            None,
            "The shifts of the post are not known.",
            "We do not know the days of this job yet.",
        )
    if not person.available:
        return Finding(
            MustHave.SHIFTS,
            None,
            "The days and times they can work have not been asked.",
            "We have not asked which days you can work.",
        )
    fit = arithmetic.fitting(person, post)
    if post.pattern is ShiftPattern.CHOOSE:
        return _some_shifts(person, post, fit)
    away = [one for one in post.shifts if one not in fit]
    if away:
        return Finding(
            MustHave.SHIFTS,
            False,
            f"Outside the times they can work: {times_said(away)}.",
            f"The job is on {times_said(away)}. That is not when you can work.",
        )
    return Finding(MustHave.SHIFTS, True, "They can work every shift.", "The days and times suit you.")


def _some_shifts(person: MatchPerson, post: MatchPost, fit: tuple[Hours, ...]) -> Finding:
    chosen = arithmetic.least_of([one.minutes for one in fit], arithmetic.least_asked(post))
    if chosen is None:
        found = f"only {times_said(fit)}" if fit else "none of its shifts"
        return Finding(
            MustHave.SHIFTS,
            False,
            f"Of its shifts they can work {found}; that is less than the post asks for.",
            "The days and times do not suit you enough.",
        )
    room, needed = person.room, arithmetic.needed_minutes(post)
    if room is not None and needed is not None and chosen > max(room, needed):
        return Finding(
            MustHave.SHIFTS,
            False,
            f"The shifts that suit them come to {hours_words(chosen)} a week at least, more than they want.",
            "The days that suit you are too many hours.",
        )
    return Finding(
        MustHave.SHIFTS,
        True,
        f"Of its shifts they can work {times_said(fit)}.",
        f"You can choose from {times_said(fit)}.",
    )


def minutes_said(minutes: int) -> str:
    """45 minutes, 2 hours 10 minutes."""
    hours, rest = divmod(minutes, 60)
    if hours < 2:
        return count_of(minutes, "minute")
    return f"{hours} hours" + (f" {count_of(rest, 'minute')}" if rest else "")


def _travel(person: MatchPerson, post: MatchPost, rules: Rules) -> Finding:
    if not person.ways:
        return Finding(
            MustHave.TRAVEL, None, "How they travel has not been asked.", "We have not asked how you travel."
        )
    if person.place is None or post.place is None:
        whose = "where they live" if person.place is None else "where the post is"
        return Finding(
            MustHave.TRAVEL,
            None,
            f"It is not known {whose}, so neither is the way.",
            "We do not know how far away this job is.",
        )
    line = arithmetic.metres(person.place, post.place)
    taken = [(arithmetic.minutes(line, rules.speeds[one.mode]), one) for one in person.ways]
    near = [one for one in taken if arithmetic.reaches(one[1], line, rules.speeds[one[1].mode])]
    if near:
        minutes, way = min(near)
        return Finding(
            MustHave.TRAVEL,
            True,
            f"About {minutes_said(minutes)} {BY_WAY[way.mode]}.",
            f"It takes about {minutes_said(minutes)} {BY_WAY[way.mode]}.",
        )
    miles = arithmetic.tenths(line, rules.speeds[min(taken)[1].mode]) / 10
    said = and_list(
        [f"{minutes_said(minutes)} {BY_WAY[way.mode]}" for minutes, way in sorted(taken)[:2]], "or"
    )
    return Finding(
        MustHave.TRAVEL,
        False,
        f"About {miles:g} miles by road: {said}. That is further than they said.",
        f"It takes about {said}. That is further than you said.",
    )


def _tasks(person: MatchPerson, post: MatchPost, rules: Rules) -> Iterable[Finding]:
    avoided = [one for one in post.tasks if one.task_id in person.avoid]
    for one in avoided:
        name, easy = rules.task(one.task_id), rules.easily(one.task_id)
        if one.task_id in person.likes | person.would_try:
            both = " They also said that they like it or would try it: it is worth asking again."
            easily = " You also said you like it or would try it."
        else:
            both, easily = "", ""
        place = "It is at the heart of the post" if one.core else "It could be swapped with a colleague"
        yield Finding(
            MustHave.TASK,
            False,
            f"A task they want to avoid: {name}. {place}.{both}",
            f"Part of this job is {easy}. You said you do not want that.{easily}",
            one.task_id,
        )
    if not avoided and post.tasks:
        yield Finding(
            MustHave.TASK,
            True,
            "It has no task that they want to avoid.",
            "There is nothing in this job that you said you do not want.",
        )
    elif not post.tasks:
        yield Finding(
            MustHave.TASK,
            None,
            "The tasks of the post are not known.",
            "We do not know what you would do in this job yet.",
        )


def _setting(person: MatchPerson, post: MatchPost) -> Iterable[Finding]:
    for sense, suits, level in zip(SENSES, person.suits, post.levels, strict=True):
        said, name = SENSE_WORDS[sense], sense.label.lower()
        if suits is None or level is None:
            where = "what suits them" if suits is None else "what it is like at the post"
            yield Finding(
                MustHave.SETTING,
                None,
                f"{sense.label}: {where} is not known.",
                f"We do not know enough yet about this: {name}.",
                sense,
            )
        else:
            or_less = " or less" if suits > 1 else ""
            yield Finding(
                MustHave.SETTING,
                level <= suits,
                f"{sense.label}: {_LEVELS[level]} at the post; {_LEVELS[suits]}{or_less} suits them.",
                f"In this job there {'are' if sense in _PLURAL else 'is'} {said[level - 1]}. "
                + ("That suits you." if level <= suits else f"You said: {said[suits - 1]} at most."),
                sense,
            )


_PLURAL = (Sense.PEOPLE, Sense.SMELLS)


def _buddy(person: MatchPerson, post: MatchPost) -> Iterable[Finding]:
    if person.buddy is not BuddyNeed.MUST:
        return
    said = {
        BuddyOffer.YES: ("there is one", "There is one."),
        BuddyOffer.POSSIBLE: ("one could be arranged, and is not yet", "We have to ask for that."),
        BuddyOffer.NOT_ASKED: ("it has not been asked for", "We have to ask for that."),
        BuddyOffer.NO: ("the employer cannot offer one", "In this job there is nobody."),
    }[post.buddy]
    yield Finding(
        MustHave.BUDDY,
        post.buddy is BuddyOffer.YES,
        f"They need a buddy beside them: {said[0]}.",
        f"You need somebody beside you at work. {said[1]}",
    )


def _adjustments(person: MatchPerson, post: MatchPost, rules: Rules) -> Iterable[Finding]:
    for key in sorted(person.must, key=lambda one: rules.adjustments.get(one, one)):
        offer = post.offer_of(key)
        said = {
            Offer.OFFERED: ("it is offered", "This job has that."),
            Offer.POSSIBLE: ("it could be arranged, and is not yet", "We have to ask for that."),
            Offer.REFUSED: ("the employer cannot offer it", "This job does not have that."),
            None: ("it has not been asked for", "We have to ask for that."),
        }[offer]
        yield Finding(
            MustHave.ADJUSTMENT,
            offer is Offer.OFFERED,
            f"They must have {rules.adjustment(key)}: {said[0]}.",
            f"You said: “{rules.easily(key)}” {said[1]}",
            key,
        )
