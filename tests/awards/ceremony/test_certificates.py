"""Certificates: of whom, what stands on them, and marked until the announcement."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from awards.ceremony.certificates import Batch, certificate_of, certified, embargoed, save_certificates
from awards.ceremony.honours import Honour
from awards.ceremony.people import nominee
from awards.vocabulary import EntryStatus
from engagement.register.letterhead import Letterhead
from resources.problem import Problem
from tests.awards.ceremony.conftest import Evening

DAY = date(2026, 11, 1)


def _text(path: Path) -> str:
    return "\n".join(one.text for one in Document(str(path)).paragraphs)


def test_before_the_announcement_every_file_says_so(evening: Evening, tmp_path: Path) -> None:
    saved = save_certificates(evening.db, evening.round_id, tmp_path / "c.docx", Batch(), today=DAY)
    assert saved.path.name == "UNDER EMBARGO - c.docx" and saved.under_embargo and saved.number == 4
    assert saved.words.endswith("marked UNDER EMBARGO: keep them until the announcement")
    assert not (tmp_path / "c.docx").exists()
    batch = Batch(honours=(Honour.WINNER,), one_each=True)
    each = save_certificates(evening.db, evening.round_id, tmp_path / "each", batch, today=DAY)
    (file,) = (tmp_path / "each").iterdir()
    assert file.name.startswith("UNDER EMBARGO - Winner - Ada Example - Proud to deliver")
    assert each.number == 1


def test_once_announced_the_name_is_as_asked_for(evening: Evening, tmp_path: Path) -> None:
    evening.announce()
    batch = Batch(honours=(Honour.WINNER, Honour.HIGHLY_COMMENDED), on=date(2026, 11, 26))
    saved = save_certificates(evening.db, evening.round_id, tmp_path / "c.docx", batch, today=DAY)
    assert saved.words == "Saved 2 certificates as “c.docx”"
    text = _text(saved.path)
    for words in (
        "Winner",
        "Ada Example",
        "of Rosewood House",
        "won",
        "Highly commended",
        "26 November 2026",
    ):
        assert words in text
    assert "Night team" not in text


def test_a_batch_may_be_of_some_and_never_of_nobody(evening: Evening) -> None:
    one = certified(evening.db, evening.round_id, Batch(entry_ids=(evening.other,)))
    assert [each.name for each in one] == ["Cy Example"]
    with pytest.raises(Problem, match="There is no runner-up in Proud to Care 2026"):
        certified(evening.db, evening.round_id, Batch(honours=(Honour.RUNNER_UP,)))


def test_two_winners_are_joint_winners(evening: Evening, tmp_path: Path) -> None:
    evening.gala.stands(evening.commended, EntryStatus.PENDING_WINNER)
    saved = save_certificates(
        evening.db, evening.round_id, tmp_path / "c.docx", Batch(honours=(Honour.WINNER,)), today=DAY
    )
    assert _text(saved.path).count("is a joint winner of") == 2


def test_what_is_not_known_does_not_stand_on_it(evening: Evening) -> None:
    made = certificate_of(nominee(evening.db, evening.winner), evening.gala.round, Letterhead())
    assert (made.time, made.from_whom, made.when) == ("", "", "Proud to Care 2026")
    assert embargoed(embargoed(Path("c.docx"))) == Path("UNDER EMBARGO - c.docx")
