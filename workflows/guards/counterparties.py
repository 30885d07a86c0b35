"""Guards of what the counterparty gets after a return: once, of the grounds that give it, in full figures."""

from collections.abc import Mapping
from typing import Any

from models.avoidance import Avoidance
from models.vocabulary import AbnormalIncome, AvoidanceGround, ClaimState
from workflows.calculations.counterparty import Owed, after_income, after_price
from workflows.guards.retrieval_debts import ENDED
from workflows.law.citations import cite
from workflows.law.counterparty import ANSWERED, INCOME_BASIS, PRICES, basis_of_price
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

G = AvoidanceGround


def counterparty_gets_something(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """I2-11(2), 24(3), 36(3): only these give a claim or a debt; misappropriated property gives none."""
    if avoidance.ground in ANSWERED and not avoidance.flags.get("misappropriated"):
        return None
    return Obstacle(
        "counterparty_gets_nothing",
        Text(
            "“{ground}”返还后没有因返还形成的债权或者债务；个别清偿、提前清偿的相对人原来的债权，由其自行申报。",
            ground=avoidance.ground,
        ),
        cite("I2 11(2)", "I2 24(3)", "EBL 36"),
    )


def counterparty_is_answered_once(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """DESIGN: what came back gives one claim or debt; again only once all of it was withdrawn or dropped."""
    claims = [one.serial for one in avoidance.claims if one.state != ClaimState.WITHDRAWN.value]
    debts = [one.serial for one in avoidance.spendings if one.state not in ENDED]
    if not claims and not debts:
        return None
    return Obstacle(
        "counterparty_is_answered",
        Text(
            "已经登记：债权第{claims}号，支出第{debts}号；不能重复登记。",
            claims=claims or "—",
            debts=debts or "—",
        ),
        cite("I2 11(2)", "I2 24(3)", "DESIGN"),
    )


def figures_of_the_ground_are_there(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """I2-11(2), 24(3), 36(3): the price paid; of income its kind, of wages the average and the months."""
    data = attempt.data
    if avoidance.ground in PRICES:
        if data["price_fen"]:
            return None
        wanted = Text("请填写相对人已付的价款。")
        return Obstacle("price_is_missing", wanted, basis_of_price(avoidance.ground))
    if income_of(avoidance, data) is None:
        return Obstacle("income_kind_unknown", Text("请选择非正常收入的种类。"), INCOME_BASIS)
    wages = income_of(avoidance, data) == AbnormalIncome.WAGES
    if wages and not (data["average_wage_fen"] and data["months"] and data["publicised_on"]):
        wanted = Text("工资性收入请填写企业职工月平均工资、月数和公示日期。")
        return Obstacle("average_wage_is_missing", wanted, INCOME_BASIS)
    return None


def income_of(avoidance: Avoidance, data: Mapping[str, Any]) -> AbnormalIncome | None:
    """Which of the three kinds it was: as told now, else as it was recorded."""
    told: AbnormalIncome | None = data["income"]
    return told or avoidance.income


def owed_after(avoidance: Avoidance, data: Mapping[str, Any]) -> Owed:
    """What the counterparty is owed by these figures."""
    if avoidance.ground in PRICES:
        performed = avoidance.ground != G.SELLER_RESCINDS or data["performed"]
        return after_price(data["price_fen"] or 0, performed=performed)
    income = income_of(avoidance, data) or AbnormalIncome.OTHER
    return after_income(income, avoidance.returned_fen, data["average_wage_fen"] or 0, data["months"] or 0)
