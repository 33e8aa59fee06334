"""Everything known of nominees, gathered from the file."""

from datetime import date

from awards.nominations.nominations import nominations_of, rule_over_limit
from awards.qualifying.concerns import ConcernKind
from awards.qualifying.gathering import standing, standings
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import EntryStatus, NomineeKind, OverLimit, RoundPhase
from tests.awards.gala import TODAY, Gala
from tests.awards.qualifying.passing import make_ready, suspend


def kinds(gala: Gala, key: str) -> list[ConcernKind]:
    return [one.kind for one in standing(gala.db, key, TODAY).concerns]


def test_somebody_new_has_an_open_checklist_and_was_not_asked_about(gala: Gala) -> None:
    ada = gala.nominate()
    assert kinds(gala, ada.id) == [ConcernKind.CHECKLIST_OPEN, ConcernKind.NOT_ASKED]
    make_ready(gala, ada.id)
    found = standing(gala.db, ada.id, TODAY)
    assert found.concerns == () and found.readiness.is_ready and found.category.startswith("Proud to deliver")


def test_the_day_on_which_nominations_opened_is_the_rounds(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    set_phase(gala.db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 9, 2))
    assert kinds(gala, ada.id) == [ConcernKind.ASKED_EARLY]


def test_a_statement_over_the_limit_is_open_until_somebody_decides(gala: Gala) -> None:
    ada = gala.nominate(statement="word " * 301)
    make_ready(gala, ada.id)
    assert kinds(gala, ada.id) == [ConcernKind.OVER_LIMIT]
    (voice,) = nominations_of(gala.db, ada.id)
    rule_over_limit(gala.db, voice.id, OverLimit.TO_LIMIT)
    assert kinds(gala, ada.id) == []
    assert (
        kinds(gala, gala.nominate("Ben Specimen", statement="word " * 300).id)[0]
        is ConcernKind.CHECKLIST_OPEN
    )


def test_a_team_is_not_asked_whether_it_is_employed(gala: Gala) -> None:
    team = gala.nominate("The night team", "Team")
    assert team.nominee_kind is NomineeKind.TEAM
    assert kinds(gala, team.id) == [ConcernKind.CHECKLIST_OPEN]


def test_a_draft_is_no_voice_and_voices_are_counted(gala: Gala) -> None:
    draft = gala.nominate("Ben Specimen", as_draft=True)
    assert ConcernKind.NO_VOICE in kinds(gala, draft.id)
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, nominator="Ivy Sample")
    assert standing(gala.db, ada.id, TODAY).known.voices == 2


def test_a_suspension_is_kept_for_the_chair(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    suspend(gala, gala.house, date(2026, 8, 1))
    found = standing(gala.db, ada.id, TODAY)
    assert [one.kind for one in found.kept_back] == [ConcernKind.CONTRACT] and not found.readiness.is_ready


def test_a_whole_round_is_the_same_as_each_alone(gala: Gala) -> None:
    keys = [gala.nominate(name).id for name in ("Ada Example", "Ben Specimen", "Ivy Sample")]
    make_ready(gala, keys[1])
    gala.stands(keys[2], EntryStatus.QUALIFYING)
    found = standings(gala.db, gala.round_id, TODAY)
    assert found == [standing(gala.db, key, TODAY) for key in keys]
    (one,) = standings(gala.db, gala.round_id, TODAY, statuses=(EntryStatus.QUALIFYING,))
    assert one.entry.id == keys[2]
