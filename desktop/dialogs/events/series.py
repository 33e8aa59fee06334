"""A series: the template of its next event, made of an event or changed."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.plan_event import KINDS
from desktop.widgets.forms.fields import ChoiceField, TextField, TimeField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.forums.people.audience_rule import describe
from engagement.forums.series import Series, SeriesDraft


class EditSeries(FormDialog):
    """What the next events of the series will be like; those planned stay as they are."""

    def __init__(self, one: Series, parent: QWidget | None) -> None:
        intro = "The next events begin from this. Those planned already stay as they are."
        super().__init__(f"The series {one.name}", "Save changes", parent, intro=intro)
        self._audience = one.audience
        add = self.form.add
        add("name", "Name of the series", TextField(), value=one.name, needed=True)
        help_text = "{month} and {year} become those of the day."
        add("title", "Title of its events", TextField(), value=one.title, needed=True, help_text=help_text)
        add("kind", "Kind of event", ChoiceField(KINDS), value=one.kind, needed=True)
        add("start", "Begins at", TimeField(), value=one.start, needed=True)
        add("end", "Ends at", TimeField(), value=one.end, needed=True)
        add("place", "Where", TextField(), value=one.place)
        add("online_link", "Online link", TextField(), value=one.online_link)
        help_text = "Left empty, there is no limit."
        add(
            "capacity", "Places", number_field(least=1, most=100_000), value=one.capacity, help_text=help_text
        )
        self.form.add_widget(label(f"Audience: {describe(one.audience)}.", "quiet", wrap=True))

    def value(self, answers: Answers) -> SeriesDraft:
        """The series as it is to be."""
        return SeriesDraft(**answers, audience=self._audience)


class NameSeries(FormDialog):
    """Makes a series of which an event is the first."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        intro = f"The next event will begin from what {title} is like: place, times, places and audience."
        super().__init__("Make a series", "Make the series", parent, intro=intro)
        placeholder = TextField(placeholder="Quarterly provider forum")
        self.form.add("name", "Name of the series", placeholder, needed=True)

    def value(self, answers: Answers) -> str:
        """Its name."""
        return str(answers["name"])
