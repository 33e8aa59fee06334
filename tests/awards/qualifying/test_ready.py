"""Whether a nominee may go to the judges."""

from awards.qualifying.concerns import Concern, ConcernKind
from awards.qualifying.ready import readiness

OPEN = Concern(ConcernKind.CHECKLIST_OPEN, "1 point of the checklist was not looked at.")
SUSPENDED = Concern(ConcernKind.CONTRACT, "The council’s contract with Wren Court is suspended.", exempt=True)
NO_VOICE = Concern(ConcernKind.NO_VOICE, "No nomination counts for them.")
DORMANT = Concern(ConcernKind.DORMANT, "CQC has Wren Court as dormant.", stops=False)


def test_what_is_only_worth_knowing_stops_nobody() -> None:
    found = readiness([DORMANT])
    assert found.is_ready and found.words == "Ready" and found.refusal("Ada Example", "") is None


def test_what_stops_them_is_said_and_the_chair_passes_it_with_a_reason() -> None:
    found = readiness([OPEN])
    assert found.words == "To decide"
    assert found.refusal("Ada Example", "  ") == (
        "Ada Example is not ready for the judges. 1 point of the checklist was not looked at. Put it right, or give "
        "the chair’s reason to go on."
    )
    assert found.refusal("Ada Example", "Looked at by telephone") is None


def test_a_refusal_never_says_what_only_the_chair_may_read() -> None:
    said = str(readiness([SUSPENDED, OPEN]).refusal("Ada Example", ""))
    assert "suspend" not in said and "Wren Court" not in said and "contract" not in said
    assert "1 point of the checklist" in said and "the chair’s screen, says what else" in said
    assert "suspend" not in readiness([SUSPENDED]).words


def test_without_a_voice_no_reason_helps() -> None:
    found = readiness([NO_VOICE, OPEN])
    assert found.firm and found.words == "Cannot be judged"
    assert str(found.refusal("Ada Example", "All the same")).startswith(
        "Ada Example cannot go to the judges."
    )
