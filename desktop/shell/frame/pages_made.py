"""The pages of a window that have been made, each with what can be done on it."""

from collections.abc import Callable, Iterable

from desktop.shell.actions import ActionItem
from desktop.shell.frame.palette import Finder, Found
from desktop.shell.lens import Lens
from desktop.shell.page import Page, PageSpec
from desktop.shell.undo import UndoKeeper
from resources.problem import Problem


class PagesMade:
    """`shown` is the key of the one that is seen, empty until there is one."""

    def __init__(self, specs: Iterable[PageSpec], lens: Lens | None = None) -> None:
        self._lens = lens if lens is not None else Lens()
        self._specs = {spec.key: spec for spec in specs}
        self.pages: dict[str, Page] = {}
        self.items: dict[str, list[ActionItem]] = {}
        self.shown = ""

    def make(self, key: str, actions_changed: Callable[[], object]) -> Page:
        """Make a page that was not there yet; `actions_changed` is called when it can do other things than before."""
        page = self._specs[key].make()
        page.setAccessibleName(self._specs[key].title)
        self.pages[key] = page
        self._ask(key)
        page.actions_changed.connect(actions_changed)
        return page

    def _ask(self, key: str) -> None:
        page = self.pages[key]
        self.items[key] = [ActionItem(action, page) for action in page.page_actions()]
        page.addActions(self.items[key])

    def items_shown(self) -> list[ActionItem]:
        """What the page shown can do now: nothing while only what is public is shown."""
        return [] if self._lens.public else self.items[self.shown]

    def ask_again(self, key: str) -> list[ActionItem]:
        """What the page can do now; gives what it could do before, which goes once nothing shows it any more."""
        before = self.items[key]
        for item in before:
            self.pages[key].removeAction(item)
        self._ask(key)
        return before

    def keeper(self) -> UndoKeeper | None:
        """Whose changes Undo takes back while this page is shown, where they are not the window's file's."""
        page = self.pages.get(self.shown)
        return page.undo_keeper() if page is not None else None

    def finder(self, everywhere: Finder | None) -> Finder:
        """What the page shown finds, then what is found from anywhere."""

        def find(text: str) -> list[Found]:
            if self._lens.public:
                return []  # what is found says more than is public
            return [
                *self.pages[self.shown].found_here(text),
                *(everywhere(text) if everywhere is not None else ()),
            ]

        return find

    def leave(self) -> Problem | None:
        """Each leaves what it has open; what stood in the way, if anything."""
        unsaid: Problem | None = None
        for page in self.pages.values():
            unsaid = page.leave() or unsaid
        return unsaid
