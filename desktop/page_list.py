"""The window's pages, in the order of the sidebar. A new capability's page is added here."""

from collections.abc import Callable
from functools import partial

from desktop import clock
from desktop.capabilities import attention
from desktop.locking.open_vault import OpenVault
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.backups import BackupsPage
from desktop.pages.events.forums import ForumsPage
from desktop.pages.funding.funding import FundingPage
from desktop.pages.good_practice.good_practice import GoodPracticePage
from desktop.pages.history import HistoryPage
from desktop.pages.home import URGENT, HomePage
from desktop.pages.iwork.iwork import IWorkPage
from desktop.pages.market import MarketPage
from desktop.pages.meeting.actions_page import ActionsPage
from desktop.pages.reach.reach import ReachPage
from desktop.pages.register.contacts import ContactsPage
from desktop.pages.register.imports import ImportsPage
from desktop.pages.register.providers import ProvidersPage
from desktop.pages.survey.survey import SurveyPage
from desktop.pages.training.training import TrainingPage
from desktop.shell.page import Desk, Page, PageSpec
from engagement.forums.meeting.attention import overdue
from resources.database.backups import Backup


def page_specs(
    desk: Desk,
    *,
    back_up: Callable[[], object],
    restore: Callable[[Backup], object],
    explore_sample: Callable[[], object] | None = None,
    ask_council: Callable[[], object] | None = None,
    vault: OpenVault | None = None,
) -> list[PageSpec]:
    """What the sidebar lists; a page is made when it is first shown."""
    vault = vault if vault is not None else OpenVault()
    return [
        PageSpec(
            "home",
            "Home",
            "home",
            partial(HomePage, desk, explore_sample=explore_sample, ask_council=ask_council),
            attention=partial(_waiting, desk),
        ),
        PageSpec(
            "providers",
            "Providers",
            "providers",
            partial(ProvidersPage, desk, explore_sample=explore_sample, vault=vault),
        ),
        PageSpec("contacts", "Contacts", "contacts", partial(ContactsPage, desk)),
        PageSpec("forums", "Forums", "forums", partial(ForumsPage, desk)),
        PageSpec(
            "actions", "Actions", "actions", partial(ActionsPage, desk), attention=partial(_overdue, desk)
        ),
        PageSpec("reach", "Reach", "reach", partial(ReachPage, desk)),
        PageSpec("good_practice", "Good practice", "good_practice", partial(GoodPracticePage, desk)),
        PageSpec("market", "Market", "market", partial(MarketPage, desk)),
        PageSpec("awards", "Awards", "awards", partial(AwardsPage, desk)),
        PageSpec("survey", "Survey", "survey", partial(SurveyPage, desk)),
        PageSpec("funding", "Funding", "funding", partial(FundingPage, desk)),
        PageSpec("training", "Training", "training", partial(TrainingPage, desk)),
        PageSpec("iwork", "i-Work", "lock", partial(IWorkPage, desk, vault)),
        PageSpec("reports", "Reports", "reports", partial(_reports, desk, vault)),
        PageSpec("imports", "Imports", "import", partial(ImportsPage, desk, explore_sample=explore_sample)),
        PageSpec("history", "History", "history", partial(HistoryPage, desk), group="This file"),
        PageSpec(
            "backups",
            "Backups",
            "backup",
            partial(BackupsPage, desk, back_up=back_up, restore=restore),
            group="This file",
        ),
    ]


def _reports(desk: Desk, vault: OpenVault) -> Page:
    """The gate, the writer and every section come with it: too much to begin with."""
    from desktop.pages.reports.reports import ReportsPage  # loaded when first used

    return ReportsPage(desk, vault)


def _waiting(desk: Desk) -> int:
    return sum(line.urgency in URGENT for line in attention(desk.db, clock.now()))


def _overdue(desk: Desk) -> int:
    return overdue(desk.db, clock.today())
