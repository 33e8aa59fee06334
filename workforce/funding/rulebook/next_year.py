"""A fund for the next year, begun from one that is held: all but its money, its claims and what was decided."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from resources.database import Database, change
from resources.problem import Problem
from resources.spans import LAST_DAY, months_before
from resources.wording import and_list, count_of, date_words
from workforce.funding.funds.cut_offs import CutOff, add_cut_off, cut_offs_of
from workforce.funding.funds.funds import Fund, add_fund, fund
from workforce.funding.funds.items import FundItem, add_item, items_of
from workforce.funding.rulebook.editing import RuleDraft, add_rule, draft_of
from workforce.funding.rulebook.facts import FACTS, FactType
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.rulebook.values import DAYS, RELATIVE, SAME
from workforce.funding.vocabulary import Operator, SourceStanding
from workforce.years import year_of, year_words

_YEARS = re.compile(r"\b((?:19|20|21)\d\d)(?:(\s*(?:/|-|–|to)\s*)(\d{4}|\d\d))?\b")


@dataclass(frozen=True)
class Copy:
    """What goes to the fund of the next year, as the old one has it on its last day."""

    items: tuple[FundItem, ...]
    rules: tuple[Rule, ...]
    days: tuple[CutOff, ...]

    @property
    def words(self) -> str:
        """2 things that it pays for with their checklists, 11 rules in force and 3 days to keep."""
        some = (
            (len(self.items), "thing that it pays for with its checklist",
             "things that it pays for with their checklists"),
            (len(self.rules), "rule in force", "rules in force"),
            (len(self.days), "day to keep", "days to keep"),
        )  # fmt: skip
        return and_list([count_of(*one) for one in some if one[0]]) or "nothing else"


def copied(db: Database, held: Fund, *, today: date) -> Copy:
    """What would be copied of it: what is valid on its last day, or today where no end is known."""
    last = held.closes_on or max(today, held.opens_on)
    items = items_of(db, held.id, last)
    kept = {None, *(one.id for one in items)}
    rules = [one for one in rules_of(db, held.id, on=last) if one.item_id in kept]
    return Copy(tuple(items), tuple(rules), tuple(cut_offs_of(db, held.id)))


def next_name(held: Fund) -> str:
    """Skills money 2019/20 becomes Skills money 2020/21; a name without a year is given it."""
    name = years_moved(held.name, held)
    return name if name != held.name else f"{held.name} {year_words(year_of(year_later(held.opens_on)))}"


def start_next_year(db: Database, fund_id: str, *, today: date, name: str = "") -> Fund:
    """Begin the fund of the next year, planned, with every day a year later; the old one stays as it is.

    Figures that were read in a source for the old year are second-hand for the new one, and say so.
    """
    held = fund(db, fund_id)
    _refuse_beyond(held)
    told = name.strip() or next_name(held)
    copy = copied(db, held, today=today)
    with change(db, f"Started {told} from {held.name}"):
        made = add_fund(
            db, told, held.kind, opens_on=year_later(held.opens_on),
            closes_on=year_later(held.closes_on) if held.closes_on else None, funder=held.funder,
            purpose=held.purpose, conditions=held.conditions, contact_name=held.contact_name,
            contact_details=held.contact_details, where_to_claim=held.where_to_claim,
            note=f"Begun from {held.name}: look at its terms, figures and days again.",
        )  # fmt: skip
        keys = {one.id: _add_item(db, made, held, one) for one in copy.items}
        for one in copy.rules:
            add_rule(db, made.id, _rule(one, made, held, keys))
        for day in copy.days:
            add_cut_off(
                db, made.id, day.kind, year_later(day.on_day), at_time=day.at_time, what=years_moved(day.what, held),
                source=_source(day.source, held),
            )  # fmt: skip
    return fund(db, made.id)


def _refuse_beyond(held: Fund) -> None:
    last = held.closes_on or held.opens_on
    if last > months_before(LAST_DAY, 12):
        raise Problem(
            f"{held.name} lasts until {date_words(last)}, and no fund can last beyond {date_words(LAST_DAY)}."
        )


def _add_item(db: Database, made: Fund, held: Fund, one: FundItem) -> str:
    first, last = _validity(one.valid_from, one.valid_to, made)
    added = add_item(
        db, made.id, years_moved(one.name, held), course_id=one.course_id, most_pence=one.most_pence,
        first_percent=one.first_percent, evidence=one.evidence, valid_from=first, valid_to=last,
        source=_source(one.source, held), standing=_standing(one.standing),
    )  # fmt: skip
    return added.id


def _rule(one: Rule, made: Fund, held: Fund, keys: Mapping[str, str]) -> RuleDraft:
    first, last = _validity(one.valid_from, one.valid_to, made)
    when = _is_day(one.when_fact, one.when_operator)
    return replace(
        draft_of(one), words=years_moved(one.words, held), to_change=years_moved(one.to_change, held),
        valid_from=first, valid_to=last,
        value=_day_moved(one.value) if _is_day(one.fact, one.operator) else one.value,
        when_value=_day_moved(one.when_value) if when else one.when_value,
        item_id=keys[one.item_id] if one.item_id else None, source=_source(one.source, held),
        standing=_standing(one.standing),
    )  # fmt: skip


def _is_day(fact: str, operator: Operator | None) -> bool:
    """Whether what it is held against is a day of the calendar."""
    return bool(fact) and FACTS[fact].type is FactType.DATE and operator in (*DAYS, *SAME)


def _validity(first: date | None, last: date | None, made: Fund) -> tuple[date | None, date | None]:
    """What began in the course of the old year is in force for the whole of the new one."""
    begins = min(year_later(first), made.opens_on) if first else None
    return begins, year_later(last) if last else None


def _standing(was: SourceStanding) -> SourceStanding:
    read = was in (SourceStanding.READ, SourceStanding.EXCERPT)
    return SourceStanding.SECOND_HAND if read else was


def _source(was: str, held: Fund) -> str:
    return f"As in {held.name}: {was}" if was and not was.startswith("As in ") else was


# --- a year later -----------------------------------------------------------------------------------------------


def year_later(day: date) -> date:
    """The same day of the next year; 28 February after a 29th."""
    return months_before(day, -12)


def years_moved(text: str, held: Fund) -> str:
    """Text with the years of the fund’s period that it names a year later; the Care Act 2014 stays that of 2014."""
    years = _years_of(held)

    def later(found: re.Match[str]) -> str:
        first, between, last = int(found[1]), found[2] or "", found[3] or ""
        if first not in years:
            return found[0]
        follows = len(last) == 4 or (last and int(last) == (first + 1) % 100)  # 2019-04 is a month
        return f"{first + 1}{between}{_next(last) if follows else last}"

    return _YEARS.sub(later, text)


def _years_of(held: Fund) -> range:
    last = held.closes_on.year if held.closes_on else held.opens_on.year + 1
    return range(held.opens_on.year, last + 1)


def _next(year: str) -> str:
    return str(int(year) + 1) if len(year) == 4 else f"{(int(year) + 1) % 100:02d}"


def _day_moved(value: str) -> str:
    if not value or value in RELATIVE:
        return value
    return year_later(date.fromisoformat(value)).isoformat()
