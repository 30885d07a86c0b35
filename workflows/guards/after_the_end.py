"""Guards of what follows the end of a liquidation: rows 28 to 31 of section 5."""

from dataclasses import replace

from models.case import Case
from models.vocabulary import ClaimState, DeadlineKind, LiquidationState
from workflows.contents import contents_of
from workflows.effects import BUNDLES, mark_of
from workflows.guards.application import clock_of
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import STRUCK_OFF, SUPPLEMENTED, SURVIVING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

IN_DISPUTE = (ClaimState.DISPUTED, ClaimState.SUED, ClaimState.ARBITRATED)


def debtor_survives(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 105, 108: only after these grounds does the debtor go on."""
    if case.flags.get("ground") in SURVIVING:
        return None
    return Obstacle(
        "debtor_does_not_survive", Text("按本案的终结事由，债务人应当注销登记。"), cite("EBL 121")
    )


def measures_are_restored(case: Case, attempt: Attempt) -> Obstacle | None:
    """I2-8: the court lifts its hand only when every authority has restored its measure or declined.

    It speaks of article 108; after a settlement (EBL 105) nothing is restored.
    """
    if "E-RESTORE" not in case.flags.get("bundles", ()):
        return None
    open_effects = [
        effect.number
        for effect in BUNDLES["E-RESTORE"]
        if effect.court_sees_to_it
        and mark_of("E-RESTORE", effect.number) not in case.flags.get("effects", {})
    ]
    if not open_effects:
        return None
    return Obstacle(
        "measures_not_restored",
        Text("须先落实恢复措施的第{numbers}项。", numbers=[str(number) for number in open_effects]),
        cite("I2 8"),
    )


def debtor_is_to_be_struck_off(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 121: after settlement or payment of all debts nobody is struck off."""
    if case.flags.get("ground") in STRUCK_OFF:
        return None
    return Obstacle(
        "debtor_survives",
        Text("按本案的终结事由，债务人继续存续，不办理注销登记。"),
        cite("EBL 121", "EBL 108"),
    )


def duties_have_not_ended(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 122: the office ends once."""
    if case.flags.get("admin_duties") != "ENDED":
        return None
    return Obstacle("duties_ended", Text("管理人已经终止执行职务。"), cite("EBL 122"))


def no_suit_is_pending(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 122: pending suits and arbitrations keep the administrator in office."""
    open_suits = contents_of(attempt).claims_in(*IN_DISPUTE)
    if case.flags.get("admin_duties") != "RETAINED" and not open_suits:
        return None
    return Obstacle("suits_are_pending", Text("存在未决诉讼或者仲裁，管理人继续执行职务。"), cite("EBL 122"))


def claims_are_no_longer_in_suit(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 122: it is not over while a claim of the case is still in suit or arbitration."""
    if not contents_of(attempt).claims_in(*IN_DISPUTE):
        return None
    return Obstacle("suits_are_pending", Text("存在未决诉讼或者仲裁，管理人继续执行职务。"), cite("EBL 122"))


def is_struck_off(case: Case) -> bool:
    """EBL 122: whether the debtor has been struck off, so that the office ends on the next day."""
    return case.state == LiquidationState.LQ_DEREGISTERED.value


def not_yet_retained(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 122: one decision keeps him in office."""
    if case.flags.get("admin_duties") != "RETAINED":
        return None
    return Obstacle("already_retained", Text("已经决定管理人继续执行职务。"), cite("EBL 122"))


def ground_allows_supplement(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 123(1): only after a termination under article 43(4) or 120."""
    if case.flags.get("ground") in SUPPLEMENTED:
        return None
    return Obstacle(
        "ground_without_supplement",
        Text("只有依第四十三条第四款或者第一百二十条终结的案件可以追加分配。"),
        cite("EBL 123(1)"),
    )


def asked_within_two_years(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 123(1): the creditors ask within two years of the termination."""
    clock = clock_of(case, DeadlineKind.SUPPLEMENTARY_DISTRIBUTION)
    asked_on = attempt.data["asked_on"]
    if clock is not None and clock.trigger_on <= asked_on <= min(clock.due_on, attempt.on):
        return None
    return Obstacle(
        "asked_too_late",
        Text("请求日期须在程序终结之日起二年内，且不得晚于裁定日。"),
        cite("EBL 123(1)"),
    )


def administrator_is_in_office(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 122, 123: who asks under the administrator's seal still holds the office."""
    if contents_of(attempt).appointment() is not None:
        return None
    return Obstacle(
        "nobody_in_office",
        Text("管理人已经终止执行职务；追加分配由债权人请求人民法院进行。"),
        cite("EBL 122", "EBL 123(1)"),
    )


def two_years_have_not_passed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 123(1): what is found is distributed if that is asked within two years of the termination."""
    return asked_within_two_years(case, replace(attempt, data={**attempt.data, "asked_on": attempt.on}))


def property_covers_the_cost(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 123(2): what does not even pay for its distribution is not distributed."""
    if attempt.data["found_fen"] > attempt.data["costs_fen"]:
        return None
    return Obstacle(
        "not_worth_distributing",
        Text("财产数额不足以支付分配费用的，不再追加分配，上交国库。"),
        cite("EBL 123(2)"),
    )


def property_does_not_cover_the_cost(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 123(2): to the treasury goes only what does not pay for its distribution."""
    if attempt.data["found_fen"] <= attempt.data["costs_fen"]:
        return None
    return Obstacle(
        "worth_distributing",
        Text("财产数额足以支付分配费用，应当追加分配。"),
        cite("EBL 123(1)", "EBL 123(2)"),
    )
