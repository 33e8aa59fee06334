"""The pane beside a judge’s nominees: what was given, what the others gave as the rule allows, and the blind copy."""

from collections.abc import Sequence

from awards.judging.blind.copies import BlindCopy, blind_copy
from awards.judging.others import OthersScores
from awards.judging.score_tables import mean_words
from awards.judging.scores import Given, scores_of
from awards.points import points_words
from awards.rounds.criteria import criteria_of
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import count_of, lower_first, moment_words


def score_detail(db: Database, one: Given, others: OthersScores, actions: Sequence[Action]) -> Detail:
    """One nominee as the judge has them; the nominee is never named here."""
    copy = blind_copy(db, one.entry_id)
    return Detail(
        one.reference, copy.category, ((ColumnKind.STATUS, one.status.label),), actions,
        (_own(db, one), _others(one, others), *_statements(copy), _words(copy)),
    )  # fmt: skip


def _own(db: Database, one: Given) -> Section:
    asked = criteria_of(db, one.category_id)
    given = {score.criterion_id: score for score in scores_of(db, one.id)}
    lines = [
        Line(each.name, points_words(given[each.id].points) if each.id in given else "Not scored")
        for each in asked
    ]
    last = max((score.scored_at for score in given.values()), default=None)
    lines += [
        Line("Mean by weight", mean_words({key: score.points for key, score in given.items()}, asked)),
        Line("Abstained because", one.reason),
        Line("Comment", one.comment),
        Line("Scored", moment_words(last) if last else ""),
        Line("Locked", moment_words(one.locked_at) if one.locked_at else ""),
    ]
    return Section("Scores", lines)


def _others(one: Given, others: OthersScores) -> Section:
    hidden = others.why_hidden(one.entry_id)
    if hidden:
        return Section("The others’ scores", (Line("Not shown", hidden),), folded=True, stacked=True)
    seen = others.seen(one.entry_id)
    by_judge: dict[int, list[str]] = {}
    for each in seen:
        by_judge.setdefault(each.judge, []).append(f"{each.criterion} {points_words(each.points)}")
    lines = [Line(f"Judge {judge}", ", ".join(told)) for judge, told in sorted(by_judge.items())]
    return Section("The others’ scores", lines or (Line("None", "Nobody else has scored the nominee yet."),))


def _statements(copy: BlindCopy) -> list[Section]:
    made = []
    for number, voice in enumerate(copy.voices, 1):
        lines = [Line(f"From: {lower_first(voice.kind.label)}", voice.hidden.text or "No statement.")]
        if voice.of_words:
            told = (
                f"The statement goes on to {voice.of_words:,} words; judges read as much as the rules allow."
            )
            lines.append(Line("Cut", told))
        if voice.attachment:
            lines.append(Line("Attachment", "Not part of the blind copy: it may name people."))
        made.append(Section(f"Statement {number}, blind", lines, stacked=True))
    return made


def _words(copy: BlindCopy) -> Section:
    doubtful = sum(len(one.hidden.doubtful) for one in copy.voices)
    lines = [
        Line("Words that may be no names", f"{count_of(copy.undecided, 'word')} to look at" if copy.undecided
             else ("all looked at" if doubtful else "none")),
        Line("Not hidden, with a capital", ", ".join(copy.capitals[:20])),
    ]  # fmt: skip
    return Section("How it was made blind", lines, stacked=True)
