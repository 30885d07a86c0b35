"""The pages on which judge, clerk and administrator carry a liquidation."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from court_app.db import upgrade
from court_app.demo.actors import Hands
from court_app.demo.people import PEOPLE
from court_app.services.casework.finding import worklist
from court_app.visit import CourtFlask
from models import Claim, Document, Share
from models.vocabulary import OF_ADMINISTRATOR, DocumentKind, DocumentState
from tests.pages.desks import Desk, a_stage, another_case, desk, served, settings_in
from tests.pages.estate import OTHER, OWN, Estate, a_distributed_liquidation

pytestmark = pytest.mark.slow
KINDS = ("claims", "meetings", "resolutions", "assets", "appointments", "submissions")
WITHOUT_ANY = ("set_offs", "retrievals")
TEAM = {"shenzhiheng", "ouyangshen", "luyun", "fangyining", "heqieyu"}
CLERK = next(name for username, name, *_ in PEOPLE if username == "heqieyu")
OFFICE = {"lian", "tangbo", "weiran", "guyin", "jiancha"}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation after its final distribution, behind the pages; tests only read it."""
    folder = tmp_path_factory.mktemp("liquidation")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    another_case(play)
    estate = a_distributed_liquidation(play)
    play.issue(estate.case, DocumentKind.ADMINISTRATOR_DECISION, Hands())
    play.serve(estate.case, DocumentKind.ADMINISTRATOR_DECISION, Hands())
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


@pytest.fixture(scope="module")
def desks(stage: tuple[CourtFlask, Estate]) -> dict[str, Desk]:
    """Everybody who signs in."""
    app, _ = stage
    return {username: desk(app, username) for username in (*(p[0] for p in PEOPLE), OWN, OTHER)}


def shared_pages(case: int) -> list[str]:
    """The pages of a case that its administrator shares."""
    return [
        f"/cases/{case}",
        *(f"/cases/{case}/{kind}" for kind in (*KINDS, *WITHOUT_ANY)),
        *(f"/cases/{case}/{kind}/1" for kind in KINDS),
        f"/cases/{case}/claims/export.csv",
        f"/cases/{case}/assets/export.xlsx",
        f"/cases/{case}/creditors",
        f"/cases/{case}/distributions",
        f"/cases/{case}/distributions/1",
        f"/cases/{case}/distributions/1/export.csv",
        f"/cases/{case}/served",
    ]


def own_pages(case: int) -> list[str]:
    """The pages of a case that stay with the court."""
    return [
        f"/cases/{case}/documents",
        f"/cases/{case}/deliveries",
        f"/cases/{case}/parties",
        f"/cases/{case}/team",
        f"/cases/{case}/history",
        "/documents/1",
        "/documents/1/pdf",
        "/deliveries/1",
        "/deliveries/1/receipt",
    ]


def who_opens(desks: dict[str, Desk], path: str) -> set[str]:
    """Everybody for whom a page opens."""
    return {name for name, at in desks.items() if at.client.get(path).status_code == 200}


def test_what_a_case_shares_opens_for_court_and_own_administrator_only(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    case = stage[1].case

    opened = {path: who_opens(desks, path) for path in shared_pages(case)}

    expected = TEAM | OFFICE | {OWN}
    assert {path: seen for path, seen in opened.items() if seen != expected} == {}


def test_the_form_of_a_step_opens_for_who_may_record_it(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    assert who_opens(desks, f"/cases/{stage[1].case}/claims/3/steps/judge") == TEAM | {OWN}


def test_what_stays_with_the_court_opens_for_no_administrator(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    case = stage[1].case

    opened = {path: who_opens(desks, path) & {OWN, OTHER} for path in own_pages(case)}

    assert {path: seen for path, seen in opened.items() if seen} == {}


def test_a_kind_that_does_not_exist_is_not_found(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    case = stage[1].case

    statuses = {
        desks[who].client.get(f"/cases/{case}/{path}").status_code
        for who in ("shenzhiheng", OWN)
        for path in ("nothing", "nothing/1", "claims/99", "claims/new/nothing", "claims/1/steps/nothing")
    }

    assert statuses == {404}


def test_an_administrator_lists_and_finds_his_own_case_and_no_other(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    own, other = desks[OWN].page("/cases"), desks[OTHER].page("/cases?q=绿原")

    assert f'href="/cases/{stage[1].case}"' in own
    assert own.count('class="text-nowrap"><a href="/cases/') == 1
    assert f'href="/cases/{stage[1].case}"' not in other


def test_the_claims_table_shows_sums_over_all_pages_and_opens_by_state(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    case = stage[1].case

    whole = desks["heqieyu"].page(f"/cases/{case}/claims")
    in_suit = desks["heqieyu"].page(f"/cases/{case}/claims?state=SUED")

    assert "3,050,000.00" in whole
    assert "1,850,000.00" in whole
    assert "赵工" in whole
    assert "赵工" not in in_suit
    assert "江澜建安工程有限公司" in in_suit
    assert "共 1 项" in in_suit


def test_claims_are_found_by_the_initials_of_the_creditor(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = desks[OWN].page(f"/cases/{stage[1].case}/claims?q=zhaogong")

    assert "赵工" in page
    assert "江澜建安工程有限公司" not in page


def test_an_export_holds_every_column_of_what_is_filtered(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    answer = desks["heqieyu"].client.get(f"/cases/{stage[1].case}/claims/export.csv?state=SUED")

    heading, *rows = answer.data.decode("utf-8-sig").strip().splitlines()
    assert heading.startswith("序号,债权人,债权性质,申报金额（元）")
    assert len(rows) == 1
    assert "1000000.00,900000.00,," in rows[0]


def test_the_history_of_a_claim_holds_the_steps_taken_for_many_at_once(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    case = stage[1].case

    confirmed = desks["heqieyu"].page(f"/cases/{case}/claims/2")
    sued = desks["heqieyu"].page(f"/cases/{case}/claims/3")

    assert "债权人会议核查" in confirmed
    assert "（第1-4号一并）" in confirmed
    assert "（第1-2,4号一并）" in confirmed
    assert "（第1-2,4号一并）" not in sued
    assert "提起债权确认诉讼" in sued


def test_the_administrator_sees_what_was_done_but_not_by_whom_at_court(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = desks[OWN].page(f"/cases/{stage[1].case}/claims/3")

    assert "提起债权确认诉讼" in page
    assert CLERK not in page
    assert CLERK in desks["heqieyu"].page(f"/cases/{stage[1].case}/claims/3")


def test_the_case_page_says_in_words_how_far_the_case_has_come(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = desks["shenzhiheng"].page(f"/cases/{stage[1].case}")

    for words in ("已届满（截止2026年", "裁定认可", "宣告破产的效力", "受理的效力", "700,000.00 元"):
        assert words in page
    assert "bundle=E-DECLARE&number=4" in page


def test_the_administrators_page_holds_his_steps_and_nothing_of_the_courts(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = desks[OWN].page(f"/cases/{stage[1].case}")

    assert "管理人提请终结（第一百二十条）" in page
    for secret in (
        "审判组织",
        "历史记录",
        "申请目的",
        "受理的效力",
        "落实效力事项",
        "民事裁定书（宣告破产）",
    ):
        assert secret not in page


def test_the_worklist_of_an_administrator_holds_clocks_that_he_owes(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    own, other = desks[OWN].page("/"), desks[OTHER].page("/")

    assert "附条件债权分配条件日" in own
    assert "关于聘用留守人员的请示" in own
    assert "宣告裁定送达期限" not in own
    assert "宣告破产送达期限" not in own
    assert "关于聘用留守人员的请示" not in other


def test_an_administrator_downloads_what_was_served_on_him_and_no_other_paper(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    estate = stage[1]
    with estate.play.bench.reading() as session:
        papers = {
            document.id: document.kind
            for document in session.scalars(select(Document).where(Document.case_id == estate.case))
        }

    opened = {
        papers[number]
        for number in papers
        if desks[OWN].client.get(f"/cases/{estate.case}/served/{number}").status_code == 200
    }

    assert opened - OF_ADMINISTRATOR == {DocumentKind.ADMINISTRATOR_DECISION}
    assert not any(
        desks[OTHER].client.get(f"/cases/{estate.case}/served/{number}").status_code == 200
        for number in papers
    )


def test_the_shares_of_a_distribution_add_up_and_open_by_state(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    estate = stage[1]
    with estate.play.bench.reading() as session:
        paid = sum(share.amount_fen for share in session.scalars(select(Share)))

    whole = desks[OWN].page(f"/cases/{estate.case}/distributions/1")
    escrow = desks[OWN].page(f"/cases/{estate.case}/distributions/1?state=LITIGATED")

    assert paid == 70_000_000
    assert "700,000.00" in whole
    assert "约23.2143%" in whole
    assert "232,142.86" in escrow
    assert "赵工" not in escrow


def test_a_step_that_is_not_allowed_says_why_with_its_article(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    case = stage[1].case

    claims = desks["heqieyu"].page(f"/cases/{case}/claims")
    form = desks["heqieyu"].page(f"/cases/{case}/claims/new/file_claim", status=409)

    assert "暂不能进行的步骤及理由（2 项）" in claims
    assert "最后分配" in form
    assert "企业破产法》第五十六条" in form


def test_a_claim_in_suit_shows_the_amount_for_which_its_share_is_laid_aside(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = f"/cases/{stage[1].case}/distributions/1"

    escrow = desks[OWN].page(f"{page}?state=LITIGATED")
    table = desks[OWN].page(f"{page}/export.csv?state=LITIGATED")

    assert "1,000,000.00" in escrow
    assert "900,000.00" not in escrow
    assert "1000000.00,232142.86" in table


def test_the_docket_names_what_an_entry_is_about_and_cites_its_articles(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = desks["shenzhiheng"].page(f"/cases/{stage[1].case}/history")

    assert "起草：决定书（指定管理人）" in page
    assert "申报债权：1 " in page
    assert "《中华人民共和国企业破产法》第四十八条第一款、第四十九条" in page
    assert "DESIGN" not in page
    assert "EBL" not in page


def test_a_part_is_read_beside_the_form_of_its_step(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    form = desks[OWN].page(f"/cases/{stage[1].case}/claims/1/steps/review_claim", status=409)

    assert '申报金额（元）</dt><dd class="court-lines">1,000,000.00' in form
    assert "现在还不能进行这一步，理由如下" in form
    assert "没有保存" not in form


def test_a_sum_is_read_over_with_thousands_groups(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    form = f"/cases/{stage[1].case}/assets/new/find_asset"

    check = desks["heqieyu"].send(form, kind="EQUIPMENT", name="叉车", book_fen="1234567.8").text

    assert '<dd class="court-lines">1,234,567.80</dd>' in check


def test_effects_are_to_be_recorded_by_who_may_record_them(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    page = f"/cases/{stage[1].case}"

    assert "记录落实情况" in desks["heqieyu"].page(page)
    assert "记录落实情况" not in desks["tangbo"].page(page)


def test_a_work_list_that_is_cut_says_how_much_there_is_and_begins_with_the_newest_papers(
    stage: tuple[CourtFlask, Estate], desks: dict[str, Desk]
) -> None:
    estate = stage[1]
    with estate.play.bench.reading() as session:
        whole = worklist(estate.play.occasion(session, "shenzhiheng"))
        cut = worklist(estate.play.occasion(session, "shenzhiheng"), most=2)

        assert [paper.id for paper in cut.papers] == [paper.id for paper in whole.papers[:2]]
        assert whole.papers[0].created_at == max(paper.created_at for paper in whole.papers)
        assert cut.totals == whole.totals
        assert cut.totals["papers"] == len(whole.papers) > 2
        assert cut.totals["overdue"] == len(whole.overdue)


def test_a_paper_that_waits_for_its_approval_stands_before_newer_drafts(
    stage: tuple[CourtFlask, Estate],
) -> None:
    play = stage[1].play
    with play.bench.writing() as session:
        oldest = worklist(play.occasion(session, "shenzhiheng")).papers[-1]
        oldest.state = DocumentState.SUBMITTED.value

        waiting = worklist(play.occasion(session, "shenzhiheng")).papers

        assert waiting[0] is oldest
        session.rollback()


def test_who_sees_no_case_begins_with_the_users(desks: dict[str, Desk]) -> None:
    answer = desks["guanli"].client.get("/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/administration")


def test_nothing_was_written_by_looking(stage: tuple[CourtFlask, Estate]) -> None:
    with stage[1].play.bench.reading() as session:
        assert len(session.scalars(select(Claim)).all()) == 4
