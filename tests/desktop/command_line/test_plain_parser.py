import pytest

from tests.desktop.command_line.conftest import Clerk


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("dance",), "“dance” does not fit SUBCOMMAND. Write one of new, sample, history"),
        (("merge", "cat", "a", "b"), "“cat” does not fit kind. Write one of provider, service, contact."),
        ((), "More is needed: SUBCOMMAND."),
        (("check", "--loudly"), "“--loudly” is not understood here."),
        (("market", "--as-at"), "--as-at needs something written after it."),
        (("market", "--region", "a", "--districts-of", "b"),
         "--districts-of and --region do not go together. Leave one of them out."),
        (("market", "--kind", "cattery"),
         "--kind: “cattery” is none of Nursing homes, Residential homes, Home care agencies."),
        (("plan-event", "--date", "9/12/2019", "--in", "x"),
         "“--in” may mean --in-district, --in-authority. Write more of it."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_in_a_plain_sentence(
    clerk: Clerk, arguments: tuple[str, ...], sentence: str
) -> None:
    told = clerk(*arguments).err
    assert sentence in told.splitlines()[-1]
    assert "invalid" not in told and "error:" not in told
