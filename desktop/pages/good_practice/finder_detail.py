"""What the pane says of a candidate: why it could be a buddy, how the order came about, and who is left out."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.good_practice.buddies.finder import Candidate, Found
from engagement.good_practice.buddies.tables import base_words, left_out_table
from resources.tables import ColumnKind


def finder_detail(found: Found, one: Candidate | None, actions: Sequence[Action]) -> Detail:
    """The candidate that is chosen; without one, what there is to say of the search."""
    order = Section("How they are ordered", [Line("", words) for words in (found.order_words, *found.notes)])
    first = Line("", "The first reason that holds is counted.")
    left_out = Section("Left out", (first,), left_out_table(found), folded=one is not None)
    if one is None:
        return Detail(found.of.name, base_words(found), sections=(order, replace(left_out, folded=False)))
    held = one.service
    return Detail(
        held.name,
        f"{held.provider}, {held.district}" if held.district else held.provider,
        ((ColumnKind.RATING, held.overall.label),),
        [_on_the_pane(action) for action in actions],
        (Section("Why", [Line("", reason) for reason in one.reasons]), order, left_out),
    )


def _on_the_pane(action: Action) -> Action:
    """The pane is narrow, and speaks of the buddy anyway."""
    if action.name == "open_buddy":
        return replace(action, label="Open in Providers")
    return replace(action, primary=True)
