"""A whole liquidation through the API alone, by clerk, judge and administrator, on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from court_app.demo.actors import Play
from court_app.services.casework import sweeping
from tests.applications import application
from tests.conftest import StandingClock
from tests.pages.desks import another_case, kept, settings_in
from tests.pages.estate import OTHER, OWN, Estate, an_accepted_liquidation
from tests.pages.story import ADMINISTRATOR, CHAIR, CREDITORS, JUDGE, Act, Pause, liquidation
from tests.pages.test_api import Caller
from tests.stages import Stages

pytestmark = pytest.mark.slow


class Court:
    """The API in front of an accepted liquidation."""

    def __init__(self, estate: Estate, clock: StandingClock, callers: dict[str, Caller]) -> None:
        self.estate, self.clock, self.callers = estate, clock, callers
        self.path = f"/cases/{estate.case}"

    def later(self, days: int) -> None:
        """Let days pass, and let the law bring about what falls due."""
        self.clock.forward(days=days)
        bench = self.estate.play.bench
        with bench.writing() as session, session.begin():
            sweeping.sweep(bench.occasion(session, None, self.clock.now))

    @property
    def today(self) -> str:
        """The day it is."""
        return self.clock.now.date().isoformat()

    def step(self, who: str, step: str, /, **data: Any) -> Any:
        """Take a step of the case."""
        answer = self.callers[who].step(self.path, step, **data)
        assert answer.status_code == 201, (step, answer.json)
        return answer.json

    def begin(self, who: str, kind: str, step: str, /, **data: Any) -> int:
        """Begin a part; returns its number."""
        answer = self.callers[who].post(f"{self.path}/{kind}", {"step": step, "data": data})
        assert answer.status_code == 201, (step, answer.json)
        assert answer.headers["Location"].endswith(f"/{kind}/{answer.json['serial']}")
        return int(answer.json["serial"])

    def part(self, who: str, kind: str, serial: int, step: str, /, **data: Any) -> Any:
        """Take a step of a part with the version that is current."""
        answer = self.callers[who].step(f"{self.path}/{kind}/{serial}", step, **data)
        assert answer.status_code == 201, (step, answer.json)
        return answer.json

    def get(self, who: str, path: str) -> Any:
        """What an address of the case answers."""
        return self.callers[who].get(f"{self.path}{path}").json


@pytest.fixture
def court(database_url: str, tmp_path: Path, stages: Stages) -> Iterator[Court]:
    """An accepted liquidation behind the API, on each database."""
    settings = settings_in(tmp_path, database_url)
    estate = kept(stages, "api", settings, beside_another_case)
    clock = StandingClock(estate.play.now)
    app = application(settings, clock)
    people = ("shenzhiheng", "heqieyu", "tangbo", OWN, OTHER)
    yield Court(estate, clock, {name: Caller(app, name) for name in people})
    estate.play.bench.database.dispose()


def beside_another_case(play: Play) -> Estate:
    """An accepted liquidation in a court that has another case."""
    another_case(play)
    return an_accepted_liquidation(play)


def first_creditor(court: Court) -> int:
    """The number of the party who filed the first claim."""
    parties = court.get(JUDGE, "/parties")["items"]
    return int(next(party["id"] for party in parties if party["name"] == CREDITORS[0]))


def play(court: Court, act: Act) -> Any:
    """Do what an act says, through the API."""
    who = OWN if act.who == ADMINISTRATOR else act.who
    typed = {name: first_creditor(court) if value == CHAIR else value for name, value in act.typed.items()}
    if not act.kind:
        return court.step(who, act.step, **typed)
    if act.serial is None:
        return court.begin(who, act.kind, act.step, **typed)
    return court.part(who, act.kind, act.serial, act.step, **typed)


def test_a_liquidation_goes_from_acceptance_to_deregistration(court: Court) -> None:
    done: Any = None
    for act in liquidation(court.clock.now.date()):
        if isinstance(act, Pause):
            court.later(act.days)
        else:
            done = play(court, act)

    assert done["state"]["value"] == "LQ_DEREGISTERED"
    made = court.get(OWN, "/distributions/1")
    assert made["pool_yuan"] == "650000.00"
    assert made["shares"]["sum_fen"] == 65_000_000
    assert [share["state"]["value"] for share in made["shares"]["items"]] == ["PAID", "PAID", "RELEASED"]
    assert made["working"][0] == "本次分配总额650,000.00元。"
    assert [plan["state"]["value"] for plan in court.get(OWN, "/plans")["items"]] == ["RECOGNISED"]
    assert court.get(OWN, "/submissions/1")["state"]["value"] == "GRANTED"


def test_a_claim_is_answered_field_by_field_with_fen_and_yuan(court: Court) -> None:
    court.begin(OWN, "claims", "file_claim", creditor_id=court.estate.creditors[0], filed_fen="1000.50")

    page = court.get(OWN, "/claims?state=FILED")
    one = page["items"][0]

    assert (one["serial"], one["filed_fen"], one["filed_yuan"]) == (1, 100_050, "1000.50")
    assert (one["admitted_fen"], one["admitted_yuan"]) == (None, None)
    assert one["claim_class"] == {"value": "ORD", "label": "普通债权"}
    assert one["state"]["value"] == "FILED"
    assert page["totals"]["filed_yuan"] == "1000.50"
    assert (page["page"], page["size"], page["total"], page["pages"]) == (1, 20, 1, 1)
    assert court.get(OWN, "/claims?state=LISTED")["items"] == []


def test_every_step_of_a_part_says_whether_why_and_what_it_takes(court: Court) -> None:
    court.begin(OWN, "claims", "file_claim", creditor_id=court.estate.creditors[0], filed_fen="1")

    steps = {step["name"]: step for step in court.get("shenzhiheng", "/claims/1/steps")["items"]}
    own = {step["name"] for step in court.get(OWN, "/claims/1/steps")["items"]}
    beginnings = court.get(OWN, "/claims/beginnings")["items"]

    assert steps["register_claim"]["allowed"]
    assert [o["code"] for o in steps["list_claim"]["obstacles"]] == ["wrong_state"]
    assert "serves" not in steps["fix_provisional_amount"]["preview"]
    assert (
        steps["fix_provisional_amount"]["preview"]["documents"][0]["value"] == "PROVISIONAL_AMOUNT_DECISION"
    )
    assert "confirm" not in steps
    assert "fix_provisional_amount" not in own
    assert [one["name"] for one in beginnings] == ["file_claim", "list_employee_claim"]
    assert {"filed_fen", "figures"} <= beginnings[0]["payload"]["properties"].keys()
    assert {"creditor_name", "basis"} <= set(beginnings[1]["payload"]["required"])


def test_a_program_files_figures_reads_them_and_asks_for_the_register_of_a_day(court: Court) -> None:
    figures = [
        {"kind": "PRINCIPAL", "filed_fen": "1000.00"},
        {"kind": "INTEREST", "filed_fen": "60.50", "working": "年利率百分之六"},
    ]
    court.begin(OWN, "claims", "file_claim", creditor_id=court.estate.creditors[0], figures=figures)
    filed_on = court.today
    court.later(2)
    court.part("heqieyu", "claims", 1, "register_claim")

    own = court.get(OWN, "/claims/1/figures")["items"]
    then = court.get(OWN, f"/register?on={filed_on}")
    now = court.get("shenzhiheng", "/register?claim_class=ORD")

    assert [(f["position"], f["kind"]["value"], f["filed_yuan"]) for f in own] == [
        (1, "PRINCIPAL", "1000.00"),
        (2, "INTEREST", "60.50"),
    ]
    assert [(e["serial"], e["filed_fen"], e["state"]["value"]) for e in then["items"]] == [
        (1, 106_050, "FILED")
    ]
    assert [e["state"]["value"] for e in now["items"]] == ["REGISTERED"]
    assert (now["totals"][0]["claims"], now["totals"][0]["filed_yuan"]) == (1, "1060.50")
    assert court.callers[OTHER].get(f"{court.path}/register").status_code == 404


def test_a_program_sets_a_claim_off_and_reads_what_is_left_of_it(court: Court) -> None:
    court.estate.listed_claim(court.estate.creditors[0])
    owed = {"debt": "设备租金", "debt_on": "2024-05-01", "debt_fen": "400000"}
    court.begin(OWN, "set_offs", "notify_set_off", claim_serial=1, asserted_fen="900000", **owed)
    court.part(OWN, "set_offs", 1, "examine_set_off", opinion="债权债务均成立。")

    options = {step["name"]: step for step in court.get(OWN, "/set_offs/1/steps")["items"]}
    court.part(OWN, "set_offs", 1, "accept_set_off")

    set_off, claim = court.get(OWN, "/set_offs/1"), court.get(OWN, "/claims/1")
    entry = court.get(OWN, "/register")["items"][0]
    assert options["accept_set_off"]["allowed"]
    assert (set_off["state"]["value"], set_off["extinguished_yuan"]) == ("EFFECTIVE", "400000.00")
    assert set_off["working"][2] == "三项中最小的为400,000.00元，债权、债务各消灭此数。"
    assert (claim["set_off_fen"], claim["amount_yuan"]) == (40_000_000, "500000.00")
    assert (entry["set_off_yuan"], entry["amount_yuan"]) == ("400000.00", "500000.00")
    assert court.callers[OTHER].get(f"{court.path}/set_offs/1").status_code == 404


def test_a_program_is_told_every_reason_against_a_retrieval(court: Court) -> None:
    court.begin(
        OWN,
        "retrievals",
        "claim_retrieval",
        owner="望川机电租赁有限公司",
        ground="RETENTION",
        claimed_property="注塑机",
        title_basis="买卖合同",
        contract="CONTINUED",
        price_fen="100000",
        paid_fen="75000",
    )

    steps = {step["name"]: step for step in court.get(OWN, "/retrievals/1/steps")["items"]}

    assert [obstacle["code"] for obstacle in steps["accept_retrieval"]["obstacles"]] == [
        "contract_kept",
        "three_quarters_paid",
    ]
    assert court.get(OWN, "/retrievals/1")["ground"]["value"] == "RETENTION"


def test_a_program_files_for_a_creditor_as_his_agent(court: Court) -> None:
    agent = {"agent_name": "文知白", "agent_authority": "特别授权，附授权委托书。"}
    filed = {"creditor_id": court.estate.creditors[0], "filed_fen": "1"}

    refused = court.callers[OWN].post(
        f"{court.path}/claims", {"step": "file_claim", "data": {**filed, "agent_name": "文知白"}}
    )
    court.begin(OWN, "claims", "file_claim", **filed, **agent)

    claim = court.get(OWN, "/claims/1")
    assert refused.status_code == 422
    assert (claim["agent_name"], claim["agent_authority"]) == tuple(agent.values())


def test_a_program_imports_a_table_and_withdraws_it(court: Court) -> None:
    caller, path = court.callers["heqieyu"], f"{court.path}/claims/imports"
    content = "债权人,申报金额\n临江五金商行,1000\n临江五金商行,1000\n,5\n".encode()

    uploaded = caller.upload(path, "claims.csv", content)
    wrong = court.get(OWN, "/claims/imports/1?rows=wrong")["found"]["items"]
    run = caller.post(f"{path}/1/run", {})
    listed = court.get(OWN, "/claims")
    undone = caller.post(f"{path}/1/undo", {"reason": "重复上传"})

    assert (uploaded.status_code, run.status_code, undone.status_code) == (201, 202, 200)
    assert uploaded.json["state"]["value"] == "READ"
    assert (uploaded.json["rows"], uploaded.json["wrong"], uploaded.json["duplicates"]) == (3, 1, 1)
    assert [(row["number"], row["faults"][0]["column"]) for row in wrong] == [(4, "债权人")]
    assert [claim["filed_fen"] for claim in listed["items"]] == [100_000]
    assert undone.json["state"]["value"] == "UNDONE"


def test_a_program_imports_the_list_of_employees(court: Court) -> None:
    caller, path = court.callers["heqieyu"], f"{court.path}/claims/imports"
    content = "职工姓名,工资\n梁晓禾,21600\n".encode()

    undated = caller.upload(path, "list.csv", content, kind="EMPLOYEES")
    unknown = caller.upload(path, "list.csv", content, kind="STAFF")
    uploaded = caller.upload(path, "list.csv", content, kind="EMPLOYEES", publicised_on="2026-01-05")
    caller.post(f"{path}/1/run", {})

    assert (undated.status_code, unknown.status_code, uploaded.status_code) == (422, 422, 201)
    assert list(undated.json["errors"]) == ["publicised_on"]
    assert (uploaded.json["kind"]["value"], uploaded.json["publicised_on"]) == ("EMPLOYEES", "2026-01-05")
    listed = court.get(OWN, "/claims")["items"]
    assert [(claim["claim_class"]["value"], claim["state"]["value"]) for claim in listed] == [
        ("EMP", "LISTED")
    ]


def test_one_key_files_one_claim_and_an_old_version_changes_nothing(court: Court) -> None:
    at, path = court.callers[OWN], f"{court.path}/claims"
    body = {
        "step": "file_claim",
        "data": {"creditor_id": court.estate.creditors[0], "filed_fen": "1"},
    }

    first = at.post(path, body, **{"Idempotency-Key": "one"})
    again = at.post(path, body, **{"Idempotency-Key": "one"})
    etag = at.get(f"{path}/1").headers["ETag"]
    court.part("heqieyu", "claims", 1, "register_claim")
    late = at.post(
        f"{path}/1/steps", {"step": "withdraw_claim", "data": {"reason": "撤回"}}, **{"If-Match": etag}
    )

    assert first.json == again.json
    assert court.get(OWN, "/claims")["total"] == 1
    assert late.status_code == 409
    assert late.content_type == "application/problem+json"
    assert court.get(OWN, "/claims/1")["state"]["value"] == "REGISTERED"


def test_an_administrator_is_answered_his_own_case_and_only_what_it_shares(court: Court) -> None:
    own = court.callers[OWN]
    open_to_him = ["", "/steps", "/deadlines", "/claims", "/assets/beginnings", "/distributions", "/plans"]
    shut = ["/history", "/parties", "/documents", "/deliveries"]

    answers = {path: own.get(f"{court.path}{path}").status_code for path in (*open_to_him, *shut)}
    other = {court.callers[OTHER].get(f"{court.path}{path}").status_code for path in open_to_him}

    assert {path for path, status in answers.items() if status == 200} == set(open_to_him)
    assert {answers[path] for path in shut} == {404}
    assert other == {404}
    assert [case["id"] for case in own.get("/cases").json["items"]] == [court.estate.case]
    assert not {"team", "petition", "flags", "parties"} & own.get(court.path).json.keys()
    assert {clock["owed_by"]["value"] for clock in court.get(OWN, "/deadlines")["items"]} <= {"ADMIN"}


def test_nobody_from_another_case_writes_in_this_one(court: Court) -> None:
    body = {"step": "file_claim", "data": {"creditor_id": court.estate.creditors[0], "filed_fen": "1"}}

    answers = [
        court.callers[OTHER].post(f"{court.path}/claims", body),
        court.callers[OTHER].post(
            f"{court.path}/steps", {"step": "take_over", "data": {"taken_over": "账簿"}}
        ),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert court.get(OWN, "/claims")["total"] == 0


def test_a_reader_of_the_court_is_told_that_he_may_not_write(court: Court) -> None:
    body = {"step": "file_claim", "data": {"creditor_id": court.estate.creditors[0], "filed_fen": "1"}}

    answer = court.callers["tangbo"].post(f"{court.path}/claims", body)

    assert answer.status_code == 409
    assert [o["code"] for o in answer.json["obstacles"]] == ["not_permitted"]


def test_days_are_kept(court: Court) -> None:
    tomorrow = (court.clock.now + timedelta(days=1)).date().isoformat()
    body = {
        "step": "file_claim",
        "data": {
            "creditor_id": court.estate.creditors[0],
            "filed_fen": "1",
            "effective_on": tomorrow,
        },
    }

    answer = court.callers[OWN].post(f"{court.path}/claims", body)

    assert answer.status_code == 422
    assert "effective_on" in str(answer.json)


def test_what_is_only_checked_is_answered_like_what_is_done_and_keeps_nothing(court: Court) -> None:
    filing = {"creditor_name": CREDITORS[0], "filed_fen": "100.00", "basis": "货款"}
    caller, claims = court.callers[OWN], f"{court.path}/claims"

    wrong = {"step": "file_claim", "data": {**filing, "asset_serial": 9}}
    foretold = caller.post(claims, {**wrong, "check": True})
    refused = caller.post(claims, wrong)
    fine = caller.post(claims, {"step": "file_claim", "data": filing, "check": True})
    counted = court.get(OWN, "/claims")["total"]

    assert (foretold.status_code, refused.status_code) == (422, 422)
    assert foretold.json["errors"] == refused.json["errors"]
    assert (fine.status_code, fine.json["checked"]) == (200, True)
    assert fine.json["state"]["value"] == "FILED"
    assert counted == 0
    assert court.begin(OWN, "claims", "file_claim", **filing) == 1
