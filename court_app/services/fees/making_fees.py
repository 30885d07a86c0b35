"""How a remuneration, an instalment, a collateral's fee and a court fee are made of what was supplied."""

from typing import Any, cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.making_parts import put
from court_app.services.procedure.step_records import Beginning
from models import Asset, Claim, CollateralFee, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeBase
from workflows.calculations.court_fee_base import fee_of_case
from workflows.calculations.money import yuan
from workflows.calculations.remuneration_fixing import (
    at_rates,
    percents_of,
    rates_chosen,
    working_of_plan,
)
from workflows.law.settings import read_settings
from workflows.payloads.remuneration import RATE_NAMES
from workflows.text import Text, freeze


def make_remuneration(begun: Beginning) -> None:
    """The plan of one administrator's remuneration (AR 4)."""
    remuneration, data = cast(Remuneration, begun.part), begun.data
    contents = CaseContents(begun.occasion.session, begun.case)
    serial = data["appointment_serial"]
    office = contents.appointment_numbered(serial) if serial else contents.appointment()
    if office is None:
        raise BadInput({"appointment_serial": [Text("没有这个管理人任职。")]})
    remuneration.party = office.party
    put(remuneration, data, "payee", "competitive", "workload")
    remuneration.planned_on, remuneration.paid_fen, remuneration.hired = begun.on, 0, []
    remuneration.rates = []
    put_plan(remuneration, data, begun.case.court.settings)


def put_plan(remuneration: Remuneration, data: Any, settings: Any) -> None:
    """Forecast, rates, times, collateral of a plan, and the sum that they come to, with its working."""
    local = int(read_settings(settings)["remuneration_local_percent"])
    given = [data["rates"].get(name) for name in RATE_NAMES]
    put(remuneration, data, "forecast_fen", "collection", "factors")
    remuneration.local_percent = local
    rates = rates_chosen(given, remuneration.rates, local)
    remuneration.rates = percents_of(rates)
    remuneration.stages = [dict(one) for one in data["stages"]]
    remuneration.collateral = [dict(one) for one in data["collateral"]]
    remuneration.planned_fen = at_rates(remuneration.forecast_fen, rates).fen
    remuneration.working = [freeze(line) for line in working_of_plan(remuneration.forecast_fen, rates, local)]


def make_instalment(begun: Beginning) -> None:
    """An application to be paid (AR 11)."""
    instalment, data = cast(Instalment, begun.part), begun.data
    instalment.remuneration = begun.occasion.session.scalars(
        select(Remuneration).where(
            Remuneration.case_id == begun.case.id, Remuneration.serial == data["remuneration_serial"]
        )
    ).one()
    put(instalment, data, "collect_on", "estate_fen", "estate", "work")
    instalment.asked_on, instalment.asked_fen = begun.on, data["amount_fen"]
    instalment.answer, instalment.paid_fen, instalment.working = "", 0, []


def make_collateral_fee(begun: Beginning) -> None:
    """What was agreed for one collateral, or that nothing was (AR 13)."""
    fee, data, session = cast(CollateralFee, begun.part), begun.data, begun.occasion.session
    fee.asset = session.scalars(
        select(Asset).where(Asset.case_id == begun.case.id, Asset.serial == data["asset_serial"])
    ).one()
    fee.claim = session.scalars(
        select(Claim).where(Claim.case_id == begun.case.id, Claim.serial == data["claim_serial"])
    ).one()
    fee.work, fee.working = data["work"], []
    if "amount_fen" in data:
        fee.amount_fen, fee.settled_on = data["amount_fen"], begun.on
        fee.working = [freeze(agreed(data["amount_fen"]))]


def agreed(amount_fen: int) -> Text:
    """How an agreed fee is reckoned: it is not."""
    return Text("与担保权人协商一致：{amount}元，不适用比例上限。", amount=yuan(amount_fen))


def make_court_fee(begun: Beginning) -> None:
    """The court fee as it is reckoned, or that a compulsory liquidation has paid it."""
    fee, data = cast(CourtFee, begun.part), begun.data
    fee.reckoned_on, fee.reference, fee.remark = begun.on, "", ""
    if "unencumbered_fen" in data:
        put_court_fee(fee, data, begun.case.court.settings)
        return
    fee.base_rule, fee.unencumbered_fen, fee.encumbered_fen = CourtFeeBase.ALL, 0, 0
    fee.base_fen, fee.amount_fen = 0, 0
    fee.reference, fee.remark = data["reference"], data["reason"]
    fee.working = [
        freeze(
            Text(
                "强制清算{number}已收受理费{fee}元，转入破产清算不再收取。",
                number=data["reference"],
                fee=yuan(data["charged_fen"]),
            )
        )
    ]


def put_court_fee(fee: CourtFee, data: Any, settings: Any) -> None:
    """Base, amount and working of the fee."""
    rule = CourtFeeBase(str(read_settings(settings)["court_fee_base"] or CourtFeeBase.ALL.value))
    put(fee, data, "unencumbered_fen", "encumbered_fen", "remark")
    base, found, working = fee_of_case(
        fee.unencumbered_fen, fee.encumbered_fen, whole=rule == CourtFeeBase.ALL
    )
    fee.base_rule, fee.base_fen, fee.amount_fen = rule, base, found.fen
    fee.working = [freeze(line) for line in working]
