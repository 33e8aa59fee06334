"""Settings hold what was chosen last, or what holds otherwise."""

from resources.database import Database
from workforce.iwork.register_settings import number_setting, set_setting, setting


def test_a_setting_holds_what_was_chosen_last(vault: Database) -> None:
    assert (setting(vault, "minutes", "ten"), number_setting(vault, "minutes", 10)) == ("ten", 10)
    for value in ("7", "5"):
        set_setting(vault, "minutes", value, action="Changed the minutes")
    assert (setting(vault, "minutes"), number_setting(vault, "minutes", 10)) == ("5", 5)
    assert vault.value("select count(*) from register_setting") == 1
