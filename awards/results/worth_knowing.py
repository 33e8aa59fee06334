"""What the panel should know before it decides on somebody, in sentences. It decides all the same."""

from collections.abc import Sequence

from awards.results.harshness import NotJoined, effect_words
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.ties import CLOSE, close_words, tie_words
from awards.results.what_if import what_if_words
from awards.vocabulary import ReviewState
from resources.wording import Number, and_list, count_of, hundredths, ordinal, signed

_NAMED = 3


def points(figure: Number | None) -> str:
    """Hundredths of a point as people read them: 4.25; '' where there is none."""
    return "" if figure is None else hundredths(figure)


def of_category(held: CategoryStanding) -> list[str]:
    """What is to be known of a category: agreement, ties, what would change it, too few scores."""
    told = [*clash_sentences(held), held.agreement.words]
    told += _ties(held) + _close(held)
    told += what_if_sentences(held)
    short = [one for one in held.nominees if one.has_too_few]
    if short:
        told.append(_short_words(held, short))
    return told


def clash_sentences(held: CategoryStanding, key: str = "") -> list[str]:
    """Scores that count though their judge has a conflict of interest; of one nominee where that is asked."""
    return [
        f"{held.judge_names[one.judge]} scored {held.names[one.nominee]} and has a conflict of interest: "
        f"{' '.join(one.why)} Let the judge stand aside, or rule on it, on the Panel side."
        for one in held.clashes
        if key in ("", one.nominee)
    ]


def what_if_sentences(held: CategoryStanding) -> list[str]:
    """Without Judge 2, Ben Specimen would stand first …"""
    return what_if_words(
        held.what_if,
        nominee=held.names,
        judge=held.judge_names,
        criterion={one.key: one.name for one in held.scheme.scales},
    )


def harshness_sentences(held: CategoryStanding) -> list[str]:
    """What each judge adds, or why it cannot be told."""
    found = held.harshness
    if isinstance(found, NotJoined):
        return [found.words(held.judge_names)]
    told = [
        effect_words(one, held.judge_names[one.judge], points_told(abs(one.added)))
        for one in sorted(found.effects, key=lambda one: -abs(one.added))
    ]
    if found.rests_on_little:
        told.append("It rests on few scores: a single one more could alter it.")
    return told


def harshness_line(held: CategoryStanding) -> str:
    """The same in a line: what each judge adds, the harshest first."""
    found = held.harshness
    if isinstance(found, NotJoined):
        return found.words(held.judge_names)
    told = [
        f"{held.judge_names[one.judge]} {signed(one.added / 100, 2)}"
        for one in sorted(found.effects, key=lambda one: one.added)
    ]
    little = " It rests on few scores." if found.rests_on_little else ""
    return f"Each judge beside the mean of all judges on the same nominees: {', '.join(told)}.{little}"


def points_told(figure: Number) -> str:
    """1.00 point, 0.67 points."""
    told = points(figure)
    return f"{told} {'point' if told == '1.00' else 'points'}"


def _ties(held: CategoryStanding) -> list[str]:
    """Ties for the first place; those further down are seen in the table."""
    first = held.first()
    if not first or first[0].placed is None or not first[0].placed.tied:
        return []
    tied = sorted({first[0].key, *first[0].placed.tied}, key=held.names.__getitem__)
    return [
        tie_words(
            [held.names[key] for key in tied], held.round.tie_rule, [held.names[one.key] for one in first]
        )
    ]


def _close(held: CategoryStanding) -> list[str]:
    if not held.ranked or held.ranked[0].summary.mean is None:
        return []
    top = held.ranked[0].summary.mean
    near = [one for one in held.ranked if one.summary.mean is not None and top - one.summary.mean < CLOSE]
    apart = {one.summary.mean for one in near}
    return [close_words([held.names[one.key] for one in near])] if len(apart) > 1 else []


def alike_words(held: CategoryStanding, among: Sequence[NomineeStanding]) -> list[str]:
    """Of nominees whose means print alike and yet differ, a sentence each time: their places are no accident."""
    printed: dict[str, list[NomineeStanding]] = {}
    for one in among:
        if one.summary.mean is not None:
            printed.setdefault(points(one.summary.mean), []).append(one)
    return [
        f"{and_list([held.names[one.key] for one in some])} all show {shown} as their mean. They differ further back, "
        "and stand in that order."
        if len(some) > 2
        else f"{and_list([held.names[one.key] for one in some])} both show {shown} as their mean. They differ further "
        "back, and stand in that order."
        for shown, some in printed.items()
        if len({one.summary.mean for one in some}) > 1
    ]


def _short_words(held: CategoryStanding, short: list[NomineeStanding]) -> str:
    names = [held.names[one.key] for one in short[:_NAMED]]
    more = [f"{len(short) - _NAMED} more"] if len(short) > _NAMED else []
    asked = count_of(held.round.least_scores, "judge")
    return f"Too few scores to decide on: {and_list([*names, *more])}. The round asks for {asked}."


def of_choice(held: CategoryStanding, key: str, *, adjusted: bool = False) -> list[str]:
    """What speaks against honouring this nominee before the others; nothing where nothing does."""
    one = held.of(key)
    if one is None:
        return []
    place = one.place(adjusted=adjusted)
    told = clash_sentences(held, key)
    few = too_few_words(held, one)
    if few:
        told.append(few)
    elif place is not None and place.place > 1:
        by = "the adjusted mean" if adjusted else "the mean"
        first = held.first(adjusted=adjusted)
        stand = "stands" if len(first) == 1 else "stand"
        told.append(
            f"By {by}, {one.nominee.name} stands {ordinal(place.place)} and "
            f"{and_list([held.names[each.key] for each in first])} {stand} first. The reason should say why."
        )
    if one.state is ReviewState.CONFLICTING:
        told.append(f"The judges contradict each other on {one.nominee.name}: some score high and some low.")
    if held.agreement.is_little:
        told.append(held.agreement.words)
    return [*told, *_other_order(held, one)]


def too_few_words(held: CategoryStanding, one: NomineeStanding) -> str:
    """That somebody has too few scores to be decided on, or none that counts; '' where they have enough."""
    if not any(each.is_weighed for each in held.scheme.scales):
        return f"Nothing counts in “{held.category.name}”: no criterion has a weight, so that no score says anything."
    if one.summary.number == 0:
        return f"{one.nominee.name} has no score, and the round asks for {one.wanted}."
    if one.has_too_few:
        return f"{one.nominee.name} has {count_of(one.summary.number, 'score')}, and the round asks for {one.wanted}."
    return ""


def _other_order(held: CategoryStanding, one: NomineeStanding) -> list[str]:
    """Where the adjusted mean has it otherwise."""
    plain, again = one.placed, one.placed_adjusted
    if plain is None or again is None or (plain.place == 1) == (again.place == 1):
        return []
    return [
        f"By the mean {one.nominee.name} stands {ordinal(plain.place)}, by the mean adjusted for harshness "
        f"{ordinal(again.place)}."
    ]
