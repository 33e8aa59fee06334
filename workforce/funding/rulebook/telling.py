"""Rules and what they find in plain words. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from resources.wording import capital_first, count_of, date_words, exact, money, number
from workforce.funding.rulebook.facts import FACTS, Fact, FactType, FactValue
from workforce.funding.rulebook.judging import Case
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.values import DAYS, SAME, WINDOWS, kept_words, value_words
from workforce.funding.vocabulary import Met, Operator
from workforce.years import year_of, year_span

NO_FIGURE = "The rulebook has no figure yet"
PLACES: Mapping[str, str] = {
    "missing": "how many are missing",
    "of": "of how many",
    "value": "what the rule asks",
    "by": "the last day on which it can be put right",
}
"""What can stand in braces in the words of what would change an answer."""


# --- a rule ---------------------------------------------------------------------------------------------


def rule_words(rule: Rule) -> str:
    """What the rule tests: “overall CQC rating is one of Good or Outstanding, where kind of service is Home care”."""
    asked = test_words(rule.fact, rule.operator, rule.value, rule.other_fact)
    if not rule.when_fact or rule.when_operator is None:
        return asked
    return f"{asked}; only where {test_words(rule.when_fact, rule.when_operator, rule.when_value)}"


def test_words(fact_name: str, operator: Operator, value: str, other_name: str = "") -> str:
    """A fact, how it is held against something, and that."""
    fact, other = FACTS[fact_name], FACTS.get(other_name)
    times = other is not None and fact.type.is_ordered
    said = kept_words(fact, operator, value, times=times)
    if fact.type is FactType.FLAG:
        return f"{fact.words}: {said or '(not said yet)'}"
    if operator in WINDOWS:
        return f"{fact.words} is {_window_words(said or '(no figure yet)', other)}"
    if other is not None:
        return f"{fact.words} {operator.label} {_other_words(said, other, operator)}"
    return f"{fact.words} {operator.label} {said or '(no figure yet)'}"


def _window_words(said: str, other: Fact | None) -> str:
    return f"within {said} after the {other.words}" if other else f"within the last {said}"


def _other_words(said: str, other: Fact, operator: Operator) -> str:
    if operator in DAYS + SAME:
        return f"the {other.words}"
    if not said:
        return f"(no figure yet) for each of the {other.words}"
    return f"{said} of the {other.words}" if "%" in said else f"{said} for each of the {other.words}"


# --- what was found -------------------------------------------------------------------------------------


def found_words(case: Case) -> str:
    """What a rule found, without a full stop."""
    if not case.was_asked:
        return capital_first(f"{_subject(case)} was not asked about")
    if case.applies is Met.NOT_MET:
        return f"Does not apply: {_known(case, case.rule.when_fact)}"
    if case.test.lacks_figure and case.met is Met.NOT_KNOWN:
        return NO_FIGURE
    said = capital_first(_known(case, case.rule.fact))
    if case.test.other is not None:
        said = f"{said}; {_known(case, case.rule.other_fact)}"
    limit = _limit(case)
    if limit:
        said = f"{said}; {limit}"
    if case.applies is Met.NOT_KNOWN and case.met is Met.NOT_KNOWN:
        said = f"{said}; {_known(case, case.rule.when_fact)}"
    return said


def _subject(case: Case) -> str:
    return f"the {case.rule.subject.value}"


def _known(case: Case, name: str) -> str:
    fact, value = FACTS[name], case.known.get(name)
    if value is None and fact.or_the_day:
        return f"{fact.words}: not yet, so {date_words(case.test.on)} is taken"
    said = f"{fact.words}: {value_words(fact, value)}"
    of = _whole_of(case, fact)
    if of is not None and value is not None:
        said = f"{said} ({number(exact_number(value) * of)} of {of:,})"
    return said


def _whole_of(case: Case, fact: Fact) -> int | None:
    """Of how many a share is."""
    of = case.known.get(fact.told_with[0]) if fact.type is FactType.SHARE and fact.told_with else None
    return of if isinstance(of, int) else None


def exact_number(value: FactValue) -> Fraction:
    """A figure as an exact one."""
    assert isinstance(value, int | Fraction)
    return exact(value)


def _limit(case: Case) -> str:
    """Where what is asked follows from another fact: that day or that figure."""
    if case.met is Met.NOT_KNOWN or case.test.bound is None:
        return ""
    if case.test.operator in WINDOWS and case.test.other is None:
        return f"what counts begins on {date_words(case.test.window().first)}"
    if case.test.operator in WINDOWS:
        return f"the last day is {date_words(case.test.window(case.other).last)}"
    if case.test.other is not None and case.test.operator not in DAYS + SAME:
        return f"{case.test.operator.label.removeprefix('is ')} {_wanted_words(case)}"
    return ""


def _wanted_words(case: Case) -> str:
    """What is asked, in words."""
    test = case.test
    if isinstance(test.bound, date):
        return date_words(test.bound)
    if test.other is None:
        return kept_words(test.fact, test.operator, case.rule.value)
    wanted = test.wanted(case.other)
    return value_words(test.fact, wanted)


# --- what would change it -------------------------------------------------------------------------------


def change_words(case: Case) -> str:
    """What would make the rule met, without a full stop; "" where nothing has to change."""
    if case.met in (Met.MET, Met.DOES_NOT_APPLY):
        return ""
    if case.met is Met.NOT_KNOWN:
        return _to_find_out(case)
    if _is_too_early(case):
        return _window_needs(case)
    return _own_words(case) or _general(case)


def _is_too_early(case: Case) -> bool:
    """A window that has not begun is no window that is over."""
    if case.test.operator not in WINDOWS:
        return False
    value = case.value
    return isinstance(value, date) and value < case.test.window(case.other).first


def _to_find_out(case: Case) -> str:
    rule = case.rule
    if case.test.lacks_figure:
        of = f" ({rule.source})" if rule.source else ""
        return f"Fill in the figure of rule {rule.code} when its source has been read{of}"
    return find_out_words(unknown_facts(case))


def find_out_words(names: Iterable[str]) -> str:
    """What has to be found out, each once."""
    return f"Find out: {'; '.join(FACTS[name].words for name in dict.fromkeys(names))}"


def unknown_facts(case: Case) -> tuple[str, ...]:
    """The facts that are asked for and not known; none where it is the rule that has no figure."""
    rule = case.rule
    if case.met is not Met.NOT_KNOWN or case.test.lacks_figure:
        return ()
    return tuple(
        name for name in (rule.fact, rule.other_fact, rule.when_fact) if name and _is_unknown(case, name)
    )


def _is_unknown(case: Case, name: str) -> bool:
    return case.known.get(name) in (None, "") and not FACTS[name].or_the_day


def _own_words(case: Case) -> str:
    """The rule’s own words, where all that they name is known."""
    words = case.rule.to_change
    for place in PLACES:
        if "{" + place + "}" in words:
            said = _PLACES[place](case)
            if not said:
                return ""
            words = words.replace("{" + place + "}", said)
    return words.rstrip(".")


def _missing(case: Case) -> str:
    """How many records would have to be put right, or how much is short or too much."""
    fact, wanted, value = case.test.fact, case.test.wanted(case.other), case.value
    if fact.type is FactType.SHARE:
        of = _whole_of(case, fact)
        return "" if of is None else number(ceil(wanted * of) - exact_number(value) * of)
    short = abs(exact_number(wanted) - exact_number(value))
    return money(ceil(short)) if fact.type is FactType.PENCE else number(ceil(short))


def _of(case: Case) -> str:
    of = _whole_of(case, case.test.fact)
    if case.test.fact.type is FactType.SHARE:
        return "" if of is None else number(of)
    return value_words(case.test.fact, case.test.wanted(case.other))


def _by(case: Case) -> str:
    """The last day of a window; otherwise that of the funding year, or the last day for claims if that is earlier."""
    if case.test.operator in WINDOWS:
        return date_words(case.test.window(case.other).last)
    ends = year_span(year_of(case.test.on)).last
    return date_words(min(ends, case.until) if case.until is not None else ends)


_PLACES: Mapping[str, Callable[[Case], str]] = {
    "missing": _missing,
    "of": _of,
    "value": _wanted_words,
    "by": _by,
}


def _general(case: Case) -> str:
    """What any rule of its sort would need."""
    fact = case.test.fact
    by = f" by {_by(case)}" if fact.this_year else ""
    if fact.name == "ascwds_eligible":
        return f"{_ascwds_needs(case)}{by}"
    if case.test.operator in WINDOWS:
        return _window_needs(case)
    if fact.type is FactType.FLAG:
        wanted = "yes" if case.test.bound is True else "no"
        return f"It would be met if “{fact.words}” were {wanted}{by}"
    if fact.type.is_ordered and case.test.operator not in SAME:
        return f"The {fact.words} {_than(case)} {_wanted_words(case)}{by}: {_missing_words(case)}"
    return f"It would be met if the {fact.words} {_were(case)} {_wanted_words(case)}{by}"


def _than(case: Case) -> str:
    return f"would have to be {case.test.operator.label.removeprefix('is ')}"


def _were(case: Case) -> str:
    return (
        case.test.operator.label.replace("is ", "were ", 1)
        if case.test.operator is not Operator.IS
        else "were"
    )


def _missing_words(case: Case) -> str:
    too_little = case.test.operator in (Operator.AT_LEAST, Operator.MORE_THAN)
    if case.test.fact.type is FactType.SHARE and _whole_of(case, case.test.fact) is None:
        return f"it is {value_words(case.test.fact, case.value)}"
    missing = _missing(case)
    return f"{missing} more" if too_little else f"{missing} too much"


def _window_needs(case: Case) -> str:
    window, value = case.test.window(case.other), case.value
    name = case.test.fact.words
    assert isinstance(value, date)
    if value < window.first and case.test.other is not None:
        return f"The {name} can be no earlier than {date_words(window.first)}"
    if value < window.first:
        return f"The {name} would have to be {date_words(window.first)} or later"
    late = value - window.last
    return (
        f"The last day was {date_words(window.last)}: {count_of(late // timedelta(days=1), 'day')} too late"
    )


def _ascwds_needs(case: Case) -> str:
    """What the workplace lacks, of all that the service asks."""
    known = case.known
    workers, staff, share = (known.get(name) for name in ("ascwds_workers", "ascwds_staff", "ascwds_share"))
    needs = []
    if isinstance(workers, int) and isinstance(staff, int) and workers != staff:
        needs.append(f"have as many staff records as staff ({workers:,} records, {staff:,} staff)")
    if known.get("ascwds_workplace_complete") is False:
        needs.append("complete the workplace record")
    if isinstance(workers, int) and isinstance(share, int | Fraction) and exact(share) < Fraction(9, 10):
        records = ceil(Fraction(9, 10) * workers) - exact(share) * workers
        needs.append(f"update {number(records)} of {count_of(workers, 'staff record')}")
    return capital_first(" and ".join(needs)) or "Complete the ASC-WDS workplace and staff records"
