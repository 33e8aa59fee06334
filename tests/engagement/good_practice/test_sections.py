from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desktop.documents import save_public
from engagement.good_practice.sections import (
    practice_blocks,
    practice_report,
    published_practices,
    report_terms,
)
from engagement.good_practice.vocabulary import PracticeConsent
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Bullets, Heading, Paragraph, exempt_part, public_part
from tests.engagement.good_practice.conftest import TODAY, Home, Share

YES = PracticeConsent.YES


def test_the_report_has_a_heading_for_each_theme_and_names_the_provider(
    db: Database, home: Home, share: Share
) -> None:
    of = home("Larkmeadow House", provider="Example Care Ltd")
    share(of, "Milkshakes are made in the afternoon.", theme="Nutrition", consent=YES)
    share(of, "Taster days", theme="Recruitment", consent=YES, service_id=None, shared_on=date(2019, 3, 1))
    share(of, "Not to be read.", theme="Leadership")
    report = practice_report(db, today=TODAY)
    assert (report.as_at, public_part(report), exempt_part(report)) == (TODAY, report, None)
    assert report.blocks == practice_blocks(published_practices(db)) == (
        Paragraph(
            "Providers shared 2 examples of what works between 1 March 2019 and 5 November 2019. They are given here "
            "under the name of the provider who agreed to it."
        ),
        Heading("Recruitment"),
        Bullets(("Taster days (Example Care Ltd; March 2019).",)),
        Heading("Nutrition"),
        Bullets(
            (
                "Milkshakes are made in the afternoon (Example Care Ltd, Larkmeadow House, nursing home in Rushcliffe; "
                "November 2019).",
            )
        ),
    )  # fmt: skip
    assert [one.theme for one in published_practices(db, theme="nutrition")] == ["Nutrition"]


def test_nothing_to_publish_is_said(db: Database, home: Home, share: Share) -> None:
    share(home("Larkmeadow House"))
    with pytest.raises(Problem, match="no good practice that may be published"):
        practice_report(db, today=TODAY)
    with pytest.raises(Problem, match="on “Nutrition”"):
        practice_report(db, today=TODAY, theme="Nutrition")


def test_a_suspended_service_is_nowhere_in_the_saved_document(
    db: Database, home: Home, share: Share, tmp_path: Path
) -> None:
    barred = home("Quillmere Lodge")
    set_contract_status(db, barred.id, ContractStatus.SUSPENDED, date(2019, 7, 1), today=TODAY)
    share(barred, "A choir on Thursdays.", consent=YES)
    share(home("Larkmeadow House"), "Taster days.", consent=YES)
    share(home("Elm Lodge"), "Not agreed.", consent=PracticeConsent.NO)
    saved = save_public(db, practice_report(db, today=TODAY), tmp_path / "out.docx", also=report_terms(db))
    words = "\n".join(one.text for one in Document(str(saved)).paragraphs)
    assert "Larkmeadow House" in words
    assert not any(
        hidden in words for hidden in ("Quillmere", "choir", "Elm Lodge", "Not agreed", "suspended")
    )
