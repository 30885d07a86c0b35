"""Investors out of a table: every wrong row is named, all are listed at once or nobody is."""

import pytest

from court_app.errors import BadInput
from court_app.services.distribution import investor_tables
from court_app.services.distribution.investor_tables import LookedAt
from models import CaseEvent, Investor
from tests.liquidation.playing import CLERK, Liquidation
from tests.liquidation.test_distribution_drafts import drafted
from tests.liquidation.test_surplus import given, investor
from workflows.engine import StepRefused

HEADING = "出资人,主体类型,分配依据,认缴出资,实缴出资,股份数,来源"
STAR = "江澜晨星投资有限公司,企业法人,实缴出资,1000000.00,600000.00,,公司章程"
SAIL = "望川远航实业有限公司,企业法人,实缴出资,400000.00,400000.00,,公司章程"


def table(*rows: str, heading: str = HEADING) -> bytes:
    """A table as it is uploaded."""
    return "\n".join((heading, *rows)).encode()


def recorded(case: Liquidation, *rows: str) -> int:
    """The investors of a table are listed; returns the number of the table."""
    with case.play.bench.writing() as session, session.begin():
        return investor_tables.record(case.play.occasion(session, CLERK), case.case, table(*rows))


def looked_at(case: Liquidation, *rows: str) -> LookedAt:
    """The rows of a table that is only checked."""
    with case.play.bench.reading() as session:
        return investor_tables.looked_at(case.play.occasion(session, CLERK), case.case, table(*rows))


def wrong_columns(case: Liquidation, *rows: str) -> list[tuple[int, list[str]]]:
    """What is wrong with a table, by row and column."""
    return [(row.number, [name for name, _ in row.wrong]) for row in looked_at(case, *rows).wrong]


def taken_back(case: Liquidation, serial: int, reason: str = "表格取错了年度。") -> int:
    """A table is taken back; returns how many investors were struck."""
    with case.play.bench.writing() as session, session.begin():
        return investor_tables.take_back(case.play.occasion(session, CLERK), case.case, serial, reason)


def on_the_list(case: Liquidation) -> list[tuple[int, str, int, str]]:
    """Number, name, capital paid in and state of every investor."""
    with case.play.bench.reading() as session:
        found = session.query(Investor).filter_by(case_id=case.case).order_by(Investor.serial)
        return [(one.serial, one.title, one.paid_in_fen, one.state) for one in found]


def test_investors_of_a_table_are_listed_at_once_and_share_the_surplus(planned: Liquidation) -> None:
    planned.hold_money(2_250_000)

    serial = recorded(planned, STAR, SAIL)

    assert serial == 1
    assert on_the_list(planned) == [
        (1, "江澜晨星投资有限公司", 60_000_000, "LISTED"),
        (2, "望川远航实业有限公司", 40_000_000, "LISTED"),
    ]
    assert [one.fen for one in drafted(planned).surplus.given] == [18_000_000, 12_000_000]
    with planned.play.bench.reading() as session:
        events = session.query(CaseEvent).filter_by(case_id=planned.case, step="list_investor").all()
        assert [(one.payload["serials"], one.payload["rows"]) for one in events] == [("1-2", 2)]


def test_a_table_that_is_only_checked_lists_nobody(planned: Liquidation) -> None:
    found = looked_at(planned, STAR, SAIL)

    assert (len(found.rows), found.wrong, found.paid_in_fen) == (2, [], 100_000_000)
    assert on_the_list(planned) == []


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",企业法人,实缴出资,1,1,,章程", "出资人"),
        ("江澜三友有限公司,公司,实缴出资,1,1,,章程", "主体类型"),
        ("江澜三友有限公司,企业法人,出资,1,1,,章程", "分配依据"),
        ("江澜三友有限公司,企业法人,实缴出资,一百,1,,章程", "认缴出资"),
        ("江澜三友有限公司,企业法人,实缴出资,100,,,章程", "实缴出资"),
        ("江澜三友有限公司,企业法人,实缴出资,100,100.01,,章程", "实缴出资"),
        ("江澜三友有限公司,企业法人,实缴出资,100,100,7,章程", "股份数"),
        ("江澜三友有限公司,企业法人,股份,,,7,章程", "分配依据"),
        ("江澜三友有限公司,企业法人,实缴出资,100,100,,", "来源"),
        ("=A1,企业法人,实缴出资,100,100,,章程", "出资人"),
        ("江澜晨星投资有限公司,企业法人,实缴出资,100,100,,章程", "出资人"),
    ],
)
def test_a_row_that_does_not_fit_is_named_by_its_column_and_nobody_is_listed(
    planned: Liquidation, row: str, column: str
) -> None:
    assert wrong_columns(planned, STAR, row) == [(3, [column])]
    with pytest.raises(BadInput) as refused:
        recorded(planned, STAR, row)

    assert [str(line)[:3] for line in refused.value.fields["file"]] == ["第3行"]
    assert on_the_list(planned) == []


def test_a_word_that_is_none_of_a_column_is_answered_by_those_that_are(planned: Liquidation) -> None:
    found = looked_at(planned, "江澜三友有限公司,公司,实缴出资,1,1,,章程")

    assert [str(why) for _, why in found.wrong[0].wrong] == [
        "请填写以下之一：企业法人、其他组织、自然人、机关。"
    ]


def test_capital_paid_in_may_be_what_was_subscribed_or_nought(planned: Liquidation) -> None:
    full = "江澜三友有限公司,企业法人,实缴出资,100,100,,章程"
    none = "苏见微,自然人,实缴出资,100,0,,章程"

    assert wrong_columns(planned, full, none) == []


def test_shareholders_of_a_joint_stock_company_need_no_capital(planned: Liquidation) -> None:
    rows = ("江澜三友有限公司,企业,股份,,,7000,股东名册", "苏见微,个人,股份,,,3000,股东名册")
    found = looked_at(planned, *rows)

    recorded(planned, *rows)

    assert (found.wrong, found.shares) == ([], 10_000)
    assert [name for _, name, _, _ in on_the_list(planned)] == ["江澜三友有限公司", "苏见微"]


def test_a_table_by_capital_does_not_join_a_list_by_shares(planned: Liquidation) -> None:
    recorded(planned, "苏见微,个人,股份,,,3000,股东名册")

    assert wrong_columns(planned, STAR) == [(2, ["分配依据"])]


def test_who_is_listed_already_is_not_listed_once_more(planned: Liquidation) -> None:
    investor(planned, "江澜晨星投资有限公司", 600_000)

    assert wrong_columns(planned, STAR, SAIL) == [(2, ["出资人"])]


@pytest.mark.parametrize(
    "heading", ["出资人,主体类型,分配依据", HEADING + ",电话", HEADING + ",来源", "甲,乙"]
)
def test_a_table_with_other_columns_is_refused_as_a_whole(planned: Liquidation, heading: str) -> None:
    with planned.play.bench.reading() as session:
        occasion = planned.play.occasion(session, CLERK)
        with pytest.raises(BadInput) as refused:
            investor_tables.looked_at(occasion, planned.case, table(STAR, heading=heading))

    assert "第一行须为列名" in str(refused.value.fields["file"][0])


def test_a_table_is_taken_back_as_a_whole_and_may_come_again(planned: Liquidation) -> None:
    investor(planned, "江澜三友有限公司", 100_000)
    first = recorded(planned, STAR, SAIL)
    with pytest.raises(BadInput):
        taken_back(planned, first, " ")

    struck = taken_back(planned, first)

    assert struck == 2
    assert [state for _, _, _, state in on_the_list(planned)] == ["LISTED", "STRUCK", "STRUCK"]
    with pytest.raises(BadInput):
        taken_back(planned, first)
    assert recorded(planned, STAR, SAIL) == 2


def test_once_a_surplus_was_given_no_table_comes_or_goes(planned: Liquidation) -> None:
    planned.hold_money(2_250_000)
    table_of_two = recorded(planned, STAR, SAIL)
    planned.final(2_700_000)
    assert given(planned, 300_000) == []

    with pytest.raises(StepRefused) as coming:
        recorded(planned, "江澜三友有限公司,企业法人,实缴出资,1,1,,章程")
    with pytest.raises(StepRefused) as going:
        taken_back(planned, table_of_two)

    codes = [[one.code for one in refused.value.obstacles] for refused in (coming, going)]
    assert codes == [["surplus_was_given"], ["surplus_was_given"]]


NUMBERED = "出资人,主体类型,证件号码,分配依据,认缴出资,实缴出资,来源"
CODE, CARD, OTHER_CARD = "91110108551385082Q", "11010519491231002X", "110105194912310038"


def numbered(case: Liquidation, *rows: str) -> list[tuple[int, list[str]]]:
    """What is wrong with rows of name, kind and number."""
    told = [f"{row},实缴出资,100,100,股东名册" for row in rows]
    with case.play.bench.reading() as session:
        found = investor_tables.looked_at(
            case.play.occasion(session, CLERK), case.case, table(*told, heading=NUMBERED)
        )
        return [(row.number, [name for name, _ in row.wrong]) for row in found.wrong]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([f"江澜晨星投资有限公司,企业法人,{CODE}", f"温知夏,自然人,{CARD}"], []),
        ([f"江澜晨星投资有限公司,企业法人,{CODE[:-1]}R"], [(2, ["证件号码"])]),
        ([f"温知夏,自然人,{CODE}"], [(2, ["证件号码"])]),
        ([f"温知夏,自然人,{CARD[:-1]}1"], [(2, ["证件号码"])]),
        ([f"温知夏,自然人,{CARD[:-1]}"], [(2, ["证件号码"])]),
        (["温知夏,自然人,E12345678"], []),
        ([f"温知夏,自然人,{CARD}", f"温知夏,自然人,{OTHER_CARD}"], []),
        ([f"温知夏,自然人,{CARD}", "温知夏,自然人,"], [(3, ["出资人"])]),
        ([f"温知夏,自然人,{CARD}", f"温知秋,自然人,{CARD}"], [(3, ["证件号码"])]),
    ],
)
def test_a_number_that_cannot_be_right_is_named_and_tells_namesakes_apart(
    planned: Liquidation, rows: list[str], wrong: list[tuple[int, list[str]]]
) -> None:
    assert numbered(planned, *rows) == wrong
