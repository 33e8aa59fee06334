from pytestqt.qtbot import QtBot

from desktop.dialogs.choices import provider_field, provider_pick, service_options, suggesting, words_field
from desktop.widgets.forms.fields import Pick, TextField
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ContactRole, ServiceKind
from resources.database import Database


def test_a_field_offers_the_words_but_those_left_out(qtbot: QtBot, styled: object) -> None:
    field = words_field(ContactRole, without=[ContactRole.OTHER])
    qtbot.addWidget(field.widget)
    offered = [field.widget.itemText(at) for at in range(field.widget.count())]
    assert [label for label in offered if label] == [
        role.label for role in ContactRole if role is not ContactRole.OTHER
    ]


def test_a_provider_is_told_by_its_number_or_else_its_postcode(
    qtbot: QtBot, styled: object, db: Database
) -> None:
    one = add_provider(db, name="Rosewood Care", cqc_provider_id="1-900", postcode="NG2 7QP")
    other = add_provider(db, name="Rosewood Ltd", postcode="NG2 7QP")
    assert provider_pick(one) == Pick(one.id, "Rosewood Care", "1-900")
    assert provider_pick(other) == Pick(other.id, "Rosewood Ltd", "NG2 7QP")
    qtbot.addWidget(provider_field(db).widget)


def test_the_provider_as_a_whole_comes_before_its_services(db: Database) -> None:
    firm = add_provider(db, name="Rosewood Care")
    home = add_service(db, firm.id, name="Rosewood House", kind=ServiceKind.NURSING_HOME)
    assert service_options(db, firm.id) == [("", "The provider as a whole"), (home.id, "Rosewood House")]


def test_what_was_typed_before_is_found_by_letters_within_it(qtbot: QtBot, styled: object) -> None:
    field = suggesting(TextField(), ("Sam Officer", "Alex Example"))
    qtbot.addWidget(field.line)
    completer = field.line.completer()
    completer.setCompletionPrefix("OFFI")
    assert (completer.completionCount(), completer.currentCompletion()) == (1, "Sam Officer")
