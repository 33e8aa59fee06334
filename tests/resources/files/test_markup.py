"""HTML goes out of texts; the words stay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from resources.files.markup import without_markup


def test_tags_and_entities_go_and_the_words_stay_in_their_lines() -> None:
    assert without_markup("<p>Pay &amp; rotas</p><p>No&nbsp;parking</p>") == "Pay & rotas\nNo parking"
    assert without_markup('<div class="x">Word<br/>of <b>mouth</b></div>') == "Word\nof mouth"
    assert without_markup("<script>alert('x')</script>Bonus<!-- hidden -->") == "Bonus"
    assert without_markup("&pound;11.50 an hour &#8211; or more") == "£11.50 an hour – or more"


def test_what_only_looks_like_a_tag_stays() -> None:
    for text in ("<5", "a < b > c", "Amina <amina@example.org>", "R&D", "3 > 2", "<Rose House>", "&nothing"):
        assert without_markup(text) == text


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.characters(
            blacklist_characters="<&", blacklist_categories=("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
        )
    )
)
def test_text_without_markup_is_itself(text: str) -> None:
    assert without_markup(text) == text.strip()
