"""What could be done about a must-have that is not met. No ban, refusal or wish is set aside."""

from collections.abc import Callable, Mapping

from resources.wording import date_words
from workforce.iwork.matching import arithmetic, shift_fixes
from workforce.iwork.matching.facts import (
    SENSES,
    Finding,
    HeldCheck,
    MatchPerson,
    MatchPost,
    MustHave,
    NeededCheck,
    Rules,
    Side,
    Way,
)
from workforce.iwork.matching.must_haves import BY_WAY, EASY_CHECKS, SENSE_WORDS, check_name, minutes_said
from workforce.iwork.matching.steps import Edit, How, Step
from workforce.iwork.vocabulary import (
    BuddyOffer,
    CheckKind,
    CheckState,
    Offer,
    Sense,
    TravelMode,
    WhenNeeded,
)

FURTHER_MINUTES, FURTHER_TENTHS, LIFT_MINUTES = 20, 20, 60
"""How much more of a way somebody is asked about, and how long a lift may take at most."""


def steps_for(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    """Each of these alone meets it, the easiest first; nothing where nobody should be asked."""
    found = _BY_KIND.get(finding.kind)
    return () if found is None else found(finding, person, post, rules)


def _consent(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    return (
        Step(
            MustHave.CONSENT,
            Side.PERSON,
            (Edit(False, "consents", How.SET, True),),
            "Ask them whether we may look for posts for them. It is theirs to say.",
            "May we look for jobs for you? You can say yes or no.",
        ),
    )


def _start(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    ready = person.ready_from
    if ready is None or post.start_on is None or (post.until_on is not None and post.until_on < ready):
        return ()
    return (
        Step(
            MustHave.START,
            Side.POST,
            (Edit(True, "start_on", How.SET, ready),),
            f"Let them start on {date_words(ready)}, when they are ready.",
            f"We ask the employer if you can start on {date_words(ready)}.",
        ),
    )


def _check(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    kind = CheckKind(finding.about)
    name, easy = check_name(kind), EASY_CHECKS[kind]
    mine = [one for one in person.checks if arithmetic.includes(one.kind, kind)]
    if any(one.state is CheckState.APPLIED for one in mine):
        told = (f"Wait until the check they applied for has come: {name}.", f"We wait until you have {easy}.")
    elif mine:
        told = (f"Renew this check before the start: {name}.", f"We help you to get {easy} again.")
    elif kind is CheckKind.RIGHT_TO_WORK:
        told = ("See the papers that show their right to work.", f"We look at {easy} with you.")
    else:
        told = (f"Get this check before the start: {name}.", f"We help you to get {easy}.")
    held = HeldCheck(kind, CheckState.HELD)
    steps = [Step(MustHave.CHECK, Side.PERSON, (Edit(False, "checks", How.ADD, held),), *told, kind)]
    if kind is CheckKind.FOOD_HYGIENE:
        steps.append(
            Step(
                MustHave.CHECK,
                Side.POST,
                (
                    Edit(True, "checks", How.LESS, NeededCheck(kind, WhenNeeded.BEFORE_START)),
                    Edit(True, "checks", How.ADD, NeededCheck(kind, WhenNeeded.AFTER_START)),
                ),
                "Let the food hygiene certificate follow after the start.",
                "We ask the employer if you can get the food hygiene certificate after you start.",
                kind,
            )
        )
    return tuple(steps)


def _travel(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    if person.place is None or post.place is None:
        return ()
    line = arithmetic.metres(person.place, post.place)
    steps = list(_further(person, line, rules))
    taxi = arithmetic.minutes(line, rules.speeds[TravelMode.TAXI])
    if taxi <= LIFT_MINUTES:
        steps.append(
            Step(
                MustHave.TRAVEL,
                Side.TEAM,
                (Edit(False, "ways", How.ADD, Way(TravelMode.TAXI)),),
                f"Find them a lift or a taxi, about {taxi} minutes. Access to Work may pay towards taxis.",
                f"We find somebody to take you, or a taxi. It takes about {taxi} minutes.",
            )
        )
    return tuple(steps)


def _further(person: MatchPerson, line: int, rules: Rules) -> tuple[Step, ...]:
    """The way that is least beyond what somebody said, where it is only a little beyond."""
    asked: list[tuple[int, int, Way, Way]] = []
    for way in person.ways:
        speed = rules.speeds[way.mode]
        minutes, tenths = arithmetic.minutes(line, speed), arithmetic.tenths(line, speed)
        later = max(0, minutes - (way.most_minutes or minutes))
        longer = max(0, tenths - (way.most_tenths or tenths))
        if later <= FURTHER_MINUTES and longer <= FURTHER_TENTHS:
            wider = replace_way(way, minutes, tenths)
            asked.append((later, minutes, way, wider))
    if not asked:
        return ()
    _, minutes, way, wider = min(asked)
    return (
        Step(
            MustHave.TRAVEL,
            Side.PERSON,
            (Edit(False, "ways", How.LESS, way), Edit(False, "ways", How.ADD, wider)),
            f"Ask them whether {minutes_said(minutes)} {BY_WAY[way.mode]} would be all right.",
            f"Would {minutes_said(minutes)} {BY_WAY[way.mode]} be all right for you?",
        ),
    )


def replace_way(way: Way, minutes: int, tenths: int) -> Way:
    """The way with mosts that let so much pass."""
    return Way(
        way.mode,
        None if way.most_minutes is None else max(way.most_minutes, minutes),
        None if way.most_tenths is None else max(way.most_tenths, tenths),
    )


def _task(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    key = finding.about
    name, easy = rules.task(key), rules.easily(key)
    steps = []
    for one in post.tasks:
        if one.task_id == key and not one.core:
            steps.append(
                Step(
                    MustHave.TASK,
                    Side.POST,
                    (Edit(True, "tasks", How.LESS, one),),
                    f"Swap {name} with a colleague’s task.",
                    f"We ask if somebody else can do this: {easy}.",
                    key,
                )
            )
    if key in person.likes or key in person.would_try:
        steps.append(
            Step(
                MustHave.TASK,
                Side.PERSON,
                (Edit(False, "avoid", How.LESS, key),),
                f"Ask them again about {name}: they said both that they want it and that they do not.",
                f"Would you do this or not: {easy}?",
                key,
            )
        )
    return tuple(steps)


def _setting(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    sense = Sense(finding.about)
    suits = person.suits[SENSES.index(sense)]
    if suits is None:
        return ()
    much = f"{'only' if suits == 1 else 'no more than'} {SENSE_WORDS[sense][suits - 1]}"
    return (
        Step(
            MustHave.SETTING,
            Side.POST,
            (Edit(True, "levels", How.LEVEL, (sense, suits)),),
            f"Find a place or a time with {much}.",
            f"We ask if you can work at a place or a time with {much}.",
            sense,
        ),
    )


def _buddy(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    if post.buddy is BuddyOffer.NO:
        return ()
    return (
        Step(
            MustHave.BUDDY,
            Side.POST,
            (Edit(True, "buddy", How.SET, BuddyOffer.YES),),
            "Agree a buddy: a colleague who is beside them.",
            "We ask if somebody at work can be beside you.",
        ),
    )


def _adjustment(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    key = finding.about
    if post.offer_of(key) is Offer.REFUSED:
        return ()
    return (
        Step(
            MustHave.ADJUSTMENT,
            Side.POST,
            (Edit(True, "offers", How.OFFER, key),),
            f"Agree an adjustment: {rules.adjustment(key)}.",
            f"We tell the employer what you need: “{rules.easily(key)}”",
            key,
        ),
    )


_BY_KIND: Mapping[MustHave, Callable[[Finding, MatchPerson, MatchPost, Rules], tuple[Step, ...]]] = {
    MustHave.CONSENT: _consent,
    MustHave.START: _start,
    MustHave.CHECK: _check,
    MustHave.HOURS: shift_fixes.hours,
    MustHave.SHIFTS: shift_fixes.shifts,
    MustHave.TRAVEL: _travel,
    MustHave.TASK: _task,
    MustHave.SETTING: _setting,
    MustHave.BUDDY: _buddy,
    MustHave.ADJUSTMENT: _adjustment,
}
