"""The working of a fee before it is fixed, for the page on which the court confirms it."""

from collections.abc import Mapping
from typing import Any

from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Stepping
from models import CollateralFee, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeBase, RemunerationBase
from workflows.calculations.court_fee_base import fee_of_case
from workflows.calculations.instalments import working_of_payment
from workflows.calculations.remuneration_fixing import (
    rates_chosen,
    rates_from,
    working_of_base,
    working_of_collateral,
    working_of_final,
    working_of_plan,
)
from workflows.law.settings import read_settings
from workflows.payloads.remuneration import RATE_NAMES
from workflows.text import Text

Data = Mapping[str, Any]


def working_before(occasion: Occasion, subject: Stepping, data: Data) -> tuple[Text, ...]:
    """What the figures typed come to; nothing where they are no fee."""
    if isinstance(subject, Remuneration):
        return of_remuneration(subject, data)
    if isinstance(subject, Instalment) and "allowed_fen" in data:
        found = CaseContents(occasion.session, subject.case).instalments()
        return tuple(working_of_payment(found, subject, data["allowed_fen"]))
    if isinstance(subject, CollateralFee) and "value_fen" in data:
        local = local_percent(subject)
        return tuple(working_of_collateral(data["value_fen"], data["claim_fen"], local))
    if isinstance(subject, CourtFee) and "unencumbered_fen" in data:
        whole = settings_of(subject)["court_fee_base"] != CourtFeeBase.UNENCUMBERED
        return tuple(fee_of_case(data["unencumbered_fen"], data["encumbered_fen"], whole=whole)[2])
    return ()


def settings_of(part: Remuneration | CollateralFee | CourtFee) -> Mapping[str, Any]:
    """The settings of the court whose case it is."""
    return read_settings(part.case.court.settings)


def local_percent(part: Remuneration | CollateralFee) -> int:
    """The high court's range, in percent of AR 2."""
    return int(settings_of(part)["remuneration_local_percent"])


def of_remuneration(remuneration: Remuneration, data: Data) -> tuple[Text, ...]:
    """A plan on its forecast, or a final amount on its base."""
    if "forecast_fen" in data:
        local = local_percent(remuneration)
        given = [data["rates"].get(name) for name in RATE_NAMES]
        rates = rates_chosen(given, remuneration.rates or (), local)
        return tuple(working_of_plan(data["forecast_fen"], rates, local))
    if "pool_fen" not in data:
        return ()
    after = settings_of(remuneration)["remuneration_base"] == RemunerationBase.AFTER
    base, working = working_of_base(data["pool_fen"], data["expenses_fen"], after=after)
    kept = rates_from(remuneration.rates)
    return (*working, *working_of_final(base, kept, remuneration.local_percent, data["fixed_fen"]))
