"""What a page says that the public may see of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from resources.database import Database
from resources.report.blocks import Report
from resources.wording import and_list

_KEPT = "what is kept for the team’s own work"
OWN_WORK = f"it shows {_KEPT}"

PublicRead = Callable[[Database, Database | None], Report | None]
"""Reads what is public, over connections of a job's own; the second is the register of i-Work while it is open."""


@dataclass(frozen=True)
class PublicView:
    """What of a page or side is public: sections for a committee by their keys, and what `reads` give.

    `covered` says why the rest is not shown, a sentence each.
    """

    covered: tuple[str, ...]
    sections: tuple[str, ...] = ()
    reads: tuple[PublicRead, ...] = ()

    @property
    def shows_any(self) -> bool:
        """Whether anything of it is public."""
        return bool(self.sections or self.reads)


PublicReading = Callable[[str, PublicView, Callable[[Report | None], object]], object]
"""Has the public part of what a page of this title says read, and hands over what may be shown."""


def public_view(what: str, sections: tuple[str, ...], because: str) -> PublicView:
    """`what` is the page or side in words: “This page”. What is public of it are these sections, if any."""
    if sections:
        return PublicView(
            (f"{what} is shown as far as it is public. The rest is covered: {because}.",), sections
        )
    return PublicView((f"{what} is covered: {because}.",))


def of_sides(views: Mapping[str, PublicView]) -> PublicView:
    """Those of the sides of a page, by their tabs, as one; sides covered for the usual reason are told together."""
    usual = [tab for tab, view in views.items() if view == public_view(f"“{tab}”", (), OWN_WORK)]
    covered = [words for tab, view in views.items() if tab not in usual for words in view.covered]
    if len(usual) > 1:
        told = and_list([f"“{tab}”" for tab in usual])
        covered.append(f"{told} are covered: they show {_KEPT}.")
    elif usual:
        covered.append(f"“{usual[0]}” is covered: {OWN_WORK}.")
    sections = tuple(key for view in views.values() for key in view.sections)
    return PublicView(tuple(covered), sections, tuple(read for view in views.values() for read in view.reads))
