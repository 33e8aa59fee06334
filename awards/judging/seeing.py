"""What a judge may see of the others’ scores. Pure: the window, papers and the command line all ask here."""

from awards.vocabulary import AssignmentStatus, ScoresSeen

_GIVEN = (AssignmentStatus.SCORED, AssignmentStatus.ABSTAINED)
_LEFT = (AssignmentStatus.CONFLICT, AssignmentStatus.RECUSED)


def sees_others(rule: ScoresSeen, own: AssignmentStatus | None) -> bool:
    """Whether a judge who has come so far with a nominee sees what others gave; `rule` is that of the phase.

    Who was not given the nominee (`own` is None), has a conflict or stood aside sees nothing.
    """
    if own is None or own in _LEFT or rule is ScoresSeen.NEVER:
        return False
    return rule is ScoresSeen.ALWAYS or own in _GIVEN


def why_hidden(rule: ScoresSeen, own: AssignmentStatus | None) -> str:
    """The sentence that stands where the others’ scores would; '' where they are seen."""
    if sees_others(rule, own):
        return ""
    if own is None or own in _LEFT:
        return "The others’ scores are not shown, because this judge does not judge the nominee."
    if rule is ScoresSeen.NEVER:
        return "The others’ scores are not shown in this phase of the round."
    return "The others’ scores are shown once this judge has given every score that is needed, or abstained."
