"""Ratings and states as labelled pills: a shape, a word and a colour, so that none is needed alone."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.looks.look import Look, Tone
from desktop.shell.looks.style import look, points
from resources.tables import ColumnKind

_Shape = Callable[[QRectF], tuple[QPainterPath, bool]]

HEIGHT = 20
_PAD, _MARK, _GAP = 7, 10, 5

_RATINGS = {
    "outstanding": Tone.OUTSTANDING,
    "good": Tone.GOOD,
    "requires improvement": Tone.REQUIRES_IMPROVEMENT,
    "inadequate": Tone.INADEQUATE,
    "not rated by cqc": Tone.NEUTRAL,
}
_STATES = {
    Tone.POSITIVE: "active accepted attended present registered complete done completed paid approved confirmed "
    "held booked open reconciled",
    Tone.WAITING: "invited tentative waitlisted waiting pending planned requested paused expiring dormant submitted "
    "resubmitted closing due",
    Tone.NEGATIVE: "declined apologies cancelled suspended terminated withdrawn refused rejected missing expired "
    "failed gone overdue",
}
_STATE_TONES = {word: tone for tone, words in _STATES.items() for word in words.split()} | {
    "no show": Tone.NEGATIVE,
    "did not come": Tone.NEGATIVE,
    "coming": Tone.POSITIVE,
    "not coming": Tone.NEGATIVE,
    "asked": Tone.WAITING,
    "waiting list": Tone.WAITING,
    "attendance not taken": Tone.WAITING,
    "left early": Tone.POSITIVE,
    "checked in": Tone.POSITIVE,
    "place offered": Tone.WAITING,
    "improvement notice": Tone.WAITING,
    "on waiting list": Tone.WAITING,
    "on the waiting list": Tone.WAITING,
    "gone from cqc": Tone.NEGATIVE,
    "exempt: not for publication": Tone.WAITING,
    "due this week": Tone.WAITING,
    "may be invited": Tone.POSITIVE,
    "agreed": Tone.POSITIVE,
    "not asked": Tone.WAITING,
    "did not agree": Tone.NEGATIVE,
    "may be published": Tone.POSITIVE,
    "may be quoted": Tone.POSITIVE,
    "names somebody": Tone.NEGATIVE,
    "not published": Tone.NEGATIVE,
    "not met for 3 months": Tone.WAITING,
    "may not be invited": Tone.NEGATIVE,
    "suggested": Tone.POSITIVE,
    "suggested, a tie": Tone.WAITING,
    "every place taken": Tone.WAITING,
    "no post fits": Tone.NEGATIVE,
    "no consent to match": Tone.NOT_RATED,
    "in the new post": Tone.POSITIVE,
    "expiring soon": Tone.WAITING,
    "in progress": Tone.WAITING,
    "offered": Tone.WAITING,
    "sure": Tone.POSITIVE,
    "matched": Tone.POSITIVE,
    "fits": Tone.POSITIVE,
    "could fit": Tone.WAITING,
    "here already": Tone.POSITIVE,
    "consent first": Tone.NOT_RATED,
    "profile first": Tone.NOT_RATED,
    "does not fit": Tone.NEGATIVE,
    "do not place": Tone.NEGATIVE,
    "pinned together": Tone.POSITIVE,
    "in the way": Tone.NEGATIVE,
    "to ask": Tone.WAITING,
    "new contact": Tone.POSITIVE,
    "same person": Tone.POSITIVE,
    "look": Tone.WAITING,
    "to decide": Tone.WAITING,
    "too short": Tone.NEGATIVE,
    "not complete": Tone.NEGATIVE,
    "met earlier": Tone.POSITIVE,
    "not tied": Tone.WAITING,
    "duplicate": Tone.WAITING,
    "does not count": Tone.NEGATIVE,
    "query": Tone.NEGATIVE,
    "differs": Tone.WAITING,
    "improved": Tone.POSITIVE,
    "worsened": Tone.NEGATIVE,
    "clearly higher": Tone.WAITING,
    "clearly lower": Tone.WAITING,
    "question changed": Tone.NOT_RATED,
    "not coded yet": Tone.NOT_RATED,
    "base too small": Tone.NOT_RATED,
    "standards met": Tone.POSITIVE,
    "standards exceeded": Tone.POSITIVE,
    "approaching standards": Tone.WAITING,
    "under way": Tone.POSITIVE,
    "invoicing and reporting": Tone.POSITIVE,
    "not to be quoted": Tone.NEGATIVE,
    "eligible": Tone.POSITIVE,
    "not eligible": Tone.NEGATIVE,
    "needs information": Tone.WAITING,
    "could still become eligible": Tone.WAITING,
    "met": Tone.POSITIVE,
    "met late": Tone.POSITIVE,
    "due today": Tone.WAITING,
    "not met": Tone.NEGATIVE,
    "not known": Tone.WAITING,
    "does not apply": Tone.NOT_RATED,
    "draft": Tone.NOT_RATED,
    "changes requested by officer": Tone.WAITING,
    "changes requested by finance": Tone.WAITING,
    "approved by officer": Tone.WAITING,
    "approved by finance": Tone.POSITIVE,
    "payment failed": Tone.NEGATIVE,
    "bid submitted": Tone.WAITING,
    "bid confirmed": Tone.POSITIVE,
    "scored": Tone.POSITIVE,
    "conflict": Tone.NEGATIVE,
    "conflict declared": Tone.NEGATIVE,
    "stood aside": Tone.NOT_RATED,
    "abstained": Tone.NOT_RATED,
    "not given": Tone.NOT_RATED,
    "stood down": Tone.NOT_RATED,
    "none declared": Tone.POSITIVE,
    "on the panel": Tone.POSITIVE,
    "kept apart": Tone.POSITIVE,
    "has them all the same": Tone.NEGATIVE,
    "ready": Tone.POSITIVE,
    "cannot be judged": Tone.NEGATIVE,
    "qualifying": Tone.WAITING,
    "returned for information": Tone.WAITING,
    "grouped with another": Tone.NOT_RATED,
    "ineligible": Tone.NEGATIVE,
    "judging": Tone.WAITING,
    "finalist": Tone.POSITIVE,
    "not a finalist": Tone.NOT_RATED,
    "winner": Tone.OUTSTANDING,
    "highly commended": Tone.POSITIVE,
    "runner up": Tone.POSITIVE,
    "positive": Tone.POSITIVE,
    "negative": Tone.NEGATIVE,
    "conflicting": Tone.WAITING,
    "not awarded": Tone.NOT_RATED,
    "part filled": Tone.WAITING,
    "filled": Tone.POSITIVE,
    "has posts": Tone.POSITIVE,
    "offers tasters": Tone.POSITIVE,
    "visit booked": Tone.WAITING,
    "in conversation": Tone.WAITING,
    "expressed an interest": Tone.WAITING,
    "carving": Tone.WAITING,
    "job ready": Tone.WAITING,
    "introduced": Tone.WAITING,
    "started": Tone.POSITIVE,
    "in post": Tone.POSITIVE,
    "sustained 13 weeks": Tone.POSITIVE,
    "sustained 26 weeks": Tone.POSITIVE,
    "in work": Tone.POSITIVE,
    "not in work": Tone.NEGATIVE,
    "went well": Tone.POSITIVE,
    "mixed": Tone.WAITING,
    "not for them": Tone.NEGATIVE,
    "not checked": Tone.WAITING,
    "not decided yet": Tone.WAITING,
    "agreed as amended": Tone.POSITIVE,
    "not agreed": Tone.NEGATIVE,
    "deferred": Tone.WAITING,
    "not started": Tone.WAITING,
    "not pursued": Tone.NOT_RATED,
    "not filled in": Tone.NEGATIVE,
    "16 hours or more": Tone.WAITING,
}


def rating_tone(words: str) -> Tone:
    """The tone of a rating's words; what is none of these is not yet rated."""
    return _RATINGS.get(words.casefold().replace("_", " "), Tone.NOT_RATED)


def state_tone(words: str) -> Tone:
    """The tone of a state's words, of several the first; a state nobody listed is neutral."""
    return _STATE_TONES.get(
        words.partition(",")[0].casefold().replace("_", " ").replace("-", " "), Tone.NEUTRAL
    )


def tone_of(kind: ColumnKind, words: str) -> Tone:
    """The tone of a cell in a RATING or STATUS column."""
    return rating_tone(words) if kind is ColumnKind.RATING else state_tone(words)


def _shape_of(words: str, tone: Tone) -> _Shape:
    """The shape of a state that follows others; of any other word that of its tone."""
    return _SHAPES_OF_STATES.get(words.partition(",")[0].casefold(), _SHAPES[tone])


def pill_width(metrics: QFontMetrics, words: str) -> int:
    """How wide the pill with these words is."""
    return metrics.horizontalAdvance(words) + 2 * _PAD + _MARK + _GAP


def paint_pill(painter: QPainter, room: QRectF, words: str, tone: Tone, colours: Look) -> None:
    """Draw the pill at the left of `room`, no wider than it. The painter's font is used."""
    ink = colours.pills[tone]
    metrics = painter.fontMetrics()
    width = min(pill_width(metrics, words), int(room.width()))
    height = max(HEIGHT, metrics.height() + 4)
    pill = QRectF(room.left() + 0.5, room.center().y() - height / 2 + 0.5, width - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink.outline), 1))
    painter.setBrush(QColor(ink.fill))
    painter.drawRoundedRect(pill, 4, 4)
    mark = QRectF(pill.left() + _PAD, pill.center().y() - _MARK / 2, _MARK, _MARK)
    _paint_mark(painter, mark, _shape_of(words, tone), QColor(ink.text))
    painter.setPen(QColor(ink.text))
    text = pill.adjusted(_PAD + _MARK + _GAP, 0, -_PAD + 2, 0)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(text.width()) + 1)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_mark(painter: QPainter, area: QRectF, shape: _Shape, ink: QColor) -> None:
    path, filled = shape(area)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(ink, 1.6, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _star(area: QRectF) -> tuple[QPainterPath, bool]:
    centre, outer = area.center(), area.width() / 2 + 0.8
    path = QPainterPath()
    for step in range(10):
        reach = outer if step % 2 == 0 else outer * 0.42
        turn = -pi / 2 + step * pi / 5
        at = QPointF(centre.x() + reach * cos(turn), centre.y() + 0.4 + reach * sin(turn))
        if step:
            path.lineTo(at)
        else:
            path.moveTo(at)
    path.closeSubpath()
    return path, True


def _disc(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    path.addEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
    return path, True


def _ring(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    path.addEllipse(area.adjusted(1, 1, -1, -1))
    return path, False


def _half(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    ring = area.adjusted(0.5, 0.5, -0.5, -0.5)
    path.addEllipse(ring)
    inner = QPainterPath()
    inner.moveTo(ring.center())
    inner.arcTo(ring.adjusted(1.6, 1.6, -1.6, -1.6), 90, -180)
    inner.closeSubpath()
    return path.subtracted(inner), True


def _triangle(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath(QPointF(area.center().x(), area.top()))
    path.lineTo(area.right(), area.bottom() - 0.5)
    path.lineTo(area.left(), area.bottom() - 0.5)
    path.closeSubpath()
    return path, True


def _square(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    path.addRect(area.adjusted(1, 1, -1, -1))
    return path, True


def _tick(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath(QPointF(area.left() + 0.5, area.center().y() + 0.5))
    path.lineTo(area.left() + 3.8, area.bottom() - 1.5)
    path.lineTo(area.right() - 0.5, area.top() + 1.5)
    return path, False


def _cross(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath(area.topLeft() + QPointF(1.5, 1.5))
    path.lineTo(area.bottomRight() - QPointF(1.5, 1.5))
    path.moveTo(area.topRight() + QPointF(-1.5, 1.5))
    path.lineTo(area.bottomLeft() + QPointF(1.5, -1.5))
    return path, False


def _dash(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath(QPointF(area.left() + 1.5, area.center().y()))
    path.lineTo(area.right() - 1.5, area.center().y())
    return path, False


def _forward(area: QRectF) -> tuple[QPainterPath, bool]:
    return _arrow(area, -1), False


def _back(area: QRectF) -> tuple[QPainterPath, bool]:
    return _arrow(area, 1), False


def _arrow(area: QRectF, way: int) -> QPainterPath:
    middle = area.center()
    tip = QPointF(middle.x() - way * (area.width() / 2 - 0.5), middle.y())
    path = QPainterPath(QPointF(middle.x() + way * (area.width() / 2 - 0.5), middle.y()))
    path.lineTo(tip)
    path.moveTo(tip + QPointF(way * 3.8, -3.8))
    path.lineTo(tip)
    path.lineTo(tip + QPointF(way * 3.8, 3.8))
    return path


def _open(area: QRectF) -> tuple[QPainterPath, bool]:
    path = QPainterPath(area.topLeft() + QPointF(1.5, 0.5))
    path.lineTo(area.right() - 0.5, area.center().y())
    path.lineTo(area.left() + 1.5, area.bottom() - 0.5)
    path.closeSubpath()
    return path, True


_SHAPES_OF_STATES = {
    "submitted": _forward,
    "resubmitted": _forward,
    "bid submitted": _forward,
    "changes requested by officer": _back,
    "changes requested by finance": _back,
    "returned for information": _back,
    "paid": _disc,
    "open": _open,
    "closed": _square,
}

_SHAPES = {
    Tone.OUTSTANDING: _star,
    Tone.GOOD: _disc,
    Tone.REQUIRES_IMPROVEMENT: _triangle,
    Tone.INADEQUATE: _square,
    Tone.NOT_RATED: _ring,
    Tone.POSITIVE: _tick,
    Tone.WAITING: _half,
    Tone.NEGATIVE: _cross,
    Tone.NEUTRAL: _dash,
}


class Pill(QWidget):
    """A pill on its own, for detail panes and headings."""

    def __init__(self, kind: ColumnKind, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._tone = words, tone_of(kind, words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        return points(9)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        metrics = QFontMetrics(self._font())
        return QSize(pill_width(metrics, self.words) + 1, max(HEIGHT, metrics.height() + 4) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setFont(self._font())
        paint_pill(painter, QRectF(self.rect()), self.words, self._tone, look())
        painter.end()
