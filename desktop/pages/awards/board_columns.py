"""The nominees of a round as columns of cards."""

from collections.abc import Iterable

from awards.board.reading import OnBoard
from awards.board.states import BoardState, state_of
from awards.category_words import short_category
from awards.vocabulary import EntryStatus
from desktop.widgets.board.cards import BoardColumn, Card
from resources.tables import ColumnKind
from resources.words import plain

_HARD = "\N{NO-BREAK SPACE}"
_TELLS_APART = (BoardState.HONOURED, BoardState.OUT)


def columns_of(found: Iterable[OnBoard], *, with_category: bool) -> list[BoardColumn]:
    """A column for each state; cards say their category where several are shown."""
    cards: dict[BoardState, list[Card]] = {state: [] for state in BoardState}
    for one in found:
        state = state_of(one.status)
        if state is not None:
            cards[state].append(_card(one, state, with_category=with_category))
    return [BoardColumn(state.value, state.label, tuple(held)) for state, held in cards.items()]


def _card(one: OnBoard, state: BoardState, *, with_category: bool) -> Card:
    told = (one.place, short_category(one.category) if with_category else "")
    pills = []
    if state in _TELLS_APART or one.status is EntryStatus.DRAFT:
        pills.append(one.status.label)
    pills += [words for words in (one.ready, one.voices_words) if words]
    return Card(
        one.key,
        one.nominee,
        f"{_HARD}· ".join(words for words in told if words),
        tuple((ColumnKind.STATUS, words) for words in pills),
    )


def meeting(found: Iterable[OnBoard], *, category_id: str, text: str) -> list[OnBoard]:
    """Those of a category ('' is all) whose name or place has these words."""
    sought = plain(text).split()
    return [
        one
        for one in found
        if category_id in ("", one.category_id)
        and all(word in plain(f"{one.nominee} {one.place}") for word in sought)
    ]
