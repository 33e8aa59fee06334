"""Keeping what a judge’s workbook brings, after it was looked at: whole, in one change that one undo takes back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from awards.judging.scores import abstain, give_scores
from awards.judging.workbook_in.checking import CheckedScores
from awards.vocabulary import HowScored
from resources.database import Database, change
from resources.database.history import ChangedSince, history_position
from resources.files.refused import save_refused
from resources.problem import Problem
from resources.wording import and_list, count_of


@dataclass(frozen=True)
class Taken:
    """Of how many nominees scores or abstentions were kept, and whose they are; `comments` came without either."""

    nominees: int
    judge: str
    comments: int = 0

    @property
    def words(self) -> str:
        """Took in the scores of 12 nominees by Jo Judge."""
        parts = [f"the scores of {count_of(self.nominees, 'nominee')}"] if self.nominees else []
        parts += [count_of(self.comments, "comment")] if self.comments else []
        return f"Took in {and_list(parts)} by {self.judge}"


def take_in_scores(db: Database, found: CheckedScores, *, now: datetime) -> Taken:
    """Keep new and changed scores and abstentions; nothing is taken away."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    rows = found.to_keep
    if not rows:
        raise Problem(
            f"“{found.file.name}” holds no score and no comment that is new or changed. Nothing was changed."
        )
    comments = sum(one.is_comment for one in rows)
    taken = Taken(len(rows) - comments, found.judge, comments)
    with change(db, taken.words):
        for one in rows:
            comment = one.comment or None
            if one.abstain:
                abstain(db, one.given.id, one.abstain, now=now, comment=comment)
            else:
                give_scores(db, one.given.id, one.points, now=now, how=HowScored.WORKBOOK, comment=comment)
    return taken


def save_refused_scores(found: CheckedScores, path: Path) -> None:
    """The refused rows as they stood, each with the reason, to be mended and taken in."""
    save_refused(path, found.file.headings, found.refused)
