"""The sample county's figures against queries written apart from the program's own, a service at a time."""

from collections import Counter
from datetime import date

import pytest

from engagement.forums.reach.answering import Answer, answer, is_large, providers, reach
from engagement.forums.reach.figures import Band
from engagement.forums.reach.grid import ALL, Dimension, grid_of
from engagement.forums.reach.question import ReachQuestion, asked
from engagement.forums.reach.rating_changes import Attended, Moved
from engagement.forums.reach.standing import Why
from engagement.forums.vocabulary import EventKind
from engagement.register.council import council_names
from resources.database import Database
from resources.spans import Span, quarters
from tests.engagement.sample.made_county import TODAY

DAY = TODAY.isoformat()
A_YEAR_AGO, TWO_YEARS_AGO = "2018-12-09", "2017-12-09"

REGISTER = """
    select s.id from service s, provider p
    where p.id = s.provider_id and s.authority = 'Nottinghamshire' and p.organisation = 'care_provider'
    and (s.archived_on is null or s.archived_on > :day) and (p.archived_on is null or p.archived_on > :day)
    and case (select count(*) from service_period x where x.service_id = s.id)
        when 0 then coalesce(s.registered_on, '0000') <= :day and s.dormant = 0
        else (select count(*) from service_period x where x.service_id = s.id and x.dormant = 0
            and :day >= x.from_on and :day < coalesce(x.until_on, '9999')) = 1 end"""
"""The county's services on a day."""

CAME = """select {what} from participant pa, event e where pa.event_id = e.id and e.state in ('planned', 'held')
    and substr(e.starts_at, 1, 10) between {first} and {last} and pa.status in ('attended', 'left_early')"""

NAMED = f"{CAME} and pa.service_id is not null"
"""The same, without those who stand for a whole provider."""


@pytest.fixture(scope="module")
def question(county: Database) -> ReachQuestion:
    return asked(TODAY, authorities=council_names(county))


@pytest.fixture(scope="module")
def found(county: Database, question: ReachQuestion) -> Answer:
    return answer(county, question)


def test_the_services_that_count(county: Database, found: Answer) -> None:
    expected = {key for (key,) in county.rows(REGISTER, {"day": DAY})}
    assert {one.id for one in found.reach.services} == expected
    everything = county.value("select count(*) from service where authority = 'Nottinghamshire'")
    assert sum(found.reach.left_out.values()) == everything - len(expected)
    assert len(expected) > 300


def test_the_bands(county: Database, found: Answer) -> None:
    lately = CAME.format(what="1", first=f"'{A_YEAR_AGO}'", last=f"'{DAY}'") + " and pa.service_id = s.id"
    ever = CAME.format(what="1", first="'0000'", last=f"'{DAY}'") + " and pa.service_id = s.id"
    rows = county.rows(
        f"""select s.id, case when exists ({lately}) then 'seen' when exists ({ever}) then 'seen_before'
            when exists (select 1 from participant pa, event e where e.id = pa.event_id and pa.service_id = s.id
                and e.state <> 'cancelled' and pa.walk_in = 0 and pa.reply <> 'cancelled'
                and (substr(e.starts_at, 1, 10) <= :day or substr(pa.invited_at, 1, 10) <= :day)) then 'invited_only'
            else 'never_invited' end
        from service s where s.id in ({REGISTER})""",
        {"day": DAY},
    )
    assert {one.id: one.band.value for one in found.reach.services} == dict(rows)
    assert set(Counter(band for _, band in rows)) == {band.value for band in Band}


def test_each_services_figures(county: Database, found: Answer) -> None:
    rows = county.rows(
        """select service_id, sum(asked), sum(answered), sum(came), sum(places), sum(absent) from (
            select pa.service_id, e.id, max(pa.walk_in = 0 and pa.reply <> 'cancelled') as asked,
                max(pa.walk_in = 0 and pa.reply not in ('cancelled', 'invited')) as answered,
                max(pa.status = 'attended' or pa.status = 'left_early') as came,
                count(case when e.state = 'held' and pa.walk_in = 0 and pa.reply in ('accepted', 'place_offered')
                    then 1 end) as places,
                count(case pa.status when 'no_show' then 1 end) as absent
            from event e join participant pa on pa.event_id = e.id
            where e.state <> 'cancelled' and substr(e.starts_at, 1, 10) between ? and ?
            group by pa.service_id, e.id) group by service_id""",
        (A_YEAR_AGO, DAY),
    )
    expected = {key: tuple(figures) for key, *figures in rows}
    for one in found.reach.services:
        assert one.history[:5] == expected.get(one.id, (0, 0, 0, 0, 0))
    last = dict(county.rows(
        NAMED.format(what="pa.service_id, max(substr(e.starts_at, 1, 10))", first="'0000'", last=f"'{DAY}'")
        + " group by pa.service_id"
    ))  # fmt: skip
    assert {one.id: str(one.history.last_came) for one in found.reach.services if one.history.last_came} == {
        one.id: last[one.id] for one in found.reach.services if one.id in last
    }


def test_new_faces_and_lapsed(county: Database, found: Answer) -> None:
    def those(first: str, last: str) -> set[str]:
        return {
            key
            for (key,) in county.rows(
                NAMED.format(what="pa.service_id", first=f"'{first}'", last=f"'{last}'")
            )
        }

    held = {one.id for one in found.reach.services}
    year, before = those(A_YEAR_AGO, DAY), those("0000", "2018-12-08")
    assert {one.id for one in found.reach.new_faces} == (year - before) & held
    assert {one.id for one in found.reach.lapsed} == (those(TWO_YEARS_AGO, "2018-12-08") - year) & held
    assert found.reach.lapsed and found.reach.new_faces


def test_a_cell_of_the_grid(county: Database, found: Answer) -> None:
    grid = grid_of(found.reach, down=Dimension.RATING, across=Dimension.KIND)
    rows = county.rows(
        f"""select s.id in ({NAMED.format(what="pa.service_id", first=f"'{A_YEAR_AGO}'", last=f"'{DAY}'")}), count(*)
        from service s where s.id in ({REGISTER}) and s.kind = 'residential_home' and 'good' = (
            select r.rating from rating r where r.service_id = s.id and r.key_question = 'overall'
            and r.published_on <= :day order by r.published_on desc limit 1) group by 1 order by 1""",
        {"day": DAY},
    )
    part = grid.cell("Good", "Residential home").share([Band.SEEN])
    assert rows == [(0, part.base - part.count), (1, part.count)]
    assert grid.cell(ALL, ALL).base == len(found.reach.services)


def test_each_provider_that_came(county: Database, found: Answer) -> None:
    events_of = dict(county.rows(
        CAME.format(what="pa.provider_id, count(distinct e.id)", first=f"'{A_YEAR_AGO}'", last=f"'{DAY}'")
        + " group by pa.provider_id"
    ))  # fmt: skip
    owners = {
        key for (key,) in county.rows(f"select provider_id from service where id in ({REGISTER})", {"day": DAY})
    }  # fmt: skip
    assert {one.id for one in found.providers} == owners
    assert {one.id: one.history.came for one in found.providers} == {
        key: events_of.get(key, 0) for key in owners
    }


def test_coverage_by_quarter(county: Database, found: Answer) -> None:
    for span, one in zip(quarters(TODAY), found.quarters, strict=True):
        first, last = span.first.isoformat(), span.last.isoformat()
        came = NAMED.format(what="pa.service_id", first=f"'{first}'", last=f"'{last}'")
        base = county.value(f"select count(*) from ({REGISTER})", {"day": last})
        reached = county.value(
            f"select count(*) from ({REGISTER}) r where r.id in ({came})", {"day": last}
        )  # fmt: skip
        absent, places = county.row(
            """select count(case pa.status when 'no_show' then 1 end), count(*) from participant pa
            join event e on e.id = pa.event_id join service s on s.id = pa.service_id
            where e.state = 'held' and substr(e.starts_at, 1, 10) between ? and ? and pa.walk_in = 0
            and pa.reply in ('accepted', 'place_offered') and s.authority = 'Nottinghamshire'""",
            (first, last),
        ) or (0, 0)
        assert (one.services.count, one.services.base) == (reached, base)
        assert (one.no_shows.count, one.no_shows.base) == (absent, places)


def test_ratings_before_and_after(county: Database, found: Answer) -> None:
    changes = found.changes
    assert changes.came_in == Span(date(2017, 12, 9), date(2018, 12, 8))
    came = NAMED.format(what="pa.service_id", first=f"'{TWO_YEARS_AGO}'", last="'2018-12-08'")
    grade = (
        "case {0} when 'inadequate' then 1 when 'requires_improvement' then 2 when 'good' then 3 else 4 end"
    )
    rows = county.rows(
        f"""select was.id in ({came}), sign({grade.format("now.rating")} - {grade.format("was.rating")}), count(*)
        from (select s.id, (select r.rating from rating r where r.service_id = s.id and r.key_question = 'overall'
                and r.published_on < '{TWO_YEARS_AGO}' order by r.published_on desc limit 1) as rating
            from service s where s.id in ({REGISTER})) was
        join (select s.id, (select r.rating from rating r where r.service_id = s.id and r.key_question = 'overall'
                and r.inherited = 0 and r.rating <> 'not_rated' and r.published_on between '{A_YEAR_AGO}' and :day
                order by r.published_on desc limit 1) as rating from service s) now on now.id = was.id
        where was.rating <> 'not_rated' and now.rating is not null group by 1, 2""",
        {"day": DAY},
    )
    counted = {(bool(attended), step): number for attended, step, number in rows}
    for here, line in ((True, changes.lines[Attended.CAME]), (False, changes.did_not_come)):
        for step, what in ((1, Moved.UP), (0, Moved.SAME), (-1, Moved.DOWN)):
            assert line.moved[what] == counted.get((here, step), 0)
    assert changes.lines[Attended.CAME].compared > 0


def test_other_questions(county: Database, question: ReachQuestion) -> None:
    training = reach(
        county, ReachQuestion(question.span, 12, (EventKind.TRAINING_SESSION,), question.authorities)
    )
    everything = reach(county, question)
    assert 0 < training.seen.count < everything.seen.count
    whole = reach(county, asked(TODAY))
    assert whole.seen.base > everything.seen.base
    with_archived = reach(county, asked(TODAY, authorities=question.authorities, with_archived=True))
    assert Why.ARCHIVED in everything.left_out  # all of them have gone from the directory, too
    assert Why.ARCHIVED not in with_archived.left_out
    assert sum(with_archived.left_out.values()) == sum(everything.left_out.values())
    assert len(providers(county, whole)) > len(providers(county, everything))


def test_how_far_it_is_is_told(county: Database, question: ReachQuestion) -> None:
    heard: list[tuple[int, int]] = []
    answer(county, question, lambda done, total, _saying: heard.append((done, total)))
    assert heard == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert not is_large(county)
    assert is_large(county, services=100)
    assert is_large(county, participants=100)


def test_an_empty_register_has_nothing_to_count(db: Database) -> None:
    found = answer(db, asked(TODAY))
    assert (found.reach.services, found.providers) == ((), ())
    assert [one.services.base for one in found.quarters] == [0] * 8
    assert not is_large(db)
