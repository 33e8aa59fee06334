from engagement.cqc_files.held import load


def test_what_the_register_holds_is_loaded_by_cqcs_numbers(office, home):
    office.imported(
        office.directory("2019-05-01", home(1), home(2, types="Dentist", provider="Invented Dentists"))
    )
    held = load(office.db)
    assert [one.name for one in held.providers.values()] == ["Invented Care Limited"]
    assert [key for key in held.services] == ["1-1"]
    assert list(held.others) == ["1-2"]
    assert len(held.files) == 1
