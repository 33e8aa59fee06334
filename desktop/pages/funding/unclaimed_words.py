"""What stands above the list: what it comes to, and what is not on it and why."""

from collections.abc import Sequence

from desktop.pages.funding.unclaimed_reading import Read
from resources.wording import and_list, count_of, date_words, money
from workforce.funding.unclaimed.unclaimed import Found, Standing, Unclaimed, sums
from workforce.funding.vocabulary import FundKind

_SAYS = {
    Standing.ELIGIBLE: "Eligible and not claimed",
    Standing.COULD_BECOME: "Could still become eligible",
    Standing.NEEDS_INFORMATION: "Needs information",
}


def headline(shown: Sequence[Unclaimed]) -> str:
    """Eligible and not claimed: up to £48,300 at 23 services of 19 providers, the first by 21 March 2020."""
    for standing, says in _SAYS.items():
        rows = [one for one in shown if one.standing is standing]
        if rows:
            return f"{says}: {_comes_to(rows)}."
    return ""


def _comes_to(rows: Sequence[Unclaimed]) -> str:
    of = sums(rows)
    who = f"{count_of(of.services, 'service')} of {count_of(of.providers, 'provider')}"
    days = [one.by for one in rows if one.by is not None]
    by = f", the first by {date_words(min(days))}" if days else ""
    return f"up to {money(of.pence)} at {who}{by}" if of.pence else f"{who}, no figure known yet{by}"


def remarks(read: Read, shown: Sequence[Unclaimed]) -> str:
    """What the filter hides, past decisions that differ, and the funds that nobody is listed for."""
    found = read.found
    there = {one.key for one in shown}
    hidden = len({one.place.service_id for one in found.rows if one.key not in there})
    parts = (
        [f"{count_of(found.services, 'service')} in use; the filter hides lines of {hidden:,}."]
        if hidden
        else []
    )
    if len({one.fund.id for one in shown if one.likely.pence}) > 1:
        parts.append("People count once for each fund.")
    if read.changed:
        parts.append(f"{count_of(len(read.changed), 'past decision')} would be different today.")
    if found.rows:  # otherwise the page itself says it
        parts += [one.words for one in found.not_open if one.fund.kind is not FundKind.GRANTED]
    return " ".join(parts)


def empty_sentence(found: Found) -> tuple[str, str, str]:
    """Why nobody is listed; the tab on which that can be changed, and the words of the way there."""
    if found.funds:
        names = " ".join(f"{one.words}" for one in found.not_open)
        return (
            "No service in use is eligible for something that it has not claimed: none meets the rules of "
            f"{and_list([one.name for one in found.funds])}, or it has claimed. {names}".strip(),
            "Rulebook", "See the rules",
        )  # fmt: skip
    if found.not_open:
        said = " ".join(one.words for one in found.not_open)
        return f"No fund can be claimed from today. {said}", "Funds", "See the funds"
    return (
        "No fund is held yet. Once there is a fund with rules, those who could claim from it and have not are "
        "listed here.", "Funds", "Add a fund",
    )  # fmt: skip
