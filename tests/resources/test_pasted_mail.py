"""What a sender wrote is parted from what was pasted along with it."""

from resources.pasted_mail import own_words, without_signature


def test_what_is_quoted_beneath_is_not_read() -> None:
    for quoted in (
        "> I will come", "On Mon, 20 Nov 2019 at 10:00, Team wrote:\nI will come",
        "-----Original Message-----\nI will come",
        "________________________________\nFrom: x\nI will come", "From: x\nSent: y\nI will come",
    ):  # fmt: skip
        headers, text = own_words(f"\n\nMy own words.\n{quoted}")
        assert (headers, text) == ({}, "My own words.")


def test_header_lines_are_told_apart_from_the_text() -> None:
    headers, text = own_words("From: A. Example <ada@example.org>\r\nSubject: A nomination\r\n\r\nHello\r\n")
    assert headers == {"from": "A. Example <ada@example.org>", "subject": "A nomination"}
    assert text == "Hello"


def test_greeting_signature_and_what_programs_add_are_no_text() -> None:
    text = "Dear all,\n\nMy own words.\n\nKind regards,\nAda Example\n01632 960001\nSent from my iPhone\n"
    assert without_signature(text) == (["My own words."], ["Ada Example", "01632 960001"])
    notice = "Mine.\nThis e-mail is confidential and intended for you.\nMore of it."
    assert without_signature(notice) == (["Mine."], [])
    assert without_signature("Mine.\nThank you\nand more", lambda lines: True)[0] == [
        "Mine.",
        "Thank you",
        "and more",
    ]
