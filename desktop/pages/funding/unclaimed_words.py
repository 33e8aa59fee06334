"""What stands above the list: what it comes to, and what is not on it and why."""

from collections.abc import Sequence

from desktop.pages.funding.unclaimed_reading import Read
from resources.wording import count_of, date_words, money
from workforce.funding.unclaimed.unclaimed import Found, Standing, Unclaimed, sums


def headline(shown: Sequence[Unclaimed], found: Found) -> str:
    """Up to £48,300 is not claimed by 23 services of 19 providers; the first last day is 21 March 2020."""
    if not shown:
        return ""
    of = sums(shown)
    who = f"{count_of(of.services, 'service')} of {count_of(of.providers, 'provider')}"
    days = [one.by for one in shown if one.by is not None]
    by = f"; the first last day is {date_words(min(days))}" if days else ""
    if not of.pence:
        return f"{who} could claim or may be able to, and no figure is known yet{by}."
    without = (
        f", with {count_of(of.without_figure, 'line')} that have no figure yet" if of.without_figure else ""
    )
    return f"Up to {money(of.pence)} is not claimed by {who}{without}{by}."


def remarks(read: Read) -> str:
    """Of how many services; the funds that nobody is listed for; past decisions that would come out differently."""
    found = read.found
    parts = []
    if found.rows:
        eligible = len({one.place.service_id for one in found.rows if one.standing is Standing.ELIGIBLE})
        parts.append(
            f"{eligible:,} of {count_of(found.services, 'service')} in use are eligible for something not claimed."
        )
    if read.changed:
        number = count_of(len(read.changed), "past decision")
        parts.append(f"{number} would come out differently with what is known today: show “Past decisions”.")
    parts += [one.words for one in found.not_open]
    return " ".join(parts)


def empty_sentence(found: Found) -> tuple[str, str, str]:
    """Why nobody is listed; the tab on which that can be changed, and the words of the way there."""
    if found.funds:
        names = " ".join(f"{one.words}" for one in found.not_open)
        return (
            f"No service in use is eligible for something that it has not claimed. {names}".strip(),
            "Rulebook", "See the rules",
        )  # fmt: skip
    if found.not_open:
        said = " ".join(one.words for one in found.not_open)
        return f"No fund can be claimed from today. {said}", "Funds", "See the funds"
    return (
        "No fund is held yet. Once there is a fund with rules, those who could claim from it and have not are "
        "listed here.", "Funds", "Add a fund",
    )  # fmt: skip
