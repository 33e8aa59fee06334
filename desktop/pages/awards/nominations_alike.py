"""Looking at nominees and nominations that may be one: found in the round, set side by side, decided by a person."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.nominations.alike import (
    AlikeNominees,
    AlikeVoices,
    alike_nominees,
    alike_of,
    alike_voices,
    mark_different,
)
from awards.nominations.grouping import group
from awards.nominations.returning import mark_duplicate
from awards.rounds.rounds import AwardRound
from desktop.dialogs.awards.alike import ChooseAlike, Decided, Found, Pair, SideBySide
from desktop.shell.page import Desk


class AlikeActs(QObject):
    """`joined` carries the key of the nominee that two have become."""

    joined = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], round_now: Callable[[], AwardRound | None], *,
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._key, self._round, self._now = desk, view, key, round_now, now

    def find(self) -> None:
        """All of the round, nominees first."""
        held = self._round()
        if held is None:
            return
        self._choose([*alike_nominees(self._desk.db, held.id), *alike_voices(self._desk.db, held.id)])

    def compare(self) -> None:
        """The nominee chosen with whoever they may be."""
        self._choose(alike_of(self._desk.db, self._key()))

    def _choose(self, pairs: Sequence[Pair]) -> None:
        if not pairs:
            self._desk.messages.done("No two nominees or nominations are likely to be one", undo=False)
        elif len(pairs) == 1:
            self._show(pairs[0])
        else:
            ChooseAlike(self._desk.db, pairs, self._view).ask(self._show)

    def _show(self, pair: Pair) -> None:
        SideBySide(self._desk.db, pair, self._view).ask(self._decided)

    def _decided(self, said: Decided) -> None:
        if said.found is Found.DIFFERENT:
            self._apart(said.pair)
        elif isinstance(said.pair, AlikeNominees):
            self._group(said.pair, said)
        else:
            self._set_aside(said.pair, said)

    def _apart(self, pair: Pair) -> None:
        if isinstance(pair, AlikeNominees):
            names = (pair.one.nominee, pair.other.nominee)
        else:
            names = (f"the nomination by {pair.one.by}", f"that by {pair.other.by}")
        mark_different(self._desk.db, pair.one.id, pair.other.id, named=names)
        self._desk.messages.done("They are not shown as alike again")

    def _group(self, pair: AlikeNominees, said: Decided) -> None:
        kept, other = (pair.one, pair.other) if said.found is Found.ONE else (pair.other, pair.one)
        made = group(self._desk.db, kept.id, [other.id], now=self._now(), reason=said.reason)
        self._desk.messages.done(f"{made.nominee} is one nominee now")
        self.joined.emit(made.id)

    def _set_aside(self, pair: AlikeVoices, said: Decided) -> None:
        kept, other = (pair.one, pair.other) if said.found is Found.ONE else (pair.other, pair.one)
        made = mark_duplicate(self._desk.db, other.id, kept.id, reason=said.reason)
        self._desk.messages.done(f"The nomination by {made.by} is not counted twice")
        self.joined.emit(made.entry_id)
