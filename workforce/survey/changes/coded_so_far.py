"""How far a question’s texts are coded in two waves: what hangs on it is compared only where both are alike."""

from dataclasses import dataclass

from resources.wording import and_list, count_of
from workforce.survey.analysis.frame import NOT_CODED, WaveData
from workforce.survey.vocabulary import QuestionKind
from workforce.survey.waves.asked import Asked


@dataclass(frozen=True)
class CodedSoFar:
    """How many texts of one question were looked at in the earlier and the later wave, and how many were not."""

    names: tuple[str, str] = ("", "")
    looked_at: tuple[int, int] = (0, 0)
    left: tuple[int, int] = (0, 0)

    @property
    def uneven(self) -> bool:
        """Whether some texts count as their codes and others do not yet: then a code is rarer than it will be."""
        return any(self.left) and any(self.looked_at)

    @property
    def nothing_yet(self) -> bool:
        """Whether there are texts and none of them was looked at: “other” is then what was chosen, in both waves."""
        return any(self.left) and not any(self.looked_at)

    @property
    def sentence(self) -> str:
        """4 texts of Re-evaluation 2026 are not coded yet."""
        parts = [
            f"{count_of(left, 'text')} of {name}"
            for left, name in zip(self.left, self.names, strict=True)
            if left
        ]
        if not parts:
            return ""
        return f"{and_list(parts)} {'is' if sum(self.left) == 1 else 'are'} not coded yet."


def coded_so_far(before: WaveData, after: WaveData, was: Asked, now: Asked) -> CodedSoFar:
    """Of a question that both waves asked."""
    counts = [_counts(data, asked) for data, asked in ((before, was), (after, now))]
    return CodedSoFar(
        (before.wave.name, after.wave.name), (counts[0][0], counts[1][0]), (counts[0][1], counts[1][1])
    )


def _counts(data: WaveData, asked: Asked) -> tuple[int, int]:
    held = asked.question
    if held.kind is not QuestionKind.TEXT and not held.allow_other:
        return 0, 0
    given = data.answers_of(held.id)
    became = given["coding"][(given["state"] == "answered") & (given["text"] != "")]
    left = int((became == NOT_CODED).sum())
    return len(became) - left, left
