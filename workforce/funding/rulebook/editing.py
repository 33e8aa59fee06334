"""Rules added, put right, changed from a day on, moved and removed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of
from resources.tables import Cell
from resources.wording import date_words
from workforce.funding.rulebook.facts import FACTS, Fact, FactType
from workforce.funding.rulebook.rules import Rule, rule, rules_of
from workforce.funding.rulebook.telling import PLACES
from workforce.funding.rulebook.values import DAYS, SAME, WINDOWS, needs_value, operators_of, read_kept
from workforce.funding.vocabulary import Operator, SourceStanding, Subject
from workforce.years import FIRST_YEAR, LAST_YEAR

NEW = ""
"""The key of a rule that is not kept yet."""


@dataclass(frozen=True)
class RuleDraft:
    """What a person says of a rule; values as they are kept (see `values.kept_value`).

    Without a `code` it is given the next one. Without a `value`, where one is needed, it waits for its figure.
    """

    words: str
    fact: str
    operator: Operator
    value: str = ""
    other_fact: str = ""
    when_fact: str = ""
    when_operator: Operator | None = None
    when_value: str = ""
    to_change: str = ""
    code: str = ""
    item_id: str | None = None
    source: str = ""
    standing: SourceStanding = SourceStanding.OURS
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def subject(self) -> Subject:
        """Of whom it speaks: of whom its fact is."""
        return FACTS[self.fact].subject


def draft_of(held: Rule) -> RuleDraft:
    """A rule as it would be entered."""
    return RuleDraft(
        held.words, held.fact, held.operator, held.value, held.other_fact, held.when_fact, held.when_operator,
        held.when_value, held.to_change, held.code, held.item_id, held.source, held.standing, held.valid_from,
        held.valid_to,
    )  # fmt: skip


def rule_of(draft: RuleDraft, *, key: str = NEW, fund_id: str = "", position: int = 0) -> Rule:
    """A draft as a rule that could be kept."""
    return Rule(
        key, fund_id, draft.item_id, draft.code.strip(), draft.subject, draft.words.strip(), draft.fact,
        draft.operator, draft.value, draft.other_fact, draft.when_fact, draft.when_operator, draft.when_value,
        draft.to_change.strip(), draft.source.strip(), draft.standing, draft.valid_from, draft.valid_to, position,
    )  # fmt: skip


# --- what would be ------------------------------------------------------------------------------------------


def rules_with(
    held: Sequence[Rule], draft: RuleDraft, *, key: str = NEW, from_day: date | None = None
) -> list[Rule]:
    """All of a fund's rules as they would be after adding the draft, or after changing the rule with this key.

    With `from_day` the rule keeps its words until the day before, and the changed one begins that day. Raises
    FieldProblem for a draft that cannot be kept.
    """
    now = next((one for one in held if one.id == key), None)
    if now is None:
        added = replace(
            rule_of(draft), code=draft.code.strip() or next_code(held), position=_next_place(held)
        )
        _check(added, held)
        return [*held, added]
    changed = rule_of(draft, key=now.id, fund_id=now.fund_id, position=now.position)
    changed = changed if changed.code else replace(changed, code=now.code)
    if from_day is None:
        _check(changed, [one for one in held if one is not now])
        return [changed if one is now else one for one in held]
    _check_from(now, from_day)
    ended = replace(now, valid_to=from_day - timedelta(days=1))
    begun = replace(changed, id=NEW, valid_from=from_day)
    _check(begun, [ended if one is now else one for one in held])
    return [part for one in held for part in ((ended, begun) if one is now else (one,))]


def _check_from(now: Rule, from_day: date) -> None:
    if not FIRST_YEAR <= from_day.year <= LAST_YEAR:
        raise FieldProblem(
            "from_day",
            f"{date_words(from_day)} is none of our times. Give a day of {FIRST_YEAR} to {LAST_YEAR}.",
        )
    if now.valid_from is not None and from_day <= now.valid_from:
        raise FieldProblem(
            "from_day",
            f"The rule itself begins on {date_words(now.valid_from)}. Give a later day, or put the rule right as it "
            "stands.",
        )
    if now.valid_to is not None and from_day > now.valid_to:
        raise FieldProblem(
            "from_day",
            f"The rule ends on {date_words(now.valid_to)}. Give a day up to then, or add a new rule.",
        )


def next_code(held: Sequence[Rule]) -> str:
    """R1, or the number after the highest."""
    numbers = [int(one.code[1:]) for one in held if one.code[:1] == "R" and one.code[1:].isdecimal()]
    return f"R{max(numbers, default=0) + 1}"


def _next_place(held: Sequence[Rule]) -> int:
    return max((one.position for one in held), default=-1) + 1


# --- the verbs ----------------------------------------------------------------------------------------------


def add_rule(db: Database, fund_id: str, draft: RuleDraft) -> Rule:
    """One more rule of a fund."""
    added = rules_with(rules_of(db, fund_id), draft)[-1]
    key = new_key()
    with change(db, f"Added rule {added.code} to {_fund_name(db, fund_id)}"):
        db.insert_row("rule", {"id": key, "fund_id": fund_id, **_cells(added)})
    return rule(db, key)


def edit_rule(db: Database, key: str, draft: RuleDraft, *, from_day: date | None = None) -> Rule:
    """Put a rule right as it stands; with `from_day`, change it from that day on: until then it stays as it was."""
    held = rule(db, key)
    all_rules = rules_with(rules_of(db, held.fund_id), draft, key=key, from_day=from_day)
    fund = _fund_name(db, held.fund_id)
    if from_day is None:
        changed = next(one for one in all_rules if one.id == key)
        with change(db, f"Changed rule {changed.code} of {fund}"):
            db.update_row("rule", key, _cells(changed))
        return rule(db, key)
    begun, new = next(one for one in all_rules if one.id == NEW), new_key()
    with change(db, f"Changed rule {begun.code} of {fund} from {date_words(from_day)}"):
        db.update_row("rule", key, {"valid_to": (from_day - timedelta(days=1)).isoformat()})
        db.insert_row("rule", {"id": new, "fund_id": held.fund_id, **_cells(begun)})
    return rule(db, new)


def end_rule(db: Database, key: str, *, last_day: date) -> Rule:
    """It holds until that day and no longer."""
    held = rule(db, key)
    if held.valid_from is not None and last_day < held.valid_from:
        raise FieldProblem(
            "last_day",
            f"The rule begins on {date_words(held.valid_from)}. Give a last day from then on, or remove the rule.",
        )
    with change(db, f"Ended rule {held.code} of {_fund_name(db, held.fund_id)} on {date_words(last_day)}"):
        db.update_row("rule", key, {"valid_to": last_day.isoformat()})
    return rule(db, key)


def remove_rule(db: Database, key: str) -> None:
    """Take a rule out that was entered by mistake. Decisions made on it keep what it said."""
    held = rule(db, key)
    with change(db, f"Removed rule {held.code} of {_fund_name(db, held.fund_id)}"):
        db.delete_row("rule", key)


def move_rule(db: Database, key: str, *, by: int) -> Rule:
    """Up (-1) or down (1) among the rules of its fund."""
    held = rule(db, key)
    order = [one.id for one in rules_of(db, held.fund_id)]
    at = order.index(key)
    to = at + by
    if not 0 <= to < len(order):
        raise Problem(f"Rule {held.code} is the {'first' if by < 0 else 'last'} one already.")
    order.insert(to, order.pop(at))
    with change(db, f"Moved rule {held.code} of {_fund_name(db, held.fund_id)}"):
        for place, moved in enumerate(order):
            db.update_row("rule", moved, {"position": place})
    return rule(db, key)


def _fund_name(db: Database, fund_id: str) -> str:
    return str(db.value("select name from fund where id = ?", (fund_id,)))


def _cells(held: Rule) -> dict[str, Cell]:
    return cells_of({
        "item_id": held.item_id, "code": held.code, "subject": held.subject.value, "words": held.words,
        "fact": held.fact, "operator": held.operator.value, "value": held.value, "other_fact": held.other_fact,
        "when_fact": held.when_fact,
        "when_operator": held.when_operator.value if held.when_operator else None, "when_value": held.when_value,
        "to_change": held.to_change, "source": held.source, "standing": held.standing.value,
        "valid_from": held.valid_from, "valid_to": held.valid_to, "position": held.position,
    })  # fmt: skip


# --- what can be kept ---------------------------------------------------------------------------------------


def _check(one: Rule, others: Sequence[Rule]) -> None:
    if not one.words:
        raise FieldProblem("words", "The rule says nothing yet. Write it as people are to read it.")
    _check_test(one)
    _check_when(one)
    _check_places(one.to_change)
    if one.valid_from is not None and one.valid_to is not None and one.valid_to < one.valid_from:
        raise FieldProblem(
            "valid_to",
            f"It would end on {date_words(one.valid_to)}, before it begins on {date_words(one.valid_from)}. Change one "
            "of the two days.",
        )
    if any(
        other.code == one.code and other.item_id == one.item_id and _overlap(one, other) for other in others
    ):
        raise FieldProblem(
            "code", f"Another rule of the fund has the code {one.code} at the same time. Give another."
        )


def _overlap(one: Rule, other: Rule) -> bool:
    """Whether there is a day on which both are in force."""
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)


def _check_test(one: Rule) -> None:
    fact, other = _known(one.fact, "fact"), _known(one.other_fact, "other_fact") if one.other_fact else None
    _check_operator(fact, one.operator, "operator")
    if other is not None:
        _check_other(fact, other, one.operator)
    if other is not None and not needs_value(one.operator, one.other_fact):
        if one.value:
            raise FieldProblem(
                "value", "The fact is held against the other fact itself. Leave the value empty."
            )
        return
    times = other is not None and fact.type.is_ordered
    _check_value(fact, one.operator, one.value, "value", times=times)


def _check_other(fact: Fact, other: Fact, operator: Operator) -> None:
    if other.name == fact.name:
        raise FieldProblem("other_fact", f"“{capital(fact)}” is held against itself. Choose another fact.")
    if fact.type.is_set_of_words and (operator not in SAME or other.type is not fact.type):
        raise FieldProblem("other_fact", "A list of words is held against no other fact. Leave it out.")
    dates = (fact.type is FactType.DATE, other.type is FactType.DATE)
    if dates[0] != dates[1] or fact.type.is_ordered != other.type.is_ordered or fact.type is FactType.FLAG:
        raise FieldProblem(
            "other_fact",
            f"The {fact.words} and the {other.words} cannot be compared. Choose a fact of the same sort.",
        )


def capital(fact: Fact) -> str:
    """The words of a fact as they stand alone."""
    return fact.words[:1].upper() + fact.words[1:]


def _check_when(one: Rule) -> None:
    if not one.when_fact:
        if one.when_value:
            raise FieldProblem(
                "when_fact", "A value stands there without the fact that it is of. Choose the fact."
            )
        return
    fact = _known(one.when_fact, "when_fact")
    if one.when_operator is None or not one.when_value:
        raise FieldProblem(
            "when_value", f"Only where: say what the {fact.words} has to be, or leave the fact out."
        )
    _check_operator(fact, one.when_operator, "when_operator")
    _check_value(fact, one.when_operator, one.when_value, "when_value")


def _known(name: str, field: str) -> Fact:
    fact = FACTS.get(name)
    if fact is None:
        raise FieldProblem(field, f"“{name}” is no fact that rules can speak of. Choose one of the list.")
    return fact


def _check_operator(fact: Fact, operator: Operator, field: str) -> None:
    if operator not in operators_of(fact.type):
        allowed = ", ".join(one.label for one in operators_of(fact.type))
        raise FieldProblem(
            field, f"“{operator.label}” says nothing of the {fact.words}. It can be: {allowed}."
        )


def _check_value(fact: Fact, operator: Operator, value: str, field: str, *, times: bool = False) -> None:
    try:
        bound = read_kept(fact, operator, value, on=date(2020, 1, 1), times=times)
    except (ValueError, KeyError):
        raise FieldProblem(
            field, f"“{value}” is not what the {fact.words} is held against. Write it again."
        ) from None
    if isinstance(bound, date | frozenset | str) or bound is None or operator in (*WINDOWS, *DAYS):
        return
    if bound < 0:
        raise FieldProblem(field, f"The {fact.words} is never less than nothing. Give a figure from 0.")


def _check_places(words: str) -> None:
    """Only what can be filled in stands in braces."""
    left = words
    for place in PLACES:
        left = left.replace("{" + place + "}", "")
    if "{" in left or "}" in left:
        places = ", ".join(f"{{{place}}} ({meaning})" for place, meaning in PLACES.items())
        raise FieldProblem("to_change", f"In braces can stand {places}, and nothing else.")
